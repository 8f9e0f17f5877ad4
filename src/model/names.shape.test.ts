import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { z } from 'zod';
import { idShape, momentShape, pageShape, quoteShape, writtenDayShape, writtenMomentShape, writtenShape } from './names.shape.ts';

const takes = (shape: z.ZodType, value: unknown) => shape.safeParse(value).success;
const saidOf = (shape: z.ZodType, value: unknown) => shape.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

test('what somebody writes loses only the letters that no database keeps, and is measured without them', () => {
  assert.equal(writtenShape.parse('Cold\u0000 chain \ud83d'), 'Cold chain \ufffd');
  assert.equal(writtenShape.parse('tab\t, line\n, bell\u0007 and 😀'), 'tab\t, line\n, bell\u0007 and 😀');
  assert.equal(writtenShape.trim().max(3).parse(' \u0000abc\u0000 '), 'abc');
  assert.ok(!takes(writtenShape.trim().min(1), ' \u0000 '), 'a NUL is no word');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '\u0000', '\ud83d', '\ude00') }), (text) => {
      const kept = writtenShape.parse(text);
      assert.ok(kept.isWellFormed() && !kept.includes('\u0000'));
      assert.equal(writtenShape.parse(kept), kept);
    }),
  );
});

test('a day that is written to us is one that both the calendar and the database have', () => {
  for (const day of ['2026-11-28', '2028-02-29', '1815-12-10']) assert.ok(takes(writtenDayShape, day), day);
  for (const day of [
    '2026-02-30',
    '2027-02-29',
    '0000-01-01',
    '0000-02-29',
    '2026-1-1',
    '2026-11-28T10:00:00Z',
    '',
    'tomorrow',
    20261128,
    null,
  ])
    assert.ok(!takes(writtenDayShape, day), String(day));
  assert.deepEqual(saidOf(writtenDayShape, '0000-01-01'), ['That is no day of our calendar.']);
});

test('a moment that is written to us has an offset that exists, in a year that exists', () => {
  for (const moment of ['2026-11-28T10:00:00Z', '2026-11-28T10:00:00.123456+05:45', '2026-11-28T10:00:00-11:00'])
    assert.ok(takes(writtenMomentShape, moment), moment);
  for (const moment of [
    '2026-11-28',
    '2026-11-28T10:00:00',
    '2026-11-28 10:00:00Z',
    '2026-02-30T10:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-11-28T10:00:00+23:00',
    'now',
  ])
    assert.ok(!takes(writtenMomentShape, moment), moment);
  assert.deepEqual(saidOf(writtenMomentShape, '2026-11-28T10:00:00+23:00'), ['That is no moment of our calendar.']);
});

test('whatever is taken for a moment or a day is one that can be counted with', () => {
  const year = fc.constantFrom('0000', '0001', '1000', '2026', '9999');
  const [part, small] = [fc.constantFrom('00', '01', '02', '12', '13'), fc.constantFrom('00', '01', '28', '29', '30', '31', '32')];
  const offset = fc.constantFrom('Z', '', '+00:00', '-14:30', '+15:00', '+23:59', '+1');
  fc.assert(
    fc.property(year, part, small, offset, (y, month, day, zone) => {
      const date = `${y}-${month}-${day}`;
      if (takes(writtenDayShape, date)) assert.equal(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10), date);
      const moment = `${date}T10:00:00${zone}`;
      if (takes(writtenMomentShape, moment)) assert.ok(Math.abs(Date.parse(moment) - Date.parse(`${date}T10:00:00Z`)) < 15 * 3_600_000);
    }),
  );
  assert.ok(takes(momentShape, '2026-11-28T10:00:00+00:00'), 'as the database writes them');
});

test('an id is a uuid and nothing that only looks like one', () => {
  assert.ok(takes(idShape, '01900000-0000-7000-8000-000000000001'));
  for (const id of ['01900000-0000-7000-8000-00000000000', "' or 1=1 --", '{01900000-0000-7000-8000-000000000001}', 7, null, undefined])
    assert.ok(!takes(idShape, id), String(id));
});

test('a page is rows, a way on or none, and a whole number of them in all', () => {
  const page = pageShape(idShape);
  const row = '01900000-0000-7000-8000-000000000001';
  assert.deepEqual(page.parse({ rows: [row], next: null, total: 1, debt: 'x' }), { rows: [row], next: null, total: 1 });
  for (const odd of [{ total: 1.5 }, { total: '1' }, { next: undefined }, { rows: ['x'] }, { rows: null }])
    assert.ok(!takes(page, { rows: [row], next: null, total: 1, ...odd }), JSON.stringify(odd));
});

test('a quote without a conversation to open is none', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const quote = {
    findingId: null,
    text: 'It is my name on the letter.',
    conversationId: id,
    conversationTitle: 'Second call',
    conversationKind: 'call',
    turn: 3,
    happenedAt: '2026-11-20T10:00:00Z',
    startMs: null,
    confirmedBy: null,
  };
  assert.ok(takes(quoteShape, quote));
  for (const odd of [{ conversationId: null }, { conversationKind: 'rumour' }, { turn: 0.5 }, { happenedAt: '2026-11-20' }])
    assert.ok(!takes(quoteShape, { ...quote, ...odd }), JSON.stringify(odd));
});
