import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '#model/act.ts';
import type { ConversationPage, TurnView } from '#model/pages.ts';
import { noticedIn } from './noticed.ts';

type Line = [speaker: number, startS: number, endS: number, text: string, act?: Act];

const SPEAKERS = [
  { i: 0, side: 'us' },
  { i: 1, side: 'them' },
] as ConversationPage['speakers'];

const LISTENING = { questions: { unansweredAt: [] } } as unknown as ConversationPage['listening'];

function page(lines: Line[], more: Partial<ConversationPage> = {}) {
  const turns = lines.map(([speaker, start, end, text, act], i) => ({
    i,
    speaker,
    startMs: start * 1000,
    endMs: end * 1000,
    text,
    acts: act ? [{ act, p: 0.9, from: 0, to: text.length }] : [],
  })) as unknown as TurnView[];
  return noticedIn({ turns, speakers: SPEAKERS, listening: LISTENING, timeQuality: 'exact', ...more });
}

const CALL: Line[] = [
  [1, 0, 5, 'We lose a load a month.'],
  [0, 6, 40, 'We have been doing this for ten years.', 'pitch.expertise'],
  [1, 40, 41, 'Okay.'],
  [0, 41, 90, 'With our platform you can see each van.', 'pitch.features'],
  [1, 91, 96, 'Does it work in a tunnel?', 'question.closed'],
  [0, 97, 99, 'What did you write in it?', 'question.open'],
  [1, 103.1, 160, 'That we were sorry and that it would not happen again.'],
  [0, 161, 165, 'So it is about being able to sign it.', 'reflection.complex'],
  [1, 166, 168, 'Yes. Exactly that.'],
];

test('the longest stretch about ourselves is told where it ends, over their okays, with whether anybody had asked', () => {
  assert.deepEqual(page(CALL).get(3), [{ kind: 'about-us', ms: 84_000, asked: false }]);
  const asked = CALL.with(0, [1, 0, 5, 'What do you do?', 'question.open']);
  assert.deepEqual(page(asked).get(3), [{ kind: 'about-us', ms: 84_000, asked: true }]);
});

test('a short pitch is no matter for the margin', () => {
  const short = page([[0, 0, 30, 'Our platform shows it.', 'pitch.features']]);
  assert.equal(short.size, 0);
});

test('a silence that we kept after asking is told, with how long they went on', () => {
  assert.deepEqual(page(CALL).get(5), [{ kind: 'waited', ms: 4_100, thenMs: 56_900 }]);
  const quick = CALL.with(6, [1, 99.5, 160, 'That we were sorry.']);
  assert.equal(page(quick).has(5), false);
});

test('saying it back is told with their yes, and not with a no', () => {
  assert.deepEqual(page(CALL).get(7), [{ kind: 'said-back', answer: 'Yes. Exactly that.' }]);
  const no = CALL.with(8, [1, 166, 168, 'No, not quite.']);
  assert.equal(page(no).has(7), false);
});

test('questions of theirs that were left open stand beside their turn', () => {
  const listening = { questions: { unansweredAt: [{ turn: 4, from: 0, to: 25 }] } } as unknown as ConversationPage['listening'];
  assert.deepEqual(page(CALL, { listening }).get(4), [{ kind: 'left-open' }]);
});

test('without exact times nothing is said about lengths; for whom the figures are not, nothing at all', () => {
  const words = page(CALL, { timeQuality: 'none' });
  assert.deepEqual([...words.keys()], [7]);
  assert.equal(page(CALL, { listening: null }).size, 0);
});
