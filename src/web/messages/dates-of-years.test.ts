import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { datesFor, dayNumber, numberWord } from './dates.ts';

const NOW = new Date('2026-11-19T09:30:00+01:00');
const en = datesFor('en', 'Europe/Amsterdam');
const nl = datesFor('nl', 'Europe/Amsterdam');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();

test('the far past is said in months and years', () => {
  assert.equal(en.ago('2026-06-10', NOW), 'five months ago');
  assert.equal(nl.ago('2026-06-10', NOW), 'vijf maanden geleden');
  assert.equal(en.ago('2023-11-01', NOW), 'three years ago');
  assert.equal(nl.ago('2023-11-01', NOW), 'drie jaar geleden');
});

test('two years less a month is not last year', () => {
  assert.equal(en.ago('2024-12-10', NOW), 'two years ago');
  assert.equal(nl.since('2024-12-10', NOW), '2 jaar');
});

test('what is still to come is said the same way', () => {
  assert.equal(en.ago('2026-11-20', NOW), 'tomorrow');
  assert.equal(en.ago('2026-12-24', NOW), 'in five weeks');
  assert.equal(nl.ago('2026-11-22', NOW), 'over drie dagen');
});

test('whoever was spoken with longer ago is never told to be nearer', () => {
  const unitOf = (said: string) => ['day', 'week', 'month', 'year'].findIndex((unit) => said.includes(unit));
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4000 }), fc.integer({ min: 1, max: 400 }), (days, more) => {
      const [near, far] = [en.since(daysAgo(days), NOW), en.since(daysAgo(days + more), NOW)];
      const [nearUnit, farUnit] = [unitOf(near), unitOf(far)];
      assert.ok(farUnit > nearUnit || (farUnit === nearUnit && Number.parseInt(far, 10) >= Number.parseInt(near, 10)), `${near}, ${far}`);
    }),
  );
});

test('a day more than most of a year away is said with its year', () => {
  assert.equal(en.due('2027-01-12', NOW), '12 Jan');
  assert.equal(en.due('2027-12-11', NOW), '11 Dec 2027');
  assert.equal(nl.due('2028-02-01', NOW), '1 feb 2028');
});

test('a week from today is a date and not the name of today', () => {
  assert.equal(en.due('2026-11-25', NOW), 'Wednesday');
  assert.equal(en.due('2026-11-26', NOW), '26 Nov');
  assert.equal(nl.due('2026-11-24', NOW), 'dinsdag');
});

test('late is counted in words to twelve, then in figures', () => {
  assert.equal(en.due('2026-11-07', NOW), 'twelve days late');
  assert.equal(en.due('2026-11-06', NOW), '13 days late');
  assert.equal(nl.due('2026-11-18', NOW), 'een dag te laat');
});

test('September has three letters, as all months have', () => {
  assert.equal(en.day('2026-09-03', NOW), 'Thu 3 Sep');
  assert.equal(nl.day('2026-09-03', NOW), 'do 3 sep');
});

test('a bare date has no hour, and no zone moves it', () => {
  for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Amsterdam']) {
    const dates = datesFor('en', zone);
    assert.equal(dates.moment('2026-11-17', NOW), 'Tue 17 Nov');
    assert.doesNotMatch(dates.exact('2026-11-17'), /\d\d:\d\d/);
    assert.match(dates.exact('2026-11-17'), /17 November 2026/);
  }
});

test('the night the clocks change has one day in it', () => {
  const zone = 'Europe/Amsterdam';
  assert.equal(dayNumber('2026-10-25T21:00:00Z', zone) - dayNumber('2026-10-24T21:00:00Z', zone), 1);
  assert.equal(dayNumber('2026-10-24T22:30:00Z', zone), dayNumber('2026-10-25', zone));
});

test('whatever the zone, a moment and its day are the same day', () => {
  const zones = fc.constantFrom('Europe/Amsterdam', 'Asia/Kolkata', 'Pacific/Apia', 'America/St_Johns', 'UTC');
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), zones, (at, zone) => {
      const day = dayNumber(at.toISOString(), zone);
      assert.ok(Number.isInteger(day));
      assert.ok(Math.abs(day - at.getTime() / 86_400_000) < 1.6);
    }),
    { numRuns: 50 },
  );
});

test('a length is rounded to what it says, and an hour is never 60 minutes', () => {
  assert.deepEqual([59_400, 59_600, 3_570_000, 3_599_000, 0].map(en.length), ['59 s', '1 min', '1 h', '1 h', '0 s']);
  assert.equal(nl.length(3_900_000), '1 u 5 min');
});

test('a place in a recording is where it begins, never rounded up', () => {
  assert.deepEqual([0, 999, 59_999, 3_599_999, 3_600_000].map(en.clock), ['0:00', '0:00', '0:59', '59:59', '1:00:00']);
});

test('what is less than nothing, or a part, is a figure', () => {
  assert.deepEqual([numberWord(0, 'en'), numberWord(-1, 'en'), numberWord(1.5, 'nl')], ['zero', '-1', '1.5']);
});
