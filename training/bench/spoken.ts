import type { Vectors } from '#understanding/heads/vectors.ts';
import { meanInto } from '#understanding/heads/vectors.ts';
import { spansOf } from '#understanding/language/sentences.ts';
import { hear } from '#understanding/language/words.ts';
import { sparseOf } from '../sparse.ts';
import { EMBEDDED } from './embed.ts';
import { denseLikeness, hashedLikeness, type Kernel, kernelOf, type Likeness } from './kernel.ts';

/** How alike utterances are: as a whole, and by their sentences (any of one with any of the other). */
export interface Alike {
  whole: Kernel;
  sentences: Kernel;
}

export interface Parts {
  n: number;
  texts: string[];
  /** The utterance each is of. */
  owner: number[];
}

/** The sentences of utterances. */
export function sentencesIn(texts: string[]): Parts {
  const parts: Parts = { n: texts.length, texts: [], owner: [] };
  for (const [i, text] of texts.entries()) {
    const spans = spansOf(text);
    for (const part of spans.length > 1 ? spans.map(({ from, to }) => text.slice(from, to).trim()) : [text]) {
      parts.texts.push(part);
      parts.owner.push(i);
    }
  }
  return parts;
}

/** By words, their pieces and their order. */
export function alikeInWords(texts: string[]): Alike {
  const likeness = (some: string[]) => hashedLikeness(sparseOf(some.map((text) => ({ text, sentence: { from: 0, to: text.length } }))));
  return alike(texts, likeness, { whole: (x) => x, sentences: (x) => x * x });
}

/** By the mean vectors of their words. */
export function alikeInVectors(texts: string[], vectors: Vectors): Alike {
  const width = vectors.dimensions;
  const likeness = (some: string[]) => {
    const rows = new Float32Array(some.length * width);
    for (const [i, text] of some.entries()) meanInto(rows, i * width, hear(text).words, vectors);
    return denseLikeness(rows, width);
  };
  return alike(texts, likeness, { whole: bell(2), sentences: bell(3) });
}

/** By sentence embeddings, of the whole and of every sentence: `embeddings` has them all. */
export function alikeInMeaning(texts: string[], embeddings: Map<string, Float32Array>): Alike {
  const likeness = (some: string[]) => {
    const rows = new Float32Array(some.length * EMBEDDED);
    for (const [i, text] of some.entries()) rows.set(embeddings.get(text) ?? [], i * EMBEDDED);
    return denseLikeness(rows, EMBEDDED);
  };
  return alike(texts, likeness, { whole: bell(0.7), sentences: bell(1.5) });
}

/** The radial kernel of two directions, by their cosine. */
function bell(gamma: number): (cosine: number) => number {
  return (cosine) => Math.exp(-2 * gamma * (1 - cosine));
}

function alike(texts: string[], likeness: (texts: string[]) => Likeness, bend: Record<keyof Alike, (x: number) => number>): Alike {
  const n = texts.length;
  const { texts: parts, owner } = sentencesIn(texts);
  return {
    whole: kernelOf({ n, parts: n, owner: Int32Array.from(texts.keys()) }, likeness(texts), bend.whole),
    sentences: kernelOf({ n, parts: parts.length, owner }, likeness(parts), bend.sentences),
  };
}
