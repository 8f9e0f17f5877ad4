import type { FoundAct } from '#model/act.ts';
import { isContent, stemOf } from '../language/content.ts';
import type { Sentence } from '../language/sentences.ts';
import type { Word } from '../language/words.ts';
import type { CueTag } from './cue.ts';

/** What begins with us says back nothing, however many of their words it has. */
const OURSELVES = new Set('i we ik wij my our mijn ons onze thank thanks let'.split(' '));

const THEIRS = new Set('je jij u jullie'.split(' '));
/** Said again, these only agree on a time. */
const TIMES = new Set(['half', 'minut', 'week']);

/**
 * Does the Dutch sentence say back what the other said just before? Simple when it repeats their words, complex when it adds meaning or feeling (MITI).
 * `before` are the stems of what matters in the other's last words.
 */
export function reflectionIn(sentence: Sentence, cue: (tag: CueTag) => number, before: Set<string>): FoundAct | null {
  const strength = cue('say-back');
  if (before.size === 0 || sentence.words.length < 3 || cue('advice') >= 0.8 || cue('commitment') >= 0.8) return null;
  if (strength === 0 && OURSELVES.has(sentence.words[0]?.w ?? '')) return null;
  const own = stemsOf(sentence.words);
  const shared = [...own].filter((stem) => before.has(stem) && !TIMES.has(stem)).length;
  const share = own.size === 0 ? 0 : shared / own.size;
  const p = sureOf(strength, shared, share, isAboutThem(sentence)) * (sentence.ends === '?' ? 0.7 : 1);
  if (p < 0.3) return null;
  const complex = cue('meaning') > 0 || (strength >= 0.8 && share < 0.4);
  return { act: complex ? 'reflection.complex' : 'reflection.simple', p: Math.round(p * 100) / 100, from: sentence.from, to: sentence.to };
}

/** A strong cue needs no shared word; a fair one needs one, or to speak of them alone; an echo of two words and more than half of them needs no cue. */
function sureOf(strength: number, shared: number, share: number, aboutThem: boolean): number {
  if (strength >= 0.8) return shared > 0 ? 0.88 : 0.75;
  if (strength > 0) return shared > 0 ? 0.72 : aboutThem ? 0.55 : 0.4;
  return shared >= 2 && share >= 0.6 ? 0.6 : 0;
}

/** "Dus je had zes weken": theirs alone. */
function isAboutThem({ words }: Sentence): boolean {
  if (words.length < 4) return false;
  return !words.some(({ w }) => OURSELVES.has(w)) && words.some(({ w }) => THEIRS.has(w));
}

export function stemsOf(words: Word[]): Set<string> {
  const stems = new Set<string>();
  for (const { w } of words) if (isContent(w)) stems.add(stemOf(w));
  return stems;
}
