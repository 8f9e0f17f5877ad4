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
  const network = emptyNetwork(inputs, hidden, outputs);
  const chance = chanceOf(options.seed);
  for (let i = 0; i < inputs * hidden; i++) network.into[i] = (chance() * 2 - 1) * Math.sqrt(3 / Math.min(inputs, 100)) * 0.5;
  for (let i = 0; i < hidden * outputs; i++) network.out[i] = (chance() * 2 - 1) * 0.1;
  const adam = [adamFor(network.into), adamFor(network.out)] as const;
  const into = new Float32Array(network.into.length);
  const out = new Float32Array(network.out.length);
  const order = Int32Array.from(which);
  const x = new Float32Array(inputs);
  const h = new Float32Array(hidden);
  const dh = new Float32Array(hidden);
  const error = new Float32Array(outputs);
  const keep = 1 / (1 - options.dropout);
  const steps = Math.ceil(order.length / BATCH) * options.rounds;
  let step = 0;
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, chance);
    for (let from = 0; from < order.length; from += BATCH) {
      into.fill(0);
      out.fill(0);
      const to = Math.min(order.length, from + BATCH);
      for (let b = from; b < to; b++) {
        const i = order[b] as number;
        forward(i);
        backward(i);
      }
      step++;
      const rate = options.rate * (1 - step / (steps + 1));
      adam[0](into, rate, step, options.decay, to - from);
      adam[1](out, rate, step, options.decay, to - from);
    }
  }
  return network;

  function forward(i: number): void {
    for (let k = 0; k < hidden; k++) h[k] = network.into[inputs * hidden + k] as number;
    for (let k = 0; k < outputs; k++) error[k] = network.out[(hidden + inputs) * outputs + k] as number;
    for (let j = 0; j < inputs; j++) {
      let value = rows[i * inputs + j] as number;
      if (value !== 0) value = chance() < options.dropout ? 0 : value * keep;
      x[j] = value;
      if (value === 0) continue;
      for (let k = 0; k < hidden; k++) h[k] = (h[k] as number) + value * (network.into[j * hidden + k] as number);
      const direct = (hidden + j) * outputs;
      for (let k = 0; k < outputs; k++) error[k] = (error[k] as number) + value * (network.out[direct + k] as number);
    }
    for (let j = 0; j < hidden; j++) {
      const value = h[j] as number;
      if (value <= 0) {
        h[j] = 0;
        continue;
      }
      for (let k = 0; k < outputs; k++) error[k] = (error[k] as number) + value * (network.out[j * outputs + k] as number);
    }
  }

  function backward(i: number): void {
    const weight = weights[i] as number;
    for (let k = 0; k < outputs; k++) {
      const y = wanted[i * outputs + k] as number;
      error[k] = y < 0 ? 0 : (1 / (1 + Math.exp(-(error[k] as number))) - y) * weight;
    }
    for (let j = 0; j < hidden; j++) {
      const value = h[j] as number;
      let sum = 0;
      if (value > 0)
        for (let k = 0; k < outputs; k++) {
          const e = error[k] as number;
          sum += e * (network.out[j * outputs + k] as number);
          out[j * outputs + k] = (out[j * outputs + k] as number) + e * value;
        }
      dh[j] = sum;
    }
    for (let j = 0; j < inputs; j++) {
      const value = x[j] as number;
      if (value === 0) continue;
      const direct = (hidden + j) * outputs;
      for (let k = 0; k < outputs; k++) out[direct + k] = (out[direct + k] as number) + (error[k] as number) * value;
      for (let k = 0; k < hidden; k++) into[j * hidden + k] = (into[j * hidden + k] as number) + (dh[k] as number) * value;
    }
    for (let k = 0; k < hidden; k++) into[inputs * hidden + k] = (into[inputs * hidden + k] as number) + (dh[k] as number);
    for (let k = 0; k < outputs; k++)
      out[(hidden + inputs) * outputs + k] = (out[(hidden + inputs) * outputs + k] as number) + (error[k] as number);
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
