import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';

/**
 * Remove the sample workspace with everything in it, in one transaction.
 * @throws Refusal `may.sample-only`: a workspace with real people in it is not removed by a click.
 */
export async function removeSample(scope: Scope): Promise<void> {
  await wholly(scope, async (change) => {
    const workspace = await firstOf(
      change.db,
      sql<{
        isSample: boolean;
      }>`select is_sample from workspaces where workspace_id = ${change.workspaceId} and id = ${change.workspaceId} for update`,
    );
    if (!workspace?.isSample) throw new Refusal('may.sample-only', 'Only the sample workspace can be removed this way.');
    await tellElsewhere(change);
    for (const table of await tenantTables(change.db)) {
      await sql`delete from ${sql.table(table)} where workspace_id = ${change.workspaceId}`.execute(change.db);
    }
  });
}

/** Its own trail goes with it, so the deed is written where its owner goes on. */
async function tellElsewhere(scope: Scope): Promise<void> {
  const others = await rowsOf(
    scope.db,
    sql<{ workspaceId: string; id: string }>`select other.workspace_id, other.id from members me
      join members other on other.account_id = me.account_id and other.workspace_id <> me.workspace_id and other.left_at is null
      where me.workspace_id = ${scope.workspaceId} and me.id = ${scope.member.id}`,
  );
  for (const { workspaceId, id } of others) {
    await remember(
      { ...scope, workspaceId, member: { id } },
      { action: 'workspace.removed', about: 'workspace', id: scope.workspaceId, detail: { sample: true } },
    );
  }
}

/** Every table that holds a workspace's rows, those that point before those they point at. Asked of the database, so that none is forgotten. */
export async function tenantTables(db: Db): Promise<string[]> {
  const tables = await rowsOf(
    db,
    sql<{ name: string; pointsAt: string[] }>`
      select c.relname as name, array(
        select distinct target.relname::text from pg_constraint f join pg_class target on target.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> f.conrelid) as points_at
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
      where c.relkind in ('r', 'p') order by c.relname`,
  );
  const ordered: string[] = [];
  let left = tables;
  while (left.length > 0) {
    const free = left.filter(({ name }) => !left.some((other) => other.name !== name && other.pointsAt.includes(name)));
    if (free.length === 0) throw new Error(`the tables ${left.map(({ name }) => name).join(', ')} point at each other in a circle`);
    ordered.push(...free.map(({ name }) => name));
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
