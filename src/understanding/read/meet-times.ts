import type { Segment } from './join.ts';

/**
 * Google Meet writes the time every few minutes only: between two headings it is shared out by words. `startMs` of a segment is the
 * heading before it; the last part ends at `endMs`, or stays without times when nothing says where it ends. False: no times at all.
 */
export function shareByWords(segments: Segment[], endMs: number | null): boolean {
  const headings = segments.flatMap((segment, i) => (segment.startMs === undefined ? [] : [i]));
  if (headings.length === 0) return false;
  const words = spacesIn(segments);
  let timed = false;
  for (const [n, from] of headings.entries()) {
    const to = headings[n + 1] ?? segments.length;
    const startMs = segments[from]?.startMs ?? 0;
    const until = n + 1 < headings.length ? segments[to]?.startMs : endMs;
    if (until === undefined || until === null || until < startMs) delete segments[from]?.startMs;
    else {
      share({ segments, words, from, to, startMs, endMs: until });
      timed = true;
    }
  }
  return timed;
}

interface Part {
  segments: Segment[];
  words: number[];
  /** Segments `from` to `to` (exclusive) are between the two times. */
  from: number;
  to: number;
  startMs: number;
  endMs: number;
}

function share({ segments, words, from, to, startMs, endMs }: Part): void {
  let all = 0;
  for (let i = from; i < to; i++) all += words[i] ?? 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const segment = segments[i] as Segment;
    segment.startMs = startMs + Math.round(((endMs - startMs) * before) / all);
    before += words[i] ?? 0;
    segment.endMs = startMs + Math.round(((endMs - startMs) * before) / all);
  }
}

/** Words of each segment as spaces tell them, one more than there are; all at once, as a list of units is walked quicker than strings. */
function spacesIn(segments: readonly Segment[]): number[] {
  const whole = segments.map(({ text }) => text).join('\n');
  const units = new Uint16Array(whole.length);
  Buffer.from(units.buffer).write(whole, 'utf16le');
  const counts: number[] = [];
  let at = 0;
  for (const { text } of segments) {
    const end = at + text.length;
    let n = 1;
    for (; at < end; at++) if (units[at] === 32) n++;
    counts.push(n);
    at = end + 1;
  }
  return counts;
}
