import type { ImportReason, LookedFile } from '#model/import.ts';
import { Refusal } from '#model/refusal.ts';
import { type Content, contentOf } from './content.ts';
import { type Looked, lookAtTable } from './look-table.ts';
import { type Piece, piecesOf, type Unopenable } from './pieces.ts';
import { tablesOf } from './table.ts';
import { tieTogether } from './together.ts';
import { damaged } from './zip.ts';

/** A dropped file on this machine. */
export interface DroppedFile {
  i: number;
  name: string;
  path: string;
  /** Bytes. */
  size: number;
}

/**
 * What the dropped files are: opens ZIPs (and ZIPs in ZIPs one level), workbooks' sheets; recognises each by its set of headers or its content. Reads every
 * file once to its end, so that rows, owners and the order of dates are counted, not guessed. Never throws for a bad file: `source: null` with a `why` of
 * `IMPORT_WHY_CODES`. Refuses `import.bomb` and `import.too-large` only when nothing could be opened at all.
 */
export async function lookAtFiles(files: DroppedFile[], signal?: AbortSignal): Promise<LookedFile[]> {
  const looked: Looked[] = [];
  for (const dropped of files) looked.push(...(await lookInto(dropped, signal)));
  refuseIfNothing(looked);
  return tieTogether(looked);
}

async function lookInto(dropped: DroppedFile, signal?: AbortSignal): Promise<Looked[]> {
  const looked: Looked[] = [];
  let others = 0;
  for await (const piece of piecesOf(dropped)) {
    signal?.throwIfAborted();
    const isOther = !('why' in piece) && (piece.kind === 'binary' || piece.kind === 'empty') && piece.name !== dropped.name;
    if (isOther) others++;
    else looked.push(...(await lookAtPiece(dropped, piece, signal)));
  }
  // Pictures and documents of an archive are told in one line.
  if (others > 0) looked.push(nothing({ name: dropped.name, size: 0, dropped: dropped.i }, { code: 'file.others', params: { n: others } }));
  if (looked.length === 0) looked.push(nothing({ ...dropped, dropped: dropped.i }, { code: 'file.empty' }));
  return looked;
}

const nothing = ({ name, size, dropped }: { name: string; size: number; dropped: number }, why: ImportReason): Looked => ({
  file: { i: 0, dropped, name, source: null, object: null, rows: 0, size, why },
});

async function lookAtPiece(dropped: DroppedFile, piece: Piece | Unopenable, signal?: AbortSignal): Promise<Looked[]> {
  const at = { name: piece.name, size: piece.size, dropped: dropped.i };
  if ('why' in piece) return [nothing(at, piece.why)];
  const unread = whyUnread(piece.kind);
  if (unread) return [nothing(at, unread)];
  try {
    const looked: Looked[] = [];
    const content = await contentOf(piece);
    if (content && 'rows' in content) return [await lookAtContent(content, at, signal)];
    for (const table of content ? [content] : await tablesOf(piece)) looked.push(await lookAtTable(table, at, signal));
    // Sheets without anything in them are not worth a line beside those that have.
    const filled = looked.filter(({ file }) => file.why.code !== 'file.empty');
    return filled.length > 0 ? filled : [looked[0] ?? nothing(at, { code: 'file.empty' })];
  } catch (wrong) {
    signal?.throwIfAborted();
    return [nothing(at, damaged(wrong).why)];
  }
}

async function lookAtContent(
  { source, object, encoding, rows }: Content,
  at: { name: string; size: number; dropped: number },
  signal?: AbortSignal,
): Promise<Looked> {
  let n = 0;
  const owners = new Map<string, number>();
  for await (const { record } of rows()) {
    signal?.throwIfAborted();
    n++;
    if (record?.owner) owners.set(record.owner, (owners.get(record.owner) ?? 0) + 1);
  }
  const told = owners.size > 0 ? { owners: [...owners].map(([owner, count]) => ({ owner, rows: count })) } : {};
  if (n === 0) return nothing(at, { code: 'file.empty' });
  return { file: { i: 0, ...at, source, object, rows: n, why: { code: 'file.by-content' }, encoding, ...told } };
}

function whyUnread(kind: Piece['kind']): ImportReason | null {
  switch (kind) {
    case 'empty':
      return { code: 'file.empty' };
    case 'binary':
      return { code: 'file.not-a-list' };
    case 'old-workbook':
      return { code: 'file.another-kind', params: { what: 'XLS' } };
    case 'archive':
      return { code: 'file.another-kind', params: { what: 'archive' } };
    default:
      return null;
  }
}

function refuseIfNothing(looked: Looked[]): void {
  const codes = new Set(looked.map(({ file }) => (file.source === null ? file.why.code : 'read')));
  if (codes.has('file.bomb') && codes.size === 1)
    throw new Refusal('import.bomb', 'This archive unpacks to far more than it says. Nothing of it was read.');
  if (looked.length > 0 && [...codes].every((code) => code === 'file.too-large' || code === 'file.bomb'))
    throw new Refusal('import.too-large', 'These files are larger than can be read. Split them, or bring in one part at a time.');
}
