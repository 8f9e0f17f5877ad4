import { Refusal } from '#model/refusal.ts';
import { decode } from './decode.ts';
import type { Head, Source } from './reader.ts';
import { adviceFor, strangerByBytes, strangerByPaths } from './strangers.ts';

/** Bytes. */
const HEAD = 64 * 1024;
/** Bytes: a file up to here is read and decoded once, for telling what it is and for reading it. An hour of talk is a tenth of it. */
const AT_ONCE = 1024 * 1024;
/** Above this share of characters that cannot be read, it is no text with faults but something else. */
const MOST_WRONG = 0.15;

/** The beginning of a source; refuses what is empty or shows by its first bytes that it is no text. */
export async function headOf(source: Source): Promise<Head> {
  const { name, size } = source;
  const isSmall = size <= AT_ONCE;
  const all = await source.slice(0, isSmall ? size : HEAD);
  const bytes = all.subarray(0, HEAD);
  if (bytes.byteLength === 0) throw empty(source);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    const { openZip } = await import('./zip.ts');
    const { entries } = await openZip(source);
    return { name, size, bytes, text: null, zip: entries.map((entry) => entry.path) };
  }
  const known = strangerByBytes(bytes);
  if (known) throw stranger(source, known);
  const whole = decode(isSmall ? all : withoutHalfLetter(all));
  const text = whole.text.length > HEAD ? whole.text.slice(0, HEAD) : whole.text;
  if (text.trim() === '' && size <= HEAD) throw empty(source);
  if (text.trim() === '' || (whole.wrong > 0 && wrongIn(text) > text.length * MOST_WRONG)) throw stranger(source, 'no text');
  return isSmall ? { name, size, bytes, text, whole, zip: null } : { name, size, bytes, text, zip: null };
}

function wrongIn(text: string): number {
  let wrong = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) wrong++;
  return wrong;
}

/** The letter that the end of the head cuts in two is not damaged. */
function withoutHalfLetter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) end = bytes.length - back;
    if (byte < 0x80 || byte >= 0xc0) break;
  }
  return bytes.subarray(0, end);
}

/** Nothing that reads recognised it. */
export function unknownArchive(source: Source, paths: readonly string[]): Refusal {
  return stranger(source, strangerByPaths(paths));
}

export function stranger({ name }: Source, what: string): Refusal {
  const is = what === 'no text' ? 'is not text, or in an encoding that Heed does not know' : `looks like ${what}`;
  const advice = adviceFor(what);
  return new Refusal('file.not-a-transcript', `${name} ${is}, not a transcript. ${advice}`, { name, what, advice });
}

function empty({ name }: Source): Refusal {
  return new Refusal('file.empty', `${name} is empty.`, { name });
}
