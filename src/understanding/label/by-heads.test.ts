import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '#model/act.ts';
import type { Side } from '#model/conversation.ts';
import type { Confidences } from '../heads/hearing.ts';
import { type Unit, unitOf, wholeSentence } from '../heads/unit.ts';
import { actsByHeads } from './by-heads.ts';

const THRESHOLD = 0.3;

/** Heads that are as sure as they are told to be; all others are sure of nothing. */
function heads(sure: Record<string, number>): Confidences {
  const of = (_: number, head: string) => sure[head] ?? 0;
  return { of, says: (unit, head) => of(unit, head) >= THRESHOLD, thresholdOf: () => THRESHOLD, sensed: () => 0 };
}

function unit(side: Side, text = 'the man with the key lives in Saltmouth'): Unit {
  return unitOf({ text, sentence: wholeSentence(text), turn: 0, speaker: 'Someone', side });
}

const acts = (side: Side, sure: Record<string, number>, text?: string) => actsByHeads(unit(side, text), 0, heads(sure));
const named = (side: Side, sure: Record<string, number>, text?: string) => acts(side, sure, text).map(({ act }) => act);

test('of a family the likelier kind is told, as sure as that it is one at all', () => {
  const [question, more] = acts('us', { question: 0.9, 'question.open': 0.2, 'question.closed': 0.7 });
  assert.deepEqual([question?.act, question?.p, more], ['question.closed', 0.9, undefined]);
  const [back] = acts('us', { reflection: 0.6, 'reflection.simple': 0.35, 'reflection.complex': 0.3 });
  assert.deepEqual([back?.act, back?.p], ['reflection.simple', 0.6]);
});

test('a kind that is sure where its family is not is not told', () => {
  assert.deepEqual(named('us', { 'question.open': 0.9, information: 0.4 }), ['information']);
});

test('a sentence may do more than one thing', () => {
  assert.deepEqual(named('us', { question: 0.8, 'question.closed': 0.8, reflection: 0.5, 'reflection.complex': 0.5, thanks: 0.4 }), [
    'question.closed',
    'reflection.complex',
    'thanks',
  ]);
});

test('our questions have a kind when one is sure; questions of theirs and of nobody known never', () => {
  const sure = { question: 0.9, 'question.open': 0.9, 'spin problem': 0.5, 'spin situation': 0.4 };
  assert.equal(acts('us', sure)[0]?.spin, 'problem');
  assert.equal(acts('them', sure)[0]?.spin, undefined);
  assert.equal(acts('unknown', sure)[0]?.spin, undefined);
  assert.equal(acts('us', { ...sure, 'spin problem': 0.2, 'spin situation': 0.1 })[0]?.spin, undefined, 'small talk');
  assert.equal(acts('us', { reflection: 0.9, 'reflection.simple': 0.9, 'spin problem': 0.9 })[0]?.spin, undefined, 'no question');
});

test('needs, effects and feelings are never ours; those of nobody known are heard', () => {
  const sure = { need: 0.9, implication: 0.9, feeling: 0.9 };
  assert.deepEqual(named('us', { ...sure, information: 0.1 }), ['information']);
  assert.deepEqual(named('them', sure), ['need', 'implication', 'feeling']);
  assert.deepEqual(named('unknown', sure), ['need', 'implication', 'feeling']);
});

test('they never pitch; who is not known may', () => {
  const sure = { pitch: 0.9, 'pitch.mission': 0.9, information: 0.5 };
  assert.deepEqual(named('them', sure), ['information']);
  assert.deepEqual(named('us', sure), ['pitch.mission']);
  assert.deepEqual(named('unknown', sure), ['pitch.mission']);
});

test('when no head is sure enough, the likeliest way of telling is, with how sure it is', () => {
  const [only, more] = acts('them', { other: 0.1, information: 0.2, 'self-disclosure': 0.25, need: 0.29 });
  assert.deepEqual([only?.act, only?.p, more], ['self-disclosure', 0.25, undefined]);
});

test('what only greets or thanks and tells something too is told as both', () => {
  assert.deepEqual(named('them', { thanks: 0.9, information: 0.5 }), ['thanks', 'information']);
  assert.deepEqual(named('them', { need: 0.9, information: 0.5 }), ['need']);
});

test('an act lies over its sentence, no act is told twice, and its confidence has two decimals', () => {
  const text = 'Good. We need one list.';
  const one: Unit = { ...unit('them', text), sentence: { ...wholeSentence(text), from: 6, to: text.length } };
  const found = actsByHeads(one, 0, heads({ need: 0.123456 + THRESHOLD, smalltalk: 0.4, information: 0.5 }));
  for (const { from, to, p } of found) assert.deepEqual([from, to, Math.round(p * 100) / 100], [6, text.length, p]);
  assert.equal(new Set(found.map(({ act }) => act)).size, found.length);
});

const DENIED = [
  "I'll be honest with you.",
  "We'll see.",
  "If you like I'll send you the list.",
  'Unless you call me I will send it to her.',
  "I'll show you my screen.",
];
const PROMISED = [
  "I'll send you the list by Friday.",
  "I'll be honest, I'll send you the list tomorrow.",
  "If she agrees, I'll send you the list.",
  "I'll send you the list, if that helps.",
];

test('a condition before it, or a way of speaking, denies a promise however sure the heads are', () => {
  const sure: Partial<Record<Act, number>> = { commitment: 0.99, information: 0.1 };
  for (const text of DENIED) assert.ok(!named('us', sure, text).includes('commitment'), text);
  for (const text of PROMISED) assert.ok(named('us', sure, text).includes('commitment'), text);
});
