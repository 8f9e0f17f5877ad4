import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDayOfYear } from '#model/person-card.ts';
import { type DraftDate, type Keyed, movedUp, nextKey, wrongDays } from './card-draft.ts';

const row = (day: string, month = 2, year = ''): Keyed<DraftDate> => ({ kind: 'birthday', label: '', month, day, year, key: nextKey() });
const isWrong = (one: Keyed<DraftDate>) => wrongDays([one]).length === 1;

test('the leap day is a day while its year is not known, and in a leap year', () => {
  assert.deepEqual([row('29'), row('29', 2, '2024'), row('29', 2, '2000')].map(isWrong), [false, false, false]);
  assert.deepEqual([row('29', 2, '2023'), row('29', 2, '1900'), row('30'), row('31', 4)].map(isWrong), [true, true, true, true]);
});

test('half a day, a day that is no number and a year that is none are pointed at before they are sent', () => {
  for (const wrong of [row('1.5', 1), row('x', 1), row('0', 1), row('-3', 1), row('5', 13), row('5', 1, 'then'), row('5', 1, '19.5')])
    assert.ok(isWrong(wrong), `${wrong.day} ${wrong.month} ${wrong.year}`);
});

test('a row in which no day was typed yet is not wrong', () => {
  assert.equal(isWrong(row('', 1, '1980')), false);
});

test('only the rows that are wrong are pointed at', () => {
  const rows = [row('1'), row('31'), row('2')];
  assert.deepEqual(wrongDays(rows), [rows[1]?.key]);
});

test('what is a day here is one of the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1800, max: 2200 }),
      (month, day, year) => {
        const at = new Date(Date.UTC(year, month - 1, day));
        assert.equal(isDayOfYear({ month, day, year }), at.getUTCMonth() === month - 1);
      },
    ),
  );
});

test('the first row cannot go further up, nor one that is not there', () => {
  const rows = ['a', 'b'];
  assert.equal(movedUp(rows, 0), rows);
  assert.equal(movedUp(rows, 2), rows);
  assert.deepEqual(movedUp(rows, 1), ['b', 'a']);
  assert.deepEqual(rows, ['a', 'b']);
});
