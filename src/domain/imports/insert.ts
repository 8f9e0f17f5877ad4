import { sql } from 'kysely';
import { copyInto, type Db } from '#db/pool.ts';
import { copiedRows } from './copied.ts';

/** Rows that wait to be written, by table: keys are columns. What a table does not name has its default. */
export type Inserts = Map<string, Record<string, unknown>[]>;

/** Columns of each table that an import writes, in the order in which tables hang on each other. */
const COLUMNS: Record<string, string> = {
  organisations: 'id name match_key about website phone place country industry owner_id created_at created_by',
  organisation_domains: 'id organisation_id domain created_at',
  people:
    'id name given_name family_name nickname pronouns role_title lives_in kinds match_key owner_id do_not_contact_at do_not_contact_by do_not_contact_why photo_id created_at created_by',
  person_emails: 'id person_id email match_email label place created_at',
  person_phones: 'id person_id phone e164 label place created_at',
  person_links: 'id person_id url match_url label created_at',
  person_addresses: 'id person_id label street place region postcode country created_at',
  person_dates: 'id person_id kind label month day year created_at created_by',
  affiliations: 'id person_id organisation_id role_title created_at',
  pipelines: 'id name place created_at created_by',
  stages: 'id pipeline_id name place created_at created_by',
  deals:
    'id title stage_id organisation_id owner_id amount currency close_on next_step about won_at lost_at ended_why moved_at created_at created_by',
  deal_people: 'id deal_id person_id created_at',
  tasks: 'id what about due_on person_id organisation_id deal_id owner_id done_at done_by created_at created_by',
  notes: 'id kind title body happened_at created_at created_by',
  note_links: 'id note_id person_id organisation_id deal_id happened_at',
  tags: 'id name created_at created_by',
  taggings: 'id tag_id person_id organisation_id deal_id created_at created_by',
  custom_fields: 'id about label kind place created_at created_by',
  custom_values: 'id field_id person_id organisation_id deal_id text_value number_value date_value changed_at changed_by',
  attachments: 'id name type size sha256 person_id created_at created_by',
  attachment_parts: 'attachment_id i bytes',
  ties: 'id from_id to_id kind created_at created_by',
  external_ids: 'id source object external_id person_id organisation_id deal_id note_id task_id created_at',
  duplicate_pairs: 'id one_id other_id score why found_at',
  import_rows: 'import_id object file_i row_no outcome label reason row_id made before after',
};

export const INSERTED = Object.keys(COLUMNS);

export function addTo(inserts: Inserts, table: string, row: Record<string, unknown>): void {
  const rows = inserts.get(table);
  if (rows) rows.push(row);
  else inserts.set(table, [row]);
}

/**
 * All of it, by COPY, a table after another. Where another put in the same meanwhile (an address, an id) theirs stays: then all of it goes in once more by
 * statements that leave such rows out.
 */
export async function insertAll(place: { db: Db; workspaceId: string }, inserts: Inserts): Promise<void> {
  if (inserts.size === 0) return;
  const { db } = place;
  await sql`savepoint before_copy`.execute(db);
  try {
    for (const { table, columns, rows } of present(inserts)) {
      const written = copiedRows(rows, { columns, first: place.workspaceId, otherwise: OF_DEFAULT });
      await copyInto(db, { table, columns: ['workspace_id', ...columns], rows: written });
    }
    await sql`release savepoint before_copy`.execute(db);
  } catch (problem) {
    if ((problem as { code?: string }).code !== UNIQUE_VIOLATION) throw problem;
    await sql`rollback to savepoint before_copy`.execute(db);
    await insertFree(place, inserts);
  }
}

const UNIQUE_VIOLATION = '23505';

async function insertFree({ db, workspaceId }: { db: Db; workspaceId: string }, inserts: Inserts): Promise<void> {
  for (const { table, columns, rows } of present(inserts)) {
    const named = sql.raw(columns.join(', '));
    const read = sql.raw(columns.map((column) => filled(column, column)).join(', '));
    await sql`insert into ${sql.table(table)} (workspace_id, ${named})
      select ${workspaceId}::uuid, ${read} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) on conflict do nothing`.execute(
      db,
    );
  }
}

/** Tables in their order, each with the columns that some row gives. */
function* present(inserts: Inserts): Iterable<{ table: string; columns: string[]; rows: Record<string, unknown>[] }> {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const rows = inserts.get(table);
    if (rows && rows.length > 0)
      yield { table, columns: columns.split(' ').filter((column) => rows.some((row) => row[column] !== undefined)), rows };
  }
}

/** What is read into a column: of those that are never empty, what they are when nothing is given. */
export function filled(column: string, read: string): string {
  const otherwise = OF_DEFAULT.get(column);
  return otherwise === undefined ? read : `coalesce(${read}, '${otherwise}')`;
}

/** Columns that some rows leave out and others give: what they are then. */
const OF_DEFAULT = new Map([
  ...'given_name family_name nickname role_title lives_in do_not_contact_why about website phone industry country label street region postcode next_step ended_why title body match_key'
    .split(' ')
    .map((column) => [column, ''] as const),
  ['kinds', '{}'] as const,
]);
