import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Segment } from './join.ts';
import { shareByWords } from './meet-times.ts';

const segment = (words: number, startMs?: number): Segment => {
  const text = Array.from({ length: words }, () => 'word').join(' ');
  return startMs === undefined ? { speaker: 'Ana', text, line: 1 } : { speaker: 'Ana', text, line: 1, startMs };
};
const times = (segments: Segment[]) => segments.map(({ startMs, endMs }) => [startMs, endMs]);

test('between two headings each gets its share by words', () => {
  const segments = [segment(1, 0), segment(3), segment(2, 300_000), segment(2)];
  assert.equal(shareByWords(segments, 400_000), true);
  assert.deepEqual(times(segments), [
    [0, 75_000],
    [75_000, 300_000],
    [300_000, 350_000],
    [350_000, 400_000],
  ]);
});

test('what comes before the first heading, and after the last one without an end, has no times', () => {
  const segments = [segment(1), segment(1, 0), segment(1, 60_000), segment(1)];
  assert.equal(shareByWords(segments, null), true);
  assert.deepEqual(times(segments), [
    [undefined, undefined],
    [0, 60_000],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('no headings, or headings that run backwards, give no times', () => {
  assert.equal(shareByWords([segment(1), segment(1)], 60_000), false);
  assert.equal(shareByWords([segment(1, 60_000)], 30_000), false);
});
