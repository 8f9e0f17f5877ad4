import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type BriefFacts, gaps, QUESTION_SORTS, questionsFor, ratherNotFor, shortened } from './brief.ts';
import type { BeliefView, NeedView, PromiseView, Quote, TraitView } from './pages.ts';
import { PERSON_KINDS } from './person.ts';

const NOW = '2026-11-20T10:00:00Z';
const LONG_AGO = '2024-01-01T10:00:00Z';
const INES = 'ines';

const quote = (text: string, happenedAt = NOW): Quote => ({
  findingId: null,
  text,
  conversationId: 'talk',
  conversationTitle: 'Second call',
  conversationKind: 'call',
  turn: 3,
  happenedAt,
  startMs: null,
  confirmedBy: null,
});
const need = (depth: number, more: Partial<NeedView> = {}): NeedView => ({
  id: `need ${depth}`,
  parentId: depth > 0 ? `need ${depth - 1}` : null,
  depth,
  statement: `Rung ${depth}`,
  element: null,
  mustHave: false,
  understoodAt: null,
  healedAt: null,
  healedWith: '',
  confirmations: [],
  answers: [],
  quotes: [],
  ...more,
});
const trait = (kind: TraitView['kind'], statement: string, more: Partial<TraitView> = {}): TraitView => ({
  id: statement,
  kind,
  statement,
  tone: null,
  createdAt: NOW,
  createdBy: null,
  renewedAt: null,
  renewedBy: null,
  endedAt: null,
  quotes: [],
  ...more,
});
const belief = (kind: BeliefView['kind'], statement: string, closedAt: string | null = null): BeliefView => ({
  id: statement,
  kind,
  statement,
  against: null,
  claim: null,
  repair: '',
  reopenedAt: null,
  steps: [],
  closedAt,
  createdAt: NOW,
  quotes: [],
});
const promise = (by: 'us' | 'them', what: string, dueOn: string | null, keptAt: string | null = null): PromiseView => {
  const [ines, maya] = [
    { kind: 'person' as const, id: INES, name: 'Ines', isYou: false },
    { kind: 'member' as const, id: 'maya', name: 'Maya', isYou: true },
  ];
  return { id: what, what, by: by === 'us' ? maya : ines, to: by === 'us' ? ines : maya, dueOn, keptAt, createdAt: NOW, quotes: [] };
};
const nothing: BriefFacts = {
  id: INES,
  kinds: ['prospect'],
  doNotContact: null,
  work: [],
  organisation: null,
  traits: [],
  needs: [],
  beliefs: [],
  promises: [],
  deeds: [],
  around: [],
  asked: [],
  alone: [],
};
const sorts = (facts: Partial<BriefFacts>) => questionsFor({ ...nothing, ...facts }, NOW).map(({ sort }) => sort);

test('of whom we know nothing we ask what one asks somebody of that kind', () => {
  const asked = questionsFor({ ...nothing, kinds: ['student'] }, NOW);
  assert.deepEqual(
    asked.map(({ sort, kind, i }) => [sort, kind, i]),
    [
      ['first', 'student', 0],
      ['first', 'student', 1],
      ['first', 'student', 2],
    ],
  );
});

test('a rung that is missing between two known ones is asked about before the one below the deepest', () => {
  const [first] = gaps([need(0), need(1), need(3, { parentId: 'need 1' }), need(4)]);
  assert.deepEqual([first?.depth, first?.known, first?.words], [2, 3, 'Rung 3']);
  assert.deepEqual(
    gaps([need(0), need(1)]).map(({ depth, known }) => [depth, known]),
    [[2, 1]],
  );
  assert.deepEqual(gaps([0, 1, 2, 3, 4].map((depth) => need(depth))), [], 'dug to the ground');
  assert.deepEqual(gaps([need(0, { healedAt: NOW })]), [], 'healed');
  assert.deepEqual(gaps([]), []);
});

test('each ladder by itself, and a circle of parents ends', () => {
  const two = [need(0), need(2, { id: 'other', parentId: null }), need(4, { id: 'below', parentId: 'other' })];
  assert.deepEqual(
    gaps(two).map(({ depth, known }) => [depth, known]),
    [
      [3, 4],
      [1, 0],
    ],
  );
  const circle = [need(0, { id: 'a', parentId: 'b' }), need(1, { id: 'b', parentId: 'a' })];
  assert.ok(gaps(circle).length > 0);
});

test('what they wait for, what they owe, what is not so, what nobody said back: three of three sorts', () => {
  const facts: Partial<BriefFacts> = {
    needs: [need(0, { understoodAt: NOW }), need(1, { understoodAt: NOW })],
    asked: [{ text: 'May we try the tunnel?', at: NOW, conversationId: 'talk', turn: 7 }],
    promises: [promise('them', 'The list of vans', '2026-11-18'), promise('us', 'The report', '2026-11-18')],
    beliefs: [belief('false', 'You are a sensor company')],
  };
  assert.deepEqual(sorts(facts), ['gap', 'unanswered', 'promise']);
  assert.deepEqual(sorts({ ...facts, needs: [], asked: [] }), ['promise', 'repair', 'first']);
});

