import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PromiseView } from '#model/pages.ts';
import { countOf, daysUntil, isLate, keptHow, marked, nearestFirst, standingOf } from './due.ts';

const today = new Date(2026, 10, 20, 23, 50);
const promise = (id: string, dueOn: string | null, more: Partial<PromiseView> = {}): PromiseView => ({
  id,
  what: id,
  by: { kind: 'member', id: 'm', name: 'Maya', isYou: true },
  to: null,
  dueOn,
  keptAt: null,
  createdAt: '2026-11-01T09:00:00+00:00',
  quotes: [],
  ...more,
});

test('days are calendar days, late in the evening too', () => {
  assert.equal(daysUntil('2026-11-20', today), 0);
  assert.equal(daysUntil('2026-11-21', today), 1);
  assert.equal(daysUntil('2026-11-18', today), -2);
  assert.equal(daysUntil(null, today), null);
  assert.equal(daysUntil('soon', today), null);
});

test('a promise is late the day after, and never once it is kept', () => {
  assert.ok(isLate(promise('a', '2026-11-19'), today));
  assert.ok(!isLate(promise('a', '2026-11-20'), today));
  assert.ok(!isLate(promise('a', '2026-11-19', { keptAt: '2026-11-20T10:00:00+00:00' }), today));
  assert.deepEqual(standingOf('2026-11-19', today), { is: 'late', days: 1 });
  assert.deepEqual(standingOf('2026-11-24', today), { is: 'soon', days: 4 });
  assert.deepEqual(standingOf('2026-12-24', today), { is: 'later', days: 34 });
  assert.deepEqual(standingOf(null, today), { is: 'undated' });
});

test('the nearest comes first and those without a day last', () => {
  const sorted = nearestFirst([promise('none', null), promise('far', '2026-12-01'), promise('near', '2026-11-21')]);
  assert.deepEqual(
    sorted.map((one) => one.id),
    ['near', 'far', 'none'],
  );
});

test('the heading counts what is late and near, ours and theirs', () => {
  const theirs = { by: { kind: 'person' as const, id: 'p', name: 'Ines', isYou: false } };
  const open = [promise('a', '2026-11-19'), promise('b', '2026-11-21'), promise('c', null, theirs)];
  assert.deepEqual(countOf(open, today), { late: 1, today: 0, tomorrow: 1, ours: 2, theirs: 1 });
});

test('a tick shows at once and can be taken back', () => {
  const list = marked([promise('a', '2026-11-19')], 'a', '2026-11-20T12:00:00+00:00');
  assert.deepEqual(keptHow(list[0] as PromiseView), { late: 1 });
  assert.equal(keptHow(marked(list, 'a', null)[0] as PromiseView), null);
  assert.deepEqual(keptHow(promise('b', null, { keptAt: '2026-11-20T12:00:00+00:00' })), { late: 0 });
});
