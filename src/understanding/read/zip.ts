import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { Refusal } from '#model/refusal.ts';
import type { Source } from './reader.ts';

const inflate = promisify(inflateRaw);

/** What an archive may hold at most: a Slack export of years has tens of thousands of day files. Sizes are unpacked bytes. */
const MOST_ENTRIES = 100_000;
const MOST_BYTES = 1024 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** An archive whose table of contents was read and found honest; nothing is unpacked until it is asked for. */
export interface Zip {
  /** Files only, in the archive's order; `size` is the unpacked size that the archive declares, in bytes. */
  entries: { path: string; size: number }[];
  /** The unpacked bytes of one file; refuses more than `limit` bytes, whatever the archive declares. */
  read(path: string, limit: number): Promise<Uint8Array>;
}

/**
 * Opens a ZIP archive by random access: neither the archive nor its contents stand in memory whole.
 * Refuses `zip.damaged` (also paths that climb out of the archive or occur twice), `zip.too-large` and `zip.locked`.
 */
export async function openZip(source: Source): Promise<Zip> {
  const reader = new SliceReader(source);
  const zip = await orDamaged(source, reader, fromRandomAccessReaderPromise(reader, source.size, { autoClose: false }));
  if (zip.entryCount > MOST_ENTRIES) throw tooLarge(source, `it holds ${zip.entryCount} files`);
  const entries = await orDamaged(source, reader, contents(source, zip));
  let unpacked = 0;
  return {
    entries: [...entries.values()].map(({ fileName, uncompressedSize }) => ({ path: fileName, size: uncompressedSize })),
    async read(path, limit) {
      const entry = entries.get(path);
      if (!entry) throw damaged(source, `it has no ${path}`);
      const bytes = await orDamaged(source, reader, unpack({ source, zip, entry, limit }));
      unpacked += bytes.length;
      // Entries can share one compressed stream, so what really came out counts too, over all reads.
      if (unpacked > 2 * MOST_BYTES) throw tooLarge(source, 'it unpacks to far more than it says');
      return bytes;
    },
  };
}

async function contents(source: Source, zip: ZipFile): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of { [Symbol.asyncIterator]: () => zip.eachEntry() }) {
    const path = entry.fileName;
    if (entry.isEncrypted()) throw locked(source);
    if (path.includes('\0') || path === '') throw damaged(source, 'a file in it has a name that cannot be');
    // Finder adds a folder of resource forks, one `._name` beside each file.
    if (path.endsWith('/') || path.startsWith('__MACOSX/')) continue;
    if (found.has(path)) throw damaged(source, `${path} is in it twice`);
    declared += entry.uncompressedSize;
    if (declared > MOST_BYTES) throw tooLarge(source, `it unpacks to more than ${MOST_BYTES / MEGABYTE} MB`);
    found.set(path, entry);
  }
  return found;
}

async function unpack({ source, zip, entry, limit }: { source: Source; zip: ZipFile; entry: Entry; limit: number }): Promise<Uint8Array> {
  const tooMuch = () => tooLarge(source, `${entry.fileName} is larger than ${Math.ceil(limit / MEGABYTE)} MB`);
  if (entry.uncompressedSize > limit) throw tooMuch();
  // Deflate can grow what it cannot shrink by a few bytes a block, never by a tenth.
  if (entry.compressedSize > limit * 1.1 + 1024) throw tooMuch();
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = await source.slice(fileDataStart, fileDataStart + entry.compressedSize);
  const bytes = await decoded(entry, packed, limit).catch((wrong: NodeJS.ErrnoException) => {
    throw wrong.code === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : wrong;
  });
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw damaged(source, `${entry.fileName} does not unpack`);
  return bytes;
}

async function decoded(entry: Entry, packed: Uint8Array, limit: number): Promise<Uint8Array> {
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod === 8) return inflate(packed, { maxOutputLength: Math.max(1, limit) });
  throw new Error(`compression method ${entry.compressionMethod}`);
}

/** yauzl asks this for bytes; what breaks inside its callbacks is kept in `broken`, as nobody awaits those. */
class SliceReader extends RandomAccessReader {
  readonly broken: Promise<never>;
  readonly #source: Source;
  #fail: (wrong: unknown) => void = () => {};
  constructor(source: Source) {
    super();
    this.#source = source;
    this.broken = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Awaited only while something is asked for.
    this.broken.catch(() => {});
  }
  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (err: Error | null) => void): void {
    this.#fill(buffer.subarray(offset, offset + length), position)
      .then(() => callback(null), callback)
      .catch(this.#fail);
  }
  async #fill(into: Buffer, position: number): Promise<void> {
    if (position < 0 || position + into.length > this.#source.size) throw new Error('past the end of the file');
    into.set(await this.#source.slice(position, position + into.length));
  }
}

async function orDamaged<T>(source: Source, reader: SliceReader, work: Promise<T>): Promise<T> {
  return Promise.race([work, reader.broken]).catch((wrong: unknown) => {
    if (wrong instanceof Refusal) throw wrong;
    const why = wrong instanceof Error ? wrong.message : String(wrong);
    throw why.includes('encrypt') ? locked(source) : damaged(source, why);
  });
}

const damaged = ({ name }: Source, why: string) =>
  new Refusal('zip.damaged', `${name} is a ZIP archive that cannot be read: ${why}.`, { name, why });
const tooLarge = ({ name }: Source, why: string) =>
  new Refusal('zip.too-large', `${name} is a ZIP archive too large to read: ${why}.`, { name, why });
const locked = ({ name }: Source) =>
  new Refusal('zip.locked', `${name} is a ZIP archive locked with a password. Unpack it, and bring in what was inside.`, { name });
