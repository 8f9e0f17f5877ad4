import { sql } from 'kysely';
import type { ChangingPlace } from '../scope.ts';
import { rowsOf } from '../statement.ts';

/**
 * Write anew whether these beliefs are closed, from the newest step that stands: one whose conversation was taken away shows nothing. Only this
 * writes beliefs.closed_at, in the transaction of whatever could change it.
 */
export async function settleClosed(change: ChangingPlace, beliefIds: readonly string[]): Promise<void> {
  if (beliefIds.length === 0) return;
  await sql`update beliefs x set closed_at = case when s.step = 'closed' then s.at end, closed_by = case when s.step = 'closed' then s.who end,
      reopened_at = case when s.step = 'reopened' then s.at end
    from unnest(${[...new Set(beliefIds)]}::uuid[]) as wanted(id)
    left join lateral (select b.step, b.at, b.created_by as who from belief_steps b
      left join conversations c on c.workspace_id = b.workspace_id and c.id = b.conversation_id
      where b.workspace_id = ${change.workspaceId} and b.belief_id = wanted.id and c.removed_at is null
      order by b.at desc, b.id desc limit 1) s on true
    where x.workspace_id = ${change.workspaceId} and x.id = wanted.id`.execute(change.db);
}

/** The same for every belief that something in one of these conversations closed or opened again. */
export async function settleClosedIn(change: ChangingPlace, conversationIds: readonly string[]): Promise<void> {
  const rows = await rowsOf(
    change.db,
    sql<{ beliefId: string }>`select distinct belief_id from belief_steps where workspace_id = ${change.workspaceId}
      and conversation_id = any(${[...conversationIds]}::uuid[])`,
  );
  await settleClosed(
    change,
    rows.map((row) => row.beliefId),
  );
}
