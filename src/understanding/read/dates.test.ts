import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateIn, stampIn } from './dates.ts';

test('header dates in English and Dutch, with and without a clock', () => {
  const cases: [string, string][] = [
    ['Mar 5, 2026', '2026-03-05T00:00:00+01:00'],
    ['5 March 2026, 09:30am', '2026-03-05T09:30:00+01:00'],
    ['March 5, 2026, 9:30 PM', '2026-03-05T21:30:00+01:00'],
    ['Thu, Mar 5, 2026 12:05AM', '2026-03-05T00:05:00+01:00'],
    ['2026-07-05 09:30', '2026-07-05T09:30:00+02:00'],
    ['5 mrt. 2026 14:00', '2026-03-05T14:00:00+01:00'],
    ['donderdag 5 maart 2026', '2026-03-05T00:00:00+01:00'],
    ['1 mei 2026', '2026-05-01T00:00:00+02:00'],
    ['Mar 5, 2026 9:30 and later', '2026-03-05T09:30:00+01:00'],
  ];
  for (const [line, iso] of cases) assert.equal(dateIn(line, 'Europe/Amsterdam')?.iso, iso, line);
});

test('UTC where no zone is known', () => {
  assert.deepEqual(dateIn('Mar 5, 2026', undefined), { iso: '2026-03-05T00:00:00+00:00', hasClock: false });
  assert.deepEqual(dateIn('Mar 5, 2026 10:00', 'Nowhere/Land'), { iso: '2026-03-05T10:00:00+00:00', hasClock: true });
});

test('what is no date, cannot be one, or says more', () => {
  const others = [
    'Harbour Foods',
    '05/03/2026',
    'Feb 30, 2026',
    'March 2026',
    'Mar 5',
    '5 March 2026 at 25:00',
    'marching 5 people in 2026',
  ];
  others.push('We met them on the 5th of March 2026 and it was a long and happy day');
  for (const line of others) assert.equal(dateIn(line, undefined), null, line);
});

test('the stamp in the names of Teams', () => {
  assert.equal(stampIn('Discovery call-20260305_093000-Meeting Transcript', 'Europe/Amsterdam'), '2026-03-05T09:30:00+01:00');
  assert.equal(stampIn('Call-20260305_093000UTC-Meeting Recording', 'Europe/Amsterdam'), '2026-03-05T09:30:00+00:00');
  assert.equal(stampIn('Call-20261305_093000-x', undefined), null);
  assert.equal(stampIn('Call', undefined), null);
});
