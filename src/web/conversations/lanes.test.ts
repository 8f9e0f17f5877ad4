import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act } from '#model/act.ts';
import type { SpeakerView, TurnView } from '#model/pages.ts';
import { marksOf, pathsOf, stepOf } from './lane-path.ts';
import { between, chartOf, isWhole, panned, turnAt, wordsIn, zoomed } from './lanes.ts';

const speaker = (i: number, name: string, side: SpeakerView['side'], words = 10, ms: number | null = null): SpeakerView => ({
  id: `s${i}`,
  i,
  name,
  email: null,
  side,
  personId: null,
  memberId: null,
  isYou: side === 'us',
  turns: 1,
  words,
  ms,
});
const turn = (i: number, who: number, text: string, startMs: number | null, endMs: number | null, act?: Act): TurnView => ({
  id: `t${i}`,
  i,
  speaker: who,
  startMs,
  endMs,
  at: null,
  line: i + 1,
  text,
  acts: act ? [{ act, p: 0.9, from: 0, to: text.length }] : [],
});

const ana = speaker(0, 'Ana', 'them', 30, 40_000);
const you = speaker(1, 'You', 'us', 10, 20_000);
const turns = [
  turn(0, 1, 'How are the doors holding up?', 0, 10_000, 'question.open'),
  turn(1, 0, 'They freeze shut and nobody comes.', 11_000, 51_000, 'need'),
  turn(2, 1, 'So nobody comes.', 52_000, 62_000, 'reflection.simple'),
];

test('lanes stand by time where every turn has one, they above us, with shares of the talking', () => {
  const chart = chartOf({ kind: 'call', turns, speakers: [you, ana], durationMs: 70_000 });
  assert.equal(chart.basis, 'time');
  assert.equal(chart.total, 70_000);
  assert.deepEqual(
    chart.lanes.map((lane) => lane.speaker.name),
    ['Ana', 'You'],
  );
  assert.equal(chart.lanes[0]?.share, 40 / 60);
  assert.deepEqual(
    chart.lanes[1]?.spans.map((span) => [span.turn, span.family]),
    [
      [0, 'ask'],
      [2, 'reflect'],
    ],
  );
});

test('without times the lanes stand by words, and say so', () => {
  const chart = chartOf({
    kind: 'call',
    turns: turns.map((one) => ({ ...one, startMs: null, endMs: null })),
    speakers: [ana, you],
    durationMs: null,
  });
  assert.equal(chart.basis, 'words');
  assert.equal(chart.total, wordsIn(turns.map((one) => one.text).join(' ')));
  assert.deepEqual(chart.starts, [0, 6, 12]);
  assert.equal(chartOf({ kind: 'chat', turns, speakers: [ana, you], durationMs: 70_000 }).basis, 'words');
});

test('a turn with a start alone lasts until the next one begins', () => {
  const chart = chartOf({ kind: 'call', turns: turns.map((one) => ({ ...one, endMs: null })), speakers: [ana, you], durationMs: null });
  assert.equal(chart.lanes[1]?.spans[0]?.to, 11_000);
});

test('one who never spoke has no lane, and an empty conversation no division by nought', () => {
  assert.equal(
    chartOf({ kind: 'call', turns, speakers: [ana, you, speaker(2, 'Silent', 'them', 0, 0)], durationMs: null }).lanes.length,
    2,
  );
  const empty = chartOf({ kind: 'call', turns: [], speakers: [], durationMs: null });
  assert.equal(empty.total, 1);
  assert.equal(turnAt(empty.lanes, 0), null);
});

test('zooming keeps the point under the pointer, never leaves the axis, and has a floor', () => {
  const chart = chartOf({ kind: 'call', turns, speakers: [ana, you], durationMs: 600_000 });
  const whole = { from: 0, to: 600_000 };
  const near = zoomed(chart, whole, 2, 150_000);
  assert.deepEqual(near, { from: 75_000, to: 375_000 });
  assert.deepEqual(zoomed(chart, near, 0.1, 150_000), whole);
  const closest = zoomed(chart, whole, 10_000, 600_000);
  assert.equal(closest.to - closest.from, 15_000);
  assert.equal(closest.to, 600_000);
  assert.deepEqual(panned(chart, near, 10_000_000), { from: 300_000, to: 600_000 });
  assert.ok(isWhole(chart, whole) && !isWhole(chart, near));
});

test('a stretch drawn backwards is the same stretch', () => {
  const chart = chartOf({ kind: 'call', turns, speakers: [ana, you], durationMs: 600_000 });
  assert.deepEqual(between(chart, 200_000, 100_000), { from: 100_000, to: 200_000 });
  assert.equal(between(chart, 100_000, 100_001).to - between(chart, 100_000, 100_001).from, 15_000);
});

test('a click finds the turn under it, or the nearest', () => {
  const { lanes } = chartOf({ kind: 'call', turns, speakers: [ana, you], durationMs: null });
  assert.equal(turnAt(lanes, 20_000), 1);
  assert.equal(turnAt(lanes, 10_400), 0);
  assert.equal(
    turnAt(
      lanes.filter((lane) => lane.speaker.name === 'You'),
      40_000,
    ),
    2,
  );
});

test('1,500 turns are drawn with one path a family, and what is out of view not at all', () => {
  const many = Array.from({ length: 1500 }, (_, i) => turn(i, 0, 'word', i * 1000, i * 1000 + 900, i % 2 ? 'need' : 'question.open'));
  const chart = chartOf({ kind: 'call', turns: many, speakers: [ana], durationMs: null });
  const lane = chart.lanes[0];
  assert.ok(lane);
  const paths = pathsOf(lane, { from: 0, to: chart.total }, 800);
  assert.deepEqual(paths.map((path) => path.family).sort(), ['ask', 'need']);
  assert.equal((paths[0]?.d.match(/M/g) ?? []).length, 750);
  const few = pathsOf(lane, { from: 0, to: 9_950 }, 800);
  assert.equal(
    few.map((path) => path.d.match(/M/g)?.length).reduce<number>((sum, n) => sum + (n ?? 0), 0),
    10,
  );
  assert.doesNotMatch(paths.map((path) => path.d).join(), /NaN|Infinity/);
});

test('the axis has its ends and round steps that do not touch', () => {
  const chart = chartOf({ kind: 'call', turns, speakers: [ana, you], durationMs: 31 * 60_000 });
  const whole = { from: 0, to: chart.total };
  assert.equal(stepOf(chart, whole, 900), 300_000);
  const marks = marksOf(chart, whole, 900);
  assert.deepEqual(
    marks.map((mark) => mark.at / 60_000),
    [0, 5, 10, 15, 20, 25, 31],
  );
  assert.equal(marks.at(-1)?.percent, 100);
});
