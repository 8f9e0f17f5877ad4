import { emptyNetwork, type Network } from '#understanding/heads/network.ts';
import { chanceOf, shuffle } from './chance.ts';

export interface TeachOptions {
  hidden: number;
  rounds: number;
  rate: number;
  /** Share of the inputs that are hidden from it in each step, so that it leans on none. */
  dropout: number;
  decay: number;
  seed: number;
}

const BATCH = 32;

/**
 * A network with one hidden layer and a direct path, by Adam (Kingma and Ba, ICLR 2015) on cross-entropy. `rows`: inputs; `wanted`: a row of
 * `outputs` numbers an example, 0 to 1, and -1 where nobody knows; `weights`: how much an example counts.
 */
export function teach(
  data: { rows: Float32Array; wanted: Float32Array; weights: Float32Array; inputs: number; outputs: number },
  which: Int32Array,
  options: TeachOptions,
): Network {
  const { rows, wanted, weights, inputs, outputs } = data;
  const { hidden } = options;
  const width = hidden + outputs;
  const chance = chanceOf(options.seed);
  // A row of `hidden` and `outputs` an input, and one for the biases; then a row of `outputs` a hidden unit.
  const first = new Float32Array((inputs + 1) * width);
  const second = new Float32Array(hidden * outputs);
  const reach = Math.sqrt(3 / Math.min(inputs, 100)) * 0.5;
  for (let j = 0; j < inputs; j++) for (let k = 0; k < hidden; k++) first[j * width + k] = (chance() * 2 - 1) * reach;
  for (let i = 0; i < second.length; i++) second[i] = (chance() * 2 - 1) * 0.1;
  const steps = { first: adamFor(first), second: adamFor(second) };
  const ofFirst = new Float32Array(first.length);
  const ofSecond = new Float32Array(second.length);
  const order = Int32Array.from(which);
  const told = new Int32Array(inputs);
  const values = new Float64Array(inputs);
  const sums = new Float64Array(width);
  const errors = new Float64Array(width);
  const keep = 1 / (1 - options.dropout);
  const all = Math.ceil(order.length / BATCH) * options.rounds;
  let step = 0;
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, chance);
    for (let from = 0; from < order.length; from += BATCH) {
      ofFirst.fill(0);
      ofSecond.fill(0);
      const to = Math.min(order.length, from + BATCH);
      for (let b = from; b < to; b++) {
        const i = order[b] as number;
        backward(i, forward(i));
      }
      step++;
      const rate = options.rate * (1 - step / (all + 1));
      steps.first(ofFirst, rate, step, options.decay, to - from);
      steps.second(ofSecond, rate, step, options.decay, to - from);
    }
  }
  return taught();

  function forward(i: number): number {
    let n = 0;
    for (let j = 0; j < inputs; j++) {
      const value = rows[i * inputs + j] as number;
      if (value === 0 || chance() < options.dropout) continue;
      told[n] = j;
      values[n++] = value * keep;
    }
    for (let k = 0; k < width; k++) sums[k] = first[inputs * width + k] as number;
    for (let t = 0; t < n; t++) {
      const x = values[t] as number;
      const row = (told[t] as number) * width;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + x * (first[row + k] as number);
    }
    for (let j = 0; j < hidden; j++) {
      const x = sums[j] as number;
      if (x > 0)
        for (let k = 0; k < outputs; k++) sums[hidden + k] = (sums[hidden + k] as number) + x * (second[j * outputs + k] as number);
    }
    return n;
  }

  function backward(i: number, n: number): void {
    const weight = weights[i] as number;
    for (let k = 0; k < outputs; k++) {
      const y = wanted[i * outputs + k] as number;
      errors[hidden + k] = y < 0 ? 0 : (1 / (1 + Math.exp(-(sums[hidden + k] as number))) - y) * weight;
    }
    for (let j = 0; j < hidden; j++) {
      const x = sums[j] as number;
      let sum = 0;
      if (x > 0)
        for (let k = 0; k < outputs; k++) {
          const error = errors[hidden + k] as number;
          sum += error * (second[j * outputs + k] as number);
          ofSecond[j * outputs + k] = (ofSecond[j * outputs + k] as number) + error * x;
        }
      errors[j] = sum;
    }
    for (let t = 0; t < n; t++) {
      const x = values[t] as number;
      const row = (told[t] as number) * width;
      for (let k = 0; k < width; k++) ofFirst[row + k] = (ofFirst[row + k] as number) + x * (errors[k] as number);
    }
    for (let k = 0; k < width; k++) ofFirst[inputs * width + k] = (ofFirst[inputs * width + k] as number) + (errors[k] as number);
  }

  function taught(): Network {
    const network = emptyNetwork(inputs, hidden, outputs);
    for (let j = 0; j <= inputs; j++) {
      network.into.set(first.subarray(j * width, j * width + hidden), j * hidden);
      network.out.set(first.subarray(j * width + hidden, (j + 1) * width), (hidden + j) * outputs);
    }
    network.out.set(second, 0);
    return network;
  }
}

function adamFor(values: Float32Array) {
  const mean = new Float32Array(values.length);
  const square = new Float32Array(values.length);
  return (gradient: Float32Array, rate: number, step: number, decay: number, batch: number) => {
    const first = 1 - 0.9 ** step;
    const second = 1 - 0.999 ** step;
    for (let i = 0; i < values.length; i++) {
      const g = (gradient[i] as number) / batch;
      const m = 0.9 * (mean[i] as number) + 0.1 * g;
      const v = 0.999 * (square[i] as number) + 0.001 * g * g;
      mean[i] = m;
      square[i] = v;
      values[i] = (values[i] as number) * (1 - rate * decay) - (rate * (m / first)) / (Math.sqrt(v / second) + 1e-8);
    }
  };
}
