import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { needsTogether } from './needs-together.ts';

const need = (id: string, personId: string, statement: string, more: object = {}) => ({
  id,
  personId,
  statement,
  element: null as string | null,
  understoodAt: null as string | null,
  healedAt: null as string | null,
  ...more,
});

test('one need in the words of several is told once, with whose it is', () => {
  const groups = needsTogether([
    need('1', 'beatriz', 'Not typing the same numbers twice'),
    need('2', 'ines', 'Somebody acts when a van warms up'),
    need('3', 'daniel', 'Somebody who acts when the van is warming up'),
  ]);
  assert.deepEqual(
    groups.map(({ needs, people }) => [needs.map(({ id }) => id).join(), people.join()]),
    [
      ['2,3', 'ines,daniel'],
      ['1', 'beatriz'],
    ],
  );
});

test('what touches the same element of value is the same need, whatever its words', () => {
  const groups = needsTogether([
    need('1', 'ines', 'Sleep at night', { element: 'reduces-anxiety' }),
    need('2', 'daniel', 'No surprises', { element: 'reduces-anxiety' }),
    need('3', 'mateus', 'Fewer beeps', { element: 'simplifies' }),
  ]);
  assert.deepEqual(
    groups.map(({ needs }) => needs.length),
    [2, 1],
  );
});

test('it is met when it is met for all, understood when all have confirmed it', () => {
  const at = '2026-11-20T10:00:00Z';
  const state = (...needs: object[]) =>
    needsTogether(needs.map((more, i) => need(`${i}`, `${i}`, 'A van that stays cold', more)))[0]?.state;
  assert.equal(state({ healedAt: at }, { healedAt: at }), 'met');
  assert.equal(state({ healedAt: at }, { understoodAt: at }), 'understood');
  assert.equal(state({ healedAt: at }, {}), 'heard');
});

test('statements without a word are nobody else’s', () => {
  assert.equal(needsTogether([need('1', 'a', ''), need('2', 'b', '')]).length, 2);
});

test('every need stands in exactly one group', () => {
  const words = fc.array(fc.constantFrom('cold', 'van', 'night', 'letter', 'sign', 'alarm'), { maxLength: 4 });
  const needs = fc.array(fc.record({ personId: fc.constantFrom('a', 'b', 'c'), words, element: fc.constantFrom(null, 'x', 'y') }));
  fc.assert(
    fc.property(needs, (told) => {
      const given = told.map((one, i) => need(`${i}`, one.personId, one.words.join(' '), { element: one.element }));
      const grouped = needsTogether(given).flatMap((group) => group.needs.map(({ id }) => id));
      assert.deepEqual(grouped.toSorted(), given.map(({ id }) => id).toSorted());
    }),
  );
});
