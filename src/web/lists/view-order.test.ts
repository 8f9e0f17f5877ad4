import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SavedView } from '#model/saved-view.ts';
import { groupOf, inSight, movedTo } from './view-order.ts';

const view = (id: string, shared = false): SavedView => ({ id, of: 'people', name: id, search: {}, shared, mine: true, count: null });
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => view(id));
const names = (views: SavedView[]) => views.map(({ id }) => id).join('');

test('the first stand in the bar, the rest behind a button', () => {
  const { inBar, rest } = inSight(five, undefined, 3);
  assert.deepEqual([names(inBar), names(rest)], ['abc', 'de']);
});

test('the one that is open is always in sight, and stands there once', () => {
  assert.deepEqual([names(inSight(five, five[4], 3).inBar), names(inSight(five, five[4], 3).rest)], ['abce', 'd']);
  assert.equal(names(inSight(five, five[1], 3).inBar), 'abc');
});

test('no view is lost between the bar and the button', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 5 }), (most, at) => {
      const { inBar, rest } = inSight(five, five[at], most);
      assert.deepEqual([...inBar, ...rest].map(({ id }) => id).sort(), ['a', 'b', 'c', 'd', 'e']);
    }),
  );
});

test('one’s own views and everybody’s are ordered apart', () => {
  const mixed = [view('a', true), view('b'), view('c', true)];
  assert.deepEqual(groupOf(mixed, view('x', true)), ['a', 'c']);
  assert.deepEqual(groupOf(mixed, view('x')), ['b']);
});

test('a view goes to another place, and the others keep their order', () => {
  assert.deepEqual(movedTo(['a', 'b', 'c'], 'c', 0), ['c', 'a', 'b']);
  assert.deepEqual(movedTo(['a', 'b', 'c'], 'a', 1), ['b', 'a', 'c']);
  assert.deepEqual(movedTo(['a', 'b', 'c'], 'b', 1), ['a', 'b', 'c']);
  assert.deepEqual(movedTo(['a', 'b', 'c'], 'a', 9), ['b', 'c', 'a']);
});

test('moved there and back, all is as it was', () => {
  const order = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(fc.constantFrom(...order), fc.nat(3), (id, to) => {
      assert.deepEqual(movedTo(movedTo(order, id, to), id, order.indexOf(id)), order);
    }),
  );
});
