import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FINDING_KINDS, isFindingKind } from '#model/finding.ts';
import type { Candidate } from '#model/language-model.ts';
import { talk } from '#test/talk.ts';
import { dueIn } from '../find/due.ts';
import { judge } from './judge.ts';

const EMPTY = { statement: null, depth: null, what: null, feeling: null, tone: null, verdict: null, name: null };
const of = (kind: string, turn: number, quote: string, more: Partial<Candidate> = {}): Candidate => ({
  ...EMPTY,
  kind,
  turn,
  quote,
  ...more,
});
const worded = { statement: 'In our words', what: 'do it', feeling: 'worried', name: 'Acme' };

const TALK = talk([
  ['Ana', 'What happens at night? We lose nothing, do we.'],
  ['Tom', 'We need to know it before the morning. We need to know it, really. Acme is cheaper, I am worried.'],
  ['Ana', 'I will send you the plan by Friday.'],
  ['Tom', 'I will call you on Monday. Ring the café, façade and all.\n> I promise you the moon.\nThat was theirs.'],
]);

test('a quote must stand in its turn letter for letter, in whole words', () => {
  const held = (quote: string, turn = 1) => judge(TALK, [of('need', turn, quote)]).map((one) => [one.quote, one.from, one.to]);
  assert.deepEqual(held('We need to know it before the morning'), [['We need to know it before the morning', 0, 37]]);
  assert.deepEqual(held('  know it,  '), [['know it,', 50, 58]]);
  for (const wrong of [
    'we need to know it',
    'We need to  know it',
    'eed to know',
    'to kno',
    '',
    '  ',
    '.',
    'before the evening',
    'a',
    'We need to know it before the morning. I',
    'w'.repeat(700),
  ])
    assert.deepEqual(held(wrong), [], wrong);
  assert.deepEqual(held('caf', 3), []);
  assert.deepEqual(held('the café', 3), [['the café', 32, 40]]);
  assert.deepEqual(held('We need', 2), []);
  assert.deepEqual(held('We need', 7), []);
});

test('what stands in words they only forwarded is not theirs', () => {
  assert.deepEqual(judge(TALK, [of('commitment', 3, 'I promise you the moon', worded)]), []);
  assert.equal(judge(TALK, [of('need', 3, 'That was theirs')]).length, 1);
});

test('each kind comes from a side that can say it: what is about them never from us, promises from both', () => {
  for (const kind of FINDING_KINDS) {
    const [ours, theirs] = [judge(TALK, [of(kind, 0, 'We lose nothing', worded)]), judge(TALK, [of(kind, 1, 'Acme is cheaper', worded)])];
    assert.equal(ours.length, kind === 'commitment' ? 1 : 0, kind);
    assert.equal(theirs.length, 1, kind);
    assert.equal(theirs[0]?.who, 'Tom');
  }
  const unknown = talk([['Who', 'We need a crane.']], { unknown: ['Who'] });
  assert.equal(judge(unknown, [of('need', 0, 'We need a crane')]).length, 1);
  for (const kind of ['', 'Need', 'trait', 'confirm', 'toString', '__proto__'])
    assert.deepEqual(judge(TALK, [of(kind, 1, 'We need', worded)]), [], kind);
});

test('by when is counted by us, from the words that are quoted; to whom is whoever else is there', () => {
  const [found] = judge(TALK, [of('commitment', 2, 'I will send you the plan by Friday', { what: 'send the plan' })], {
    zone: 'Europe/Amsterdam',
  });
  assert.deepEqual([found?.due, found?.dueText, found?.whom, found?.what], ['2026-11-20', 'by Friday', 'Tom', 'send the plan']);
  const [half] = judge(TALK, [of('commitment', 2, 'I will send you the plan', { statement: 'Send the plan' })]);
  assert.deepEqual([half?.due, half?.dueText, half?.what], [null, null, 'Send the plan']);
  const undated = talk([['Tom', 'I will call you on Monday.']], { startedAt: null });
  assert.equal(judge(undated, [of('commitment', 0, 'I will call you on Monday', worded)])[0]?.due, null);
  assert.equal(
    judge(undated, [of('commitment', 0, 'I will call you on Monday', worded)], { now: '2026-11-17T10:00:00Z' })[0]?.due,
    '2026-11-23',
  );
  assert.deepEqual(judge(TALK, [of('commitment', 2, 'I will send you the plan')]), [], 'a promise of nothing');
});

test('fields are those of the kind, and only what can be one', () => {
  const one = (kind: string, more: Partial<Candidate>) => judge(TALK, [of(kind, 1, 'Acme is cheaper, I am worried', more)])[0];
  assert.equal(one('need', { depth: 3, feeling: 'x', what: 'x' })?.depth, 3);
  assert.deepEqual(Object.keys(one('need', worded) ?? {}).sort(), [
    'depth',
    'from',
    'kind',
    'p',
    'quote',
    'statement',
    'to',
    'turn',
    'who',
  ]);
  for (const depth of [-1, 5, 1.5, Number.NaN]) assert.equal(one('need', { depth })?.depth, null);
  assert.deepEqual(
    [one('feeling', { feeling: 'worried', tone: 'bad' })?.tone, one('feeling', { feeling: 'worried', tone: 'worse' })?.tone],
    ['bad', null],
  );
  assert.equal(one('feeling', {}), undefined);
  assert.equal(one('feedback', { verdict: 'better' })?.verdict, 'better');
  assert.equal(one('competitor', { name: 'acme' })?.name, 'acme');
  assert.equal(one('competitor', { name: 'Bolt' }), undefined, 'nobody named that one');
  assert.equal(one('referral', {}), undefined);
  assert.equal(one('trait.value', {}), undefined, 'a trait says what it is');
});

