import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import { IMPORT_UNDO_DAYS, type ImportJustNow, type ImportProgress, type ImportTally } from '#model/import-pages.ts';
import { remember } from '../audit.ts';
import { lookLater as lookForDuplicates } from '../duplicates/look.ts';
import type { Marking } from '../erasures/marks.ts';
import { countPeople } from '../people/count.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { decideRows } from './decide.ts';
import { type Decision, keptReason } from './decision.ts';
import { importOf, markImport, merged } from './find.ts';
import { addTo, insertAll } from './insert.ts';
import { cleanLater } from './later.ts';
import { tally } from './plan.ts';
import { type Chunk, newChunk, newRun, type Run } from './run.ts';
import { forget } from './seen.ts';
import { IN_ORDER, type RowsOf, stagedPage, stageImport } from './stage.ts';
import type { StagedRow } from './staged.ts';
import { tieUp } from './ties.ts';
import { writeUpdates } from './updates.ts';

const CHUNK = 1000;
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
  for (const object of IN_ORDER)
    for (let after = { file: -1, row: 0 }; ; ) {
      how.stop?.throwIfAborted();
      const last = await bringIn(place, run, object, after);
      if (last === 'stopped') return;
      if (!last) break;
      after = last;
    }
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

async function bringIn(
  place: Place,
  run: Run,
  object: ImportObject,
  after: { file: number; row: number },
): Promise<StagedRow | 'stopped' | null> {
  const began = Date.now();
  return wholly(place, async (change) => {
    const record = await importOf(change, run.importId, 'lock');
    if (record.pausedAt || record.undoingAt) return 'stopped';
    const rows = await stagedPage(change, run.importId, { object, after, limit: CHUNK, which: 'open' });
    const last = rows.at(-1);
    if (!last) return null;
    const chunk = newChunk(change, run);
    const decisions = await decideRows(chunk, object, rows);
    await write(chunk, { object, rows, decisions });
    const done: ImportTally = record.tally.done ?? {};
    tally(done, object, decisions);
    const part = record.progress.far?.[object] ?? { done: 0, of: 0 };
    const far = { ...record.progress.far, [object]: { ...part, done: part.done + rows.length } };
    const workedMs = (record.progress.workedMs ?? 0) + Date.now() - began;
    await markImport(
      change,
      run.importId,
      sql`${merged('tally', { done })}, ${merged('progress', { far, justNow: justNow(object, rows, decisions), workedMs })}`,
    );
    await countPeople(change, chunk.people);
    forget(run.seen);
    return last;
  });
}

async function write(
  chunk: Chunk,
  { object, rows, decisions }: { object: ImportObject; rows: StagedRow[]; decisions: Decision[] },
): Promise<void> {
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
    if (record.tally.done?.person?.create) await lookForDuplicates(change);
    await cleanLater(change, importId, new Date(Date.parse(now) + IMPORT_UNDO_DAYS * 86_400_000).toISOString());
    await remember(
      { ...change, member: { id: record.createdBy } },
      { action: 'import.done', about: 'import', id: importId, detail: { rows: record.tally.done } },
    );
  });
}
