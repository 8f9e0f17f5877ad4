import { sql } from 'kysely';
import type { ImportOptions, LookedFile } from '#model/import.ts';
import type { Refusal } from '#model/refusal.ts';
import { type Place, wholly } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { importOf, markImport, merged } from './find.ts';

export interface DroppedFile {
  id: string;
  i: number;
  name: string;
  size: number;
}

/** The files of an import whose bytes are here. */
export async function droppedFiles({ db, workspaceId }: Place, importId: string): Promise<DroppedFile[]> {
  return rowsOf(
    db,
    sql<DroppedFile>`select id, i, name, size from import_files where workspace_id = ${workspaceId} and import_id = ${importId} and removed_at is null order by i`,
  );
}

/** What a member says of the files by hand is part of what they are. */
function asAnswered(files: LookedFile[], { objects, columns, dates }: ImportOptions): LookedFile[] {
  return files.map((file) => {
    const object = objects?.[file.i];
    const mapping = columns?.[file.i];
    const order = dates?.[file.i];
    return {
      ...file,
      ...(object && { object }),
      ...(mapping &&
        file.columns && { columns: file.columns.map((column) => ({ ...column, field: mapping[column.header] ?? column.field })) }),
      ...(order && file.dates && { dates: { ...file.dates, order } }),
    };
  });
}

/** Keep what the files were recognised as, unless other files came meanwhile: then the look that waits is the one that counts. */
export async function keepLook(
  place: Place,
  importId: string,
  { dropped, files }: { dropped: DroppedFile[]; files: LookedFile[] },
): Promise<void> {
  await wholly(place, async (change) => {
    const record = await importOf(change, importId, 'lock');
    if (record.startedAt) return;
    const now = await droppedFiles(change, importId);
    if (now.map(({ id }) => id).join() !== dropped.map(({ id }) => id).join()) return;
    const known = asAnswered(files, record.options);
    const source =
      known.find((file) => file.source && file.source !== 'csv' && file.object)?.source ?? known.find((file) => file.source)?.source ?? '';
    await sql`delete from import_staged where workspace_id = ${place.workspaceId} and import_id = ${importId}`.execute(change.db);
    await markImport(
      change,
      importId,
      sql`looked_at = ${new Date().toISOString()}, source = ${source}, tally = '{}', tried_at = null, ${merged('looked', { files: known })}`,
    );
  });
}

/** It went wrong in a way that a person can read. */
export async function failImport(place: Place, importId: string, why: Pick<Refusal, 'message'>): Promise<void> {
  await markImport(
    place,
    importId,
    sql`failed_at = ${new Date().toISOString()}, failed_why = ${why.message}, ${merged('progress', { trying: null })}`,
  );
}
