import type { TimeQuality, Turn } from '#model/conversation.ts';

/** One piece of talk as the file has it. Times are milliseconds from the start of the conversation. */
export interface Segment {
  speaker: string;
  text: string;
  /** As in `Turn`. */
  line: number;
  startMs?: number;
  endMs?: number;
  at?: string;
  key?: string;
}

/** Segments of one speaker with less than this between them, in milliseconds, are one turn. */
const ONE_BREATH_MS = 1000;

/**
 * Turns from the segments of a transcript, in the order of the file. Exact times: consecutive segments of one speaker less than a
 * second apart are one turn, which keeps the sum of their durations as `spokenMs`. Start-only: each block is its own turn and ends
 * where the next one starts. Interpolated or none: consecutive segments of one speaker are one turn. Chat and mail are not joined.
 */
export function joinSegments(segments: readonly Segment[], timeQuality: TimeQuality): Turn[] {
  if (timeQuality === 'start-only') return endAtTheNext(segments);
  const exact = timeQuality === 'exact';
  const turns: Turn[] = [];
  let last: Turn | undefined;
  for (const segment of segments) {
    if (last && last.speaker === segment.speaker && isOneBreath(last, segment, exact)) extend(last, segment, exact);
    else {
      last = turnOf(segment, exact);
      turns.push(last);
    }
  }
  return turns;
}

function isOneBreath(turn: Turn, segment: Segment, exact: boolean): boolean {
  if (!exact || turn.endMs === undefined || segment.startMs === undefined) return true;
  // A segment far before the turn is a file put together out of order, not the same breath.
  const after = segment.startMs - turn.endMs;
  return after < ONE_BREATH_MS && (turn.startMs ?? 0) - (segment.endMs ?? segment.startMs) < ONE_BREATH_MS;
}

function extend(turn: Turn, segment: Segment, exact: boolean): void {
  turn.text = `${turn.text} ${segment.text}`;
  if (segment.startMs !== undefined && (turn.startMs === undefined || segment.startMs < turn.startMs)) turn.startMs = segment.startMs;
  if (segment.endMs !== undefined && (turn.endMs === undefined || segment.endMs > turn.endMs)) turn.endMs = segment.endMs;
  if (exact) turn.spokenMs = (turn.spokenMs ?? 0) + durationOf(segment);
}

function turnOf(segment: Segment, exact: boolean): Turn {
  const turn: Turn = { speaker: segment.speaker, text: segment.text, line: segment.line };
  if (segment.startMs !== undefined) turn.startMs = segment.startMs;
  if (segment.endMs !== undefined) turn.endMs = segment.endMs;
  if (segment.at !== undefined) turn.at = segment.at;
  if (segment.key !== undefined) turn.key = segment.key;
  if (exact) turn.spokenMs = durationOf(segment);
  return turn;
}

function durationOf(segment: Segment): number {
  return segment.startMs === undefined || segment.endMs === undefined ? 0 : Math.max(0, segment.endMs - segment.startMs);
}

function endAtTheNext(segments: readonly Segment[]): Turn[] {
  const turns = segments.map((segment) => turnOf(segment, false));
  for (const [i, turn] of turns.entries()) {
    const next = turns[i + 1]?.startMs;
    if (turn.endMs === undefined && turn.startMs !== undefined && next !== undefined && next >= turn.startMs) turn.endMs = next;
  }
  return turns;
}
