import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CADENCE_DAYS, leadingKind, rhythmOf } from './kind-words.ts';
import { PERSON_KINDS } from './person.ts';

const NOW = '2026-11-20T10:00:00Z';
const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const spoke = (days: number[], more: object = {}) => ({
  kinds: ['customer' as const],
  closeness: null,
  lastContactAt: days.length > 0 ? ago(Math.min(...days)) : null,
  conversations: days.map((one) => ({ happenedAt: ago(one) })),
  ...more,
});

test('words follow the kind with the shortest silence, and somebody of no kind is of another', () => {
  assert.equal(leadingKind(['customer', 'friend']), 'customer');
  assert.equal(leadingKind(['friend', 'boss']), 'boss');
  assert.equal(leadingKind([]), 'own');
  fc.assert(fc.property(fc.subarray([...PERSON_KINDS], { minLength: 1 }), (kinds) => kinds.includes(leadingKind(kinds))));
});

test('with whom we never spoke it is not quiet', () => {
  assert.equal(rhythmOf(spoke([]), NOW), null);
});

test('the usual silence is that of their own talks, else of how close they are, else of their kind', () => {
  assert.deepEqual(rhythmOf(spoke([50, 40, 30, 20]), NOW), { everyDays: 10, from: 'talks', quiet: true });
  assert.deepEqual(rhythmOf(spoke([20, 30]), NOW), { everyDays: CADENCE_DAYS.customer, from: 'kind', quiet: false });
  assert.deepEqual(rhythmOf(spoke([20, 30], { closeness: 1 }), NOW), { everyDays: 7, from: 'closeness', quiet: true });
  assert.equal(rhythmOf(spoke([46]), NOW)?.quiet, true);
  assert.equal(rhythmOf(spoke([44]), NOW)?.quiet, false);
});

test('several talks of one day are one, so that a busy day makes no rhythm of hours', () => {
  assert.equal(rhythmOf(spoke([20, 20.01, 20.02, 20.03, 30]), NOW)?.from, 'kind');
});
