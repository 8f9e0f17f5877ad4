import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf } from './chance.ts';
import { ascendDense, denseScore } from './dense.ts';

/** Points of a plane, yes above the line x + 2y = 1 (with room around it). */
const chance = chanceOf(11);
const POINTS = Array.from({ length: 200 }, () => [chance() * 4 - 2, chance() * 4 - 2] as const).filter(
  ([x, y]) => Math.abs(x + 2 * y - 1) > 0.3,
);
const ROWS = Float32Array.from(POINTS.flat());
const WANTED = Int8Array.from(POINTS, ([x, y]) => (x + 2 * y > 1 ? 1 : -1));
const ALL = Int32Array.from(POINTS.keys());
const OPTIONS = { cost: 10, missCost: 1, rounds: 100, seed: 7 };

test('a line is found where there is one', () => {
  const w = ascendDense({ rows: ROWS, inputs: 2, wanted: WANTED }, ALL, OPTIONS);
  for (const i of ALL) assert.ok((WANTED[i] ?? 0) * denseScore(w, ROWS, i) > 0, String(POINTS[i]));
  assert.ok(Math.abs((w[1] ?? 0) / (w[0] ?? 1) - 2) < 0.3, `${w}`);
});

test('the same again, byte for byte', () => {
  const once = () => Buffer.from(ascendDense({ rows: ROWS, inputs: 2, wanted: WANTED }, ALL, OPTIONS).buffer);
  assert.ok(once().equals(once()));
});

test('a row beyond the examples is a copy of one: it is learned from with the same answer', () => {
  const n = WANTED.length;
  const doubled = new Float32Array(ROWS.length * 2);
  doubled.set(ROWS);
  doubled.set(
    ROWS.map((x) => x * 1.5),
    ROWS.length,
  );
  const both = Int32Array.from([...ALL, ...ALL.map((i) => i + n)]);
  const w = ascendDense({ rows: doubled, inputs: 2, wanted: WANTED }, both, OPTIONS);
  const right = [...both].filter((i) => (WANTED[i % n] ?? 0) * denseScore(w, doubled, i) > 0).length;
  assert.ok(right / both.length > 0.9, `${right} of ${both.length}`);
});

test('what nobody knows teaches nothing', () => {
  assert.deepEqual(ascendDense({ rows: ROWS, inputs: 2, wanted: new Int8Array(WANTED.length) }, ALL, OPTIONS), new Float32Array(3));
});
