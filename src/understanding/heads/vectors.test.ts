import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hear } from '../language/words.ts';
import { ourModel } from './model.ts';
import { meanInto, type Vectors } from './vectors.ts';

const TINY: Vectors = {
  at: new Map([
    ['north', 0],
    ['east', 1],
  ]),
  dimensions: 2,
  values: Int8Array.of(127, 0, 0, 127),
  scales: Float32Array.of(1, 1),
};

function meanOf(text: string, vectors: Vectors): Float32Array {
  const mean = new Float32Array(vectors.dimensions);
  meanInto(mean, 0, hear(text).words, vectors);
  return mean;
}

function nearness(one: string, other: string): number {
  const { vectors } = ourModel();
  const a = meanOf(one, vectors);
  const b = meanOf(other, vectors);
  return a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0);
}

test('a mean points between its words and has the length 1', () => {
  const [x = 0, y = 0] = meanOf('north east', TINY);
  assert.ok(Math.abs(x - Math.SQRT1_2) < 1e-6 && Math.abs(y - Math.SQRT1_2) < 1e-6);
  assert.deepEqual([...meanOf('north', TINY)], [1, 0]);
});

test('words that nobody knows say nothing, and leave the others as they are', () => {
  assert.deepEqual([...meanOf('zyxwv', TINY)], [0, 0]);
  assert.deepEqual([...meanOf('', TINY)], [0, 0]);
  assert.deepEqual([...meanOf('zyxwv north', TINY)], [1, 0]);
});

test('it writes where it is told to and nowhere else', () => {
  const into = new Float32Array(6);
  meanInto(into, 2, hear('east').words, TINY);
  assert.deepEqual([...into], [0, 0, 0, 1, 0, 0]);
});

test('what means the like is nearer than what does not', () => {
  assert.ok(nearness('doctor', 'nurse') > nearness('doctor', 'gravel'));
  assert.ok(nearness('expensive', 'cheap') > nearness('expensive', 'dog'));
  assert.ok(nearness('the truck was late again', 'our lorry came too late') > nearness('the truck was late again', 'she plays the piano'));
});
