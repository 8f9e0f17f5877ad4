import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingView, TurnView, WhyView } from '#model/pages.ts';
import { answerTo, askedAfter, inOrder } from './why-answer.ts';
import { placed } from './why-place.ts';

const TEXT = "Good. We need a van. I'll send you the plan by Friday.";
const turn = {
  ...{ id: 't', i: 3, speaker: 0, startMs: null, endMs: null, at: null, line: 1, text: TEXT },
  acts: [
    { act: 'affirmation', p: 0.6, from: 0, to: 5 },
    { act: 'commitment', p: 0.9, from: 21, to: 54 },
  ],
} as TurnView;
const finding = { id: 'f', kind: 'commitment', turn: 3, from: 21, to: 54, p: 0.9 } as FindingView;
const page = { turns: [turn], findings: [finding] };

const heard = (from: number, words: [number, number][], reasons: WhyView['acts'][number]['reasons'] = []) => ({
  ...{ p: 0.9, confidence: 'very-likely' as const, from, to: from + 20, by: 'heads' as const, reasons },
  words: words.map(([a, b]) => ({ from: a, to: b, share: 0.4 })),
});

test('what is asked after is a suggestion by its id, else what leads the turn', () => {
  assert.deepEqual(askedAfter(page, 'f', 3), { turn: 3, finding });
  assert.deepEqual(askedAfter(page, null, 3), { turn: 3, act: turn.acts[1] });
  assert.equal(askedAfter(page, 'gone', 3), null);
  assert.equal(askedAfter(page, null, 9), null);
});

test('a turn that does the same in two sentences does so by the words of both, four at most', () => {
  const acts: WhyView['acts'] = [
    { act: 'need', ...heard(0, [[0, 4]], ['few-words']) },
    { act: 'commitment', ...heard(0, [[1, 3]], ['asked-for']) },
    {
      act: 'commitment',
      ...heard(
        21,
        [
          [21, 30],
          [43, 52],
        ],
        ['after-question', 'asked-for'],
      ),
    },
    {
      act: 'commitment',
      ...heard(
        60,
        [
          [60, 62],
          [64, 66],
          [70, 72],
        ],
        ['said-after'],
      ),
    },
  ];
  const answer = answerTo({ turn: 3, act: turn.acts[1] as TurnView['acts'][number] }, { turn: 3, acts, findings: [] });
  assert.deepEqual(
    answer?.words.map(({ from }) => from),
    [21, 43, 1, 60],
  );
  assert.deepEqual(answer?.reasons, ['after-question', 'asked-for']);
});

test('what was heard anew meanwhile has no answer', () => {
  const view: WhyView = { turn: 3, acts: [{ act: 'commitment', ...heard(0, []) }], findings: [] };
  assert.equal(answerTo({ turn: 3, act: turn.acts[1] as TurnView['acts'][number] }, view), null);
  assert.equal(answerTo({ turn: 3, finding }, view), null);
});

test('the words are read in the order in which they were said', () => {
  const words = [
    { from: 44, to: 53, share: 0.5 },
    { from: 21, to: 30, share: 0.3 },
  ];
  assert.deepEqual(inOrder(words, TEXT), ["I'll send", 'by Friday']);
});

test('it stands under what must stay readable, over it where the window ends, and goes with it out of view', () => {
  const size = { width: 300, height: 100 };
  const view = { width: 390, foot: 700 };
  const at = (top: number, bottom: number, left = 20) => placed({ left, top, bottom: top + 16 }, { left: 0, top, bottom }, size, view);
  assert.deepEqual(at(100, 180), { x: 12, y: 184 });
  assert.deepEqual(at(560, 640), { x: 12, y: 456 });
  assert.deepEqual(at(100, 180, 380), { x: 82, y: 184 });
  assert.deepEqual(at(20, 690), { x: 12, y: 592 }, 'a turn as tall as the window is covered at its foot');
  assert.equal(at(-90, -10), null);
  assert.equal(at(720, 790), null);
});
