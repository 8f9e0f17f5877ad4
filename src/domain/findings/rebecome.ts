import { sql } from 'kysely';
import type { Change } from '../scope.ts';
import { type Became, become, dropRow, takeEvidence } from './become.ts';
import type { FoundRow } from './view.ts';

/** What people have said of a row since it came to be: facts with a person and a time, and where a need hangs. */
const FACTS: Record<Became['table'], string[]> = {
  needs: ['parent_id', 'understood_at', 'understood_by', 'healed_at', 'healed_by'],
  traits: ['renewed_at', 'renewed_by', 'ended_at', 'ended_by'],
  beliefs: ['closed_at', 'closed_by'],
  promises: ['kept_at', 'kept_by'],
};

/**
 * A confirmed finding was mended: its row is made anew from it. What was said of the old row since (kept, understood, closed, the needs below it)
 * stays, as long as it is still the same kind of thing.
 */
export async function rebecome(change: Change, old: Became | null, after: FoundRow): Promise<Became | null> {
  if (old) await takeEvidence(change, after.id);
  const made = await become(change, after);
  if (old && made?.table === old.table) await carryOver(change, old.table, old.id, made.id);
  if (old) await dropRow(change, old);
  return made;
}

async function carryOver(change: Change, table: Became['table'], from: string, to: string): Promise<void> {
  const columns = FACTS[table].map((name) => sql`${sql.ref(name)} = old.${sql.ref(name)}`);
  if (columns.length > 0)
    await sql`update ${sql.table(table)} as made set ${sql.join(columns)} from ${sql.table(table)} as old
      where made.workspace_id = ${change.workspaceId} and made.id = ${to}
        and old.workspace_id = made.workspace_id and old.id = ${from}`.execute(change.db);
  if (table === 'traits')
    await sql`update deeds set trait_id = ${to} where workspace_id = ${change.workspaceId} and trait_id = ${from}`.execute(change.db);
  if (table === 'needs')
    await sql`update needs set parent_id = ${to} where workspace_id = ${change.workspaceId} and parent_id = ${from} and id <> ${to}`.execute(
      change.db,
    );
}
