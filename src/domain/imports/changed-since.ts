import { sql } from 'kysely';
import type { ImportObject, ImportReason } from '#model/import.ts';
import type { Place } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { CHANGED } from './updates.ts';

/** A record that an import made, with what it wrote there. */
export interface MadeRecord {
  id: string;
  label: string;
  after: Record<string, unknown> | null;
}

export const TABLE_OF: Record<ImportObject, string> = {
  organisation: 'organisations',
  person: 'people',
  deal: 'deals',
  note: 'notes',
  task: 'tasks',
};

const EVERY = 'taggings custom_values external_ids attachments';
/** Rows that go with a record, as far as the import wrote them: all of one import carry one moment. */
const PARTS: Record<ImportObject, Set<string>> = {
  organisation: new Set(`${EVERY} organisation_domains`.split(' ')),
  person: new Set(`${EVERY} person_emails person_phones person_links person_addresses person_dates affiliations`.split(' ')),
  deal: new Set(`${EVERY} deal_people`.split(' ')),
  note: new Set(['external_ids', 'attachments']),
  task: new Set(['external_ids']),
};
/** With them goes what the import made beside them: asked about beforehand, when it is all still there. */
const BESIDE = new Set('deals notes tasks ties organisations affiliations deal_people'.split(' '));
/** Found by Heed itself, not written by anybody. */
const OURS = new Set(['duplicate_pairs']);

/**
 * Which of these were changed since by somebody: a column is other than it was written, or something that the import did not make hangs on them.
 * `at` is the moment of the import; `beforehand`, the id of the import, also lets pass what it made and will
 * take back itself.
 */
export async function changedSince(
  place: Place,
  object: ImportObject,
  records: MadeRecord[],
  { at, beforehand }: { at: string; beforehand: string | null },
): Promise<Map<string, ImportReason>> {
  const changed = new Map<string, ImportReason>();
  if (records.length === 0) return changed;
  const ids = records.map(({ id }) => id);
  for (const { table, column } of await hangingOn(place, TABLE_OF[object])) {
    // Whom a note is with goes with it; a member who writes in it leaves their mark on the note itself.
    if (OURS.has(table) || (object === 'note' && table === 'note_links')) continue;
    const own = PARTS[object].has(table) || (beforehand !== null && BESIDE.has(table));
    const when = sql.raw(table === 'custom_values' ? 'changed_at' : 'created_at');
    const notOwn = own ? sql`and x.${when} <> ${at}::timestamptz` : beforehand && table === 'note_links' ? notOfImport(at) : sql``;
    const found = await rowsOf(
      place.db,
      sql<{ id: string }>`select distinct x.${sql.raw(column)} as id from ${sql.table(table)} x
        where ${beforehand !== null && PULLED.has(table) ? notPulled(place, beforehand) : sql``} x.workspace_id = ${place.workspaceId} and x.${sql.raw(column)} = any(${ids}::uuid[]) ${notOwn}`,
    );
    for (const { id } of found) changed.set(id, { code: 'kept-tied', params: { what: table } });
  }
  for (const id of await otherColumns(place, object, records)) changed.set(id, { code: 'kept-changed' });
  if (object === 'person') for (const id of await mergedSince(place, ids)) changed.set(id, { code: 'kept-changed' });
  return changed;
}

/** Somebody two records became one in: what the other brought would go with them, and what is kept to part them again would lead nowhere. */
async function mergedSince({ db, workspaceId }: Place, ids: string[]): Promise<string[]> {
  const found = await rowsOf(
    db,
    sql<{ id: string }>`select distinct kept_id as id from merges
      where workspace_id = ${workspaceId} and kept_id = any(${ids}::uuid[]) and undone_at is null`,
  );
  return found.map(({ id }) => id);
}

/** Records of before that this import tied to what it made: taking it back unties them. */
const PULLED = new Set(['organisations', 'deals']);
function notPulled({ workspaceId }: Place, importId: string) {
  return sql`x.id not in (select r.row_id from import_rows r where r.workspace_id = ${workspaceId} and r.import_id = ${importId} and r.row_id is not null
    and (r.made ? 'parent' or r.after->'deals' ? 'organisation_id' or r.after->'deals' ? 'stage_id')) and`;
}

function notOfImport(at: string) {
  return sql`and not exists (select from notes n where n.workspace_id = x.workspace_id and n.id = x.note_id and n.created_at = ${at}::timestamptz)`;
}

/** Every column of every table that points to this one, as the database knows them: a table of later days is seen too. */
async function hangingOn({ db }: Place, table: string): Promise<{ table: string; column: string }[]> {
  return rowsOf(
    db,
    sql<{ table: string; column: string }>`select c.conrelid::regclass::text as table, a.attname as column
      from pg_constraint c cross join unnest(c.conkey, c.confkey) as k(own, other)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other and b.attname = 'id'
      where c.contype = 'f' and c.confrelid = ${table}::regclass order by 1, 2`,
  );
}

const OTHERWISE: Record<ImportObject, string[]> = {
  organisation: [],
  person: ['private_to', 'closeness', 'zone', 'locale', 'prefers', 'prefers_note', 'hero_finding_id'],
  deal: ['removed_at'],
  note: ['changed_at', 'removed_at', 'private_to'],
  task: ['done_by', 'removed_at'],
};

/** Records of which a column is not what the import wrote; what it did not write has to be empty. */
async function otherColumns(place: Place, object: ImportObject, records: MadeRecord[]): Promise<string[]> {
  const table = TABLE_OF[object];
  const written =
    object === 'note' ? [] : (CHANGED[table] ?? []).filter((column) => column !== 'match_key' && column !== 'do_not_contact_by');
  const columns = [...written, ...OTHERWISE[object]];
  if (columns.length === 0) return [];
  const expected = records.map(({ id, after }) => ({ ...(object === 'note' ? {} : after), id }));
  const differs = columns.map((column) => `${emptied(column)('x')} is distinct from ${emptied(column)('n')}`).join(' or ');
  const found = await rowsOf(
    place.db,
    sql<{
      id: string;
    }>`select x.id from ${sql.table(table)} x join json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(expected)}::json) n on n.id = x.id
      where x.workspace_id = ${place.workspaceId} and (${sql.raw(differs)})`,
  );
  return found.map(({ id }) => id);
}

function emptied(column: string): (table: string) => string {
  if (column === 'kinds') return (table) => `coalesce(${table}.${column}, '{}')`;
  return (table) => `nullif(${table}.${column}::text, '')`;
}
