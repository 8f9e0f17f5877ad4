import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sigmoid } from '#understanding/heads/network.ts';
import { chanceOf } from './chance.ts';
import { outputsOf } from './layers.ts';
import { teach } from './teach.ts';

const OPTIONS = { hidden: 12, rounds: 150, rate: 0.02, dropout: 0, decay: 0, seed: 7 };

/** One or the other, not both: no straight line parts these. Two heads: it, and its opposite; the second is known of half the examples. */
function toy() {
  const chance = chanceOf(3);
  const n = 160;
  const rows = new Float32Array(n * 2);
  const wanted = new Float32Array(n * 2);
  for (let i = 0; i < n; i++) {
    const [a, b] = [i & 1, (i >> 1) & 1];
    rows.set([a * 2 - 1 + chance() * 0.4 - 0.2, b * 2 - 1 + chance() * 0.4 - 0.2], i * 2);
    wanted.set([a ^ b, i % 8 < 4 ? 1 - (a ^ b) : -1], i * 2);
  }
  return { rows, wanted, weights: new Float32Array(n).fill(1), inputs: 2, outputs: 2 };
}
const ALL = Int32Array.from({ length: 160 }, (_, i) => i);

test('it learns what no straight line can', () => {
  const data = toy();
  const said = outputsOf(teach(data, ALL, OPTIONS), data.rows, ALL);
  const right = ALL.filter((i) => (data.wanted[i * 2] === 1) === sigmoid(said[i * 2] ?? 0) > 0.5).length;
  assert.ok(right / ALL.length > 0.97, `${right} of ${ALL.length}`);
});

test('of what is known of half the examples it still learns, and where nobody knows nothing is held against it', () => {
  const data = toy();
  const said = outputsOf(teach(data, ALL, OPTIONS), data.rows, ALL);
  const right = ALL.filter((i) => (data.wanted[i * 2] === 0) === sigmoid(said[i * 2 + 1] ?? 0) > 0.5).length;
  assert.ok(right / ALL.length > 0.95, `${right} of ${ALL.length}`);
});

test('the same examples and seed give the same bytes, with chance in it as well', () => {
  const options = { ...OPTIONS, rounds: 5, dropout: 0.3, decay: 0.1 };
  const bytes = (seed: number) => {
    const { into, out } = teach(toy(), ALL, { ...options, seed });
    return Buffer.concat([Buffer.from(into.buffer), Buffer.from(out.buffer)]);
  };
  assert.ok(bytes(7).equals(bytes(7)));
  assert.ok(!bytes(7).equals(bytes(8)));
});

test('an example that does not count changes nothing, nor does one that is left out', () => {
  const data = toy();
  const few = ALL.subarray(0, 32);
  const spoiled = { ...data, wanted: data.wanted.map((y, i) => (i >= 64 ? 1 - y : y)) };
  const once = (some: typeof data) => Buffer.from(teach(some, few, { ...OPTIONS, rounds: 3 }).out.buffer);
  assert.ok(once(data).equals(once(spoiled)));
  const weightless = teach({ ...data, weights: new Float32Array(160) }, ALL, { ...OPTIONS, rounds: 3 });
  const said = outputsOf(weightless, data.rows, ALL);
  assert.ok(
    said.every((logit) => Math.abs(logit) < 1),
    'it never moved far from chance',
  );
});
