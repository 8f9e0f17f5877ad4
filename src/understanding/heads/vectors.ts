import type { Word } from '../language/words.ts';

/** Word vectors: `dimensions` numbers of -127 … 127 a word, times the word's scale. */
export interface Vectors {
  at: Map<string, number>;
  dimensions: number;
  values: Int8Array;
  scales: Float32Array;
}

/** Words by how common they are: the commonest say little of what a sentence is about. */
const COMMONEST = 30;
const COMMON = 200;

/** Fills `into` from `at` on with the mean vector of some words, of length 1; all 0 when none of them is known. */
export function meanInto(into: Float32Array, at: number, words: Iterable<Word>, vectors: Vectors): void {
  const { dimensions, values, scales } = vectors;
  let any = false;
  for (const { w } of words) {
    const word = vectors.at.get(w);
    if (word === undefined) continue;
    any = true;
    const weight = weightOf(word, scales);
    const from = word * dimensions;
    for (let k = 0; k < dimensions; k++) into[at + k] = (into[at + k] as number) + weight * (values[from + k] as number);
  }
  if (!any) return;
  let square = 0;
  for (let k = 0; k < dimensions; k++) square += (into[at + k] as number) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let k = 0; k < dimensions; k++) into[at + k] = (into[at + k] as number) / length;
}

function weightOf(word: number, scales: Float32Array): number {
  return ((word < COMMONEST ? 0.3 : word < COMMON ? 0.6 : 1) * (scales[word] as number)) / 127;
}

/** How far each of these words draws their mean vector in a direction (as many numbers as a vector has): what it adds, a number a word. */
export function pullsOf(words: Word[], direction: ArrayLike<number>, vectors: Vectors): number[] {
  const { dimensions, values, scales } = vectors;
  const mean = new Float32Array(dimensions);
  const pulls = words.map(({ w }) => {
    const word = vectors.at.get(w);
    if (word === undefined) return 0;
    const weight = weightOf(word, scales);
    let pull = 0;
    for (let k = 0; k < dimensions; k++) {
      const part = weight * (values[word * dimensions + k] as number);
      mean[k] = (mean[k] as number) + part;
      pull += part * (direction[k] as number);
    }
    return pull;
  });
  const length = Math.hypot(...mean) || 1;
  return pulls.map((pull) => pull / length);
}
