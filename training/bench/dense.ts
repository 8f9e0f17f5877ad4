import { ascendDense as ascendLine, denseScore } from '../dense.ts';

/** Rows of `width` numbers. */
export interface Dense {
  n: number;
  width: number;
  rows: Float32Array;
}

const STILL = 0.01;

/** A straight line over few, dense inputs, taught on `which`. Returns what it says of all rows. */
export function ascendDense(
  { n, width, rows }: Dense,
  wanted: Int8Array,
  which: Int32Array,
  options: { cost: number; missCost: number; rounds: number; seed: number },
): Float32Array {
  const line = ascendLine({ rows, inputs: width, wanted }, which, { ...options, until: STILL });
  return Float32Array.from({ length: n }, (_, i) => denseScore(line, rows, i));
}
