import { isUtf8 } from 'node:buffer';
import type { Decoded, Loss } from './reader.ts';

const WRONG = '\uFFFD';
/** Letters and marks that texts of western Europe are written with: windows-1252 from 0x80 up, as bytes. */
const LIKELY_MARKS = new Set([
  0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xab, 0xad, 0xb0, 0xb7, 0xbb, 0xbf, 0xa1,
]);
const UNLIKELY_LETTERS = new Set([0xd0, 0xd7, 0xde, 0xf0, 0xf7, 0xfe, 0xff]);

/** Text of any of the encodings that transcripts come in. Never fails: what is wrong is counted. */
export function decode(bytes: Uint8Array): Decoded {
  const whole = isUtf8(bytes);
  const encoding = encodingOf(bytes, whole);
  const raw = new TextDecoder(encoding).decode(bytes);
  const soiled = encoding === 'utf-8' ? !whole || hasZero(bytes) : raw.includes('\0') || raw.includes(WRONG);
  const text = withPlainLineEnds(soiled ? withoutControls(raw) : raw);
  if (!soiled) return { text, encoding, wrong: 0, firstWrongLine: null };
  return { text, encoding, ...countWrong(text) };
}

/** What to tell a person about the bytes that could not be read; nothing when all could. */
export function lossOfBytes(decoded: Decoded): Loss[] {
  if (decoded.wrong === 0) return [];
  const many = decoded.wrong === 1 ? 'One character' : `${decoded.wrong} characters`;
  return [
    {
      code: 'bytes.wrong',
      line: decoded.firstWrongLine,
      detail: `${many} could not be read; the first is on line ${decoded.firstWrongLine}.`,
    },
  ];
}

/** `whole`: it is right UTF-8. */
function encodingOf(bytes: Uint8Array, whole: boolean): Decoded['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return encodingByZeros(bytes.subarray(0, 4096)) ?? (whole || !isWindows1252(bytes) ? 'utf-8' : 'windows-1252');
}

/** Latin text in UTF-16 has a zero in every second byte; scripts without one do not, and need their byte order mark. */
function encodingByZeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!hasZero(head)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  if (odd > half * 0.5 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.5 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Not UTF-8: an old Windows file, or a damaged new one? An old one has accents inside words and quotes, and no whole UTF-8 letters. */
function isWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let likely = 0;
  let whole = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      if (byte < 0x20 && (byte < 9 || byte > 13)) return false;
      continue;
    }
    high++;
    const next = bytes[i + 1] ?? 0;
    if (byte >= 0xc3 && byte < 0xf5 && next >= 0x80 && next < 0xc0) whole++;
    if (isLikely(byte, bytes[i - 1] ?? 0x20, next)) likely++;
  }
  return whole * 4 <= high && likely >= high * 0.9;
}

function isLikely(byte: number, before: number, after: number): boolean {
  if (LIKELY_MARKS.has(byte)) return true;
  if (byte === 0x80) return isDigit(before) || isDigit(after) || before === 0x20 || after === 0x20;
  const letter = (byte >= 0xc0 && !UNLIKELY_LETTERS.has(byte)) || [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte);
  return letter && (isLetter(before) || isLetter(after));
}

/** A Buffer looks for a byte ten times as fast as a Uint8Array. */
const hasZero = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(0);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number) => ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || (byte >= 0xc0 && !UNLIKELY_LETTERS.has(byte));

function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** Only asked of damaged files: a control character there is a byte gone wrong, and a database takes no zero. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\0-\x08\x0e-\x1f\x7f]/g, WRONG);
}

function countWrong(text: string): Pick<Decoded, 'wrong' | 'firstWrongLine'> {
  const first = text.indexOf(WRONG);
  if (first < 0) return { wrong: 0, firstWrongLine: null };
  let wrong = 0;
  for (let at = first; at >= 0; at = text.indexOf(WRONG, at + 1)) wrong++;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < first; at = text.indexOf('\n', at + 1)) line++;
  return { wrong, firstWrongLine: line };
}
