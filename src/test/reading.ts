import type { Format } from '#model/conversation.ts';
import { Refusal } from '#model/refusal.ts';
import { decode } from '#understanding/read/decode.ts';
import type { Head, Hints, ReadConversation, Reader, Source } from '#understanding/read/reader.ts';
import { sourceOfBytes, sourceOfText } from '#understanding/read/source.ts';

/** Everything a reader makes of these bytes or this text, asked in the way the door asks it. */
export async function readWith(
  reader: Reader,
  content: string | Uint8Array,
  about: Hints & { name?: string } = {},
): Promise<ReadConversation[]> {
  const name = about.name ?? 'file';
  const source = typeof content === 'string' ? sourceOfText(name, content) : sourceOfBytes(name, content);
  return readSource(reader, source, about);
}

export async function readSource(reader: Reader, source: Source, hints: Hints = {}, format: Format = 'plain'): Promise<ReadConversation[]> {
  const all: ReadConversation[] = [];
  for await (const one of reader.read(source, format, hints)) all.push(one);
  return all;
}

/** What the door shows a reader of a file without ZIP around it. */
export function headOfText(content: string | Uint8Array, zip: string[] | null = null): Head {
  const bytes = (typeof content === 'string' ? new TextEncoder().encode(content) : content).subarray(0, 64 * 1024);
  return { name: 'file', size: bytes.length, bytes, text: zip ? null : decode(bytes).text, zip };
}

/** The code of the refusal that this ends in, or what it gave; anything else that is thrown is a crash and goes on. */
export async function codeOf(work: Promise<unknown>): Promise<string | unknown> {
  try {
    return await work;
  } catch (wrong) {
    if (wrong instanceof Refusal) return wrong.code;
    throw wrong;
  }
}

/** Bytes with some of them cut off, lost or turned into others: what disks, tunnels and editors do. */
export function garble(bytes: Uint8Array, at: readonly { place: number; byte: number; how: 'change' | 'drop' | 'cut' }[]): Uint8Array {
  let now = Uint8Array.from(bytes);
  for (const { place, byte, how } of at) {
    const i = place % Math.max(1, now.length);
    if (how === 'change') now[i] = byte;
    else if (how === 'cut') now = now.slice(0, i);
    else now = Uint8Array.from([...now.subarray(0, i), ...now.subarray(i + 1)]);
  }
  return now;
}
