import { featuresOf, weightOf } from '#understanding/heads/features.ts';
import type { Sentence } from '#understanding/language/sentences.ts';

/** Features of many sentences, packed: rows of sentence i stand from `at[3 i]`, `at[3 i + 1]` and `at[3 i + 2]` to the next, a group each. */
export interface Sparse {
  n: number;
  rows: Int32Array;
  at: Int32Array;
  weights: Float32Array;
  /** Squared length of each. */
  squares: Float32Array;
}

export function sparseOf(units: { text: string; sentence: Pick<Sentence, 'from' | 'to'> }[]): Sparse {
  const n = units.length;
  let rows = new Int32Array(n * 150 + 1024);
  const at = new Int32Array(3 * n + 1);
  const weights = new Float32Array(3 * n);
  const squares = new Float32Array(n);
  let filled = 0;
  for (const [i, { text, sentence }] of units.entries()) {
    const features = featuresOf(text, sentence.from, sentence.to);
    const count = features.ends[2] ?? 0;
    if (filled + count > rows.length) {
      const wider = new Int32Array(Math.max(rows.length * 2, filled + count));
      wider.set(rows);
      rows = wider;
    }
    rows.set(features.rows.subarray(0, count), filled);
    let start = 0;
    for (let group = 0; group < 3; group++) {
      const end = features.ends[group] ?? 0;
      at[3 * i + group] = filled + start;
      weights[3 * i + group] = weightOf(group, end - start);
      start = end;
    }
    filled += count;
    at[3 * i + 3] = filled;
    squares[i] = squareOf(rows, at, weights, i);
  }
  return { n, rows: rows.slice(0, filled), at, weights, squares };
}

/** The same feature twice counts twice, so the square is more than the sum of the groups' shares. */
function squareOf(rows: Int32Array, at: Int32Array, weights: Float32Array, i: number): number {
  const sums = new Map<number, number>();
  for (let group = 0; group < 3; group++)
    for (let k = at[3 * i + group] ?? 0; k < (at[3 * i + group + 1] ?? 0); k++) {
      const row = rows[k] ?? 0;
      sums.set(row, (sums.get(row) ?? 0) + (weights[3 * i + group] ?? 0));
    }
  let square = 0;
  for (const sum of sums.values()) square += sum * sum;
  return square;
}
