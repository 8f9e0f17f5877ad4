import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import { engineVersion } from '#understanding/understand.ts';
import { wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { lookAgainLater } from './look-again.ts';

/**
 * After an upgrade: where a workspace has conversations that an older engine understood, have the recent ones looked at again, once, when all else is done.
 * What people decided stays as it is. Returns for how many workspaces that was asked.
 */
export async function lookAgainWhenOlder(db: Db, now: string): Promise<number> {
  const workspaces = await rowsOf(db, sql<{ id: string }>`select id from workspaces`);
  let asked = 0;
  for (const { id: workspaceId } of workspaces)
    await wholly({ db, workspaceId, now }, async (change) => {
      const older = await firstOf(
        change.db,
        sql<{ id: string }>`select id from conversations where workspace_id = ${workspaceId} and understood_at is not null
          and removed_at is null and engine_version <> ${engineVersion()} limit 1`,
      );
      if (!older) return;
      asked++;
      await lookAgainLater(change);
    });
  return asked;
}
