import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import type { ChangingPlace } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { TABLE_OF } from './changed-since.ts';
import { INSERTED } from './insert.ts';
import type { UndoRow } from './undo-row.ts';
import { updateAll } from './updates.ts';

/** Rows that hang on a record and came in with a change of it; notes are judged like records of their own. */
const PART = INSERTED.filter(
  (table) =>
    ![
      'organisations',
      'people',
      'deals',
      'notes',
      'tasks',
      'tags',
      'custom_fields',
      'pipelines',
      'stages',
      'import_rows',
      'attachment_parts',
    ].includes(table),
);

/** Columns become what they were where they are still what the import wrote; rows come last first, as they were given. */
export async function restore(change: ChangingPlace, rows: UndoRow[], object: ImportObject): Promise<void> {
  await backTo(change, TABLE_OF[object], imagesIn(rows, TABLE_OF[object], object));
  await backTo(change, 'custom_values', valuesIn(rows));
  for (const table of PART) {
    const ids = rows.flatMap(({ made }) => made?.[table] ?? []);
    if (ids.length === 0) continue;
    const owner = OWNED[table]
      ? sql`and x.${sql.raw(`${object}_id`)} = any(${rows.flatMap(({ rowId }) => (rowId ? [rowId] : []))}::uuid[])`
      : sql``;
    await sql`delete from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and x.id = any(${ids}::uuid[]) ${owner}`.execute(
      change.db,
    );
  }
}

/** What has moved to another record meanwhile (two became one) is that one's. */
const OWNED: Record<string, true> = Object.fromEntries(
  'person_emails person_phones person_links person_addresses person_dates affiliations organisation_domains deal_people taggings custom_values attachments external_ids'
    .split(' ')
    .map((table) => [table, true as const]),
);

interface Image {
  id: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

function imagesIn(rows: UndoRow[], table: string, _object: ImportObject): Image[] {
  return rows.flatMap(({ rowId, before, after }) => {
    const was = before?.[table];
    const became = after?.[table] as Record<string, unknown> | undefined;
    return rowId && was && became ? [{ id: rowId, before: was, after: became }] : [];
  });
}

function valuesIn(rows: UndoRow[]): Image[] {
  return rows.flatMap(({ before, after }) =>
    Object.entries(before?.custom_values ?? {}).map(([id, text]) => {
      const became = (after?.custom_values as Record<string, unknown> | undefined)?.[id];
      return { id, before: text as Record<string, unknown>, after: became as Record<string, unknown> };
    }),
  );
}

async function backTo(change: ChangingPlace, table: string, images: Image[]): Promise<void> {
  if (images.length === 0) return;
  const columns = [...new Set(images.flatMap(({ after }) => Object.keys(after)))];
  const now = await columnsNow(change, table, [...new Set(images.map(({ id }) => id))], columns);
  const written = await asWritten(change, table, images);
  const next = new Map<string, Record<string, unknown>>();
  for (const [i, { id, before, after }] of images.entries()) {
    const current = now.get(id);
    if (!current) continue;
    for (const column of Object.keys(after)) {
      // Compared as the database writes it: a number, a moment or a list has more than one spelling.
      if (current[column] !== written[i]?.[column]) continue;
      next.set(id, { ...next.get(id), [column]: before[column] ?? null });
      current[column] = written[i + images.length]?.[column] ?? null;
    }
  }
  await updateAll(
    change,
    table,
    [...next].map(([id, values]) => ({ id, columns: values })),
  );
}

async function columnsNow(
  { db, workspaceId }: ChangingPlace,
  table: string,
  ids: string[],
  columns: string[],
): Promise<Map<string, Record<string, string | null>>> {
  const texts = sql.raw(columns.map((column) => `'${column}', x.${column}::text`).join(', '));
  const found = await rowsOf(
    db,
    sql<{ id: string; now: Record<string, string | null> }>`select x.id, json_build_object(${texts}) as now from ${sql.table(table)} x
      where x.workspace_id = ${workspaceId} and x.id = any(${ids}::uuid[]) order by x.id for update`,
  );
  return new Map(found.map(({ id, now }) => [id, now]));
}

/** The images as this table would write them: first what they became, then what they were. */
async function asWritten({ db }: ChangingPlace, table: string, images: Image[]): Promise<Record<string, string | null>[]> {
  const columns = [...new Set(images.flatMap(({ after }) => Object.keys(after)))];
  const texts = sql.raw(columns.map((column) => `'${column}', n.${column}::text`).join(', '));
  const all = [...images.map(({ after }) => after), ...images.map(({ before }) => before)];
  const found = await rowsOf(
    db,
    sql<{ written: Record<string, string | null> }>`select json_build_object(${texts}) as written
      from rows from (json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(all)}::json)) with ordinality n order by n.ordinality`,
  );
  return found.map(({ written }) => written);
}
