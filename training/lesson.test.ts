import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amiLessons, casinoLessons, emotionLessons, parakweetLessons, persuasionLessons } from './lesson.ts';

const shown = ({ dialogue, units, labels }: ReturnType<typeof casinoLessons>[number]) => ({
  dialogue,
  said: units.map(({ turn, speaker, side, text }, i) => [turn, speaker, side, text, labels[i]]),
});

test('CaSiNo: a dialogue in the order it was said, nobody is us', () => {
  const [lesson, other] = casinoLessons([
    { d: 1, i: 1, s: 'b', x: 'We need water.', labels: ['self-need'] },
    { d: 1, i: 0, s: 'a', x: 'Hello!', labels: ['small-talk'] },
    { d: 2, i: 0, s: 'a', x: 'Hi.', labels: [] },
  ]);
  assert.deepEqual(lesson && shown(lesson), {
    dialogue: '1',
    said: [
      [0, 'a', 'unknown', 'Hello!', ['small-talk']],
      [1, 'b', 'unknown', 'We need water.', ['self-need']],
    ],
  });
  assert.equal(other?.dialogue, '2');
});

test('PersuasionForGood: the persuader is us, what the other said before has no labels', () => {
  const [lesson] = persuasionLessons([
    { d: 'x', turn: 0, prev: '<Start>', x: 'Hello.', strategy: 'greeting', act: 'greet' },
    { d: 'x', turn: 1, prev: 'Hi, who are you?', x: 'We help children.', strategy: 'provide-org-facts', act: 'inform' },
    { d: 'x', turn: 1, prev: 'Hi, who are you?', x: 'Will you give?', strategy: 'proposition', act: 'ask' },
  ]);
  assert.deepEqual(lesson && shown(lesson).said, [
    [0, 'persuader', 'us', 'Hello.', ['greeting', 'act greet']],
    [1, 'other', 'them', 'Hi, who are you?', null],
    [2, 'persuader', 'us', 'We help children.', ['provide-org-facts', 'act inform']],
    [2, 'persuader', 'us', 'Will you give?', ['proposition', 'act ask']],
  ]);
});

test('AMI: consecutive segments of a speaker are one turn; actions are known only where there are links', () => {
  const [lesson] = amiLessons([
    { d: 'm', s: 'A', t0: 0, x: 'shall we begin', act: 'el.sug' },
    { d: 'm', s: 'A', t0: 2, x: 'Right?', act: 'el.ass', sum: [] },
    { d: 'm', s: 'B', t0: 1.5, x: 'I send it', act: 'off', sum: ['actions'] },
  ]);
  assert.deepEqual(lesson && shown(lesson).said, [
    [0, 'A', 'unknown', 'shall we begin', ['el.sug', 'question']],
    [1, 'B', 'unknown', 'I send it', ['off', 'actions', 'linked']],
    [2, 'A', 'unknown', 'Right?', ['el.ass', 'question', '?', 'linked']],
  ]);
});

test('sentences of mail and comments know nothing of one another', () => {
  const mails = parakweetLessons([
    { x: 'Please send it.', y: 1 },
    { x: 'It rained.', y: 0 },
  ]);
  assert.deepEqual(
    mails.map(({ dialogue, labels }) => [dialogue, labels]),
    [
      ['mail 0', [['intent']]],
      ['mail 1', [[]]],
    ],
  );
  assert.deepEqual(emotionLessons([{ x: 'Thanks!', y: ['gratitude'] }])[0]?.labels, [['gratitude']]);
});
