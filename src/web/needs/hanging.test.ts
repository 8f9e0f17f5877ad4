import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { NeedView } from '#model/pages.ts';
import { parentsFor } from './parents.ts';
import { before, ladders } from './rows.ts';
import { pressOnGrip } from './use-drag.ts';

const need = (id: string, depth: number, parentId: string | null = null): NeedView => ({
  ...{ id, depth, parentId, statement: id, element: null, mustHave: false, understoodAt: null, healedAt: null, healedWith: '' },
  ...{ quotes: [], confirmations: [], answers: [] },
});
const ids = (needs: readonly NeedView[]) => needs.map(({ id }) => id).join('');

test('a need may hang under any other, but not under itself nor under what hangs under it', () => {
  const needs = [need('a', 0), need('b', 1, 'a'), need('c', 2, 'b'), need('x', 0)];
  assert.equal(ids(parentsFor(needs, needs[0])), 'x');
  assert.equal(ids(parentsFor(needs, needs[1])), 'ax');
  assert.equal(ids(parentsFor(needs, needs[2])), 'abx');
});

test('a need that is not there yet may hang under any', () => {
  const needs = [need('a', 0), need('b', 1, 'a')];
  assert.equal(ids(parentsFor(needs, undefined)), 'ab');
  assert.deepEqual(parentsFor([], undefined), []);
});

/** Needs that hang anyhow, also in circles and under what is not here. */
const anyNeeds = fc
  .uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdefgh'), depth: fc.integer({ min: 0, max: 4 }), under: fc.constantFrom(...'abcdefghz', null) }),
    {
      selector: ({ id }) => id,
      maxLength: 8,
    },
  )
  .map((all) => all.map(({ id, depth, under }) => need(id, depth, under)));

test('however needs hang, each is drawn once, and every ladder has one above all others', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const drawn = ladders(needs).map(({ rows }) => rows.flatMap((row) => (row.need ? [row.need.id] : [])));
      assert.deepEqual(drawn.flat().sort(), needs.map(({ id }) => id).sort());
      for (const [i, ladder] of ladders(needs).entries()) assert.equal(ladder.id, drawn[i]?.[0]);
    }),
  );
});

test('the ladder that was dug deepest into stands first', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const counts = ladders(needs).map(({ rows }) => rows.filter((row) => row.need).length);
      assert.deepEqual(
        counts,
        counts.toSorted((a, b) => b - a),
      );
    }),
  );
});

test('a line that goes on from a row comes into another, and a question is asked about a rung that is not there', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      for (const { rows } of ladders(needs))
        for (const [i, row] of rows.entries()) {
          const next = rows[i + 1];
          if (row.down) assert.ok(next && (next.up || next.head));
          if (i === 0) assert.equal(row.up, false);
          if (!row.need) assert.ok(row.depth > row.above.depth && row.depth <= 4);
        }
    }),
  );
});

test('a need goes under another that is drawn above it, never under its own', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      for (const { rows } of ladders(needs)) {
        const order = rows.flatMap((row) => (row.need ? [row.need] : []));
        for (const one of order) {
          const under = before(rows, one.id);
          if (!under) continue;
          assert.ok(order.indexOf(under) < order.indexOf(one));
          assert.notEqual(under.id, one.parentId);
        }
      }
    }),
  );
});

/** A key on the grip that has the focus: what it did, and whether the page was kept from it. */
function press(key: string, more: { shiftKey?: boolean; altKey?: boolean; ctrlKey?: boolean; metaKey?: boolean } = {}) {
  const done: string[] = [];
  const kept: string[] = [];
  const event = { key, ...more, preventDefault: () => kept.push('page'), stopPropagation: () => kept.push('above') };
  const way = (name: string) => () => void done.push(name);
  pressOnGrip(event as never, {
    walk: (by) => done.push(`walk ${by}`),
    deeper: way('deeper'),
    shallower: way('shallower'),
    indent: way('indent'),
    outdent: way('outdent'),
  });
  return { done: done.join(), isKept: kept.length === 2 };
}

test('arrows walk, with shift they move the need, and the page does not scroll meanwhile', () => {
  assert.deepEqual(press('ArrowDown'), { done: 'walk 1', isKept: true });
  assert.deepEqual(press('ArrowUp'), { done: 'walk -1', isKept: true });
  const shifted = ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowLeft'].map((key) => press(key, { shiftKey: true }).done);
  assert.deepEqual(shifted, ['shallower', 'deeper', 'indent', 'outdent']);
});

test('other keys, and keys of the browser, are left to whom they belong', () => {
  for (const [key, more] of [
    ['ArrowRight', {}],
    ['Enter', {}],
    ['j', { shiftKey: true }],
    ['ArrowUp', { altKey: true }],
    ['ArrowDown', { metaKey: true }],
    ['ArrowLeft', { ctrlKey: true, shiftKey: true }],
  ] as const)
    assert.deepEqual(press(key, more), { done: '', isKept: false }, key);
});
