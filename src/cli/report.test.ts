import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, talk } from '#test/talk.ts';
import { JAPANESE, MIXED } from '#test/tongues.ts';
import { understand } from '#understanding/understand.ts';
import { clock, percent, seconds, wrapped } from './figures.ts';
import { inkFor } from './ink.ts';
import { reportLines } from './report.ts';

const CALL: Line[] = [
  ['Ana', 'What made you take this call?', 4],
  ['Ines', 'It takes us two hours every Monday to type the orders over.', 12, 1],
  ['Ana', "I'll send you the July report by Friday.", 4, 1],
];
const plain = inkFor({ isTTY: false }, {});
const printed = (told: Parameters<typeof talk>[1] = {}, lines = CALL) =>
  reportLines(understand(talk(lines, told)).report, plain).join('\n');

test('each figure stands beside its basis and its n', () => {
  const text = printed({ timed: true });
  assert.match(text, /We talked +40% {2}by time, 2 turns of ours, 1 of theirs/);
  assert.match(text, /We asked +1 question {2}1 open, 0 closed/);
  assert.match(text, /We waited +1\.0 s {2}median/);
  assert.match(text, /call · 2026-11-17T13:58:00\+01:00 · 00:22 · exact times · 3 turns/);
});

test('the bar of a speaker is as long as the share', () => {
  const bars = printed({ timed: true }).match(/█+/g) ?? [];
  assert.deepEqual(
    bars.map((bar) => bar.length),
    [14, 10],
  );
});

test('without times there are words, and no figure that would be a guess', () => {
  const text = printed();
  assert.match(text, /Who spoke {2}by words/);
  for (const absent of ['We waited', 'Our longest stretch', 'Our pace', 'Changes of speaker']) assert.ok(!text.includes(absent), absent);
  assert.match(text, /\[#2\] +“It takes us two hours/);
});

test('a promise says what, to whom and by when, and how sure it is', () => {
  assert.match(printed({ timed: true }), /commitment · send the July report · to Ines · by 2026-11-20 \(“by Friday”\) · very likely/);
});

test('an empty talk says so', () => {
  assert.match(printed({}, [['Ines', 'Mm.']]), /Nothing was found/);
});

test('what is not understood is said, with what that leaves out; English alone is not worth a word', () => {
  const mixed = printed({ timed: true }, MIXED);
  assert.match(mixed, /In English \d+%, German \d+% of the words\./);
  assert.match(mixed, /4 turns in German, counted but not understood\. Left out: what they do/);
  assert.match(mixed, /We asked +3 questions {2}1 open, 1 closed, 1 known by the mark alone/);
  assert.match(mixed, /They asked +1 question {2}whether they were answered is not known/);
  const foreign = printed({ timed: true }, JAPANESE);
  assert.match(foreign, /4 turns in another language/);
  assert.match(foreign, /We asked +2 questions {2}known by their marks alone/);
  assert.match(foreign, /They asked +0 questions {2}whether they were answered is not known/);
  assert.doesNotMatch(foreign, /About us|We said it back/);
  assert.doesNotMatch(printed(), /counted but not understood/);
});

test('colour only on a terminal, and not when somebody says no', () => {
  assert.equal(inkFor({ isTTY: true }, {}).strong('x'), '\u001b[1mx\u001b[0m');
  assert.equal(inkFor({ isTTY: true }, { NO_COLOR: '1' }).strong('x'), 'x');
  assert.equal(inkFor({ isTTY: false }, {}).theirs('x'), 'x');
});

test('times, shares and lines are set for a reader', () => {
  assert.deepEqual([clock(0), clock(186_000), clock(3_735_000)], ['00:00', '03:06', '1:02:15']);
  assert.equal(percent(0.456), '46%');
  assert.equal(seconds(1949), '1.9 s');
  assert.deepEqual(wrapped('one two three', 8), ['one two', 'three']);
  assert.deepEqual(wrapped('extraordinarily', 5), ['extraordinarily']);
});
