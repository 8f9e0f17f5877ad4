import { sql } from 'kysely';
import type { Learned } from '#model/learning.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { readLearning } from './read.ts';

/** From here on Heed knows nothing of what was decided before. The decisions themselves stay as they are: only their teaching goes. */
export async function resetLearning(scope: Scope): Promise<Learned> {
  return wholly(scope, async (change) => {
    await sql`insert into corrections as k (workspace_id, id, reset_at, reset_by)
      values (${change.workspaceId}, ${change.workspaceId}, ${change.now}, ${change.member.id})
      on conflict (workspace_id, id) do update set reset_before = k.reset_at, reset_before_by = k.reset_by, reset_at = excluded.reset_at,
        reset_by = excluded.reset_by, weights = null, version = null, decisions = 0, learned_from = '', learned_at = null`.execute(
      change.db,
    );
    await remember(change, { action: 'learning.reset' });
    return readLearning(change);
  });
}

/**
 * Take a reset back: what had been decided before it teaches again, together with what was decided since.
 * @throws Refusal `missing.undo` when the last reset is another one than that of `resetAt` (ISO 8601), or was taken back already.
 */
export async function takeResetBack(scope: Scope, resetAt: string): Promise<Learned> {
  return wholly(scope, async (change) => {
    const back = await firstOf(
      change.db,
      sql<{
        id: string;
      }>`update corrections set reset_at = reset_before, reset_by = reset_before_by, reset_before = null, reset_before_by = null
        where workspace_id = ${change.workspaceId} and id = ${change.workspaceId} and reset_at = ${resetAt}::timestamptz returning id`,
    );
    if (!back) throw new Refusal('missing.undo', 'There is nothing to take back.');
    await remember(change, { action: 'learning.unreset' });
    return readLearning(change);
  });
}
