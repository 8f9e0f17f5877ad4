import { readTime } from './cues.ts';
import { cleanName, shapeOf } from './names.ts';

/** `Ana Ruiz  1:02:15`: who speaks and from when, in milliseconds. */
export interface BlockHead {
  name: string;
  startMs: number;
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
  const time = line.slice(at);
  if (!/^\d{1,3}:\d{2}(:\d{2})?$/.test(time)) return null;
  let to = at;
  while (to > 0 && line.charCodeAt(to - 1) !== 9 && isSpace(line.charCodeAt(to - 1))) to--;
  const tab = to > 0 && line.charCodeAt(to - 1) === 9;
  if (at - to < 2 && !tab) return null;
  const name = cleanName(line.slice(0, to));
  // A damaged letter in a name is mended later, so it must pass here.
  return shapeOf(name.replaceAll('\uFFFD', 'x')).shape === 'no' ? null : { name, startMs: readTime(time, 0, time.length) };
}

const isClock = (code: number) => code >= 48 && code <= 58;
const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2003;
