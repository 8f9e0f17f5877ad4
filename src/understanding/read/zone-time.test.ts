import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isoInZone, isoWithOffset, type WallTime } from './zone-time.ts';

test('a clock on the wall is the moment it shows, in summer and in winter', () => {
  assert.equal(isoInZone([2026, 3, 5, 9, 31, 0], 'Europe/Amsterdam'), '2026-03-05T09:31:00+01:00');
  assert.equal(isoInZone([2026, 7, 5, 9, 31, 0], 'Europe/Amsterdam'), '2026-07-05T09:31:00+02:00');
  assert.equal(isoInZone([2026, 3, 5, 9, 31, 0], 'America/New_York'), '2026-03-05T09:31:00-05:00');
  assert.equal(isoInZone([2026, 3, 5, 9, 31, 0], 'Asia/Kolkata'), '2026-03-05T09:31:00+05:30');
  assert.equal(isoInZone([2026, 3, 5, 0, 0, 0], 'UTC'), '2026-03-05T00:00:00+00:00');
});

test('the hour that is skipped and the hour that comes twice each are one moment', () => {
  assert.equal(Date.parse(isoInZone([2026, 3, 29, 2, 30, 0], 'Europe/Amsterdam') ?? ''), Date.UTC(2026, 2, 29, 1, 30));
  assert.equal(isoInZone([2026, 10, 25, 2, 30, 0], 'Europe/Amsterdam'), '2026-10-25T02:30:00+02:00');
  assert.equal(isoInZone([2026, 10, 25, 3, 30, 0], 'Europe/Amsterdam'), '2026-10-25T03:30:00+01:00');
});

test('days that do not exist are null, zones that do not exist are UTC', () => {
  const none: WallTime[] = [
    [2026, 2, 30, 9, 0, 0],
    [2026, 13, 1, 9, 0, 0],
    [20, 1, 1, 9, 0, 0],
  ];
  for (const wall of none) assert.equal(isoInZone(wall, 'UTC'), null);
  assert.equal(isoInZone([2026, 3, 5, 9, 31, 0], 'Nowhere/At_All'), '2026-03-05T09:31:00+00:00');
});

test('any moment comes back the same with any offset', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: -12 * 4, max: 14 * 4 }), (seconds, quarters) => {
      assert.equal(Date.parse(isoWithOffset(seconds * 1000, quarters * 900_000)), seconds * 1000);
    }),
  );
});