test('two of one sort stand together only where no other sort has one left', () => {
  const stale = trait('preference', 'After two', { createdAt: LONG_AGO });
  const beliefs = [belief('false', 'One'), belief('false', 'Two'), belief('false', 'Three')];
  assert.deepEqual(sorts({ beliefs, traits: [stale] }), ['repair', 'renew', 'first']);
  const each = fc.array(fc.constantFrom('One', 'Two', 'Three'), { maxLength: 3 }).map((all) => all.map((one) => belief('false', one)));
  const needs = fc.subarray([0, 1, 2, 3, 4]).map((depths) => depths.map((depth) => need(depth)));
  const traits = fc.array(fc.constantFrom(stale, trait('goal', 'To lead')), { maxLength: 3 });
  fc.assert(
    fc.property(each, needs, traits, fc.subarray([...PERSON_KINDS]), (some, ladder, held, kinds) => {
      const asked = sorts({ beliefs: some, needs: ladder, traits: held, kinds });
      assert.equal(asked.length, 3);
      const rank = asked.map((sort) => QUESTION_SORTS.indexOf(sort));
      const available = new Set(sorts({ beliefs: some, needs: ladder, traits: held, kinds }));
      if (new Set(asked).size < 3) assert.ok(available.size < 3);
      else
        assert.deepEqual(
          rank,
          [...rank].sort((a, b) => a - b),
          'in the order of what is worth most',
        );
    }),
  );
});

test('a promise of theirs is asked after near its day, not weeks before, and not when it is kept', () => {
  const soon = (dueOn: string, keptAt: string | null = null) => sorts({ promises: [promise('them', 'The list', dueOn, keptAt)] })[0];
  assert.equal(soon('2026-11-23'), 'promise');
  assert.equal(soon('2026-12-23'), 'first');
  assert.equal(soon('2026-11-18', NOW), 'first');
});

test('who decides is asked while nobody knows, of those of whom it can be asked', () => {
  const organisation = { id: 'harbour', name: 'Harbour Foods' };
  assert.equal(sorts({ organisation })[0], 'decider');
  assert.equal(sorts({ organisation, kinds: ['friend'] })[0], 'first');
  const boss = { id: 'b', name: 'Catarina', roleTitle: '', part: 'decides' as const, tie: null };
  assert.equal(sorts({ organisation, around: [boss] })[0], 'first');
  const work = [{ organisation, roleTitle: '', part: 'decides' as const, fromOn: null, untilOn: null }];
  assert.equal(sorts({ organisation, work })[0], 'first');
});

test('what they want to grow into is asked about until we did something for it', () => {
  const goal = trait('goal', 'To lead the region');
  assert.equal(sorts({ traits: [goal] })[0], 'goal');
  const deed = { id: 'd', what: 'Named her to Alder', doneOn: '2026-11-01', traitId: goal.id, by: null };
  assert.equal(sorts({ traits: [goal], deeds: [deed] })[0], 'first');
  assert.equal(sorts({ traits: [{ ...goal, endedAt: NOW }] })[0], 'first');
});

test('rather not: what they refused, what irritates, the price while we do not know the cost, what was told alone, what is over', () => {
  const not = (facts: Partial<BriefFacts>) => ratherNotFor({ ...nothing, ...facts }).map(({ sort, words, quote: q }) => [sort, q ?? words]);
  assert.deepEqual(not({}), []);
  const irritant = trait('irritant', 'Being shown round', { quotes: [quote('Please, not another dashboard.')] });
  assert.deepEqual(
    not({
      doNotContact: { at: NOW, by: null, why: 'No calls' },
      traits: [irritant],
      needs: [need(0)],
      alone: [quote('It is my name on the letter.'), quote('Older')],
    }),
    [
      ['opt-out', 'No calls'],
      ['irritant', 'Please, not another dashboard.'],
      ['price', ''],
      ['alone', 'It is my name on the letter.'],
    ],
  );
  assert.deepEqual(not({ needs: [need(2)] }), [], 'the cost is known');
  assert.deepEqual(not({ needs: [need(0)], kinds: ['friend'] }), [], 'nothing is sold to a friend');
  const over = [{ ...irritant, endedAt: NOW }, trait('interest', 'Sailing', { endedAt: NOW })];
  assert.deepEqual(not({ traits: over, beliefs: [belief('false', 'Sensors only', NOW)] }), [
    ['ended', 'Being shown round'],
    ['ended', 'Sailing'],
    ['settled', 'Sensors only'],
  ]);
});

test('one sheet holds the weightiest of each: what holds still, what is open', () => {
  const many = Array.from({ length: 9 }, (_, i) => trait('interest', `Likes ${i}`));
  const stale = trait('interest', 'Long ago', { createdAt: LONG_AGO });
  const felt = [trait('feeling', 'Fine', { createdAt: LONG_AGO }), trait('feeling', 'Heard')];
  const short = shortened(
    {
      ...nothing,
      traits: [...many, stale, trait('value', 'Her word'), ...felt],
      promises: [promise('us', 'Kept', null, NOW), promise('us', 'Open', null)],
    },
    NOW,
  );
  assert.deepEqual([short.traits.length, short.traits[0]?.statement, short.felt?.statement], [6, 'Her word', 'Heard']);
  assert.ok(!short.traits.some(({ statement }) => statement === 'Long ago'));
  assert.deepEqual(
    short.promises.map(({ what }) => what),
    ['Open'],
  );
});
