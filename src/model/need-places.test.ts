import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Place } from './need.ts';
import { isForest, laddersOf, merged, moved, sharedWords, whereToHang } from './need-places.ts';

const place = (id: string, depth: number, parentId: string | null = null): Place => ({ id, parentId, depth });
const after = (needs: Place[], changed: Place[] | null) => {
  assert.ok(changed);
  const now = new Map(changed.map((one) => [one.id, one]));
  return needs.map((one) => now.get(one.id) ?? one);
};
const told = (needs: Place[]) => needs.map(({ id, parentId, depth }) => `${parentId ?? ''}>${id}${depth}`);

test('hung under something deeper it goes as deep, and takes along what hangs under it', () => {
  const needs = [place('a', 2), place('b', 0), place('c', 1, 'b')];
  assert.deepEqual(told(after(needs, moved(needs, { id: 'b', parentId: 'a' }))), ['>a2', 'a>b2', 'b>c2']);
});

test('made less deep than what it hangs under it goes to the nearest above that is not deeper', () => {
  const needs = [place('a', 0), place('b', 1, 'a'), place('c', 2, 'b')];
  assert.deepEqual(told(after(needs, moved(needs, { id: 'c', depth: 1 }))), ['>a0', 'a>b1', 'b>c1']);
  assert.deepEqual(told(after(needs, moved(needs, { id: 'c', depth: 0 }))), ['>a0', 'a>b1', 'a>c0']);
  assert.deepEqual(told(after(needs, moved(needs, { id: 'c', parentId: null }))), ['>a0', 'a>b1', '>c2']);
});

test('under itself, under what hangs under it, or under what is not here it cannot hang; a move to where it is moves nothing', () => {
  const needs = [place('a', 0), place('b', 1, 'a'), place('c', 2, 'b')];
  assert.equal(moved(needs, { id: 'a', parentId: 'c' }), null);
  assert.equal(moved(needs, { id: 'a', parentId: 'a' }), null);
  assert.equal(moved(needs, { id: 'a', parentId: 'gone' }), null);
  assert.equal(moved(needs, { id: 'gone' }), null);
  assert.deepEqual(moved(needs, { id: 'b' }), []);
});

test('merged, what hung under the one hangs under the other; into what hangs under it, the way there goes up a step', () => {
  const needs = [place('a', 0), place('b', 1, 'a'), place('c', 2, 'b'), place('d', 1, 'a')];
  const left = (changed: Place[] | null, gone: string) => told(after(needs, changed).filter((one) => one.id !== gone));
  assert.deepEqual(left(merged(needs, { id: 'd', into: 'b' }), 'd'), ['>a0', 'a>b1', 'b>c2']);
  assert.deepEqual(left(merged(needs, { id: 'b', into: 'd' }), 'b'), ['>a0', 'd>c2', 'a>d1']);
  assert.deepEqual(left(merged(needs, { id: 'a', into: 'c' }), 'a'), ['>b1', 'b>c2', 'c>d2']);
  assert.equal(merged(needs, { id: 'a', into: 'a' }), null);
});

/** Any forest: each need hangs under one made before it, as deep at least. */
const forests = fc
  .array(fc.record({ under: fc.nat(), alone: fc.boolean(), deeper: fc.nat(2), depth: fc.nat(4) }), { minLength: 1, maxLength: 12 })
  .map((seeds) => {
    const needs: Place[] = [];
    for (const [i, { under, alone, deeper, depth }] of seeds.entries()) {
      const parent = alone || i === 0 ? undefined : needs[under % i];
      needs.push(parent ? place(`n${i}`, Math.min(4, parent.depth + deeper), parent.id) : place(`n${i}`, depth));
    }
    return needs;
  });

test('whatever is moved wherever, or merged with whatever, ladders stay ladders, and putting back what changed undoes it', () => {
  fc.assert(
    fc.property(forests, fc.nat(), fc.option(fc.nat()), fc.option(fc.integer({ min: -1, max: 6 })), (needs, which, under, depth) => {
      assert.ok(isForest(needs));
      const id = needs[which % needs.length]?.id ?? '';
      const other = under === null ? null : (needs[under % needs.length]?.id ?? null);
      const changed = moved(needs, { id, parentId: other, ...(depth === null ? {} : { depth }) });
      if (changed) {
        const now = after(needs, changed);
        assert.ok(isForest(now), told(now).join(' '));
        const back = needs.filter((one) => changed.some((place) => place.id === one.id));
        assert.deepEqual(after(now, back), needs);
      }
      const joined = other ? merged(needs, { id, into: other }) : null;
      if (joined) assert.ok(isForest(after(needs, joined).filter((one) => one.id !== id)));
    }),
  );
});

test('a circle, a parent from elsewhere and a child above its parent are no forest, and still fall into ladders', () => {
  assert.equal(isForest([place('a', 0, 'b'), place('b', 0, 'a')]), false);
  assert.equal(isForest([place('a', 0, 'gone')]), false);
  assert.equal(isForest([place('a', 2), place('b', 1, 'a')]), false);
  assert.equal(isForest([place('a', 5)]), false);
  assert.deepEqual(
    laddersOf([place('a', 0, 'b'), place('b', 1, 'a'), place('c', 2, 'gone')]).map((ladder) => ladder.length),
    [2, 1],
  );
});

test('something newly heard goes under the ladder that speaks of the same, else under the one that reaches nearest', () => {
  const need = (id: string, depth: number, statement: string, parentId: string | null = null) => ({
    ...place(id, depth, parentId),
    statement,
    quotes: [],
  });
  const needs = [need('a', 0, 'Nobody acts on the alarms'), need('b', 1, 'No person at night', 'a'), need('x', 0, 'Invoices arrive late')];
  assert.equal(whereToHang(needs, { depth: 2, words: 'The alarms cost us a week' }), 'b');
  assert.equal(whereToHang(needs, { depth: 2, words: 'Late invoices cost us the discount' }), 'x');
  assert.equal(whereToHang(needs, { depth: 3, words: 'My name' }), 'b');
  assert.equal(whereToHang(needs, { depth: 0, words: 'Alarms' }), null);
  assert.equal(whereToHang([], { depth: 4, words: 'Alarms' }), null);
});

test('words in common are counted once each, whatever their capitals; short ones tell nothing', () => {
  assert.equal(sharedWords('The alarm. The ALARM and the van', 'An alarm in the van'), 1);
  assert.equal(sharedWords('', 'x'), 0);
});
