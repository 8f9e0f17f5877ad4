import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#model/refusal.ts';

const MB = 1024 * 1024;
const LIMIT = 200 * MB;
// Between two pieces, not for the whole: 200 MB over a line at home take half an hour.
const QUIET_AT_MOST_MS = 60_000;

export interface Arriving {
  body: Readable;
  /** What the sender says it is, in bytes; it may lie. */
  said: number;
  /** Where to; removing it, whole or cut, is for the caller. */
  file: string;
  /** Whether the other side has gone. */
  gone: () => boolean;
  limit?: number;
  quietAtMostMs?: number;
}

/**
 * A body to a file of ours, counted on the way: what says less than it sends is stopped too.
 * @throws Refusal `file.too-large`, `file.cut-off`; a full disk's own error.
 */
export async function keepArriving({ body, said, file, gone, limit = LIMIT, quietAtMostMs = QUIET_AT_MOST_MS }: Arriving): Promise<void> {
  if (said > limit) throw tooLarge(limit);
  const quiet = new AbortController();
  const giveUp = () => quiet.abort();
  let patience = setTimeout(giveUp, quietAtMostMs);
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      clearTimeout(patience);
      patience = setTimeout(giveUp, quietAtMostMs);
      size += chunk.length;
      if (size > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(file, { mode: 0o600 }), { signal: quiet.signal });
  } catch (problem) {
    // The page was closed, the line broke or fell silent: no fault of ours, and mostly nobody reads this answer.
    if (gone() || quiet.signal.aborted) throw new Refusal('file.cut-off', 'The file did not arrive whole. Send it again.');
    throw problem;
  } finally {
    clearTimeout(patience);
  }
}

function tooLarge(limit: number): Refusal {
  const megabytes = Math.floor(limit / MB);
  return new Refusal('file.too-large', `The file is larger than ${megabytes} MB. Split it, or bring in the parts you need.`, {
    limit: megabytes,
  });
}

const LONGEST_NAME = 200;

/** The last part of what somebody's computer calls a file, without what does not show (control signs, marks that turn the reading direction). */
export function tidyName(given: string | undefined): string {
  const last = (given ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const seen = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(/^\.*$/.test(seen) ? 'conversation' : seen);
}

/** By whole characters, and with its ending: a reader may need it. */
function shortened(name: string): string {
  const signs = [...name];
  if (signs.length <= LONGEST_NAME) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return signs.slice(0, LONGEST_NAME - ending.length).join('') + ending;
}

/** RFC 6266 with RFC 8187: never shown in the browser, and any name survives. */
export function attachmentOf(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const plain = name.replace(/[^\w.\- ]/g, '_').slice(0, 100);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
