import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Listening } from '#model/listening.ts';
import { FIGURES, figuresOf, pitchBars, splitOf, unknownIn } from './report.ts';

const whole: Listening = {
  talkShare: 0.314,
  basis: 'time',
  longestMonologueMs: 186_000,
  longestStoryMs: 240_000,
  patienceMs: 1900,
  switchesPerMinute: 4.2,
  paceWordsPerMinute: 161,
  questions: { ours: { n: 9, open: 7, closed: 2, situation: 3, problem: 2, implication: 1, needPayoff: 1 }, theirs: 3, unanswered: 1 },
  reflections: { simple: 3, complex: 1 },
  pitch: { share: 0.3, expertise: 0.1, features: 0.15, mission: 0.05, firstAtMs: 600_000 },
  n: { turns: 142, ours: 60, theirs: 82 },
};
const nothing: Listening = {
  ...whole,
  talkShare: null,
  basis: 'words',
  longestMonologueMs: null,
  longestStoryMs: null,
  patienceMs: null,
  switchesPerMinute: null,
  paceWordsPerMinute: null,
  questions: { ours: null, theirs: null, unanswered: null },
  reflections: null,
  pitch: null,
};

test('every figure that could be counted is told with what it was counted from', () => {
  const figures = figuresOf(whole);
  assert.deepEqual(
    figures.map((figure) => figure.name),
    [...FIGURES],
  );
  assert.ok(figures.every((figure) => figure.n > 0));
  assert.deepEqual(
    figures.find((figure) => figure.name === 'leftOpen'),
    { name: 'leftOpen', open: 1, n: 3 },
  );
  assert.deepEqual(unknownIn(whole), []);
});

test('what cannot be known has no figure but is named; nought is a figure', () => {
  assert.deepEqual(figuresOf(nothing), []);
  assert.deepEqual(unknownIn(nothing), [...FIGURES]);
  const quiet = figuresOf({ ...whole, patienceMs: 0, reflections: { simple: 0, complex: 0 } });
  assert.ok(quiet.some((figure) => figure.name === 'patience' && figure.ms === 0));
  assert.ok(quiet.some((figure) => figure.name === 'saidBack'));
});

test('what is in a language we do not understand is no nought: its questions are counted, their kinds are not known', () => {
  const kinds = { open: null, closed: null, situation: null, problem: null, implication: null, needPayoff: null };
  const questions = { ours: { n: 4, ...kinds }, theirs: 5, unanswered: null };
  const foreign = figuresOf({ ...whole, questions, reflections: null, pitch: null });
  assert.deepEqual(
    foreign.find((figure) => figure.name === 'questions'),
    { name: 'questions', open: null, closed: null, n: 4, spin: null },
  );
  assert.deepEqual(unknownIn({ ...whole, questions, reflections: null, pitch: null }), ['saidBack', 'leftOpen', 'pitch']);
  const mixed = figuresOf({ ...whole, questions: { ...whole.questions, theirs: 8, unansweredOf: 3 } });
  assert.deepEqual(
    mixed.find((figure) => figure.name === 'leftOpen'),
    { name: 'leftOpen', open: 1, n: 3 },
  );
});

test('the parts of the bar make a hundred', () => {
  assert.deepEqual(splitOf(whole, 0), { us: 31, them: 69, unknown: 0 });
  const odd = splitOf({ ...whole, talkShare: 0.335 }, 0.335);
  assert.equal((odd?.us ?? 0) + (odd?.them ?? 0) + (odd?.unknown ?? 0), 100);
  assert.equal(splitOf(nothing, 0), null);
});

test('our talking about ourselves falls into three kinds', () => {
  assert.ok(whole.pitch);
  assert.deepEqual(
    pitchBars(whole.pitch).map((bar) => bar.share),
    [0.1, 0.15, 0.05],
  );
});
