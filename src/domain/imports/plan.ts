import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import type { ImportTally } from '#model/import-pages.ts';
import type { Marking } from '../erasures/marks.ts';
import { type Place, wholly } from '../scope.ts';
import { decideRows } from './decide.ts';
import { type Decision, keptReason } from './decision.ts';
import { importOf, markImport, merged } from './find.ts';
import { nameObject, newChunk, newRun, type Run } from './run.ts';
import { turn } from './seen.ts';
import { IN_ORDER, type Planned, type RowsOf, stagedPage, stageImport } from './stage.ts';
import type { StagedRow } from './staged.ts';

const CHUNK = 2000;

/** The dry run: what would happen to each row, and why, beside the row. Nothing else is written. */
export async function planImport(
  place: Place,
  importId: string,
  how: { rowsOf: RowsOf; marking: Marking; stop?: AbortSignal },
): Promise<void> {
  const began = Date.now();
  const record = await importOf(place, importId);
  if (record.startedAt) return;
  const asked = record.progress.trying ?? null;
  const run = await newRun(place, record, { dry: true, marking: how.marking });
  const planning: Planning = { place, run, plan: {}, perhapsSame: 0 };
  // Rows that are read now are planned on their way in; rows that lie there already are planned where they lie.
  const { fresh } = await stageImport(place, importId, { ...how, plan: (object, rows) => planRows(planning, object, rows) });
  for (const object of IN_ORDER) await planThere(planning, object, { which: fresh ? 'unplanned' : 'all', stop: how.stop });
  await wholly(place, async (change) => {
    const now = await importOf(change, importId, 'lock');
    // Answered once more while it ran: the next run, which waits already, is the one that counts.
    if ((now.progress.trying ?? null) !== asked || now.startedAt) return;
    const { plan, perhapsSame } = planning;
    await markImport(
      change,
      importId,
      sql`${merged('tally', { plan, perhapsSame })}, tried_at = ${new Date().toISOString()},
      ${merged('progress', { trying: null, triedMs: Date.now() - began })}`,
    );
  });
}

interface Planning {
  place: Place;
  run: Run;
  plan: ImportTally;
  perhapsSame: number;
}

async function planRows(planning: Planning, object: ImportObject, rows: StagedRow[]): Promise<Planned[]> {
  const { place, run } = planning;
  for (const { source, externalObject } of rows) nameObject(run, object, source, externalObject);
  const decisions = await wholly(place, (change) => decideRows(newChunk(change, run), object, rows));
  turn(run.seen);
  tally(planning.plan, object, decisions);
  planning.perhapsSame += decisions.filter(({ why }) => why.some(({ code }) => code === 'perhaps')).length;
  return decisions.map((decision) => {
    const rowId = decision.rowId?.startsWith('new:') ? null : decision.rowId;
    return { outcome: decision.outcome, row_id: rowId, reason: keptReason(decision) };
  });
}

async function planThere(
  planning: Planning,
  object: ImportObject,
  how: { which: 'unplanned' | 'all'; stop: AbortSignal | undefined },
): Promise<void> {
  const { place, run } = planning;
  for (let after = { file: -1, row: 0 }; ; ) {
    how.stop?.throwIfAborted();
    const rows = await stagedPage(place, run.importId, { object, after, limit: CHUNK, which: how.which });
    const last = rows.at(-1);
    if (!last) break;
    after = last;
    await keepPlan(place, run.importId, { object, rows, planned: await planRows(planning, object, rows) });
  }
}

export function tally(into: ImportTally, object: ImportObject, decisions: Decision[]): void {
  const by = into[object] ?? {};
  into[object] = by;
  for (const { outcome } of decisions) by[outcome] = (by[outcome] ?? 0) + 1;
}

async function keepPlan(
  { db, workspaceId }: Place,
  importId: string,
  { object, rows, planned }: { object: ImportObject; rows: StagedRow[]; planned: Planned[] },
) {
  const written = rows.map((row, i) => ({ file_i: row.file, row_no: row.row, ...planned[i] }));
  await sql`update import_staged s set outcome = n.outcome, row_id = n.row_id, reason = n.reason
    from json_populate_recordset(null::import_staged, ${JSON.stringify(written)}::json) n
    where s.workspace_id = ${workspaceId} and s.import_id = ${importId} and s.object = ${object} and s.file_i = n.file_i and s.row_no = n.row_no`.execute(
    db,
  );
}
