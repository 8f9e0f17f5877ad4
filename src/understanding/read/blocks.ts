import { readTime } from './cues.ts';
import { isNearly } from './mend.ts';
import { cleanName, shapeOf } from './names.ts';

/** `Ana Ruiz  1:02:15`: who speaks and from when, in milliseconds. */
export interface BlockHead {
  name: string;
  /** Missing where the time could not be read. */
  startMs?: number;
}

/**
 * The head of a block of Otter (two spaces) or Teams (three, sometimes no-break ones): a name, at least two spaces or a tab, a time,
 * nothing else. Null for any other line. `line` is trimmed.
 */
export function blockHead(line: string): BlockHead | null {
  if (line.length < 7 || line.length > 110) return null;
  const last = line.charCodeAt(line.length - 1);
  if (last < 48 || last > 57) return null;
  let at = line.length;
  while (at > 0 && isClock(line.charCodeAt(at - 1))) at--;
  // m:ss to hhh:mm:ss, with two digits after each colon
  if (line.charCodeAt(line.length - 3) !== 58 || line.length - at < 4 || line.length - at > 9) return null;
  const startMs = readTime(line, at, line.length);
  if (startMs < 0) return null;
  let to = at;
  while (to > 0 && line.charCodeAt(to - 1) !== 9 && isSpace(line.charCodeAt(to - 1))) to--;
  const tab = to > 0 && line.charCodeAt(to - 1) === 9;
  if (at - to < 2 && !tab) return null;
  const name = cleanName(line.slice(0, to));
  // A damaged letter in a name is mended later, so it must pass here.
  const { shape, words } = shapeOf(name.includes('\uFFFD') ? name.replaceAll('\uFFFD', 'X') : name);
  return shape === 'strict' || (shape === 'loose' && words === 1) ? { name, startMs } : null;
}

/**
 * The head of a block in a damaged file: one of the known names with at most two letters wrong, and little more than a time after it.
 * Its own time is not to be trusted. `line` is trimmed.
 */
export function damagedHead(line: string, known: readonly string[]): BlockHead | null {
  if (line.length > 110 || blockHead(line)) return null;
  for (const name of known) {
    const rest = line.slice(name.length);
    if (rest.length <= 13 && (rest.match(/\d/g)?.length ?? 0) >= 2 && isNearly(line.slice(0, name.length), name, 2)) return { name };
  }
  return null;
}

/** Who heads at least two blocks. */
export function namesOfHeads(lines: readonly { text: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const head = blockHead(text);
    if (head) counts.set(head.name, (counts.get(head.name) ?? 0) + 1);
  }
  return [...counts].filter(([name, n]) => n >= 2 && name.length >= 4 && !name.includes('\uFFFD')).map(([name]) => name);
}

const isClock = (code: number) => code >= 48 && code <= 58;
const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2003;
