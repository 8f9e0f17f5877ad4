import { ROWS } from '#understanding/heads/features.ts';
import { chanceOf, shuffle } from './chance.ts';
import type { Sparse } from './sparse.ts';

export interface AscentOptions {
  /** Cost of an error; more fits closer. */
  cost: number;
  /** How much more a miss costs than a false alarm. */
  missCost: number;
  rounds: number;
  seed: number;
}

/** One linear head: a weight a row, and a bias at the end. */
export type Linear = Float32Array;

/**
 * A linear head with squared hinge loss by dual coordinate descent (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM",
 * ICML 2008, algorithm 1). `wanted`: 1 it is, -1 it is not, 0 nobody knows, an example.
 */
export function ascend(x: Sparse, wanted: Int8Array, which: Int32Array, options: AscentOptions): Linear {
  const known = which.filter((i) => wanted[i] !== 0);
  const w = new Float32Array(ROWS + 1);
  const alpha = new Float32Array(known.length);
  const order = Int32Array.from(known.keys());
  const chance = chanceOf(options.seed);
  const { rows, at, weights, squares } = x;
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, chance);
    let worst = 0;
    for (const k of order) {
      const i = known[k] as number;
      const y = wanted[i] as number;
      const slack = 1 / (2 * options.cost * (y > 0 ? options.missCost : 1));
      const before = alpha[k] as number;
      const gradient = y * scoreOf(w, x, i) - 1 + slack * before;
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-9) continue;
      const after = Math.max(before - gradient / ((squares[i] as number) + 1 + slack), 0);
      alpha[k] = after;
      const step = (after - before) * y;
      if (step === 0) continue;
      for (let group = 0; group < 3; group++) {
        const by = step * (weights[3 * i + group] as number);
        const end = at[3 * i + group + 1] as number;
        for (let r = at[3 * i + group] as number; r < end; r++) {
          const row = rows[r] as number;
          w[row] = (w[row] as number) + by;
        }
      }
      w[ROWS] = (w[ROWS] as number) + step;
    }
    if (worst < 0.02) break;
  }
  return w;
}

export function scoreOf(w: Linear, { rows, at, weights }: Sparse, i: number): number {
  let sum = w[ROWS] as number;
  for (let group = 0; group < 3; group++) {
    let part = 0;
    const end = at[3 * i + group + 1] as number;
    for (let r = at[3 * i + group] as number; r < end; r++) part += w[rows[r] as number] as number;
    sum += part * (weights[3 * i + group] as number);
  }
  return sum;
}
