import { countWords } from '../language/words.ts';

/** Words that only say "I am here, go on". */
const LISTENING = new Set(
  'mm mmm mhm mm-hmm mmhmm uh-huh uhuh hm hmm ah oh aha yeah yep yes yup yea okay ok kay right sure got it i see sounds good great cool fine exactly true wow really no nope well so alright all thanks thank you lovely nice interesting indeed absolutely definitely hè ja jawel juist precies goed oke oké prima mooi inderdaad klopt nee nou tja snap ik'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const MOST_WORDS = 5;

/**
 * A sign of listening, not a turn: five words or fewer, more than half of them "mm", "right", "got it" (methods.md section 4).
 * A question is a turn whatever its length.
 */
export function isBackChannel(text: string): boolean {
  if (text.length > 60 || countWords(text) > MOST_WORDS) return false;
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length === 0) return true;
  const listening = words.filter((word) => LISTENING.has(word)).length;
  return listening * 2 > words.length && !(text.includes('?') && words.length > 2);
}
