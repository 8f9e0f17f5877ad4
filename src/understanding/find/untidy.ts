import type { Said } from './heard.ts';

const WORDS_ENOUGH = 30;

/**
 * How much less sure a finding is in a sentence that wanders or breaks off: long ones, stammers ("the the", "w we") and single letters that
 * speech recognition left. 0 for plain speech, up to 0.25.
 */
export function untidiness({ sentence, text }: Said): number {
  let broken = 0;
  let last = '';
  for (const word of text
    .slice(sentence.from, sentence.to)
    .toLowerCase()
    .split(/[\s,.]+/)) {
    if ((word.length === 1 && !/[iauo\d]/.test(word)) || (word === last && word.length > 0)) broken++;
    last = word;
  }
  const long = sentence.words.length > WORDS_ENOUGH ? 0.1 : 0;
  return Math.min(0.25, long + broken * 0.05);
}
