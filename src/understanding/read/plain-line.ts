import { readTime } from './cues.ts';
import type { Candidate, Roll } from './names.ts';

export interface PlainLine {
  left: Candidate | null;
  rest: string;
  startMs?: number;
}

/** `Ana: words`, `[0:12] Ana: words`, `00:00:12 Ana: words`, `Ana (0:12): words`, `**Ana:** words`. `line` is trimmed. */
export function splitLine(line: string, roll: Roll): PlainLine {
  const usual = usualSplit(line, roll);
  if (usual) return usual;
  const front = timeInFront(line);
  const text = line.slice(front.length);
  const colon = colonOf(text);
  if (colon < 0) return { left: null, rest: line };
  const behind = timeBehind(text.slice(0, colon));
  const startMs = front.startMs ?? behind.startMs;
  const rest = text
    .slice(colon + 1)
    .replace(/^(\*{1,2}|_{1,2})(?=\s|$)/, '')
    .trim();
  const left = roll.note(text.slice(0, colon - behind.length));
  return startMs === undefined ? { left, rest } : { left, rest, startMs };
}

/** `Name: words` without anything to take away, or a line without a colon near its start: nearly every line. Null for any other. */
function usualSplit(line: string, roll: Roll): PlainLine | null {
  const first = line.charCodeAt(0) | 32;
  if (first < 97 || first > 122) return null;
  const most = Math.min(line.length, 110);
  let colon = 1;
  while (colon < most && line.charCodeAt(colon) !== 58) colon++;
  if (colon === most) return { left: null, rest: line };
  const before = line.charCodeAt(colon - 1);
  const next = line.charCodeAt(colon + 2);
  // A closing bracket or a space before the colon, or anything but one space and a plain sign after it, is looked at closely.
  if (line.charCodeAt(colon + 1) !== 32 || !(next > 32 && next < 127) || before === 41 || before === 93 || before === 32) return null;
  return { left: roll.note(line.slice(0, colon)), rest: line.slice(colon + 2) };
}

/** The first colon with white space, stars or nothing after it; a time in brackets before it has colons of its own. */
function colonOf(text: string): number {
  const start = text.slice(0, 110);
  for (let at = start.indexOf(':'); at > 0; at = start.indexOf(':', at + 1)) {
    if (at === text.length - 1 || /^(\s|\*{1,2}(\s|$)|_{1,2}(\s|$))/.test(text.slice(at + 1, at + 4))) return at;
  }
  return -1;
}

function timeInFront(line: string): { length: number; startMs?: number } {
  const first = line.charCodeAt(0);
  // [, ( or a digit
  if (first !== 91 && first !== 40 && !(first >= 48 && first <= 57)) return { length: 0 };
  const found = /^[[(]?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?\s{1,4}(?:[-–]\s)?/.exec(line);
  return found ? { length: found[0].length, startMs: readTime(found[1] ?? '', 0, (found[1] ?? '').length) } : { length: 0 };
}

function timeBehind(left: string): { length: number; startMs?: number } {
  if (!/[\])]\s?$/.test(left)) return { length: 0 };
  const found = /\s{0,4}[[(](\d{1,3}:\d{2}(?::\d{2})?)[\])]\s?$/.exec(left.slice(-24));
  return found ? { length: found[0].length, startMs: readTime(found[1] ?? '', 0, (found[1] ?? '').length) } : { length: 0 };
}
