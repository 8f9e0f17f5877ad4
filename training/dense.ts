import { chanceOf, shuffle } from './chance.ts';

/** A linear head over dense inputs: a weight an input, and a bias at the end. */
export type DenseHead = Float32Array;

/**
 * Squared hinge loss by dual coordinate descent, as in ascent.ts, over dense rows of `inputs` numbers. `wanted` is an entry an example, 1, -1 or 0 for
 * unknown; `which` may name rows beyond it, copies of the same examples: row i is example i modulo `wanted.length`. It stops early when
 * no example pulls harder than `until`.
 */
export function ascendDense(
  { rows, inputs, wanted }: { rows: Float32Array; inputs: number; wanted: Int8Array },
  which: Int32Array,
  { cost, missCost, rounds, seed, until = 0 }: { cost: number; missCost: number; rounds: number; seed: number; until?: number },
): DenseHead {
  const of = wanted.length;
  const known = which.filter((i) => wanted[i % of] !== 0);
  const w = new Float32Array(inputs + 1);
  const alpha = new Float32Array(known.length);
  const squares = Float32Array.from(known, (i) => {
    let square = 1;
    for (let j = i * inputs; j < (i + 1) * inputs; j++) square += (rows[j] as number) ** 2;
    return square;
  });
  const order = Int32Array.from(known.keys());
  const chance = chanceOf(seed);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, chance);
    let worst = 0;
    for (const k of order) {
      const at = (known[k] as number) * inputs;
      const y = wanted[(known[k] as number) % of] as number;
      const slack = 1 / (2 * cost * (y > 0 ? missCost : 1));
      let score = w[inputs] as number;
      for (let j = 0; j < inputs; j++) score += (w[j] as number) * (rows[at + j] as number);
      const before = alpha[k] as number;
      const gradient = y * score - 1 + slack * before;
      worst = Math.max(worst, Math.abs(before === 0 ? Math.min(gradient, 0) : gradient));
      const after = Math.max(before - gradient / ((squares[k] as number) + slack), 0);
      if (after === before) continue;
      alpha[k] = after;
      const step = (after - before) * y;
      for (let j = 0; j < inputs; j++) w[j] = (w[j] as number) + step * (rows[at + j] as number);
      w[inputs] = (w[inputs] as number) + step;
    }
    if (worst < until) break;
  }
  return w;
}

export function denseScore(w: DenseHead, rows: Float32Array, i: number): number {
  const inputs = w.length - 1;
  let score = w[inputs] as number;
  for (let j = 0; j < inputs; j++) score += (w[j] as number) * (rows[i * inputs + j] as number);
  return score;
}
