import { isUtf8 } from 'node:buffer';

/** How a text is written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SAMPLE = 64 * 1024;
/** So many letters that are good outweigh what is broken. */
const ENOUGH = 20_000;

/** What the first bytes say: a mark, or noughts where UTF-16 has them for Latin letters. Null: it is one byte a letter, or UTF-8. */
export function encodingOfStart(start: Uint8Array): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const length = Math.min(start.length, SAMPLE) & ~1;
  const noughts = [0, 0];
  for (let i = 0; i < length; i++) if (start[i] === 0) noughts[i & 1] = (noughts[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  const half = length / 2;
  if (half >= 2 && odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (half >= 2 && even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** The encoding of a whole text. UTF-8 with a few broken letters in it stays UTF-8; what is no UTF-8 is what Windows writes. */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  let kept: Uint8Array = new Uint8Array(0);
  let known: Encoding | null | undefined;
  const letters = { good: 0, bad: 0 };
  for await (const chunk of bytes) {
    const all = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk;
    if (known === undefined) known = encodingOfStart(all);
    if (known && known !== 'utf-8') return known;
    const whole = wholeLetters(all);
    kept = all.subarray(whole);
    const piece = all.subarray(0, whole);
    if (!isUtf8(piece)) countLetters(piece, letters);
    else if (letters.good < ENOUGH) for (const byte of piece) if (byte >= 0xc0) letters.good++;
    if (letters.bad > 1000) break;
  }
  if (!isUtf8(kept)) letters.bad++;
  return letters.bad === 0 || known === 'utf-8' || letters.good > letters.bad * 20 ? 'utf-8' : 'windows-1252';
}

/** How many bytes there are before a letter that is cut off at the end. */
function wholeLetters(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? end - back : end;
  }
  return end;
}

function countLetters(bytes: Uint8Array, letters: { good: number; bad: number }): void {
  const text = new TextDecoder('utf-8').decode(bytes);
  for (const [found] of text.matchAll(/[\u0080-\u{10ffff}]/gu)) {
    if (found === '\ufffd') letters.bad++;
    else letters.good++;
  }
}

/** The text of these bytes, piece by piece, without a mark at its start and without noughts. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = withoutNoughts(decoder.decode(chunk, { stream: true }));
    if (text !== '') yield text;
  }
  const last = withoutNoughts(decoder.decode());
  if (last !== '') yield last;
}

const withoutNoughts = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);
