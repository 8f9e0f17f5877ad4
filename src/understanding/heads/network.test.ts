import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyNetwork, sigmoid, think, thoughtFor } from './network.ts';

test('an empty network thinks nothing', () => {
  const network = emptyNetwork(3, 2, 2);
  const thought = thoughtFor(network);
  think(network, Float32Array.of(1, -2, 3), 0, thought);
  assert.deepEqual([...thought.logits], [0, 0]);
  assert.deepEqual([...thought.sums], [0, 0, 0, 0]);
});

test('hidden units, the direct path and the bias add up as by hand', () => {
  const network = emptyNetwork(2, 2, 1);
  // Hidden 0: x0 - x1 + 1; hidden 1: -5 x0, which stays below 0 and is silent.
  network.into.set([1, -5, -1, 0, 1, 0]);
  // Rows: hidden 0, hidden 1, input 0, input 1, bias.
  network.out.set([2, 100, 0.5, 0.25, -3]);
  const thought = thoughtFor(network);
  think(network, Float32Array.of(3, 2), 0, thought);
  assert.deepEqual([...thought.sums.subarray(0, 2)], [2, -15]);
  assert.equal(thought.logits[0], 2 * 2 + 0.5 * 3 + 0.25 * 2 - 3);
});

test('it reads its own row of many, and leaves nothing of one for the next', () => {
  const network = emptyNetwork(2, 1, 1);
  network.into.set([1, 1, 0]);
  network.out.set([1, 0, 0, 0]);
  const rows = Float32Array.of(1, 2, 10, 20, 1, 2);
  const thought = thoughtFor(network);
  const said = [0, 2, 4].map((at) => {
    think(network, rows, at, thought);
    return thought.logits[0];
  });
  assert.deepEqual(said, [3, 30, 3]);
});

test('without hidden units it is a straight line', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 3, maxLength: 3 }), (x) => {
      const network = emptyNetwork(3, 1, 1);
      network.out.set([0, 1, 2, 3, 4]);
      const thought = thoughtFor(network);
      think(network, Float32Array.from(x), 0, thought);
      assert.equal(thought.logits[0], (x[0] ?? 0) + 2 * (x[1] ?? 0) + 3 * (x[2] ?? 0) + 4);
    }),
  );
});

test('the sigmoid rises from 0 over a half to 1', () => {
  assert.equal(sigmoid(0), 0.5);
  assert.ok(sigmoid(-40) < 1e-9 && sigmoid(40) > 1 - 1e-9);
  assert.ok(Math.abs(sigmoid(2) + sigmoid(-2) - 1) < 1e-12);
});
