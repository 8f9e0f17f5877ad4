import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TurnView } from '#model/pages.ts';
import { heightOf, rowOfTurn, rowsOf } from './rows.ts';

const turn = (i: number, at: string | null, text = 'Hello there'): TurnView => ({
  id: `t${i}`,
  i,
  speaker: 0,
  startMs: at ? null : i * 1000,
  endMs: null,
  at,
  line: i + 1,
  text,
  acts: [],
});
const day = (iso: string) => iso.slice(0, 10);

test('mail and chat have a line before each day, a call has none', () => {
  const mail = rowsOf(
    [turn(0, '2026-11-02T09:00:00+00:00'), turn(1, '2026-11-02T18:00:00+00:00'), turn(2, '2026-11-04T08:00:00+00:00')],
    'email',
    day,
  );
  assert.deepEqual(
    mail.map((row) => row.turn?.i ?? row.day?.slice(0, 10)),
    ['2026-11-02', 0, 1, '2026-11-04', 2],
  );
  assert.equal(rowsOf([turn(0, null), turn(1, null)], 'call', day).length, 2);
});

test('a turn is found among the rows, a hidden one by the one before it', () => {
  const rows = rowsOf([turn(0, null), turn(2, null), turn(5, null)], 'call', day);
  assert.equal(rowOfTurn(rows, 2), 1);
  assert.equal(rowOfTurn(rows, 4), 1);
  assert.equal(rowOfTurn(rows, 99), 2);
});

test('a long turn is guessed higher than a short one, and notes in the margin count', () => {
  const [short] = rowsOf([turn(0, null)], 'call', day);
  const [long] = rowsOf([turn(0, null, 'word '.repeat(200))], 'call', day);
  assert.ok(short && long);
  assert.ok(heightOf(long, 0, 70, false) > heightOf(short, 0, 70, false) * 3);
  assert.ok(heightOf(short, 3, 70, false) > heightOf(short, 0, 70, false));
  assert.ok(heightOf(short, 1, 45, true) > heightOf(short, 0, 45, true));
});
