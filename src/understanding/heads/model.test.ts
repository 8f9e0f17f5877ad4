import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROWS } from './features.ts';
import { widthOf } from './inputs.ts';
import { bytesOf, type Model, modelOf, ourModel } from './model.ts';

const FILE = path.join(import.meta.dirname, 'model.bin');

/** A model of two sensors and one head, all of it made up. */
function tiny(): Model {
  const layout = { sensors: 2, around: Int32Array.of(0), dimensions: 3 };
  const inputs = widthOf(layout);
  const hidden = 2;
  const fill = (n: number) => Float32Array.from({ length: n }, (_, i) => Math.fround(Math.sin(i)));
  return {
    card: {
      version: 'tiny-é',
      sensors: ['a', 'b'],
      around: [0],
      heads: [{ name: 'need', calibration: { x: [0, 1], p: [0, 0.5] }, threshold: 0.25 }],
      hidden,
      inputs,
      words: 2,
      dimensions: 3,
      corpora: [],
    },
    layout,
    weights: Int8Array.from({ length: ROWS * 2 }, (_, i) => (i % 255) - 127),
    scales: Float32Array.of(0.5, 0.25),
    biases: Float32Array.of(-1, 1),
    network: { inputs, hidden, outputs: 1, into: fill((inputs + 1) * hidden), out: fill(hidden + inputs + 1) },
    vectors: {
      at: new Map([
        ['day', 0],
        ['night', 1],
      ]),
      dimensions: 3,
      values: Int8Array.of(1, 2, 3, -4, -5, -6),
      scales: Float32Array.of(0.1, 0.2),
    },
  };
}

test('what is written is what is read, wherever the bytes lie', () => {
  const model = tiny();
  const bytes = bytesOf(model);
  assert.deepEqual(modelOf(bytes), model);
  for (const shift of [1, 2, 3, 4]) {
    const moved = Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift);
    assert.deepEqual(modelOf(moved), model, `${shift} bytes in`);
  }
});

test('the same model has the same bytes, and the one we come with is written as it was read', () => {
  assert.ok(bytesOf(tiny()).equals(bytesOf(tiny())));
  const bytes = readFileSync(FILE);
  assert.ok(bytesOf(modelOf(bytes)).equals(bytes));
});

test('other bytes are refused, and a file that breaks off is', () => {
  for (const wrong of [Buffer.alloc(0), Buffer.from('heed'), Buffer.from('{"version":"1"}'), Buffer.alloc(64)])
    assert.throws(() => modelOf(wrong), /no model of Heed/);
  const bytes = bytesOf(tiny());
  for (const length of [6, 100, 5000, bytes.length >> 1])
    assert.throws(() => modelOf(Buffer.from(bytes.subarray(0, length))), `${length} bytes`);
});

test('the model is under 8 MiB', () => {
  assert.ok(statSync(FILE).size < 8 * 1024 * 1024, String(statSync(FILE).size));
});

test('it is there within 150 ms, at the best of three times', () => {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    modelOf(readFileSync(FILE));
    return performance.now() - start;
  });
  assert.ok(Math.min(...times) < 150, String(times));
});

test('it is read once', () => {
  assert.equal(ourModel(), ourModel());
});

test('its card fits what it carries', () => {
  const { card, layout, weights, network, vectors } = ourModel();
  assert.equal(weights.length, ROWS * card.sensors.length);
  assert.equal(card.inputs, widthOf(layout));
  assert.equal(network.into.length, (card.inputs + 1) * card.hidden);
  assert.equal(network.out.length, (card.hidden + card.inputs + 1) * card.heads.length);
  assert.equal(vectors.at.size, card.words);
  assert.match(card.version, /^heads-[0-9a-f]{8}$/);
  assert.equal(new Set(card.heads.map(({ name }) => name)).size, card.heads.length);
  for (const { name, threshold, calibration } of card.heads) {
    assert.ok(threshold > 0 && threshold < 1, `${name} speaks from ${threshold} on`);
    const rising = (some: number[]) => some.every((value, i) => i === 0 || value >= (some[i - 1] ?? 0));
    assert.ok(rising(calibration.x) && rising(calibration.p), name);
    assert.ok(
      calibration.p.every((p) => p >= 0 && p <= 1),
      name,
    );
  }
});

test('every number in it is one', () => {
  const { scales, biases, network, vectors } = ourModel();
  for (const numbers of [scales, biases, network.into, network.out, vectors.scales]) assert.ok(numbers.every(Number.isFinite));
});
