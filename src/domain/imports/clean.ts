import { sql } from 'kysely';
import { importUndoUntil } from '#model/import-pages.ts';
import { type Place, wholly } from '../scope.ts';
import { importOf } from './find.ts';

/** When it cannot be taken back any more: the bytes and what was there before go; what became of each row stays, and what was decided. */
export async function cleanImport(place: Place, importId: string): Promise<void> {
  await wholly(place, async (change) => {
    const record = await importOf(change, importId, 'lock');
    if (!record.doneAt || importUndoUntil(record, place.now) || (record.undoingAt && !record.undoneAt)) return;
    await sql`delete from import_parts p using import_files f where p.workspace_id = ${place.workspaceId} and f.workspace_id = p.workspace_id and f.id = p.file_id
      and f.import_id = ${importId}`.execute(change.db);
    await sql`delete from import_staged where workspace_id = ${place.workspaceId} and import_id = ${importId}`.execute(change.db);
    await sql`update import_rows set before = null, after = null, made = null
      where workspace_id = ${place.workspaceId} and import_id = ${importId} and (before is not null or after is not null or made is not null)`.execute(
      change.db,
    );
  });
}
