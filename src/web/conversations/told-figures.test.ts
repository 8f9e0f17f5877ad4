import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ActFamily } from '#model/act.ts';
import type { Received } from '#model/pages.ts';
import { datesFor } from '../messages/dates.ts';
import { en } from '../messages/en/all.ts';
import { nl } from '../messages/nl/all.ts';
import { figureValue } from './figure-value.ts';
import { mostIn } from './lane-path.ts';
import { ticksOf } from './lane-tick-path.ts';
import type { Lane } from './lanes.ts';
import type { Figure } from './report.ts';
import { stateOf } from './upload-state.ts';
import { arrived, failed, progressed, queued, type Upload } from './uploads.ts';

before(() => Promise.all([en.refusal.come(), nl.refusal.come()]));

const told = (figure: Figure) => [
  figureValue(figure, en.listening, datesFor('en', 'UTC').clock, 'en'),
  figureValue(figure, nl.listening, datesFor('nl', 'UTC').clock, 'nl'),
];

test('shares are whole percents, and a speed is a whole number of words', () => {
  assert.deepEqual(told({ name: 'talkShare', share: 0.4349, basis: 'time', n: 9 })[0], '43%');
  assert.deepEqual(told({ name: 'pitch', share: 0.005, expertise: 0, features: 0.005, mission: 0, firstAtMs: null, n: 9 })[0], '1%');
  assert.match(told({ name: 'pace', perMinute: 141.6, n: 9 })[0] ?? '', /^142 words/);
});

test('a part of a second is written as each language writes it', () => {
  assert.deepEqual(told({ name: 'patience', ms: 1250, n: 9 }), [en.listening.median('1.3'), nl.listening.median('1,3')]);
  assert.match(told({ name: 'switches', perMinute: 4.04, n: 9 })[1] ?? '', /^4 /);
});

test('open and closed questions are told apart only where we know which is which', () => {
  assert.equal(told({ name: 'questions', open: 4, closed: 0, n: 4, spin: null })[0], '4 and 0');
  assert.equal(told({ name: 'questions', open: null, closed: null, n: 7, spin: null })[0], '7 asked');
});

test('both ways of saying it back count, and what was left open is of how many', () => {
  assert.equal(told({ name: 'saidBack', simple: 2, complex: 3, n: 30 })[0], '5');
  assert.equal(told({ name: 'leftOpen', open: 0, n: 6 })[0], '0 of 6');
  assert.equal(told({ name: 'longestStory', ms: 125_000, n: 6 })[0], '2:05');
});

const lane = (...spans: [family: ActFamily, from: number, to: number][]): Lane =>
  ({ spans: spans.map(([family, from, to], turn) => ({ turn, family, from, to })) }) as Lane;

test('what somebody mostly did is by how long they did it, and not how often', () => {
  assert.deepEqual(mostIn(lane(['ask', 0, 1], ['ask', 2, 3], ['tell', 4, 20], ['small', 20, 25], ['ask', 30, 31])), ['tell', 'small']);
  assert.deepEqual(mostIn(lane(['ask', 0, 1])), ['ask']);
  assert.deepEqual(mostIn(lane()), []);
});

const hits = (...turns: number[]) => new Map(turns.map((turn) => [turn, []]));

test('a tick stands in the middle of its turn, and two at one pixel are one', () => {
  const all = { from: 0, to: 100 };
  assert.equal(ticksOf(lane(['tell', 0, 20], ['tell', 40, 60]), all, 200, hits(0, 1)), 'M20 0v24M100 0v24');
  assert.equal(ticksOf(lane(['tell', 0, 1], ['tell', 1, 2]), all, 20, hits(0, 1)), 'M0 0v24');
  assert.equal(ticksOf(lane(['tell', 0, 20]), all, 200, hits(7)), '');
});

test('zoomed in, ticks out of view are not drawn; before it is measured there are none', () => {
  const spans = lane(['tell', 0, 20], ['tell', 40, 60], ['tell', 90, 100]);
  assert.equal(ticksOf(spans, { from: 40, to: 60 }, 100, hits(0, 1, 2)), 'M50 0v24');
  assert.equal(ticksOf(spans, { from: 0, to: 100 }, 0, hits(0)), '');
  assert.equal(ticksOf(spans, { from: 5, to: 5 }, 100, hits(1)), '');
});

const upload = queued(1, { name: 'call.vtt', path: 'call.vtt', size: 10 }, false);
const after = (uploads: Upload[]) => uploads[0] ?? upload;
const received = (more: Partial<Received> = {}): Received => ({
  ...{ fileId: 'f', format: 'zoom-vtt', already: false, unknownSpeakers: 0, losses: [] },
  conversations: [{ id: 'c', title: 'Call', turns: 142 }],
  ...more,
});

test('a file says how far it is, then what was in it', () => {
  assert.equal(stateOf(upload, en), en.conversations.stateWaiting);
  assert.equal(stateOf(after(progressed([upload], 1, 4, 10)), en), '40% here');
  assert.equal(stateOf(after(progressed([upload], 1, 10, 10)), en), en.conversations.stateReading);
  assert.match(stateOf(after(arrived([upload], 1, received())), en), /, 142 turns$/);
  assert.equal(stateOf(after(arrived([upload], 1, received({ already: true }))), nl), nl.conversations.stateAlready);
});

test('of an archive all talks and turns are counted, and an unknown format is called as it calls itself', () => {
  const two = received({
    format: 'fathom-next',
    conversations: [
      { id: 'a', title: 'A', turns: 2 },
      { id: 'b', title: 'B', turns: 3 },
    ],
  });
  assert.equal(stateOf(after(arrived([upload], 1, two)), en), 'fathom-next, 2 conversations, 5 turns');
});

test('a file that did not come in says why, in the language on screen; a line that broke says just that', () => {
  const damaged = { code: 'file.damaged', message: 'x', params: { name: 'call.vtt' } };
  assert.match(stateOf(after(failed([upload], 1, damaged)), nl), /^call\.vtt is beschadigd/);
  assert.equal(stateOf(after(failed([upload], 1, { code: 'unknown', message: 'unreachable', params: {} })), en), en.conversations.lineDead);
});
