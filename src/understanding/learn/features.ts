import { FINDING_KINDS, type FindingKind } from '#model/finding.ts';
import { isContent, stemOf } from '../language/content.ts';
import { hear } from '../language/words.ts';

/** Weights of a correction. Small on purpose: words fall together, and none can be read back out of it. */
export const SLOTS = 2048;
/** The first ones are of the kinds: each by itself, and where the words are ours. */
const OF_KINDS = 2 * FINDING_KINDS.length;

/** Of a kind as a whole it takes many decisions to be convinced, of words said in just this way few. */
const KIND = 0.3;
/** What is learned of words in one kind counts half as much in the others. */
const ACROSS = 0.5;

export interface Features {
  slots: Uint16Array;
  values: Float32Array;
}

/** What a suggestion is known by: its kind, whose words they are, and its words and pairs of words, hashed. Longer quotes spread the same weight. */
export function featuresOf({ kind, quote, ours }: { kind: FindingKind; quote: string; ours: boolean }): Features {
  const words = wordsOf(quote);
  const value = 1 / Math.sqrt(Math.max(1, words.size));
  const slots: number[] = [FINDING_KINDS.indexOf(kind)];
  const values: number[] = [KIND];
  if (ours) {
    slots.push(FINDING_KINDS.length + FINDING_KINDS.indexOf(kind));
    values.push(KIND);
  }
  const own = `${kind} ${ours ? 'ours' : 'theirs'} `;
  for (const word of words)
    for (const [text, weight] of [
      [own + word, value],
      [word, value * ACROSS],
    ] as const) {
      const hash = hashOf(text);
      slots.push(OF_KINDS + ((hash >>> 1) % (SLOTS - OF_KINDS)));
      // Words that fall into one slot pull against each other as often as they push together.
      values.push(hash & 1 ? weight : -weight);
    }
  return { slots: Uint16Array.from(slots), values: Float32Array.from(values) };
}

/** Stems of the words that matter, and each pair of words that follow one another. */
function wordsOf(quote: string): Set<string> {
  const stems = hear(quote).words.map(({ w }) => (/^\p{N}/u.test(w) ? '#' : isContent(w) ? stemOf(w) : w));
  const found = new Set(stems.filter((stem) => isContent(stem)));
  for (let i = 1; i < stems.length; i++) found.add(`${stems[i - 1]} ${stems[i]}`);
  return found;
}

/** FNV-1a over UTF-16 units, then mixed: its low bits alone are poor. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
