import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aurocOf, bestThreshold, calibrationErrorOf, f1At, f1Of, meanOf, spreadOf } from './figures.ts';

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('F1 by hand', () => {
  near(f1Of(2, 1, 1), 4 / 6);
  near(f1Of(0, 5, 5), 0);
  near(f1Of(3, 0, 0), 1);
  // From 0.5 on: yes yes no yes; so two right, one alarm; one missed below it.
  near(f1At([0.9, 0.8, 0.2, 0.5], [true, false, true, true], 0.5), 4 / 6);
  near(f1At([0.1], [true], 0.5), 0);
});

test('the best threshold lies between the last that should be and the next', () => {
  const { threshold, f1 } = bestThreshold([0.9, 0.8, 0.4, 0.1], [true, true, false, false]);
  near(threshold, 0.6);
  near(f1, 1);
  const mixed = bestThreshold([0.9, 0.8, 0.7, 0.1], [true, false, true, false]);
  near(mixed.threshold, 0.4);
  near(mixed.f1, 0.8);
});

test('equal scores are on the same side; where nothing is there, nothing is said', () => {
  const { threshold, f1 } = bestThreshold([0.5, 0.5, 0.5], [true, false, false]);
  near(threshold, 0.5);
  near(f1, 0.5);
  assert.deepEqual(bestThreshold([0.5, 0.4], [false, false]), { threshold: Number.POSITIVE_INFINITY, f1: 0 });
});

test('no threshold does better than the best', () => {
  const examples = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(examples, fc.double({ min: 0, max: 1, noNaN: true }), (some, other) => {
      const scores = some.map(([score]) => score);
      const truths = some.map(([, truth]) => truth);
      const best = bestThreshold(scores, truths);
      assert.ok(f1At(scores, truths, other) <= best.f1 + 1e-9);
      if (best.f1 > 0) assert.ok(f1At(scores, truths, best.threshold) >= best.f1 - 1e-9);
    }),
  );
});

test('AUROC by hand: of the pairs, how many stand in order, ties half', () => {
  near(aurocOf([0.1, 0.4, 0.35, 0.8], [false, false, true, true]), 0.75);
  near(aurocOf([1, 2, 3], [false, true, true]), 1);
  near(aurocOf([3, 2, 1], [false, true, true]), 0);
  near(aurocOf([5, 5, 5, 5], [true, false, true, false]), 0.5);
  near(aurocOf([1, 1, 2], [true, false, false]), 0.25);
});

test('calibration error by hand: over ten bins, by how much what is said differs from what is so', () => {
  near(calibrationErrorOf([0.05, 0.95], [false, true]), 0.05);
  near(calibrationErrorOf([0.9, 0.9, 0.9, 0.9], [true, true, false, false]), 0.4);
  near(calibrationErrorOf([1, 0], [false, true]), 1);
  near(calibrationErrorOf([0.25, 0.25, 0.75, 0.75], [false, true, true, true]), 0.25);
  near(calibrationErrorOf([], []), 0);
});

test('mean and spread by hand', () => {
  near(meanOf([1, 2, 6]), 3);
  near(meanOf([]), 0);
  near(spreadOf([2, 4]), 1);
  near(spreadOf([5, 5, 5]), 0);
});
