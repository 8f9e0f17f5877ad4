import { sql } from 'kysely';
import { copyInto } from '#db/pool.ts';
import { IMPORT_OBJECTS, type ImportedRow, type ImportObject, type LookedFile } from '#model/import.ts';
import type { ImportProgress } from '#model/import-pages.ts';
import { type Place, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { countryOfZone } from './contact.ts';
import { copiedRows } from './copied.ts';
import { importOf, markImport, merged } from './find.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type StagedRow, stagedOf } from './staged.ts';

/** Reads the rows of a looked file, from the first. */
export type RowsOf = (file: LookedFile) => AsyncIterable<ImportedRow>;

const CHUNK = 2000;
/** Long notes and photos: so many letters at most are in hand at once. */
const MOST_LETTERS = 4 * 1024 * 1024;

/** What is done with rows on their way into the staging table. Only rows of the kind that the file holds come in the order of the work. */
export type OnTheWay = (object: ImportObject, rows: StagedRow[]) => Promise<Planned[]>;

/** What a dry run says of a row. */
export interface Planned {
  outcome: string;
  row_id: string | null;
  reason: object;
}

/**
 * Have the rows of all files lie in the staging table, what others are tied to first; nothing is done when they do already.
 * `plan` may say on the way what would happen to them. Returns how many there are, and whether they were read just now.
 */
export async function stageImport(
  place: Place,
  importId: string,
  how: { rowsOf: RowsOf; stop?: AbortSignal; plan?: OnTheWay },
): Promise<{ staged: ImportProgress; fresh: boolean }> {
  const record = await importOf(place, importId);
  const known = record.tally.staged;
  if (known && (await isWhole(place, importId, known))) return { staged: known, fresh: false };
  await sql`delete from import_staged where workspace_id = ${place.workspaceId} and import_id = ${importId}`.execute(place.db);
  const zone = await firstOf(
    place.db,
    sql<{ zone: string }>`select zone from workspaces where workspace_id = ${place.workspaceId} and id = ${place.workspaceId}`,
  );
  const country = countryOfZone(zone?.zone ?? '');
  const staged: ImportProgress = {};
  const leftOut = new Set(record.options.leftOutFiles ?? []);
  const files = (record.looked.files ?? []).filter((file) => file.object && !leftOut.has(file.i));
  for (const file of files.toSorted((a, b) => rankOf(a) - rankOf(b) || a.i - b.i))
    await stageFile(place, importId, { file, country, staged, ...how });
  // Only what rows are found by: to look into all the documents took a second.
  await sql`analyze import_staged (workspace_id, import_id, object, file_i, row_no)`.execute(place.db);
  // A job that writes nothing after a crash finds fewer rows than this and reads them again.
  await wholly(place, (change) => markImport(change, importId, merged('tally', { staged })));
  return { staged, fresh: true };
}

function rankOf({ object }: LookedFile): number {
  return object ? IMPORT_OBJECTS.indexOf(object) : 0;
}

interface Staging {
  file: LookedFile;
  country: string | undefined;
  staged: ImportProgress;
  rowsOf: RowsOf;
  stop?: AbortSignal;
  plan?: OnTheWay;
}

async function stageFile(
  place: Place,
  importId: string,
  { file, country, staged, rowsOf: rowsOfFile, stop, plan }: Staging,
): Promise<void> {
  let waiting: StagedRow[] = [];
  let letters = 0;
  // The database writes some rows while the next ones are read and planned: never more than two lots are in hand.
  const writing = oneAtATime();
  const flush = async () => {
    const rows = waiting;
    waiting = [];
    letters = 0;
    const own = plan ? rows.filter(({ object }) => object === file.object) : [];
    const others = plan ? rows.filter(({ object }) => object !== file.object) : rows;
    const planned = plan && own.length > 0 && file.object ? await plan(file.object, own) : null;
    await writing.next(async () => {
      await insertStaged(place, importId, own, planned);
      await insertStaged(place, importId, others, null);
    });
  };
  try {
    for await (const row of rowsOfFile(file)) {
      stop?.throwIfAborted();
      const one = stagedOf(file, row, country);
      waiting.push(one);
      staged[one.object] = { done: 0, of: (staged[one.object]?.of ?? 0) + 1 };
      letters += lettersOf(row);
      if (waiting.length >= CHUNK || letters >= MOST_LETTERS) await flush();
    }
    await flush();
  } finally {
    await writing.over();
  }
}

function lettersOf({ record }: ImportedRow): number {
  if (record?.object === 'person') return record.about.length + (record.photo?.base64.length ?? 0);
  return record?.object === 'note' ? record.body.length : 0;
}

/** Unlogged: a crash of the database takes rows, and whoever counts them knows. */
async function isWhole({ db, workspaceId }: Place, importId: string, staged: ImportProgress): Promise<boolean> {
  const of = Object.values(staged).reduce((sum, part) => sum + part.of, 0);
  const found = await firstOf(
    db,
    sql<{ n: number }>`select count(*)::int as n from import_staged where workspace_id = ${workspaceId} and import_id = ${importId}`,
  );
  return found?.n === of;
}

async function insertStaged({ db, workspaceId }: Place, importId: string, rows: StagedRow[], planned: Planned[] | null): Promise<void> {
  if (rows.length === 0) return;
  const written = rows.map((row, i) => ({
    ...{
      import_id: importId,
      object: row.object,
      file_i: row.file,
      row_no: row.row,
      source: row.source,
      external_object: row.externalObject,
    },
    ...{ external_id: row.externalId, match_key: row.matchKey, data: row.data, ...planned?.[i] },
  }));
  const columns = STAGED.filter((column) => planned || !PLANNED.has(column));
  const copied = copiedRows(written, { columns, first: workspaceId, otherwise: new Map() });
  await copyInto(db, { table: 'import_staged', columns: ['workspace_id', ...columns], rows: copied });
}

const STAGED = 'import_id object file_i row_no source external_object external_id match_key data outcome row_id reason'.split(' ');
const PLANNED = new Set(['outcome', 'row_id', 'reason']);

export interface StagedPage {
  object: ImportObject;
  after: { file: number; row: number };
  limit: number;
  /** All of them, or those that no plan speaks of. */
  which: 'all' | 'unplanned';
}

interface Found {
  object: ImportObject;
  fileI: number;
  rowNo: number;
  source: string;
  externalObject: string;
  externalId: string | null;
  matchKey: string;
  data: StagedRow['data'];
}

/** Rows that wait, in the order of the file. */
export async function stagedPage({ db, workspaceId }: Place, importId: string, page: StagedPage): Promise<StagedRow[]> {
  const open = page.which === 'all' ? sql`` : sql`and s.outcome is null`;
  const found = await rowsOf(
    db,
    sql<Found>`select object, file_i, row_no, source, external_object, external_id, match_key, data from (
        select s.*, sum(pg_column_size(s.data)) over (order by s.file_i, s.row_no) - pg_column_size(s.data) as before_it from (
          select * from import_staged s where s.workspace_id = ${workspaceId} and s.import_id = ${importId} and s.object = ${page.object}
            and (s.file_i, s.row_no) > (${page.after.file}, ${page.after.row}) ${open} order by s.file_i, s.row_no limit ${page.limit}) s) s
      where before_it < ${MOST_LETTERS} order by file_i, row_no`,
  );
  return found.map(rowOf);
}

/** Some rows by their places. */
export async function stagedRows(
  { db, workspaceId }: Place,
  importId: string,
  object: ImportObject,
  at: { file: number; row: number }[],
): Promise<StagedRow[]> {
  if (at.length === 0) return [];
  const found = await rowsOf(
    db,
    sql<Found>`select s.object, s.file_i, s.row_no, s.source, s.external_object, s.external_id, s.match_key, s.data
      from unnest(${at.map(({ file }) => file)}::int[], ${at.map(({ row }) => row)}::int[]) as u(file_i, row_no)
      join import_staged s on s.workspace_id = ${workspaceId} and s.import_id = ${importId} and s.object = ${object} and s.file_i = u.file_i and s.row_no = u.row_no`,
  );
  return found.map(rowOf);
}

function rowOf({ fileI, rowNo, ...row }: Found): StagedRow {
  return { ...row, file: fileI, row: rowNo };
}

export const IN_ORDER = IMPORT_OBJECTS;
