import type { Source } from './reader.ts';

/** Bytes read at once; with what is left over from the chunk before, the most that stands in memory. */
const CHUNK = 1024 * 1024;
/** Bytes of one message's headers that are kept: what a thread needs stands in them long before this. */
const MOST_HEADERS = 64 * 1024;
const FEW_HEADERS = 8 * 1024;
/** An envelope line is under 998 bytes (RFC 5322, 2.1.1). */
const LONGEST_LINE = 1024;

/** Where one message of a mailbox is: bytes `from` (after its envelope line) to `to`, and its headers as they stand there. */
export interface Placed {
  from: number;
  to: number;
  headers: Uint8Array;
  /** The envelope line, `From tom@harbour.example Thu Mar  5 09:30:00 2026`. */
  envelope: string;
}

/**
 * The messages of an mbox file in its order, in one pass over chunks. A message begins with an envelope line (RFC 4155) that follows
 * an empty line or stands first, and with a header under it. Content-Length is not believed: programs that move mail change the body.
 */
export async function* messagesIn(source: Source): AsyncGenerator<Placed> {
  let open: Omit<Placed, 'to' | 'headers'> | null = null;
  for await (const { envelope, at, body } of envelopesIn(source)) {
    if (open) yield { ...open, to: at, headers: await headersAt(source, open.from, at) };
    open = { from: body, envelope };
  }
  if (open) yield { ...open, to: source.size, headers: await headersAt(source, open.from, source.size) };
}

async function headersAt(source: Source, from: number, to: number): Promise<Uint8Array> {
  let bytes: Buffer = Buffer.alloc(0);
  for (const size of [FEW_HEADERS, MOST_HEADERS]) {
    bytes = buffer(await source.slice(from, Math.min(to, from + size)));
    const ends = [bytes.indexOf('\n\n'), bytes.indexOf('\r\n\r\n')].filter((end) => end >= 0);
    if (ends.length > 0) return bytes.subarray(0, Math.min(...ends) + 2);
  }
  return bytes;
}

interface Envelope {
  envelope: string;
  /** Where its line begins, and where the line after it does. */
  at: number;
  body: number;
}

async function* envelopesIn(source: Source): AsyncGenerator<Envelope> {
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; at < source.size; at += CHUNK) {
    const chunk = buffer(await source.slice(at, Math.min(source.size, at + CHUNK)));
    const window = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const start = at - rest.length;
    const isLast = at + CHUNK >= source.size;
    // What begins too near the end to be seen with the line under it is looked at again with the next chunk.
    const end = isLast ? window.length : window.length - 2 * LONGEST_LINE;
    for (const { line, next } of candidatesIn(window, end, start)) {
      const envelope = window.toString('latin1', line, next).trimEnd();
      if (isEnvelope(envelope) && isHeader(window, next)) yield { envelope, at: start + line, body: start + next };
    }
    rest = isLast ? rest : Buffer.from(window.subarray(Math.max(0, end - 4)));
  }
}

const FROM = Buffer.from('From ');
const LF = 0x0a;
const CR = 0x0d;

/** Lines that begin with `From ` after an empty line; of those the four bytes before `end` repeat, none is given twice. */
function* candidatesIn(window: Buffer, end: number, start: number): Generator<{ line: number; next: number }> {
  for (let line = window.indexOf(FROM); line >= 0 && line < end; line = window.indexOf(FROM, line + 1)) {
    const isRepeated = start > 0 && line < 4;
    if (isRepeated || !(start + line === startOfText(window, start) || followsEmptyLine(window, line))) continue;
    const newline = window.subarray(line, line + LONGEST_LINE).indexOf(LF);
    if (newline >= 0) yield { line, next: line + newline + 1 };
  }
}

/** Some editors put a byte order mark or empty lines before the first envelope. */
function startOfText(window: Buffer, start: number): number {
  if (start > 0) return -1;
  let at = window[0] === 0xef && window[1] === 0xbb && window[2] === 0xbf ? 3 : 0;
  while (window[at] === LF || window[at] === CR) at++;
  return at;
}

function followsEmptyLine(window: Buffer, line: number): boolean {
  if (window[line - 1] !== LF) return false;
  const before = window[line - 2] === CR ? line - 3 : line - 2;
  return window[before] === LF;
}

const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)\b/i;
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b/i;

/** `From <who> Thu Mar  5 09:30:00 2026`: asctime, with what Gmail and Thunderbird make of it. A sentence has no such date. */
export function isEnvelope(line: string): boolean {
  if (!line.startsWith('From ') || line.length > LONGEST_LINE) return false;
  const clock = /\b\d{1,2}:\d{2}(?::\d{2})?\b/.exec(line);
  if (!clock) return false;
  return /\b(?:19|20)\d{2}\b/.test(line) && WEEKDAY.test(line) && MONTH.test(line) && line.split(' ').length <= 14;
}

/** `Name: …`, or the escaped envelope that some programs leave above the headers. */
function isHeader(window: Buffer, at: number): boolean {
  const head = window.toString('latin1', at, at + 200);
  return /^[!-9;-~]{1,76}[ \t]?:/.test(head) || head.startsWith('>From ');
}

/** The bytes of a message without the marks of the mailbox around it: `>From ` in a body was `From ` (mboxo, mboxrd). */
export function unescaped(bytes: Uint8Array): Uint8Array {
  const whole = buffer(bytes);
  const pieces: Buffer[] = [];
  let kept = 0;
  for (let at = whole.indexOf('>From '); at >= 0; at = whole.indexOf('>From ', at + 1)) {
    let mark = at;
    while (mark > 0 && whole[mark - 1] === 0x3e) mark--;
    if (mark > 0 && whole[mark - 1] !== LF) continue;
    // Under quoted lines it is one more quoted line.
    if (mark === at && isQuotedLineBefore(whole, mark)) continue;
    pieces.push(whole.subarray(kept, mark));
    kept = mark + 1;
  }
  return kept === 0 ? bytes : Buffer.concat([...pieces, whole.subarray(kept)]);
}

function isQuotedLineBefore(bytes: Buffer, line: number): boolean {
  if (line < 2) return false;
  const before = bytes.lastIndexOf(LF, line - 2) + 1;
  return line - before < 2000 && bytes[before] === 0x3e && bytes.indexOf('>From ', before) !== before;
}

const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
