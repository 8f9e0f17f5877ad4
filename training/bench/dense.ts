import { chanceOf, shuffle } from '../chance.ts';

/** Rows of `width` numbers. */
export interface Dense {
  n: number;
  width: number;
  rows: Float32Array;
}

/** A linear head with squared hinge loss over few, dense inputs: the same dual coordinate descent as of the hashed ones. Returns what it says of all rows. */
export function ascendDense(
  { n, width, rows }: Dense,
  wanted: Int8Array,
  which: Int32Array,
  options: { cost: number; missCost: number; rounds: number; seed: number },
): Float32Array {
  const known = which.filter((i) => wanted[i] !== 0);
  const w = new Float32Array(width + 1);
  const alpha = new Float32Array(known.length);
  const square = Float32Array.from(known, (i) => {
    let sum = 1;
    for (let k = 0; k < width; k++) sum += (rows[i * width + k] as number) ** 2;
    return sum;
  });
  const order = Int32Array.from(known.keys());
  const chance = chanceOf(options.seed);
  const score = (i: number) => {
    let sum = w[width] as number;
    for (let k = 0, at = i * width; k < width; k++) sum += (w[k] as number) * (rows[at + k] as number);
    return sum;
  };
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, chance);
    let worst = 0;
    for (const k of order) {
      const i = known[k] as number;
      const y = wanted[i] as number;
      const slack = 1 / (2 * options.cost * (y > 0 ? options.missCost : 1));
      const before = alpha[k] as number;
      const gradient = y * score(i) - 1 + slack * before;
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-6) continue;
      const after = Math.max(before - gradient / ((square[k] as number) + slack), 0);
      alpha[k] = after;
      const step = (after - before) * y;
      for (let j = 0, at = i * width; j < width; j++) w[j] = (w[j] as number) + step * (rows[at + j] as number);
      w[width] = (w[width] as number) + step;
    }
    if (worst < 0.01) break;
  }
  return Float32Array.from({ length: n }, (_, i) => score(i));
}
