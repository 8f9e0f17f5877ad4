import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import { IMPORT_UNDO_DAYS, type ImportJustNow, type ImportProgress, type ImportTally } from '#model/import-pages.ts';
import { remember } from '../audit.ts';
import { lookLater as lookForPairs } from '../duplicates/look.ts';
import type { Marking } from '../erasures/marks.ts';
import { countPeople } from '../people/count.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { decideRows, meetsBefore } from './decide.ts';
import { type Decision, keptReason } from './decision.ts';
import { type ImportRecord, importOf, markImport, merged } from './find.ts';
import { addTo, insertAll } from './insert.ts';
import { cleanLater } from './later.ts';
import { tally } from './plan.ts';
import { type Chunk, newChunk, newRun, type Run } from './run.ts';
import { forget, turn } from './seen.ts';
import { IN_ORDER, type RowsOf, stagedPage, stageImport } from './stage.ts';
import type { StagedRow } from './staged.ts';
import { tieUp } from './ties.ts';
import { writeUpdates } from './updates.ts';

const CHUNK = 2000;
const LEAST_URGENT = 15;
/** From so many rows on the tables are put in order before it says done. */
const MANY = 5000;

export interface HowApplied {
  rowsOf: RowsOf;
  marking: Marking;
  stop?: AbortSignal;
}

/**
 * Bring it in, some rows a transaction: each carries its rows, what was there before and how far it is, so that whoever goes on after a crash finds
 * exactly what is left. Ends without a word when it is paused or cancelled.
 */
export async function applyImport(place: Place, importId: string, how: HowApplied): Promise<void> {
  const record = await importOf(place, importId);
  if (!record.startedAt || record.doneAt || record.pausedAt || record.undoingAt || record.undoneAt) return;
  const { staged } = await stageImport(place, importId, { rowsOf: how.rowsOf, ...(how.stop && { stop: how.stop }) });
  const run = await newRun(place, record, { dry: false, marking: how.marking });
  await begin(place, importId, staged);
  if ((await bringInAll(place, run, how.stop)) === 'stopped') return;
  const tied = await tieUp(place, run, how.stop);
  if (tied === 'stopped') return;
  await putInOrder(place, run, staged);
  await finish(place, importId);
}

/** What it starts from: counted once, however often it is begun again. */
async function begin(place: Place, importId: string, staged: ImportProgress): Promise<void> {
  await wholly(place, async (change) => {
    const record = await importOf(change, importId, 'lock');
    if (record.progress.far) return;
    const people = await firstOf(
      change.db,
      sql<{ n: number }>`select people_known as n from workspaces where workspace_id = ${place.workspaceId} and id = ${place.workspaceId}`,
    );
    await markImport(
      change,
      importId,
      sql`${merged('progress', { far: staged, justNow: [], workedMs: 0 })}, ${merged('tally', { done: {}, peopleBefore: people?.n ?? 0 })}`,
    );
  });
}

/** While the database writes a chunk the next one is read, looked up and decided; they are written in their order, each when the one before it is committed. */
async function bringInAll(place: Place, run: Run, stop?: AbortSignal): Promise<'done' | 'stopped'> {
  const going: Going = { before: Promise.resolve('done'), at: Date.now() };
  try {
    for (const object of IN_ORDER)
      for await (const rows of pagesOf(place, run.importId, object)) {
        stop?.throwIfAborted();
        if ((await bringIn(place, run, going, { object, rows })) === 'stopped') return 'stopped';
      }
  } finally {
    await going.before;
  }
  return going.before;
}

/** Rows that are left, from the first that nothing was done with: they are done in the order of the file. The next ones are read while some are worked on. */
async function* pagesOf(place: Place, importId: string, object: ImportObject): AsyncGenerator<StagedRow[]> {
  const last = await firstOf(
    place.db,
    sql<{ file: number; row: number }>`select file_i as file, row_no as row from import_rows
      where workspace_id = ${place.workspaceId} and import_id = ${importId} and object = ${object} order by file_i desc, row_no desc limit 1`,
  );
  const page = (after: { file: number; row: number }) => {
    const read = stagedPage(place, importId, { object, after, limit: CHUNK, which: 'all' });
    read.catch(() => undefined);
    return read;
  };
  for (let next = page(last ?? { file: -1, row: 0 }); ; ) {
    const rows = await next;
    const end = rows.at(-1);
    if (!end) return;
    next = page(end);
    yield rows;
  }
}

interface Going {
  /** The chunk that is being written. */
  before: Promise<'done' | 'stopped'>;
  /** When the last one was. */
  at: number;
}

