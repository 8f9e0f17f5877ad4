import { sql } from 'kysely';
import { settleClosed } from '../beliefs/settle.ts';
import { settleUnderstood } from '../needs/understood.ts';
import type { Change } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { ABOUT, standsWithout, takeEvidence } from './evidence.ts';
import type { FoundRow } from './view.ts';

export type Became = NonNullable<FoundRow['became']>;

/** The opposite of becoming: the words go, and the row with them, unless other words stand behind it or it was written down by hand. */
export async function unbecome(change: Change, became: Became, findingId: string): Promise<void> {
  const alone = !(await isShared(change, became, findingId));
  await takeEvidence(change, findingId);
  if (alone) await dropRow(change, became);
  else await forget(change, became, findingId);
}

/** Does more than this finding stand behind the row? */
export async function isShared(change: Change, { table, id }: Became, findingId: string): Promise<boolean> {
  const row = await firstOf(
    change.db,
    sql<{ shared: boolean }>`select ${standsWithout(ABOUT[table], findingId)} as shared from ${sql.table(table)} x
      where x.workspace_id = ${change.workspaceId} and x.id = ${id}`,
  );
  return row?.shared ?? false;
}

/** What the words had done to a row that stays: a belief that they opened again is as it was before. */
async function forget(change: Change, { table, id }: Became, findingId: string): Promise<void> {
  if (table === 'needs') await settleUnderstood(change, [id]);
  if (table !== 'beliefs') return;
  await sql`delete from belief_steps where workspace_id = ${change.workspaceId} and belief_id = ${id} and finding_id = ${findingId}`.execute(
    change.db,
  );
  await settleClosed(change, [id]);
}

/** The needs that hung under one that goes hang under the one above it. What they answered about it is theirs: then it is only put away. */
export async function dropRow(change: Change, { table, id }: Became): Promise<void> {
  const w = change.workspaceId;
  if (table === 'needs') {
    await sql`update needs set parent_id = (select above.parent_id from needs above where above.workspace_id = ${w} and above.id = ${id})
      where workspace_id = ${w} and parent_id = ${id}`.execute(change.db);
    await sql`update needs n set removed_at = ${change.now}, removed_by = ${change.member.id} where n.workspace_id = ${w} and n.id = ${id}
      and exists (select from say_back_needs s where s.workspace_id = n.workspace_id and s.need_id = n.id)`.execute(change.db);
    await sql`delete from needs where workspace_id = ${w} and id = ${id} and removed_at is null`.execute(change.db);
  } else {
    // What we did for somebody stays done.
    if (table === 'traits') await sql`update deeds set trait_id = null where workspace_id = ${w} and trait_id = ${id}`.execute(change.db);
    await sql`delete from ${sql.table(table)} where workspace_id = ${w} and id = ${id}`.execute(change.db);
  }
}
