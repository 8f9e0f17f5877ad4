import type { Line } from '../corpora.ts';
import { asks, bareOf } from './bare.ts';

/** One segment of a meeting where people speak at once, as AMI has them. */
export interface Segment {
  meeting: string;
  speaker: string;
  t0: number;
  t1: number;
  act: string;
  text: string;
  bare: string;
  /** Whether the human summary's action items rest on it; null where the meeting has no such links. */
  action: boolean | null;
}

/** Numbers of other segments around each, -1 where there is none. */
export interface Around {
  /** Speaker's own, before and after. */
  ownBefore: Int32Array;
  ownBefore2: Int32Array;
  ownAfter: Int32Array;
  ownAfter2: Int32Array;
  /** Another's: the last that began before this one, and the first that begins once most of this one is said. */
  before: Int32Array;
  after: Int32Array;
  after2: Int32Array;
  first: Int32Array;
  last: Int32Array;
}

export function segmentsOf(lines: Line[]): Segment[] {
  return lines
    .map((line) => ({
      meeting: String(line.d),
      speaker: String(line.s),
      t0: Number(line.t0),
      t1: Number(line.t1),
      act: String(line.act),
      text: String(line.x),
      bare: bareOf(String(line.x)),
      action: Array.isArray(line.sum) ? line.sum.includes('actions') : null,
    }))
    .sort((a, b) => (a.meeting < b.meeting ? -1 : a.meeting > b.meeting ? 1 : a.t0 - b.t0));
}

/** How much of a segment is said before an answer to it may begin. */
const MOST = 0.6;
const FAR = 12;

export function aroundOf(segments: Segment[]): Around {
  const n = segments.length;
  const none = () => new Int32Array(n).fill(-1);
  const around: Around = {
    ownBefore: none(),
    ownBefore2: none(),
    ownAfter: none(),
    ownAfter2: none(),
    before: none(),
    after: none(),
    after2: none(),
    first: none(),
    last: none(),
  };
  for (const [i, one] of segments.entries()) {
    const sameMeeting = (j: number) => segments[j]?.meeting === one.meeting;
    around.first[i] = i > 0 && sameMeeting(i - 1) ? (around.first[i - 1] as number) : i;
    for (let j = i - 1; j >= i - FAR * 3 && sameMeeting(j); j--) {
      const same = segments[j]?.speaker === one.speaker;
      if (same && around.ownBefore[i] === -1) around.ownBefore[i] = j;
      else if (same && around.ownBefore2[i] === -1) around.ownBefore2[i] = j;
      else if (!same && around.before[i] === -1) around.before[i] = j;
    }
    const from = one.t0 + MOST * (one.t1 - one.t0);
    for (let j = i + 1; j <= i + FAR * 3 && sameMeeting(j); j++) {
      const other = segments[j] as Segment;
      const same = other.speaker === one.speaker;
      if (same && around.ownAfter[i] === -1) around.ownAfter[i] = j;
      else if (same && around.ownAfter2[i] === -1) around.ownAfter2[i] = j;
      else if (!same && other.t0 >= from && around.after[i] === -1) around.after[i] = j;
      else if (!same && other.t0 >= from && around.after2[i] === -1 && other.speaker !== segments[around.after[i] as number]?.speaker)
        around.after2[i] = j;
    }
  }
  for (let i = n - 1; i >= 0; i--)
    around.last[i] = i + 1 < n && segments[i + 1]?.meeting === segments[i]?.meeting ? (around.last[i + 1] as number) : i;
  return around;
}

/** Numbers `shapeOf` gives a segment. */
export const SEGMENT_SHAPE = 37;

/** What is known of a segment beside its words, about 0 to 1: how long, how fast, what gaps, where in the meeting; with `marks` how it is written. */
export function shapeOf(segments: Segment[], around: Around, i: number, marks: boolean): number[] {
  const one = segments[i] as Segment;
  const at = (j: number | undefined) => (j === undefined || j < 0 ? null : (segments[j] as Segment));
  const words = one.bare === '' ? 0 : one.bare.split(' ').length;
  const length = one.t1 - one.t0;
  const start = at(around.first[i])?.t0 ?? 0;
  const end = at(around.last[i])?.t1 ?? 0;
  const [ownBefore, ownAfter, before, after] = [around.ownBefore[i], around.ownAfter[i], around.before[i], around.after[i]].map(at);
  const near = (seconds: number | null, scale: number) => (seconds === null ? 0 : Math.exp(-Math.max(0, seconds) / scale));
  const bit = (yes: boolean) => (yes ? 1 : 0);
  const gap = ownAfter ? ownAfter.t0 - one.t1 : null;
  const reply = after ? after.t0 - one.t1 : null;
  const told = one.text.trim();
  return [
    Math.min(1, length / 8),
    near(length, 0.5),
    near(length, 2),
    Math.min(1, words / 20),
    Math.min(1, Math.log2(words + 1) / 5),
    bit(words <= 1),
    bit(words <= 3),
    Math.min(1, words / Math.max(0.2, length) / 6),
    near(ownBefore ? one.t0 - ownBefore.t1 : null, 0.3),
    near(ownBefore ? one.t0 - ownBefore.t1 : null, 3),
    near(gap, 0.3),
    near(gap, 3),
    bit(gap === null),
    near(before ? one.t0 - before.t1 : null, 1),
    bit(before !== null && before !== undefined && before.t1 > one.t0),
    near(reply, 0.5),
    near(reply, 2),
    bit(reply !== null && gap !== null && reply < gap),
    bit(reply !== null && (gap === null || gap > reply + 1)),
    bit(reply !== null && reply < 0),
    (one.t0 - start) / Math.max(1, end - start),
    near(one.t0 - start, 60),
    near(one.t0 - start, 300),
    near(end - one.t1, 30),
    near(end - one.t1, 90),
    near(end - one.t1, 240),
    near(end - one.t1, 600),
    Math.min(1, (end - start) / 3600),
    bit(before?.speaker !== undefined && before.speaker === after?.speaker),
    ...(marks
      ? [
          bit(asks(told)),
          bit(told.includes('?')),
          bit(told.endsWith('.')),
          bit(told.endsWith(',')),
          bit(/[\p{L}\p{N}]$/u.test(told)),
          bit(/^\p{Lu}/u.test(told)),
        ]
      : [0, 0, 0, 0, 0, 0]),
    bit(marks && before !== null && before !== undefined && asks(before.text)),
    bit(marks && ownBefore !== null && ownBefore !== undefined && asks(ownBefore.text)),
  ];
}
