import { sql } from 'kysely';
import type { ChangingPlace } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { changedSince } from './changed-since.ts';

/** Organisations made by their name, and what rows named (stages, pipelines, tags, fields): gone where nothing is left that uses them. */
export async function takeWords(change: ChangingPlace, importId: string, at: string): Promise<void> {
  const made = await madeBy(change, importId);
  const organisations = made.get('organisations') ?? [];
  const records = await rowsOf(
    change.db,
    sql<{
      id: string;
      label: string;
      after: Record<string, unknown>;
    }>`select id, name as label, jsonb_build_object('name', name) as after from organisations
      where workspace_id = ${change.workspaceId} and id = any(${organisations}::uuid[]) order by id for update`,
  );
  const kept = await changedSince(change, 'organisation', records, { at, beforehand: null });
  await drop(
    change,
    'organisations',
    records.map(({ id }) => id).filter((id) => !kept.has(id)),
  );
  for (const { table, used } of WORDS) {
    const ids = made.get(table) ?? [];
    if (ids.length === 0) continue;
    const free = await rowsOf(
      change.db,
      sql<{ id: string }>`select x.id from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and x.id = any(${ids}::uuid[])
        and not exists (select from ${sql.table(used.table)} u where u.workspace_id = x.workspace_id and u.${sql.raw(used.column)} = x.id)`,
    );
    await drop(
      change,
      table,
      free.map(({ id }) => id),
    );
  }
}

const WORDS = [
  { table: 'stages', used: { table: 'deals', column: 'stage_id' } },
  { table: 'pipelines', used: { table: 'stages', column: 'pipeline_id' } },
  { table: 'tags', used: { table: 'taggings', column: 'tag_id' } },
  { table: 'custom_fields', used: { table: 'custom_values', column: 'field_id' } },
];

async function drop({ db, workspaceId }: ChangingPlace, table: string, ids: string[]): Promise<void> {
  if (ids.length > 0)
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(db);
}

async function madeBy({ db, workspaceId }: ChangingPlace, importId: string): Promise<Map<string, string[]>> {
  const found = await rowsOf(
    db,
    sql<{
      table: string;
      ids: string[];
    }>`select m.key as table, array_agg(e.id) as ids from import_rows r cross join lateral jsonb_each(r.made) as m(key, value)
      cross join lateral jsonb_array_elements_text(m.value) as e(id)
      where r.workspace_id = ${workspaceId} and r.import_id = ${importId} and m.key in ('organisations', 'stages', 'pipelines', 'tags', 'custom_fields') group by 1`,
  );
  return new Map(found.map(({ table, ids }) => [table, ids]));
}
