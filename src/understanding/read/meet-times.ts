import type { Segment } from './join.ts';

/**
 * Google Meet writes the time every few minutes only: between two headings it is shared out by words. `startMs` of a segment is the
 * heading before it; the last part ends at `endMs`, or stays without times when nothing says where it ends. False: no times at all.
 */
export function shareByWords(segments: Segment[], endMs: number | null): boolean {
  const headings = segments.flatMap((segment, i) => (segment.startMs === undefined ? [] : [i]));
  let timed = false;
  for (const [n, from] of headings.entries()) {
    const to = headings[n + 1] ?? segments.length;
    const startMs = segments[from]?.startMs ?? 0;
    const until = n + 1 < headings.length ? segments[to]?.startMs : endMs;
    if (until === undefined || until === null || until < startMs) delete segments[from]?.startMs;
    else {
      share(segments.slice(from, to), startMs, until);
      timed = true;
    }
  }
  return timed;
}

function share(segments: Segment[], startMs: number, endMs: number): void {
  const words = segments.map(({ text }) => wordsIn(text));
  const all = words.reduce((sum, n) => sum + n, 0);
  let before = 0;
  for (const [i, segment] of segments.entries()) {
    segment.startMs = startMs + Math.round(((endMs - startMs) * before) / all);
    before += words[i] ?? 0;
    segment.endMs = startMs + Math.round(((endMs - startMs) * before) / all);
  }
}

function wordsIn(text: string): number {
  let n = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) n++;
  return n;
}