test('our wording is a short line that leads nowhere and hides nothing, else the quote stands alone', () => {
  const worded = (statement: string) => judge(TALK, [of('need', 1, 'We need', { statement })])[0]?.statement;
  assert.equal(worded('  Know  it\n early '), 'Know it early');
  for (const wrong of [
    '',
    '…',
    'see http://evil.example',
    'at www.evil.example',
    'x'.repeat(201),
    'a\u202eb',
    'a\u200bb',
    'a\u0000b',
    'a\u001bb',
    'a\ud800b',
  ])
    assert.equal(worded(wrong), null, JSON.stringify(wrong));
});

test('the same kind over the same words is one, a turn has two at most, and a conversation as many as it has room for', () => {
  const same = [
    of('need', 1, 'We need to know it before'),
    of('need', 1, 'know it before the morning'),
    of('request', 1, 'know it before', worded),
  ];
  assert.deepEqual(
    judge(TALK, same).map(({ kind, quote }) => [kind, quote]),
    [
      ['need', 'We need to know it before'],
      ['request', 'know it before'],
    ],
  );
  const three = [...same, of('objection', 1, 'Acme is cheaper', worded)];
  assert.equal(judge(TALK, three).length, 2);
  const long = talk(Array.from({ length: 40 }, (_, i) => ['Tom', `We need part ${i}, and I am worried.`]));
  const flood = long.turns.flatMap((_, turn) => [of('need', turn, 'We need'), of('feeling', turn, 'I am worried', worded)]);
  const found = judge(long, flood);
  assert.equal(found.length, 30);
  assert.ok(
    found.every(({ kind }) => kind === 'need'),
    'one of each turn before the second of any',
  );
});

test('what it says is unsure until it has been measured', () => {
  assert.equal(judge(TALK, [of('need', 1, 'We need')])[0]?.p, 0.5);
});

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', '.', '\n', '>', 'We need it', 'by Friday', '𝒳', '\u202e'),
  maxLength: 24,
});
const candidates = fc.record({
  kind: fc.oneof(fc.constantFrom(...FINDING_KINDS), fc.string({ maxLength: 8 })),
  turn: fc.integer({ min: -2, max: 9 }),
  quote: fc.oneof(letters, fc.constantFrom('We need it', 'by Friday', 'it')),
  statement: fc.option(letters),
  depth: fc.option(fc.double()),
  what: fc.option(letters),
  feeling: fc.option(letters),
  tone: fc.option(fc.constantFrom('good', 'bad', 'x')),
  verdict: fc.option(fc.constantFrom('well', 'better', 'x')),
  name: fc.option(letters),
});

test('whatever was said and whatever a model makes of it: what is left is true, in place, allowed, bounded and dated by us', () => {
  const speakers = fc.constantFrom('Ana', 'Tom', 'Who');
  fc.assert(
    fc.property(fc.array(fc.tuple(speakers, letters), { maxLength: 6 }), fc.array(candidates, { maxLength: 30 }), (lines, said) => {
      const heard = talk(lines, { unknown: ['Who'] });
      const found = judge(heard, said, { zone: 'Europe/Amsterdam' });
      for (const [at, one] of found.entries()) {
        const turn = heard.turns[one.turn];
        assert.ok(turn && turn.text.slice(one.from, one.to) === one.quote && one.quote.trim() === one.quote && one.quote.isWellFormed());
        assert.ok(said.some(({ kind, turn: where, quote }) => kind === one.kind && where === one.turn && quote.trim() === one.quote));
        assert.equal(one.who, turn.speaker);
        assert.ok(isFindingKind(one.kind) && (one.who !== 'Ana' || one.kind === 'commitment'));
        for (const words of [one.statement, one.what, one.feeling, one.name])
          assert.ok(words == null || (words.length <= 200 && !/[\n\u202e]/.test(words)));
        if (one.due) assert.equal(one.due, dueIn(one.quote, new Date('2026-11-17T12:58:00Z'), 'Europe/Amsterdam', 'en')?.due);
        assert.ok(
          !found
            .slice(0, at)
            .some((other) => other.kind === one.kind && other.turn === one.turn && other.from < one.to && one.from < other.to),
        );
      }
      assert.ok(heard.turns.every((_, i) => found.filter(({ turn }) => turn === i).length <= 2));
      assert.deepEqual(
        found,
        [...found].sort((a, b) => a.turn - b.turn || a.from - b.from),
      );
    }),
    { numRuns: 400 },
  );
});
