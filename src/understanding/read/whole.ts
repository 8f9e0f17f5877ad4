import { Refusal } from '#model/refusal.ts';
import { decode } from './decode.ts';
import type { Decoded, Head, Source } from './reader.ts';

/** Bytes: formats that are read whole stand in memory, so they have a limit of their own. */
export const MOST_IN_MEMORY = 32 * 1024 * 1024;

/** All of a source, for formats that must be seen whole; refuses what is too large for it. */
export async function bytesOf(source: Source): Promise<Uint8Array> {
  if (source.size > MOST_IN_MEMORY) throw tooLarge(source, MOST_IN_MEMORY);
  return source.slice(0, source.size);
}

/** The text of a source; `head` saves the work where it has all of it already. */
export async function textOf(source: Source, head?: Head): Promise<Decoded> {
  return head?.whole ?? decode(await bytesOf(source));
}

/** `limit` in bytes. */
export function tooLarge({ name, size }: Source, limit: number): Refusal {
  const megabytes = (bytes: number) => Math.round(bytes / (1024 * 1024));
  return new Refusal(
    'file.too-large',
    `${name} is ${megabytes(size)} MB; files of this kind are read up to ${megabytes(limit)} MB. Split it, or leave out what is not talk.`,
    { name, size: megabytes(size), limit: megabytes(limit) },
  );
}

/** It looked like a transcript, and nobody says anything in it. */
export function noTurns({ name }: Source, line: number): Refusal {
  return new Refusal(
    'file.no-turns',
    `Nobody says anything in ${name}: it looks like a transcript, but stops making sense at line ${line}.`,
    {
      name,
      line,
    },
  );
}
