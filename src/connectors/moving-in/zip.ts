import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ImportReason } from '#model/import.ts';
import { BOMB_FROM, MOST_ENTRIES, MOST_INNER, MOST_RATIO, MOST_UNPACKED } from './limits.ts';

/** Why a file cannot be opened, as a code of the catalogue. */
export class Unopened extends Error {
  readonly why: ImportReason;
  constructor(code: string, params?: Record<string, string | number>) {
    super(code);
    this.why = params ? { code, params } : { code };
  }
}

export interface Zip {
  /** Files only; paths are names, never places on this machine. */
  entries: { path: string; size: number; isLocked: boolean }[];
  read(path: string): Promise<Readable>;
  close(): void;
}

/** Opens an archive and reads its table of contents; refuses what is broken, locked, or unpacks to more than anybody needs. */
export async function openZip(file: string, size: number): Promise<Zip> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((wrong: unknown) => {
    throw damaged(wrong);
  });
  try {
    const entries = await contentsOf(zip, size);
    return {
      entries: [...entries].map(([name, entry]) => ({ path: name, size: entry.uncompressedSize, isLocked: entry.isEncrypted() })),
      read: async (name) => {
        const entry = entries.get(name);
        if (!entry) throw new Unopened('file.damaged', { why: 'missing' });
        if (entry.isEncrypted()) throw new Unopened('file.locked');
        return zip.openReadStreamPromise(entry).catch((wrong: unknown) => {
          throw damaged(wrong);
        });
      },
      close: () => zip.close(),
    };
  } catch (wrong) {
    zip.close();
    throw wrong instanceof Unopened ? wrong : damaged(wrong);
  }
}

async function contentsOf(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new Unopened('file.bomb');
  const found = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of { [Symbol.asyncIterator]: () => zip.eachEntry() }) {
    // Counted for every entry: several may share the same packed bytes.
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED || (unpacked > BOMB_FROM && unpacked > size * MOST_RATIO)) throw new Unopened('file.bomb');
    if (!entry.fileName.endsWith('/')) found.set(entry.fileName, entry);
  }
  return found;
}

export const damaged = (wrong: unknown): Unopened => {
  if (wrong instanceof Unopened) return wrong;
  const why = wrong instanceof Error ? wrong.message : String(wrong);
  return new Unopened('file.damaged', { why: why.slice(0, 120) });
};

/** Puts one file of an archive on the disk, where archives can be read; `gone` takes it away again. */
export async function onDisk(stream: Readable): Promise<{ file: string; size: number; gone(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'heed-import-'));
  const gone = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'inner');
  let size = 0;
  try {
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > MOST_INNER) throw new Unopened('file.too-large', { most: MOST_INNER / 1024 / 1024 });
          yield chunk;
        }
      },
      createWriteStream(file, { mode: 0o600 }),
    );
  } catch (wrong) {
    await gone();
    throw damaged(wrong);
  }
  return { file, size, gone };
}
