import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calibrated } from '#understanding/heads/calibrated.ts';
import { calibrationOf } from './calibrate.ts';
import { chanceOf } from './chance.ts';
import { calibrationErrorOf } from './figures.ts';

const examples = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 300 });

test('whatever it was made of: the line rises, lies between 0 and 1, and more never means less', () => {
  fc.assert(
    fc.property(examples, (some) => {
      const line = calibrationOf(
        some.map(([output]) => output),
        some.map(([, truth]) => truth),
      );
      assert.equal(line.x.length, line.p.length);
      for (let i = 1; i < line.x.length; i++)
        assert.ok((line.x[i] ?? 0) >= (line.x[i - 1] ?? 0) && (line.p[i] ?? 0) > (line.p[i - 1] ?? 0));
      assert.ok(line.p.every((p) => p >= 0 && p <= 1));
      const said = Array.from({ length: 50 }, (_, i) => calibrated(line, i / 49));
      for (let i = 1; i < said.length; i++) assert.ok((said[i] ?? 0) >= (said[i - 1] ?? 0) - 1e-12);
    }),
    { numRuns: 200 },
  );
});

test('what is too sure of itself is put right', () => {
  const chance = chanceOf(5);
  const outputs = Array.from({ length: 4000 }, chance);
  const truths = outputs.map((output) => chance() < output / 3);
  const line = calibrationOf(outputs, truths);
  const before = calibrationErrorOf(outputs, truths);
  const after = calibrationErrorOf(
    outputs.map((output) => calibrated(line, output)),
    truths,
  );
  assert.ok(before > 0.25 && after < 0.04, `${before} ${after}`);
});

test('a few at the top do not make a head certain', () => {
  const outputs = [...Array.from({ length: 50 }, (_, i) => i / 100), 0.99];
  const line = calibrationOf(
    outputs,
    outputs.map((output) => output > 0.9),
  );
  assert.ok((line.p.at(-1) ?? 1) < 1);
});

test('of nothing there is no line', () => assert.deepEqual(calibrationOf([], []), { x: [], p: [] }));
