import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import type { ImportTally } from '#model/import-pages.ts';
import type { Marking } from '../erasures/marks.ts';
import { type Place, wholly } from '../scope.ts';
import { decideRows } from './decide.ts';
import { type Decision, keptReason } from './decision.ts';
import { importOf, markImport, merged } from './find.ts';
import { newChunk, newRun } from './run.ts';
import { forgetStates } from './seen.ts';
import { IN_ORDER, type RowsOf, stagedPage, stageImport } from './stage.ts';
import type { StagedRow } from './staged.ts';

const CHUNK = 2000;

/** The dry run: what would happen to each row, and why, beside the row. Nothing else is written. */
export async function planImport(
  place: Place,
  importId: string,
  how: { rowsOf: RowsOf; marking: Marking; stop?: AbortSignal },
): Promise<void> {
  const began = Date.now();
  await stageImport(place, importId, how.rowsOf, how.stop);
  const record = await importOf(place, importId);
  if (record.startedAt) return;
  const asked = record.progress.trying ?? null;
  const run = await newRun(place, record, { dry: true, marking: how.marking });
  const plan: ImportTally = {};
  let perhapsSame = 0;
  for (const object of IN_ORDER)
    for (let after = { file: -1, row: 0 }; ; ) {
      how.stop?.throwIfAborted();
      const rows = await stagedPage(place, importId, { object, after, limit: CHUNK, open: false });
      const last = rows.at(-1);
      if (!last) break;
      after = last;
      perhapsSame += await wholly(place, async (change) => {
        const decisions = await decideRows(newChunk(change, run), object, rows);
        await keepPlan(change, importId, { object, rows, decisions });
        tally(plan, object, decisions);
        return decisions.filter(({ why }) => why.some(({ code }) => code === 'perhaps')).length;
      });
      forgetStates(run.seen);
    }
  await wholly(place, async (change) => {
    const now = await importOf(change, importId, 'lock');
    // Answered once more while it ran: the next run, which waits already, is the one that counts.
    if ((now.progress.trying ?? null) !== asked || now.startedAt) return;
    await markImport(
      change,
      importId,
      sql`${merged('tally', { plan, perhapsSame })}, tried_at = ${new Date().toISOString()},
      ${merged('progress', { trying: null, triedMs: Date.now() - began })}`,
    );
  });
}

export function tally(into: ImportTally, object: ImportObject, decisions: Decision[]): void {
  const by = into[object] ?? {};
  into[object] = by;
  for (const { outcome } of decisions) by[outcome] = (by[outcome] ?? 0) + 1;
}

async function keepPlan(
  { db, workspaceId }: Place,
  importId: string,
  { object, rows, decisions }: { object: ImportObject; rows: StagedRow[]; decisions: Decision[] },
) {
  const planned = rows.map((row, i) => {
    const decision = decisions[i] as Decision;
    const rowId = decision.rowId?.startsWith('new:') ? null : decision.rowId;
    return { file_i: row.file, row_no: row.row, outcome: decision.outcome, row_id: rowId, reason: keptReason(decision) };
  });
  await sql`update import_staged s set outcome = n.outcome, row_id = n.row_id, reason = n.reason
    from json_populate_recordset(null::import_staged, ${JSON.stringify(planned)}::json) n
    where s.workspace_id = ${workspaceId} and s.import_id = ${importId} and s.object = ${object} and s.file_i = n.file_i and s.row_no = n.row_no`.execute(
    db,
  );
}
