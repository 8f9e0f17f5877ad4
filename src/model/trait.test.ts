import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDayOfYear, mayContact } from './person-card.ts';
import { feelingsOf, HOLDS_MONTHS, isStale, lastHeldAt, TRAIT_KINDS, type TraitKind } from './trait.ts';

const NOW = '2026-11-20T10:00:00Z';
const monthsAgo = (months: number) => new Date(Date.parse(NOW) - months * 30.44 * 86_400_000).toISOString();
const trait = (kind: TraitKind, said: string[], more: { createdAt?: string; renewedAt?: string | null } = {}) => ({
  kind,
  createdAt: NOW,
  renewedAt: null,
  quotes: said.map((happenedAt) => ({ happenedAt })),
  ...more,
});

test('a trait is as old as its newest words, not as the day it was confirmed', () => {
  assert.equal(lastHeldAt(trait('value', [monthsAgo(30), monthsAgo(26)])), monthsAgo(26));
  assert.equal(lastHeldAt(trait('value', [], { createdAt: monthsAgo(3) })), monthsAgo(3));
  assert.equal(lastHeldAt(trait('value', [monthsAgo(30)], { renewedAt: monthsAgo(1) })), monthsAgo(1));
});

test('each kind has its own limit, and what was felt or happened is never asked again', () => {
  for (const kind of TRAIT_KINDS) {
    const months = HOLDS_MONTHS[kind];
    if (months === null) assert.equal(isStale(trait(kind, [monthsAgo(900)]), NOW), false, kind);
    else {
      assert.equal(isStale(trait(kind, [monthsAgo(months + 0.1)]), NOW), true, kind);
      assert.equal(isStale(trait(kind, [monthsAgo(months - 0.1)]), NOW), false, kind);
      assert.equal(isStale(trait(kind, [monthsAgo(months + 9)], { renewedAt: monthsAgo(1) }), NOW), false, kind);
    }
  }
});

test('the last feeling is the one felt last', () => {
  const felt = [trait('feeling', [monthsAgo(1)]), trait('value', [NOW]), trait('feeling', [monthsAgo(0.5)])];
  assert.deepEqual(feelingsOf(felt), [felt[2], felt[0]]);
});

test('a day of the year is one that a calendar has', () => {
  const day = (month: number, one: number, year: number | null = null) => isDayOfYear({ month, day: one, year });
  assert.deepEqual([day(2, 29), day(2, 29, 2024), day(2, 29, 2023), day(2, 29, 1900), day(2, 29, 2000)], [true, true, false, false, true]);
  fc.assert(
    fc.property(fc.date({ min: new Date('1800-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }), (at) =>
      day(at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCFullYear()),
    ),
  );
  assert.deepEqual([day(4, 31), day(13, 1), day(0, 1), day(1, 0)], [false, false, false, false]);
});

test('who asked not to be reached may not be', () => {
  assert.equal(mayContact({ doNotContact: null }), true);
  assert.equal(mayContact({ doNotContact: { at: NOW, by: null, why: '' } }), false);
});
