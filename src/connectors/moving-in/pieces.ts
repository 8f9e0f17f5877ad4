import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ImportReason } from '#model/import.ts';
import { type Kind, kindOf } from './kinds.ts';
import { MOST_INNER } from './limits.ts';
import { damaged, onDisk, openZip, Unopened, type Zip } from './zip.ts';

/** A file on this machine. */
interface OnDisk {
  name: string;
  path: string;
  size: number;
}

/** One file that may hold records: a dropped one, or one in an archive. */
export interface Piece {
  name: string;
  size: number;
  kind: Kind;
  /** The first bytes, 64 KB at most. */
  start: Uint8Array;
  bytes(): AsyncIterable<Uint8Array>;
  /** Where it lies on the disk while `use` runs: workbooks are read from any place in them. */
  onDisk(): Promise<{ file: string; size: number; gone(): Promise<void> }>;
}

/** What could not be opened, and why. */
export interface Unopenable {
  name: string;
  size: number;
  why: ImportReason;
}

const START = 64 * 1024;
const CHUNK = 64 * 1024;

/** The files in a dropped one, itself if it is no archive; archives in it one level deep. Each is to be used before the next is asked for. With a name: only that. */
export async function* piecesOf(dropped: OnDisk, wanted?: string): AsyncGenerator<Piece | Unopenable> {
  const { name, size, path: file } = dropped;
  const start = await startOnDisk(file);
  const kind = kindOf(start);
  if (kind !== 'zip') yield onDiskPiece(name, file, size, kind, start);
  else yield* inArchive({ file, size, name, prefix: '', depth: 0, wanted });
}

interface Archive {
  file: string;
  size: number;
  /** What the archive itself is called, when it turns out to be a workbook or to be broken. */
  name: string;
  prefix: string;
  depth: number;
  wanted: string | undefined;
}

async function* inArchive(archive: Archive): AsyncGenerator<Piece | Unopenable> {
  const { file, size, name, prefix, wanted } = archive;
  let zip: Zip;
  try {
    zip = await openZip(file, size);
  } catch (wrong) {
    yield { name, size, why: damaged(wrong).why };
    return;
  }
  try {
    const kind = kindOfArchive(zip);
    if (kind === 'workbook') yield onDiskPiece(name, file, size, 'workbook', new Uint8Array(0));
    else if (kind) yield { name, size, why: { code: 'file.another-kind', params: { what: kind } } };
    else
      for (const entry of zip.entries) {
        const isMeant = wanted === undefined || wanted === prefix + entry.path || wanted.startsWith(`${prefix}${entry.path}/`);
        if (isMeant && !isLitter(entry.path)) yield* inEntry(zip, entry, archive);
      }
  } finally {
    zip.close();
  }
}

async function* inEntry(zip: Zip, entry: Zip['entries'][number], { prefix, depth, wanted }: Archive): AsyncGenerator<Piece | Unopenable> {
  const name = prefix + entry.path;
  if (entry.isLocked) {
    yield { name, size: entry.size, why: { code: 'file.locked' } };
    return;
  }
  let start: Uint8Array;
  try {
    start = await startOf(await zip.read(entry.path));
  } catch (wrong) {
    yield { name, size: entry.size, why: damaged(wrong).why };
    return;
  }
  const kind = kindOf(start);
  if (kind !== 'zip') {
    yield archivedPiece(zip, entry, { name, kind, start });
    return;
  }
  let inner: Awaited<ReturnType<typeof onDisk>>;
  try {
    inner = await onDisk(await zip.read(entry.path));
  } catch (wrong) {
    yield { name, size: entry.size, why: damaged(wrong).why };
    return;
  }
  try {
    if (depth === 0) yield* inArchive({ file: inner.file, size: inner.size, name, prefix: `${name}/`, depth: 1, wanted });
    else yield* workbookOrTooDeep(inner, name, entry.size);
  } finally {
    await inner.gone();
  }
}

async function* workbookOrTooDeep(inner: { file: string; size: number }, name: string, size: number): AsyncGenerator<Piece | Unopenable> {
  const zip = await openZip(inner.file, inner.size).catch(() => null);
  const isWorkbook = zip !== null && kindOfArchive(zip) === 'workbook';
  zip?.close();
  if (isWorkbook) yield onDiskPiece(name, inner.file, inner.size, 'workbook', new Uint8Array(0));
  else yield { name, size, why: { code: 'file.too-deep' } };
}

function onDiskPiece(name: string, file: string, size: number, kind: Kind, start: Uint8Array): Piece {
  return {
    name,
    size,
    kind,
    start,
    bytes: () => createReadStream(file, { highWaterMark: CHUNK }),
    onDisk: async () => ({ file, size, gone: async () => {} }),
  };
}

function archivedPiece(zip: Zip, entry: Zip['entries'][number], { name, kind, start }: Pick<Piece, 'name' | 'kind' | 'start'>): Piece {
  return {
    name,
    size: entry.size,
    kind,
    start,
    bytes: async function* () {
      try {
        for await (const chunk of await zip.read(entry.path)) yield chunk as Uint8Array;
      } catch (wrong) {
        throw damaged(wrong);
      }
    },
    onDisk: async () => {
      if (entry.size > MOST_INNER) throw new Unopened('file.too-large', { most: MOST_INNER / 1024 / 1024 });
      return onDisk(await zip.read(entry.path));
    },
  };
}

/** The piece of this name in a dropped file, as it was named when it was looked at. */
export async function* pieceNamed(dropped: OnDisk, name: string): AsyncGenerator<Piece> {
  for await (const piece of piecesOf(dropped, name)) {
    if (piece.name !== name) continue;
    if ('why' in piece) throw new Unopened(piece.why.code, piece.why.params);
    yield piece;
    return;
  }
  throw new Unopened('file.damaged', { why: 'missing' });
}

async function startOnDisk(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function startOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= START) break;
  }
  return Buffer.concat(chunks).subarray(0, START);
}

/** What an archive is that is not one of files: a workbook, or a document of another program. */
function kindOfArchive(zip: Zip): 'workbook' | string | null {
  const names = new Set(zip.entries.map(({ path }) => path.toLowerCase().replaceAll('\\', '/')));
  if (names.has('xl/workbook.xml')) return 'workbook';
  if (names.has('xl/workbook.bin')) return 'XLSB';
  if (names.has('word/document.xml')) return 'Word';
  if (names.has('ppt/presentation.xml')) return 'PowerPoint';
  if (names.has('mimetype') && names.has('content.xml')) return 'OpenDocument';
  if (names.has('index/document.iwa')) return 'Numbers';
  return null;
}

/** What computers leave in archives for themselves. */
const isLitter = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i.test(path);
