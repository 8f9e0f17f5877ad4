import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Calibration } from './calibrated.ts';
import { ROWS } from './features.ts';
import type { Layout } from './inputs.ts';
import type { Network } from './network.ts';
import type { Vectors } from './vectors.ts';

/** A head of the second layer: what it is called, what its outputs have turned out to be worth, and from which confidence on it speaks. */
export interface Head {
  name: string;
  calibration: Calibration;
  threshold: number;
}

/** What stands at the beginning of the model file, as JSON. */
export interface Card {
  version: string;
  /** Names of the first layer's heads, in the order of their columns. */
  sensors: string[];
  around: number[];
  heads: Head[];
  hidden: number;
  inputs: number;
  words: number;
  dimensions: number;
  /** Files it learned from, with licence and SHA-256. */
  corpora: { file: string; licence: string; cite: string; sha256: string }[];
}

export interface Model {
  card: Card;
  layout: Layout;
  /** First layer: a weight of -127 … 127 a row and sensor, times the sensor's scale, plus its bias. */
  weights: Int8Array;
  scales: Float32Array;
  biases: Float32Array;
  network: Network;
  vectors: Vectors;
}

const MAGIC = 'HEED';
const FILE = path.join(import.meta.dirname, 'model.bin');
let loaded: Model | null = null;

/** The model that Heed comes with, read once a process. */
export function ourModel(): Model {
  loaded ??= modelOf(readFileSync(FILE));
  return loaded;
}

/** A model from the bytes of its file. @throws Error when they are none of ours. */
export function modelOf(bytes: Buffer): Model {
  if (bytes.toString('latin1', 0, 4) !== MAGIC) throw new Error('This is no model of Heed.');
  const length = bytes.readUInt32LE(4);
  const card = JSON.parse(bytes.toString('utf8', 8, 8 + length)) as Card;
  let at = bytes.byteOffset + padded(8 + length);
  // A view of floats must begin at a multiple of four, which a pooled buffer does not promise.
  const buffer = at % 4 === 0 ? bytes.buffer : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  if (buffer !== bytes.buffer) at -= bytes.byteOffset;
  const floats = (n: number) => {
    const view = new Float32Array(buffer, at, n);
    at += n * 4;
    return view;
  };
  const small = (n: number) => {
    const view = new Int8Array(buffer, at, n);
    at += padded(n);
    return view;
  };
  const { sensors, heads, hidden, inputs, words, dimensions } = card;
  const weights = small(ROWS * sensors.length);
  const scales = floats(sensors.length);
  const biases = floats(sensors.length);
  const into = floats((inputs + 1) * hidden);
  const out = floats((hidden + inputs + 1) * heads.length);
  const values = small(words * dimensions);
  const wordScales = floats(words);
  const list = Buffer.from(buffer, at).toString('utf8').split('\n', words);
  return {
    card,
    layout: { sensors: sensors.length, around: Int32Array.from(card.around), dimensions },
    weights,
    scales,
    biases,
    network: { inputs, hidden, outputs: heads.length, into, out },
    vectors: { at: new Map(list.map((word, i) => [word, i])), dimensions, values, scales: wordScales },
  };
}

/** The bytes of a model's file, the same for the same model. */
export function bytesOf({ card, weights, scales, biases, network, vectors }: Model): Buffer {
  const head = Buffer.from(JSON.stringify(card), 'utf8');
  const start = Buffer.alloc(padded(8 + head.length));
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(head.length, 4);
  head.copy(start, 8);
  const floats = (view: Float32Array) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const small = (view: Int8Array) => {
    const block = Buffer.alloc(padded(view.length));
    Buffer.from(view.buffer, view.byteOffset, view.byteLength).copy(block);
    return block;
  };
  const words = Buffer.from([...vectors.at.keys()].join('\n'), 'utf8');
  const parts = [small(weights), floats(scales), floats(biases), floats(network.into), floats(network.out)];
  return Buffer.concat([start, ...parts, small(vectors.values), floats(vectors.scales), words]);
}

function padded(n: number): number {
  return (n + 3) & ~3;
}
