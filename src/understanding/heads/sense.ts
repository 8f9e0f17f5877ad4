import { type Features, featuresOf, weightOf } from './features.ts';
import type { Model } from './model.ts';
import type { Unit } from './unit.ts';

const GROUPS = 3;

/** The first layer's scores of each unit, squeezed to -1 … 1: rows of as many numbers as the model has sensors. */
export function sense(units: Unit[], model: Model): Float32Array {
  const { weights, scales, biases } = model;
  const width = scales.length;
  const scores = new Float32Array(units.length * width);
  const sums = new Int32Array(width);
  const total = new Float32Array(width);
  for (const [i, { text, sentence }] of units.entries()) {
    const features = featuresOf(text, sentence.from, sentence.to);
    total.fill(0);
    for (let group = 0; group < GROUPS; group++) addGroup(features, group, weights, sums, total);
    for (let k = 0; k < width; k++) scores[i * width + k] = Math.tanh((total[k] as number) * (scales[k] as number) + (biases[k] as number));
  }
  return scores;
}

function addGroup({ rows, ends }: Features, group: number, weights: Int8Array, sums: Int32Array, total: Float32Array): void {
  const width = sums.length;
  const from = group === 0 ? 0 : (ends[group - 1] as number);
  const to = ends[group] as number;
  sums.fill(0);
  let r = from;
  // Four rows at a time: the sums are read and written a quarter as often.
  for (; r + 3 < to; r += 4) {
    const a = (rows[r] as number) * width;
    const b = (rows[r + 1] as number) * width;
    const c = (rows[r + 2] as number) * width;
    const d = (rows[r + 3] as number) * width;
    for (let k = 0; k < width; k++)
      sums[k] =
        (sums[k] as number) +
        (weights[a + k] as number) +
        (weights[b + k] as number) +
        (weights[c + k] as number) +
        (weights[d + k] as number);
  }
  for (; r < to; r++) {
    const at = (rows[r] as number) * width;
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (weights[at + k] as number);
  }
  const weight = weightOf(group, to - from);
  for (let k = 0; k < width; k++) total[k] = (total[k] as number) + weight * (sums[k] as number);
}
