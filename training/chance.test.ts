import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceOf, foldsOf, shuffle } from './chance.ts';

test('the same seed gives the same chance, another seed another', () => {
  const of = (seed: number) => Array.from({ length: 5 }, chanceOf(seed));
  assert.deepEqual(of(7), of(7));
  assert.notDeepEqual(of(7), of(8));
  // mulberry32 of 7: on every machine these, or no model can be made again.
  assert.deepEqual(
    of(7)
      .slice(0, 4)
      .map((x) => x * 2 ** 32),
    [50271532, 266108690, 4195786334, 3002305430],
  );
});

test('chance lies between 0 and 1 and is fair enough', () => {
  const chance = chanceOf(1);
  const drawn = Array.from({ length: 20_000 }, chance);
  assert.ok(drawn.every((x) => x >= 0 && x < 1));
  assert.ok(Math.abs(drawn.reduce((sum, x) => sum + x, 0) / drawn.length - 0.5) < 0.01);
});

test('a shuffle loses nothing and is another order', () => {
  const list = Int32Array.from({ length: 100 }, (_, i) => i);
  const shuffled = shuffle(Int32Array.from(list), chanceOf(3));
  assert.notDeepEqual(shuffled, list);
  assert.deepEqual(
    [...shuffled].sort((a, b) => a - b),
    [...list],
  );
});

test('a dialogue never falls in two folds, folds are even, and the same again', () => {
  const dialogues = fc.array(fc.constantFrom(...'abcdefghijkl'), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(dialogues, fc.integer({ min: 2, max: 6 }), fc.integer(), (names, k, seed) => {
      const folds = foldsOf(names, k, seed);
      assert.deepEqual(foldsOf(names, k, seed), folds);
      const of = new Map<string, number>();
      for (const [i, name] of names.entries()) {
        const fold = folds[i] ?? -1;
        assert.ok(fold >= 0 && fold < k);
        assert.equal(of.get(name) ?? fold, fold, `${name} in two folds`);
        of.set(name, fold);
      }
      const counts = Array.from({ length: k }, (_, part) => [...of.values()].filter((fold) => fold === part).length);
      assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, String(counts));
    }),
  );
});
