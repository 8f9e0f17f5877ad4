import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { z } from 'zod';
import { beliefStatementShape, beliefWayShape, repairShape } from './belief.shape.ts';
import { findingFieldsShape, findingViewShape } from './finding.shape.ts';
import { confidenceWord, FINDING_KINDS, isFindingKind } from './finding.ts';
import { answerShape, depthShape, elementShape, needStatementShape } from './need.shape.ts';
import { changedClaimShape, changedOfferingShape, newClaimShape, newOfferingShape } from './offering.shape.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const takes = (shape: z.ZodType, value: unknown) => shape.safeParse(value).success;

test('a suggestion is mended in its own fields alone: the words that were said are not among them', () => {
  const mended = { statement: 'Vans that stay cold', quote: 'never said', p: 1, kind: 'need', confirmedBy: ID, turn: 0 };
  assert.deepEqual(findingFieldsShape.parse(mended), { statement: 'Vans that stay cold' });
  assert.deepEqual(findingFieldsShape.parse({ what: 'The list\u0000', due: null }), { what: 'The list', due: null });
});

test('a field that is mended has a value of its kind', () => {
  for (const odd of [
    { depth: 5 },
    { depth: -1 },
    { depth: 1.5 },
    { depth: '2' },
    { tone: 'happy' },
    { verdict: 'worse' },
    { claim: 'the first' },
    { statement: 'x'.repeat(2001) },
    { due: `2026-11-28${' '.repeat(40)}` },
    { statement: 7 },
  ])
    assert.ok(!takes(findingFieldsShape, odd), JSON.stringify(odd));
  for (const fine of [{ depth: 0 }, { depth: 4 }, { tone: 'mixed' }, { verdict: 'better' }, { claim: ID }, { claim: null }, {}])
    assert.ok(takes(findingFieldsShape, fine), JSON.stringify(fine));
});

test('what was found is shown also where it is longer than anybody may type', () => {
  const view = {
    ...{ id: ID, kind: 'need', speaker: 0, turn: 3, from: 0, to: 9, quote: 'It rang', p: 0.7, edited: false, confirmedBy: null },
    ...{ rejectedBy: null, statement: 'x'.repeat(5000), whom: 'x'.repeat(5000) },
  };
  assert.ok(takes(findingViewShape, view));
  assert.ok(!takes(findingViewShape, { ...view, kind: 'rumour' }));
  assert.ok(!takes(findingViewShape, { ...view, by: 'a friend' }), 'who else suggests is a language model, and says so');
  assert.equal(Object.hasOwn(findingViewShape.parse({ ...view, secret: 'x' }), 'secret'), false);
});

test('how sure we are is said in three words, and never surer than the figure', () => {
  assert.deepEqual([0.8, 0.79, 0.6, 0.59, 0, 1].map(confidenceWord), [
    'very-likely',
    'likely',
    'likely',
    'unsure',
    'unsure',
    'very-likely',
  ]);
  const words = ['unsure', 'likely', 'very-likely'];
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      assert.ok(words.indexOf(confidenceWord(low)) <= words.indexOf(confidenceWord(high)));
    }),
  );
});

test('a kind of finding is one that we know, and no word of JavaScript', () => {
  for (const kind of FINDING_KINDS) assert.ok(isFindingKind(kind));
  for (const other of ['', 'Need', 'trait', 'trait.', 'constructor', 'length', 'need ']) assert.ok(!isFindingKind(other), other);
});

test('a need has a statement, a depth that a ladder has, and an element of value that there is', () => {
  assert.equal(needStatementShape.parse('  Vans that stay cold\u0000 '), 'Vans that stay cold');
  for (const statement of ['', '  ', '\u0000', 'x'.repeat(1001)]) assert.ok(!takes(needStatementShape, statement));
  for (const depth of [-1, 5, 2.5, '2', null]) assert.ok(!takes(depthShape, depth), String(depth));
  for (const depth of [0, 4]) assert.ok(takes(depthShape, depth));
  assert.ok(takes(elementShape, 'anxiety') && !takes(elementShape, 'constructor') && !takes(elementShape, ''));
  for (const answer of ['yes', 'partly', 'no']) assert.ok(takes(answerShape, answer));
  for (const answer of ['ja', 'YES', '', true]) assert.ok(!takes(answerShape, answer), String(answer));
});

test('a belief is something they hold; what would repair it may be empty', () => {
  assert.equal(beliefStatementShape.parse(' You only sell sensors '), 'You only sell sensors');
  for (const statement of ['', ' \n ', 'x'.repeat(501)]) assert.ok(!takes(beliefStatementShape, statement));
  assert.equal(repairShape.parse('  '), '');
  assert.ok(!takes(repairShape, 'x'.repeat(1001)));
  assert.ok(takes(beliefWayShape, 'demo') && !takes(beliefWayShape, 'magic'));
});

test('an offering is ours until it is said to be another’s, and says nothing that nobody wrote', () => {
  assert.deepEqual(newOfferingShape.parse({ name: ' Cold chain ' }), {
    name: 'Cold chain',
    kind: 'ours',
    forWhom: '',
    notForWhom: '',
    emotionalNeed: '',
  });
  for (const odd of [{ name: ' ' }, { name: 'x'.repeat(201) }, { name: 'A', kind: 'theirs' }, { name: 'A', forWhom: 'x'.repeat(1001) }, {}])
    assert.ok(!takes(newOfferingShape, odd), JSON.stringify(odd).slice(0, 40));
});

test('changing an offering or a claim leaves alone what was not given: no default is written over it', () => {
  assert.deepEqual(changedOfferingShape.parse({}), {});
  assert.deepEqual(changedOfferingShape.parse({ notForWhom: '' }), { notForWhom: '' });
  assert.ok(!takes(changedOfferingShape, { name: '' }));
  assert.deepEqual(changedClaimShape.parse({}), {});
  assert.deepEqual(newClaimShape.parse({ statement: ' It stays cold ' }), { statement: 'It stays cold', proof: '' });
  assert.ok(!takes(newClaimShape, { proof: 'A figure' }), 'a proof of nothing is none');
  assert.ok(!takes(changedClaimShape, { statement: ' ' }));
});
