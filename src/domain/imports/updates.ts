import { sql } from 'kysely';
import type { ChangingPlace } from '../scope.ts';
import { filled } from './insert.ts';
import type { Chunk } from './run.ts';

/** Columns of what is there already that an import may write. */
export const CHANGED: Record<string, string[]> = {
  people:
    'name given_name family_name nickname pronouns role_title lives_in kinds match_key owner_id do_not_contact_at do_not_contact_by do_not_contact_why photo_id'.split(
      ' ',
    ),
  organisations: 'name about website phone place country industry owner_id match_key'.split(' '),
  deals: 'title stage_id organisation_id owner_id amount currency close_on next_step about won_at lost_at ended_why'.split(' '),
  notes: 'title body'.split(' '),
  tasks: 'what about due_on done_at owner_id'.split(' '),
  custom_values: 'text_value number_value date_value changed_at changed_by'.split(' '),
};

export async function writeUpdates({ place, updates }: Chunk): Promise<void> {
  for (const [table, rows] of updates)
    await updateAll(
      place,
      table,
      [...rows].map(([id, columns]) => ({ id, columns })),
    );
}

/** Each row its own columns: those that a row does not name stay as they are. One statement for all that change the same columns. */
export async function updateAll(
  { db, workspaceId }: ChangingPlace,
  table: string,
  rows: { id: string; columns: Record<string, unknown> }[],
): Promise<void> {
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const { id, columns } of rows) {
    const named = (CHANGED[table] ?? []).filter((column) => column in columns);
    if (named.length === 0) continue;
    const group = groups.get(named.join(', ')) ?? [];
    group.push({ id, ...columns });
    groups.set(named.join(', '), group);
  }
  for (const [named, group] of groups) {
    const set = sql.raw(
      named
        .split(', ')
        .map((column) => `${column} = ${filled(column, `n.${column}`)}`)
        .join(', '),
    );
    await sql`update ${sql.table(table)} x set ${set} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(group)}::json) n
      where x.workspace_id = ${workspaceId} and x.id = n.id`.execute(db);
  }
}
