/** Rows as they were before a merge and as it left them, so that it can be taken back. Values are PostgreSQL's own JSON, as text: no number is rounded on its way. */
import { type RawBuilder, sql } from 'kysely';
import { writtenColumns } from '../columns.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';

export interface Images {
  moved: { table: string; column: string; ids: string[] }[];
  removed: { table: string; row: string }[];
  changed: { table: string; id: string; before: Record<string, string>; after: Record<string, string> }[];
  added: { table: string; id: string }[];
}

export function noImages(): Images {
  return { moved: [], removed: [], changed: [], added: [] };
}

/** Remove the rows of which `where` is true (the alias is x), keeping what they were. */
export async function removeRows(change: Change, images: Images, table: string, where: RawBuilder<unknown>): Promise<void> {
  const rows = await rowsOf(
    change.db,
    sql<{
      row: string;
    }>`delete from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and ${where} returning to_jsonb(x)::text as row`,
  );
  images.removed.push(...rows.map(({ row }) => ({ table, row })));
}

export async function moveRows(
  change: Change,
  images: Images,
  { table, column, from, to }: { table: string; column: string; from: string; to: string },
): Promise<void> {
  const rows = await rowsOf(
    change.db,
    sql<{
      id: string;
    }>`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where workspace_id = ${change.workspaceId} and ${sql.ref(column)} = ${from}
      returning id`,
  );
  if (rows.length > 0) images.moved.push({ table, column, ids: rows.map(({ id }) => id) });
}

/** Set columns of a row to what SQL says of it (the alias is x); only what changes is kept. */
export async function changeRow(
  change: Change,
  images: Images,
  { table, id, set }: { table: string; id: string; set: Record<string, RawBuilder<unknown>> },
): Promise<void> {
  const columns = Object.keys(set);
  const [before, after] = [await columnsOf(change, table, id, columns), await changed()];
  const differ = columns.filter((column) => before[column] !== after[column]);
  if (differ.length === 0) return;
  const of = (values: Record<string, string>) => Object.fromEntries(differ.map((column) => [column, values[column] ?? 'null']));
  images.changed.push({ table, id, before: of(before), after: of(after) });

  async function changed(): Promise<Record<string, string>> {
    const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${set[column]}`));
    await sql`update ${sql.table(table)} x set ${sets} where x.workspace_id = ${change.workspaceId} and x.id = ${id}`.execute(change.db);
    return columnsOf(change, table, id, columns);
  }
}

async function columnsOf(change: Change, table: string, id: string, columns: string[]): Promise<Record<string, string>> {
  const rows = await rowsOf(
    change.db,
    sql<{
      name: string;
      value: string;
    }>`select n.name, coalesce((to_jsonb(x)->n.name)::text, 'null') as value from ${sql.table(table)} x, unnest(${columns}::text[]) as n(name)
      where x.workspace_id = ${change.workspaceId} and x.id = ${id}`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** What could not be put back, because somebody has changed it since: the table and its columns. */
export interface Since {
  table: string;
  columns: string[];
}

/** Put everything back that is still as the merge left it; `kept` and `gone` are whom rows were moved between. What is not stays, and is told. */
export async function putBack(change: Change, images: Images, { kept, gone }: { kept: string; gone: string }): Promise<Since[]> {
  const since: Since[] = [];
  for (const { table, id } of images.added) {
    // A name that means somebody else by now stays.
    const still = table === 'aliases' ? sql`and x.person_id = ${kept}` : sql``;
    await sql`delete from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and x.id = ${id} ${still}`.execute(change.db);
  }
  // The person goes first: all others stand on them.
  const people = images.removed.filter(({ table }) => table === 'people');
  for (const { row } of people) await putRow(change, 'people', row);
  for (const one of images.changed.toReversed()) since.push(...(await changeBack(change, one)));
  for (const { table, column, ids } of images.moved)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${gone}
      where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[]) and ${sql.ref(column)} = ${kept}`.execute(change.db);
  for (const { table, row } of images.removed) if (table !== 'people') await putRow(change, table, row);
  return since;
}

async function changeBack(change: Change, { table, id, before, after }: Images['changed'][number]): Promise<Since[]> {
  const columns = Object.keys(after);
  const now = await columnsOf(change, table, id, columns);
  const [same, other] = [
    columns.filter((column) => now[column] === after[column]),
    columns.filter((column) => now[column] !== after[column]),
  ];
  const row = `{${same.map((column) => `${JSON.stringify(column)}: ${before[column]}`).join(',')}}`;
  if (same.length > 0)
    await sql`update ${sql.table(table)} x set ${sql.join(same.map((column) => sql`${sql.ref(column)} = ${sql.ref(`n.${column}`)}`))}
      from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb) n where x.workspace_id = ${change.workspaceId} and x.id = ${id}`.execute(
      change.db,
    );
  return other.length > 0 && Object.keys(now).length > 0 ? [{ table, columns: other }] : [];
}

/** A row as it was, unless its like has come since or what it stands on has gone. */
async function putRow(change: Change, table: string, row: string): Promise<void> {
  const columns = await writtenColumns(change.db, table);
  const parents = await rowsOf(
    change.db,
    sql<{ column: string; parent: string }>`select a.attname::text as column, t.relname::text as parent from pg_constraint f
      join pg_class t on t.oid = f.confrelid join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[2]
      where f.conrelid = ${table}::regclass and f.contype = 'f'`,
  );
  const stands = parents.map(
    ({ column, parent }) => sql`and (n.${sql.ref(column)} is null or exists (select from ${sql.table(parent)} y
      where y.workspace_id = n.workspace_id and y.id = n.${sql.ref(column)}))`,
  );
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb) n
    where n.workspace_id = ${change.workspaceId} ${sql.join(stands, sql` `)} on conflict do nothing`.execute(change.db);
}