/** Returns when the chunk is decided and being written, not when it is; `stopped` when the one before it was not written any more. */
async function bringIn(
  place: Place,
  run: Run,
  going: Going,
  { object, rows }: { object: ImportObject; rows: StagedRow[] },
): Promise<'done' | 'stopped'> {
  const { before } = going;
  const begun = Promise.withResolvers<void>();
  const written = wholly(place, async (change): Promise<'done' | 'stopped'> => {
    if (meetsBefore(run, object, rows)) {
      if ((await before) === 'stopped') return 'stopped';
      forget(run.seen);
    }
    const chunk = newChunk(change, run);
    const decisions = await decideRows(chunk, object, rows);
    if ((await before) === 'stopped') return 'stopped';
    // Not before: the next one counts on finding in the database what this one's forerunner brought.
    turn(run.seen);
    begun.resolve();
    const record = await importOf(change, run.importId, 'lock');
    if (record.pausedAt || record.undoingAt) return 'stopped';
    await write(chunk, { object, rows, decisions });
    await keepCount(change, run, going, { object, rows, decisions, record });
    await countPeople(change, chunk.people);
    return 'done';
  });
  going.before = written;
  // Told to whoever waits for it: the next chunk, or the end.
  written.catch(() => undefined);
  const first = await Promise.race([begun.promise, written]);
  return first ?? 'done';
}

interface Decided {
  object: ImportObject;
  rows: StagedRow[];
  decisions: Decision[];
}

async function keepCount(
  change: ChangingPlace,
  run: Run,
  going: Going,
  { object, rows, decisions, record }: Decided & { record: ImportRecord },
): Promise<void> {
  const done: ImportTally = record.tally.done ?? {};
  tally(done, object, decisions);
  const part = record.progress.far?.[object] ?? { done: 0, of: 0 };
  const far = { ...record.progress.far, [object]: { ...part, done: part.done + rows.length } };
  const now = Date.now();
  const workedMs = (record.progress.workedMs ?? 0) + now - going.at;
  going.at = now;
  await markImport(
    change,
    run.importId,
    sql`${merged('tally', { done })}, ${merged('progress', { far, justNow: justNow(object, rows, decisions), workedMs })}`,
  );
}

async function write(chunk: Chunk, { object, rows, decisions }: Decided): Promise<void> {
  for (const [i, row] of rows.entries()) {
    const decision = decisions[i] as Decision;
    const { outcome, rowId, label, before, after, made } = decision;
    const kept = keptReason(decision);
    addTo(chunk.inserts, 'import_rows', {
      ...{
        import_id: chunk.run.importId,
        object,
        file_i: row.file,
        row_no: row.row,
        outcome,
        label: label.slice(0, 200),
        reason: kept,
        row_id: rowId,
      },
      ...(Object.keys(made).length > 0 && { made }),
      ...(before && { before }),
      ...(after && Object.keys(after).length > 0 && { after }),
    });
  }
  for (const table of chunk.inserts.keys()) chunk.run.touched.add(table);
  await insertAll(chunk.place, chunk.inserts);
  // After them: a row may change what another row of this chunk brought.
  await writeUpdates(chunk);
  await refreshPeople(chunk.place, chunk.met);
}

function justNow(object: ImportObject, rows: StagedRow[], decisions: Decision[]): ImportJustNow[] {
  const told: ImportJustNow[] = [];
  for (let i = decisions.length - 1; i >= 0 && told.length < 4; i--) {
    const decision = decisions[i] as Decision;
    if (decision.outcome !== 'create' && decision.outcome !== 'update') continue;
    const data = rows[i]?.data as { happenedAt?: string } | undefined;
    const at = object === 'note' ? data?.happenedAt : undefined;
    told.push({
      object,
      outcome: decision.outcome,
      label: decision.label,
      ...(at && { at }),
      ...(object === 'note' && { with: decision.where }),
    });
  }
  return told;
}

/** Nothing is left for the database to do behind our back once it says done. */
async function putInOrder({ db }: Place, run: Run, staged: ImportProgress): Promise<void> {
  const rows = Object.values(staged).reduce((sum, part) => sum + part.of, 0);
  if (rows < MANY) return;
  for (const table of run.touched) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}

async function finish(place: Place, importId: string): Promise<void> {
  await wholly(place, async (change: ChangingPlace) => {
    const record = await importOf(change, importId, 'lock');
    if (record.doneAt || record.pausedAt || record.undoingAt) return;
    const now = new Date().toISOString();
    await markImport(change, importId, sql`done_at = ${now}`);
    // Pairs that may be one person are looked for behind it, when nothing else waits: nobody's page hangs on them.
    const { create = 0, update = 0 } = record.tally.done?.person ?? {};
    if (create + update > 0) await lookForPairs({ ...change, now }, LEAST_URGENT);
    await cleanLater(change, importId, new Date(Date.parse(now) + IMPORT_UNDO_DAYS * 86_400_000).toISOString());
    await remember(
      { ...change, member: { id: record.createdBy } },
      { action: 'import.done', about: 'import', id: importId, detail: { rows: record.tally.done } },
    );
  });
}
