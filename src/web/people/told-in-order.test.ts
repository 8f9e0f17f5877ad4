import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BriefPage } from '#model/brief.ts';
import { TRAIT_KINDS, type TraitKind } from '#model/trait.ts';
import { wholeOf } from './address.ts';
import { density } from './brief-density.ts';
import { comingFirst, nextOn } from './days.ts';
import { inOrder, suggestedInOrder } from './trait-order.ts';

const trait = (kind: TraitKind, endedAt: string | null = null) => ({ kind, endedAt, id: `${kind} ${endedAt}` });

test('what matters is told by what it is, in one order, however it was noted', () => {
  const { holds } = inOrder([trait('goal'), trait('interest'), trait('value'), trait('irritant'), trait('risk')]);
  assert.deepEqual(
    holds.map(({ kind }) => kind),
    ['value', 'risk', 'irritant', 'interest', 'goal'],
  );
});

test('what no longer holds stands apart, and how they felt in neither', () => {
  const { holds, ended } = inOrder([trait('goal', '2026-11-01'), trait('feeling'), trait('value')]);
  assert.deepEqual([holds.map(({ kind }) => kind), ended.map(({ kind }) => kind)], [['value'], ['goal']]);
});

test('of one kind the order of the server is kept, and nothing that matters is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ kind: fc.constantFrom(...TRAIT_KINDS), endedAt: fc.constantFrom(null, '2026-11-01') })), (traits) => {
      const { holds, ended } = inOrder(traits);
      assert.equal(holds.length + ended.length, traits.filter(({ kind }) => kind !== 'feeling').length);
      for (const kind of TRAIT_KINDS)
        if (kind !== 'feeling')
          assert.deepEqual(
            holds.filter((one) => one.kind === kind),
            traits.filter((one) => one.kind === kind && !one.endedAt),
          );
    }),
  );
});

test('a suggestion stands where the trait would that it becomes', () => {
  const kinds = suggestedInOrder([{ kind: 'trait.event' }, { kind: 'trait.value' }, { kind: 'trait.interest' }]).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['value', 'interest', 'event']);
});

test('days to think of come nearest first, today before tomorrow and last week’s next year', () => {
  const days = [
    { month: 11, day: 12, label: 'over' },
    { month: 11, day: 20, label: 'tomorrow' },
    { month: 11, day: 19, label: 'today' },
    { month: 1, day: 2, label: 'new year' },
  ];
  assert.deepEqual(
    comingFirst(days, '2026-11-19').map(({ label, next }) => `${label} ${next}`),
    ['today 2026-11-19', 'tomorrow 2026-11-20', 'new year 2027-01-02', 'over 2027-11-12'],
  );
});

test('whatever the day, it comes within a year, and never before today', () => {
  const day = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });
  const today = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, today, (one, now) => {
      const next = nextOn(one, now);
      assert.ok(next >= now);
      assert.ok((Date.parse(next) - Date.parse(now)) / 86_400_000 <= 366);
      assert.equal(new Date(next).toISOString().slice(0, 10), next, 'a day of the calendar');
    }),
  );
});

const rows = (n: number, felt = false) => {
  const none = { ratherNot: [], promises: [], traits: [], toRepair: [], around: [] };
  return density({ ...none, questions: Array.from({ length: n }), felt: felt ? {} : null } as unknown as BriefPage);
};

test('a brief is printed closer when it is long, and closer still, so that one sheet holds it', () => {
  assert.deepEqual([rows(0), rows(15), rows(16), rows(20), rows(21)], ['', '', 'dense', 'dense', 'dense fuller']);
  assert.equal(rows(15, true), 'dense', 'how they felt takes a row as well');
});

test('an address stands on one line, without what is not known of it', () => {
  const address = { street: 'Quay 4', postcode: '3011 AA', place: 'Rotterdam', region: '', country: 'NL' };
  assert.equal(wholeOf(address), 'Quay 4, 3011 AA Rotterdam, NL');
  assert.equal(wholeOf({ ...address, street: '', postcode: '' }), 'Rotterdam, NL');
  assert.equal(wholeOf({ street: '', postcode: '', place: '', region: '', country: '' }), '');
});
