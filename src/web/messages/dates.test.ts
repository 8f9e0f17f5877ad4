import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesFor, dayNumber, numberWord } from './dates.ts';

const NOW = new Date('2026-11-19T09:30:00+01:00');
const en = datesFor('en', 'Europe/Amsterdam');
const nl = datesFor('nl', 'Europe/Amsterdam');

test('the near past is said in words', () => {
  assert.equal(en.ago('2026-11-19T08:00:00Z', NOW), 'today');
  assert.equal(en.ago('2026-11-18T23:30:00+01:00', NOW), 'yesterday');
  assert.equal(en.ago('2026-11-17T14:02:00+01:00', NOW), 'two days ago');
  assert.equal(en.ago('2026-10-28T10:00:00+01:00', NOW), 'three weeks ago');
  assert.equal(nl.ago('2026-11-16T14:02:00+01:00', NOW), 'drie dagen geleden');
  assert.equal(nl.ago('2026-11-18T14:02:00+01:00', NOW), 'gisteren');
});

test('a column has room for the length alone', () => {
  assert.equal(en.since('2026-11-19T07:00:00Z', NOW), 'today');
  assert.equal(en.since('2026-11-10T09:00:00Z', NOW), '9 days');
  assert.equal(en.since('2026-09-03T09:00:00Z', NOW), '11 weeks');
  assert.equal(nl.since('2026-11-10T09:00:00Z', NOW), '9 dagen');
});

test('what is due is said as people say it, and late in words', () => {
  assert.equal(en.due('2026-11-19', NOW), 'today');
  assert.equal(en.due('2026-11-20', NOW), 'tomorrow');
  assert.equal(en.due('2026-11-24', NOW), 'Tuesday');
  assert.equal(en.due('2026-12-11', NOW), '11 Dec');
  assert.equal(en.due('2026-11-18', NOW), 'a day late');
  assert.equal(en.due('2026-11-16', NOW), 'three days late');
  assert.equal(nl.due('2026-11-20', NOW), 'morgen');
  assert.equal(nl.due('2026-11-16', NOW), 'drie dagen te laat');
});

test('a day belongs to the zone of the workspace, a bare date to every zone', () => {
  assert.equal(dayNumber('2026-11-18T23:30:00Z', 'Europe/Amsterdam'), dayNumber('2026-11-19', 'Asia/Tokyo'));
  assert.equal(datesFor('en', 'Asia/Tokyo').daysTo('2026-11-19T16:00:00Z', NOW), 1);
  assert.equal(en.day('2026-11-17T23:30:00Z', NOW), 'Wed 18 Nov');
});

test('the year is said only when it is another one', () => {
  assert.equal(en.day('2026-11-17', NOW), 'Tue 17 Nov');
  assert.match(en.day('2025-11-17', NOW), /2025/);
  assert.equal(en.month('2026-03-02', NOW), 'March');
  assert.equal(nl.month('2025-03-02', NOW), 'maart 2025');
  assert.equal(en.moment('2026-11-17T14:02:00+01:00', NOW), 'Tue 17 Nov, 14:02');
  assert.match(en.exact('2026-11-17T14:02:00+01:00'), /Tuesday.? 17 November 2026 at 14:02/);
});

test('lengths and places in a recording', () => {
  assert.equal(en.length(31 * 60_000), '31 min');
  assert.equal(en.length(65 * 60_000), '1 h 5 min');
  assert.equal(nl.length(120 * 60_000), '2 u');
  assert.equal(en.length(40_000), '40 s');
  assert.equal(en.clock(1_216_000), '20:16');
  assert.equal(en.clock(3_725_000), '1:02:05');
});

test('numbers to twelve are words', () => {
  assert.equal(numberWord(12, 'nl'), 'twaalf');
  assert.equal(numberWord(13, 'en'), '13');
});
