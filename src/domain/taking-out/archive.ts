import { sql } from 'kysely';
import { csvLine } from '#model/csv.ts';
import { IMPORT_OBJECTS, type ImportObject } from '#model/import.ts';
import { remember } from '../audit.ts';
import type { Change } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { CSV_COLUMNS } from './columns.ts';
import { KEPT, LEFT_COLUMNS, STAYS } from './kept.ts';
import { recordsOf } from './records.ts';
import { rowsSlowly } from './rows.ts';

/** A file of the archive; its pieces are made when they are asked for, one entry after another. */
export interface Entry {
  path: string;
  pieces(): AsyncIterable<string | Uint8Array>;
}

const FILES: Record<ImportObject, string> = {
  organisation: 'organisations',
  person: 'people',
  deal: 'deals',
  note: 'notes',
  task: 'tasks',
};

/**
 * Everything this member may read, as the files of one archive: five tables that other programs know, every table as it is kept (CSV and JSON Lines), and the bytes of
 * files and attachments. The change must be one REPEATABLE READ transaction that stays open until the last piece is taken; it is written in the trail.
 */
export async function everythingOf(change: Change): Promise<Entry[]> {
  await remember(change, { action: 'workspace.taken-out', about: 'workspace', id: change.workspaceId });
  const columns = await columnsOf(change);
  return [
    { path: 'README.txt', pieces: () => once(readme(change)) },
    ...IMPORT_OBJECTS.flatMap((object) => [
      { path: `${FILES[object]}.csv`, pieces: () => friendly(change, object) },
      { path: `${FILES[object]}.jsonl`, pieces: () => records(change, object) },
    ]),
    ...Object.keys(KEPT).flatMap((table) => [
      { path: `all/${table}.csv`, pieces: () => table_(change, table, columns.get(table) ?? [], 'csv') },
      { path: `all/${table}.jsonl`, pieces: () => table_(change, table, columns.get(table) ?? [], 'jsonl') },
    ]),
    ...(await bytesOf(change, 'files')),
    ...(await bytesOf(change, 'attachments')),
  ];
}

// Excel takes a file for UTF-8 only by this mark.
const MARK = '\uFEFF';

async function* friendly(change: Change, object: ImportObject): AsyncGenerator<string> {
  const columns = CSV_COLUMNS[object];
  yield MARK + csvLine(columns.map(([header]) => header));
  for await (const { record } of rowsSlowly(change, recordsOf(change, object))) yield csvLine(columns.map(([, of]) => of(record)));
}

async function* records(change: Change, object: ImportObject): AsyncGenerator<string> {
  for await (const { record } of rowsSlowly(change, recordsOf(change, object))) yield `${JSON.stringify(record)}\n`;
}

async function* table_(change: Change, table: string, columns: string[], as: 'csv' | 'jsonl'): AsyncGenerator<string> {
  const which = KEPT[table];
  if (!which) throw new Error(`nobody said who may read ${table}`);
  if (as === 'csv') yield MARK + csvLine(columns);
  const query = sql<{
    row: Record<string, unknown>;
  }>`select to_jsonb(x) as row from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and ${which(change)}`;
  for await (const { row } of rowsSlowly(change, query))
    yield as === 'csv'
      ? csvLine(columns.map((column) => row[column]))
      : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])))}\n`;
}

async function bytesOf(change: Change, table: 'files' | 'attachments'): Promise<Entry[]> {
  const which = KEPT[table];
  if (!which) throw new Error(`nobody said who may read ${table}`);
  const rows = await rowsOf(
    change.db,
    sql<{
      id: string;
      name: string;
    }>`select x.id, x.name from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and ${which(change)} order by x.id`,
  );
  const [parts, key] = table === 'files' ? ['file_parts', 'file_id'] : ['attachment_parts', 'attachment_id'];
  return rows.map(({ id, name }) => ({
    path: `${table}/${id} ${name.replace(/[^\p{L}\p{N} ._-]+/gu, '_').slice(-100)}`,
    async *pieces() {
      for (let i = 0; ; i++) {
        const part = await firstOf(
          change.db,
          sql<{
            bytes: Uint8Array;
          }>`select bytes from ${sql.table(parts ?? '')} where workspace_id = ${change.workspaceId} and ${sql.ref(key ?? '')} = ${id} and i = ${i}`,
        );
        if (!part) return;
        yield part.bytes;
      }
    },
  }));
}

async function columnsOf({ db }: Change): Promise<Map<string, string[]>> {
  const rows = await rowsOf(
    db,
    sql<{
      table: string;
      columns: string[];
    }>`select table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
      from information_schema.columns where table_schema = current_schema() and data_type not in ('bytea', 'tsvector') group by table_name`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns.filter((column) => !LEFT_COLUMNS.has(column))]));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function readme({ now, member }: Change): string {
  const stays = Object.entries(STAYS).map(([table, why]) => `  ${table}: ${why}`);
  return [
    'Everything that Heed keeps for this workspace',
    `Taken out ${now} by ${member.name}. Private notes, conversations and files of other members are not in it.`,
    '',
    'people, organisations, deals, notes, tasks (.csv)',
    '  For any other program: one line a record, UTF-8, comma separated. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    'people, organisations, deals, notes, tasks (.jsonl)',
    '  The same with everything in it, one JSON record a line. Another Heed takes this archive in as it is (People, Move in).',
    'all/',
    '  Every table as it is kept, as CSV and as JSON Lines. Times are ISO 8601; ids tie the tables together: person_id is the id of a line in people.',
    'files/ and attachments/',
    '  What was brought in and attached, byte for byte, named by its id.',
    '',
    'Not in it:',
    ...stays,
    '',
  ].join('\r\n');
}
