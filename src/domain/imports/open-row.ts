import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import type { ImportRowOpened } from '#model/import-pages.ts';
import { Refusal } from '#model/refusal.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { decideRows } from './decide.ts';
import type { KeptReason } from './decision.ts';
import { importOf } from './find.ts';
import { mayKnow, tableOf, viewOf } from './rows.ts';
import { newChunk, newRun } from './run.ts';
import { stagedRows } from './stage.ts';

/** Nothing is hashed here: whether somebody was erased stands in the row already. */
const NO_MARKS = { mark: () => '' };

/** One row, field by field: in the file, here now, and afterwards. Once it is brought in, now is afterwards. @throws Refusal `missing.import`, `missing.import-row`. */
export async function openImportRow(
  scope: Scope,
  asked: { id: string; object: ImportObject; file: number; row: number },
): Promise<ImportRowOpened> {
  const record = await importOf(scope, asked.id);
  const found = await firstOf(
    scope.db,
    sql<{
      outcome: ImportRowOpened['outcome'];
      reason: KeptReason;
      rowId: string | null;
    }>`select x.outcome, x.reason, x.row_id from ${tableOf(record)} x
      where x.workspace_id = ${scope.workspaceId} and x.import_id = ${asked.id} and x.object = ${asked.object} and x.file_i = ${asked.file} and x.row_no = ${asked.row}
        and x.outcome is not null ${asked.object === 'person' ? mayKnow(scope) : sql``}`,
  );
  if (!found) throw new Refusal('missing.import-row', 'That row is not in this import.');
  const [staged] = await stagedRows(scope, asked.id, asked.object, [{ file: asked.file, row: asked.row }]);
  const view = viewOf(record, asked.object, { ...found, fileI: asked.file, rowNo: asked.row });
  if (!staged) return { ...view, cells: [], source: record.source, externalId: null };
  const hidden = found.outcome === 'skip' && found.reason.why.some(({ code }) => code === 'erased');
  const cells = hidden
    ? []
    : await wholly(scope, async (change) => {
        const run = await newRun(change, record, { dry: true, marking: NO_MARKS, cells: true });
        const [decision] = await decideRows(newChunk(change, { ...run, member: scope.member, leftOut: new Set() }), asked.object, [staged]);
        return decision?.cells ?? [];
      });
  return { ...view, cells, source: staged.source, externalId: staged.externalId?.startsWith('sha:') ? null : staged.externalId };
}
