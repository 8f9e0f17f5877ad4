import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walkOn } from './walk.ts';

test('a walk keeps its order while the list behind it changes', () => {
  const begun = walkOn(null, 'all', ['a', 'b', 'c'], 'b');
  assert.deepEqual(begun.ids, ['a', 'b', 'c']);
  assert.equal(walkOn(begun, 'all', ['b', 'c', 'a'], 'b'), begun);
});

test('more of the list lengthens it; another list or a stranger begins anew', () => {
  const begun = walkOn(null, 'all', ['a', 'b'], 'a');
  assert.deepEqual(walkOn(begun, 'all', ['b', 'a', 'd'], 'b').ids, ['a', 'b', 'd']);
  assert.deepEqual(walkOn(begun, 'owed', ['b'], 'b').ids, ['b']);
  assert.deepEqual(walkOn(begun, 'all', ['z', 'a'], 'z').ids, ['z', 'a']);
});
