import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calibrated } from './calibrated.ts';

const LINE = { x: [0.2, 0.4, 0.8], p: [0.1, 0.5, 0.7] };

test('between two points it is the straight line, beyond them flat', () => {
  assert.equal(calibrated(LINE, 0), 0.1);
  assert.equal(calibrated(LINE, 0.2), 0.1);
  assert.ok(Math.abs(calibrated(LINE, 0.3) - 0.3) < 1e-12);
  assert.equal(calibrated(LINE, 0.4), 0.5);
  assert.ok(Math.abs(calibrated(LINE, 0.6) - 0.6) < 1e-12);
  assert.equal(calibrated(LINE, 0.8), 0.7);
  assert.equal(calibrated(LINE, 5), 0.7);
});

test('with no point at all what is said stands; with one it is the same everywhere', () => {
  assert.equal(calibrated({ x: [], p: [] }, 0.37), 0.37);
  for (const output of [-1, 0.5, 2]) assert.equal(calibrated({ x: [0.5], p: [0.25] }, output), 0.25);
});

test('two points in one place do not divide by nothing', () => {
  assert.ok(Number.isFinite(calibrated({ x: [0.1, 0.5, 0.5, 0.9], p: [0, 0.2, 0.4, 1] }, 0.5)));
});

const points = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 24 })
  .map((some) => ({ x: some.map(([x]) => x).sort((a, b) => a - b), p: some.map(([, p]) => p).sort((a, b) => a - b) }));

test('whatever rising line it was made of: more never means less, and it stays between the least and the most', () => {
  fc.assert(
    fc.property(points, fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }), (line, a, b) => {
      const low = calibrated(line, Math.min(a, b));
      const high = calibrated(line, Math.max(a, b));
      assert.ok(low <= high + 1e-9, `${low} then ${high}`);
      assert.ok(low >= (line.p[0] ?? 0) - 1e-9 && high <= (line.p.at(-1) ?? 1) + 1e-9);
    }),
    { numRuns: 300 },
  );
});
