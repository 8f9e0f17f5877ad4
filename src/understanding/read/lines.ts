import type { Head } from './reader.ts';

/** A line of a text without the white space around it, and its 1-based number. */
export interface Line {
  text: string;
  line: number;
}

/** The lines that say something. */
export function linesWithWords(text: string): Line[] {
  const lines: Line[] = [];
  let line = 0;
  for (let at = 0, end = 0; at <= text.length; at = end + 1) {
    end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    line++;
    const words = end > at ? trimmed(text, at, end) : '';
    if (words) lines.push({ text: words, line });
  }
  return lines;
}

/** Characters; what a text is shows in its first lines. */
const ENOUGH = 16_384;
const known = new WeakMap<Head, Line[]>();

/** The lines at the start of a head, for whoever must recognise it; made once for all who ask. */
export function firstLines(head: Head): Line[] {
  let lines = known.get(head);
  if (!lines) {
    const text = head.text ?? '';
    // A line cut in two is not looked at.
    const end = text.length > ENOUGH ? text.lastIndexOf('\n', ENOUGH) : -1;
    lines = linesWithWords(text.slice(0, end > 0 ? end : ENOUGH));
    known.set(head, lines);
  }
  return lines;
}

/** Spaces of ASCII are passed over here; where another sign stands at an end, it may be white space of another kind. */
function trimmed(text: string, at: number, end: number): string {
  let from = at;
  let to = end;
  while (from < to && text.charCodeAt(from) === 32) from++;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  const first = text.charCodeAt(from);
  const last = text.charCodeAt(to - 1);
  return from === to || (first > 32 && first < 127 && last > 32 && last < 127) ? text.slice(from, to) : text.slice(from, to).trim();
}
