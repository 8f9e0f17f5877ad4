import { sql } from 'kysely';
import { IMPORT_OBJECTS, type ImportObject } from '#model/import.ts';
import type { ImportUndoLook } from '#model/import-pages.ts';
import type { Scope } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { changedSince, TABLE_OF } from './changed-since.ts';
import { importOf } from './find.ts';

const CHUNK = 5000;
const SHOWN = 100;

interface Made {
  fileI: number;
  rowNo: number;
  label: string;
  id: string;
  after: Record<string, unknown> | null;
}

/** What was changed since and would stay: the first hundred of them, and how many. @throws Refusal `missing.import`. */
export async function lookAtUndo(scope: Scope, importId: string): Promise<ImportUndoLook> {
  const record = await importOf(scope, importId);
  const look: ImportUndoLook = { kept: [], keptInAll: 0, gone: 0, restored: 0 };
  if (!record.startedAt || record.undoneAt) return look;
  for (const object of IMPORT_OBJECTS) {
    const later = await laterWords(scope, importId, object);
    for (let after = { fileI: -1, rowNo: 0 }; ; ) {
      const made = await rowsOf(
        scope.db,
        sql<Made>`select r.file_i, r.row_no, r.label, r.row_id as id, r.after from import_rows r
          where r.workspace_id = ${scope.workspaceId} and r.import_id = ${importId} and r.object = ${object} and r.outcome = 'create' and r.row_id is not null
            and r.undone_at is null and (r.file_i, r.row_no) > (${after.fileI}, ${after.rowNo}) order by r.file_i, r.row_no limit ${CHUNK}`,
      );
      const last = made.at(-1);
      if (!last) break;
      after = last;
      const written = made.map((one) => ({ ...one, after: { ...one.after, ...later.get(one.id) } }));
      const changed = await changedSince(scope, object, written, { at: record.startedAt, beforehand: importId });
      look.keptInAll += changed.size;
      look.gone += made.length - changed.size;
      for (const { id, label } of made) {
        const why = changed.get(id);
        if (why && look.kept.length < SHOWN) look.kept.push({ object, id, label, why });
      }
    }
  }
  const restored = await rowsOf(
    scope.db,
    sql<{
      n: number;
    }>`select count(*)::int as n from import_rows where workspace_id = ${scope.workspaceId} and import_id = ${importId} and outcome = 'update'`,
  );
  return { ...look, restored: restored[0]?.n ?? 0 };
}

/** What later rows of the same import made of records that earlier rows had made. */
async function laterWords(
  { db, workspaceId }: Scope,
  importId: string,
  object: ImportObject,
): Promise<Map<string, Record<string, unknown>>> {
  const found = await rowsOf(
    db,
    sql<{
      id: string;
      after: Record<string, unknown>;
    }>`select u.row_id as id, u.after->${TABLE_OF[object]}::text as after from import_rows u
      where u.workspace_id = ${workspaceId} and u.import_id = ${importId} and u.object = ${object} and u.outcome = 'update' and u.after is not null
        and u.row_id in (select c.row_id from import_rows c where c.workspace_id = u.workspace_id and c.import_id = u.import_id and c.object = u.object and c.outcome = 'create')
      order by u.file_i, u.row_no`,
  );
  const words = new Map<string, Record<string, unknown>>();
  for (const { id, after } of found) words.set(id, { ...words.get(id), ...after });
  return words;
}
