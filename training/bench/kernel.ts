import { ROWS } from '#understanding/heads/features.ts';
import { chanceOf, shuffle } from '../chance.ts';
import type { Sparse } from '../sparse.ts';

/** How alike every two of `n` utterances are: row i stands from `i * n` on. */
export interface Kernel {
  n: number;
  values: Float32Array;
}

/** Fills `into` with the likeness of part `s` to the parts 0 to s, 0 to 1. */
export type Likeness = (s: number, into: Float32Array) => void;

/** The cosine of the hashed features of parts. */
export function hashedLikeness({ rows, at, weights, squares }: Sparse): Likeness {
  const spread = new Float32Array(ROWS);
  const lengths = squares.map((square) => Math.sqrt(square) || 1);
  return (s, into) => {
    const mine = lengths[s] as number;
    each(s, (row, weight) => {
      spread[row] = (spread[row] as number) + weight;
    });
    for (let t = 0; t <= s; t++) {
      let sum = 0;
      for (let group = 0; group < 3; group++) {
        let part = 0;
        const end = at[3 * t + group + 1] as number;
        for (let r = at[3 * t + group] as number; r < end; r++) part += spread[rows[r] as number] as number;
        sum += part * (weights[3 * t + group] as number);
      }
      into[t] = sum / (mine * (lengths[t] as number));
    }
    each(s, (row) => {
      spread[row] = 0;
    });
  };

  function each(s: number, put: (row: number, weight: number) => void): void {
    for (let group = 0; group < 3; group++)
      for (let r = at[3 * s + group] as number; r < (at[3 * s + group + 1] as number); r++)
        put(rows[r] as number, weights[3 * s + group] as number);
  }
}

/** The dot product of rows of `width` numbers: the cosine where they have the length 1. */
export function denseLikeness(rows: Float32Array, width: number): Likeness {
  return (s, into) => {
    const mine = rows.subarray(s * width, (s + 1) * width);
    for (let t = 0, at = 0; t <= s; t++, at += width) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (mine[k] as number) * (rows[at + k] as number);
      into[t] = sum;
    }
  };
}

/**
 * A kernel over utterances of one or more parts: every part of one against every part of the other, each likeness bent by `bend`, summed, and divided by
 * the number of parts to the power `evening` on both sides (0: the one part that matters counts whole; 0.5: all utterances have about the length 1).
 */
export function kernelOf(
  { n, parts, owner }: { n: number; parts: number; owner: ArrayLike<number> },
  likeness: Likeness,
  bend: (x: number) => number,
  evening = 0.25,
): Kernel {
  const values = new Float32Array(n * n);
  const row = new Float32Array(parts);
  const many = new Float32Array(n);
  for (let s = 0; s < parts; s++) many[owner[s] as number] = (many[owner[s] as number] as number) + 1;
  for (let s = 0; s < parts; s++) {
    likeness(s, row);
    const i = owner[s] as number;
    for (let t = 0; t <= s; t++) {
      const j = owner[t] as number;
      const value = bend(row[t] as number);
      values[i * n + j] = (values[i * n + j] as number) + value;
      if (i === j && s !== t) values[i * n + j] = (values[i * n + j] as number) + value;
    }
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const value = (values[i * n + j] as number) / ((many[i] as number) * (many[j] as number)) ** evening;
      values[i * n + j] = value;
      values[j * n + i] = value;
    }
  return { n, values };
}

/** A weighted sum. A part with `of` looks at another utterance in the place of each: what was said before it; 0 where there is none (-1). */
export function sumOf(parts: { kernel: Kernel; weight: number; of?: Int32Array }[]): Kernel {
  const n = parts[0]?.kernel.n ?? 0;
  const values = new Float32Array(n * n);
  for (const { kernel, weight, of } of parts)
    for (let i = 0; i < n; i++) {
      const from = of ? (of[i] as number) : i;
      if (from < 0) continue;
      for (let j = 0; j < n; j++) {
        const to = of ? (of[j] as number) : j;
        if (to >= 0) values[i * n + j] = (values[i * n + j] as number) + weight * (kernel.values[from * n + to] as number);
      }
    }
  return { n, values };
}

const ROUNDS = 12;
const CLOSE = 0.1;

/**
 * What a head with squared hinge loss, taught on `which` by dual coordinate descent in the kernel, says of all `n`. `wanted`: 1, -1, or 0 unknown.
 * The bias is a likeness of 1 that all share.
 */
export function listen(
  { n, values }: Kernel,
  wanted: Int8Array,
  which: Int32Array,
  options: { cost: number; missCost: number; seed: number },
): Float32Array {
  const known = which.filter((i) => wanted[i] !== 0);
  const alpha = new Float32Array(known.length);
  const said = new Float32Array(n);
  const order = Int32Array.from(known.keys());
  const chance = chanceOf(options.seed);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, chance);
    let worst = 0;
    for (const k of order) {
      const i = known[k] as number;
      const y = wanted[i] as number;
      const slack = 1 / (2 * options.cost * (y > 0 ? options.missCost : 1));
      const before = alpha[k] as number;
      const gradient = y * (said[i] as number) - 1 + slack * before;
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < CLOSE / 4) continue;
      const after = Math.max(before - gradient / ((values[i * n + i] as number) + 1 + slack), 0);
      const step = (after - before) * y;
      alpha[k] = after;
      const row = i * n;
      for (let j = 0; j < n; j++) said[j] = (said[j] as number) + step * ((values[row + j] as number) + 1);
    }
    if (worst < CLOSE) break;
  }
  return said;
}
