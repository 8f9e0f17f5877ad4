import { sql } from 'kysely';
import { writtenColumns } from '../columns.ts';
import type { Change } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';

/** Rows that hang on an organisation alone and may meet their like on another: kept whole, so that they can be put back as they were. */
const OWN = ['organisation_domains', 'affiliations', 'taggings', 'custom_values', 'external_ids'] as const;
/** Rows that only point to an organisation: which they were is enough. */
export const POINTING = ['deals', 'tasks', 'note_links', 'attachments'] as const;

type Row = Record<string, unknown> & { id: string };

/** What was there before two organisations became one, or one went: everything needed to make it so again. */
export interface Before {
  /** The one that goes, and the one that stays (none when it only went). */
  gone: Row;
  kept: Row | null;
  /** Of both, whole rows by table. */
  own: Record<string, Row[]>;
  /** Of the one that goes, ids by table; `organisations` are its parts. */
  pointing: Record<string, string[]>;
}

export async function lookBefore(change: Change, goneId: string, keptId: string | null): Promise<Before> {
  const before: Before = { gone: await rowOf(change, goneId), kept: keptId ? await rowOf(change, keptId) : null, own: {}, pointing: {} };
  const ids = keptId ? [goneId, keptId] : [goneId];
  for (const table of OWN)
    before.own[table] = (
      await rowsOf(
        change.db,
        sql<{
          row: Row;
        }>`select to_jsonb(t) as row from ${sql.table(table)} t where workspace_id = ${change.workspaceId} and organisation_id = any(${ids}::uuid[]) order by id`,
      )
    ).map(({ row }) => row);
  for (const table of POINTING) before.pointing[table] = await idsOf(change, table, 'organisation_id', goneId);
  before.pointing.organisations = await idsOf(change, 'organisations', 'parent_id', goneId);
  return before;
}

async function rowOf({ db, workspaceId }: Change, id: string): Promise<Row> {
  const found = await firstOf(
    db,
    sql<{ row: Row }>`select to_jsonb(o) as row from organisations o where workspace_id = ${workspaceId} and id = ${id}`,
  );
  if (!found) throw new Error('an organisation that was just seen is gone');
  return found.row;
}

async function idsOf({ db, workspaceId }: Change, table: string, column: string, id: string): Promise<string[]> {
  const found = await rowsOf(
    db,
    sql<{ id: string }>`select id from ${sql.table(table)} where workspace_id = ${workspaceId} and ${sql.ref(column)} = ${id} order by id`,
  );
  return found.map((row) => row.id);
}

/** What hung on the one that went hangs on it again, as it was; people and tags that were taken away since stay away. */
export async function makeAgain(change: Change, before: Before): Promise<void> {
  const { db, workspaceId } = change;
  const parent = sql<{
    id: string;
  }>`select id from organisations where workspace_id = ${workspaceId} and id = ${before.gone.parent_id ?? null}::uuid`;
  const gone = { ...before.gone, parent_id: (await firstOf(db, parent))?.id ?? null };
  const columns = await writtenColumns(db, 'organisations');
  await sql`insert into organisations (${columns}) select ${columns} from jsonb_populate_record(null::organisations, ${JSON.stringify(gone)}::jsonb)`.execute(
    db,
  );
  for (const table of OWN) {
    const rows = before.own[table] ?? [];
    const ids = rows.map(({ id }) => id);
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(db);
    const written = await writtenColumns(db, table);
    await sql`insert into ${sql.table(table)} (${written}) select ${written} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r
      where r.workspace_id = ${workspaceId} ${STILL[table] ?? sql``} on conflict do nothing`.execute(db);
  }
  for (const table of POINTING)
    await sql`update ${sql.table(table)} set organisation_id = ${before.gone.id} where workspace_id = ${workspaceId}
      and id = any(${before.pointing[table] ?? []}::uuid[]) and organisation_id is not distinct from ${before.kept?.id ?? null}::uuid`.execute(
      db,
    );
  await sql`update organisations set parent_id = ${before.gone.id} where workspace_id = ${workspaceId}
    and id = any(${before.pointing.organisations ?? []}::uuid[])`.execute(db);
}

const STILL: Record<string, ReturnType<typeof sql>> = {
  affiliations: sql`and exists (select from people p where p.workspace_id = r.workspace_id and p.id = r.person_id)`,
  taggings: sql`and exists (select from tags t where t.workspace_id = r.workspace_id and t.id = r.tag_id)`,
  custom_values: sql`and exists (select from custom_fields f where f.workspace_id = r.workspace_id and f.id = r.field_id)
    and (r.person_value is null or exists (select from people p where p.workspace_id = r.workspace_id and p.id = r.person_value))`,
};
