import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningReportShape, listeningShape } from './listening.shape.ts';
import { heardShape, whyViewShape } from './why.shape.ts';

const counts = { n: 3, open: 1, closed: 1, situation: 0, problem: 1, implication: 0, needPayoff: 0 };
const listening = {
  ...{ talkShare: 0.4, basis: 'time', longestMonologueMs: 9000, longestStoryMs: null, patienceMs: null, switchesPerMinute: 3.2 },
  ...{ paceWordsPerMinute: 140, questions: { ours: counts, theirs: 2, unanswered: 1 }, reflections: { simple: 1, complex: 0 } },
  ...{ pitch: { share: 0.2, expertise: 0.1, features: 0.1, mission: 0, firstAtMs: 30_000 }, n: { turns: 6, ours: 3, theirs: 3 } },
};
const takes = (more: object) => listeningShape.safeParse({ ...listening, ...more }).success;

test('what cannot be known is null, and never nothing, less than nothing or more than all', () => {
  assert.ok(takes({}));
  assert.ok(takes({ talkShare: null, reflections: null, pitch: null, paceWordsPerMinute: null, switchesPerMinute: null }));
  for (const odd of [
    { talkShare: 1.01 },
    { talkShare: -0.1 },
    { talkShare: undefined },
    { basis: 'feeling' },
    { patienceMs: -1 },
    { n: { turns: 6, ours: 3.5, theirs: 2.5 } },
    { reflections: { simple: 1 } },
    { pitch: { ...listening.pitch, share: 1.2 } },
    { questions: { ...listening.questions, theirs: -1 } },
  ])
    assert.ok(!takes(odd), JSON.stringify(odd));
});

test('questions in a language that we do not understand are counted, and nothing else is said of them', () => {
  const unknown = { ...counts, open: null, closed: null, situation: null, problem: null, implication: null, needPayoff: null };
  assert.ok(takes({ questions: { ours: unknown, theirs: null, unanswered: null } }));
  assert.ok(
    !takes({ questions: { ours: { ...unknown, n: null }, theirs: null, unanswered: null } }),
    'how many there were is always known',
  );
  assert.ok(takes({ questions: { ...listening.questions, unansweredOf: 2, unansweredAt: [{ turn: 4, from: 0, to: 12 }] } }));
});

test('a report of a conversation holds turns with what was found in them, each with its proof', () => {
  const act = { act: 'need', p: 0.9, from: 0, to: 10 };
  const turn = { i: 0, speaker: 'Ines', side: 'them', startMs: null, endMs: null, text: 'It rang all night', language: 'en', acts: [act] };
  const finding = { kind: 'need', who: 'Ines', quote: 'It rang', turn: 0, from: 0, to: 7, p: 0.8, statement: 'Sleep', depth: 3 };
  const conversation = {
    ...{ title: 'Call', kind: 'call', startedAt: null, durationMs: null, timeQuality: 'none', participants: [] },
    ...{ languages: [{ language: 'en', share: 1 }], leftOut: [] },
  };
  const report = { conversation, listening, turns: [turn], findings: [finding] };
  assert.ok(listeningReportShape.safeParse(report).success);
  for (const odd of [
    { findings: [{ ...finding, quote: '' }] },
    { findings: [{ ...finding, p: 1.1 }] },
    { findings: [{ ...finding, kind: 'rumour' }] },
    { turns: [{ ...turn, acts: [{ ...act, act: 'shouting' }] }] },
    { turns: [{ ...turn, acts: [{ ...act, by: 'ear' }] }] },
    { turns: [{ ...turn, language: 'la' }] },
    { conversation: { ...conversation, leftOut: [{ language: 'other', turns: 2, what: ['everything'] }] } },
  ])
    assert.ok(!listeningReportShape.safeParse({ ...report, ...odd }).success, JSON.stringify(odd));
});

test('why something was heard is told in four places of the text at most, and by nobody who cannot be asked', () => {
  const words = (n: number) => Array.from({ length: n }, (_, i) => ({ from: i, to: i + 1, share: 0.2 }));
  const why = { by: 'heads', words: words(4), reasons: ['question-mark', 'few-words'] };
  assert.ok(heardShape.safeParse(why).success);
  for (const odd of [
    { words: words(5) },
    { reasons: ['question-mark', 'few-words', 'asked-for'] },
    { reasons: ['a hunch'] },
    { by: 'somebody' },
  ])
    assert.ok(!heardShape.safeParse({ ...why, ...odd }).success, JSON.stringify(odd));
  assert.ok(!heardShape.safeParse({ ...why, words: [{ from: 0, to: 1, share: 1.5 }] }).success);
  const act = { ...why, act: 'need', p: 0.9, confidence: 'very-likely', from: 0, to: 4 };
  assert.ok(whyViewShape.safeParse({ turn: 0, acts: [act], findings: [] }).success);
  assert.ok(!whyViewShape.safeParse({ turn: 0, acts: [{ ...act, confidence: 'certain' }], findings: [] }).success, 'nothing is certain');
});
