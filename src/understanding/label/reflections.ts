import type { FoundAct } from '#model/act.ts';
import { isContent, stemOf } from '../language/content.ts';
import type { Sentence } from '../language/sentences.ts';
import type { Word } from '../language/words.ts';
import type { CueTag } from './cue.ts';

/**
 * Does the sentence say back what the other said just before? Simple when it repeats their words, complex when it adds meaning or feeling (MITI).
 * `before` are the stems of what matters in the other's last words.
 */
export function reflectionIn(sentence: Sentence, cue: (tag: CueTag) => number, before: Set<string>): FoundAct | null {
  const strength = cue('say-back');
  if (before.size === 0 || sentence.words.length < 3 || cue('advice') >= 0.8 || cue('commitment') >= 0.8) return null;
  const own = stemsOf(sentence.words);
  const shared = [...own].filter((stem) => before.has(stem)).length;
  const share = own.size === 0 ? 0 : shared / own.size;
  const p = sureOf(strength, shared, share) * (sentence.ends === '?' ? 0.7 : 1);
  if (p < 0.3) return null;
  const complex = cue('meaning') > 0 || (strength >= 0.8 && share < 0.4);
  return { act: complex ? 'reflection.complex' : 'reflection.simple', p: Math.round(p * 100) / 100, from: sentence.from, to: sentence.to };
}

/** A strong cue needs no shared word; a fair one needs one; an echo of two words and more than half of them needs no cue. */
function sureOf(strength: number, shared: number, share: number): number {
  if (strength >= 0.8) return shared > 0 ? 0.88 : 0.75;
  if (strength > 0) return shared > 0 ? 0.72 : 0.4;
  return shared >= 2 && share >= 0.6 ? 0.6 : 0;
}

export function stemsOf(words: Word[]): Set<string> {
  const stems = new Set<string>();
  for (const { w } of words) if (isContent(w)) stems.add(stemOf(w));
  return stems;
}
