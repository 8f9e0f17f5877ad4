import { sql } from 'kysely';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';

/** What is kept to take things back (merges, changes to many, imports and their files) would bring them back: it goes, for whoever has one of these ids. */
export async function takeMeansBack(
  { db, workspaceId: w }: Change,
  ids: string[],
): Promise<{ merges: number; bulk_changes: number; imports: number }> {
  const mentions = sql`any(${ids.map((id) => `%${id}%`)}::text[])`;
  const merges = await rowsOf(
    db,
    sql<{
      id: string;
    }>`delete from merges where workspace_id = ${w} and (kept_id = any(${ids}::uuid[]) or gone_id = any(${ids}::uuid[]) or before::text like ${mentions}) returning id`,
  );
  const bulk = await rowsOf(
    db,
    sql<{
      id: string;
    }>`delete from bulk_changes where workspace_id = ${w} and (before::text like ${mentions} or change::text like ${mentions}) returning id`,
  );
  const imports = await rowsOf(
    db,
    sql<{ importId: string }>`update import_rows set label = '', reason = '[]', made = null, before = null, after = null
      where workspace_id = ${w} and (row_id = any(${ids}::uuid[]) or made::text like ${mentions} or before::text like ${mentions} or after::text like ${mentions}) returning import_id`,
  );
  const touched = [...new Set(imports.map(({ importId }) => importId))];
  await sql`delete from import_parts p using import_files f where p.workspace_id = ${w} and f.workspace_id = ${w} and f.id = p.file_id and f.import_id = any(${touched}::uuid[])`.execute(
    db,
  );
  await sql`delete from import_staged where workspace_id = ${w} and import_id = any(${touched}::uuid[])`.execute(db);
  return { merges: merges.length, bulk_changes: bulk.length, imports: touched.length };
}
