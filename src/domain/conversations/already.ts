import { sql } from 'kysely';
import type { Received } from '#model/pages.ts';
import { remember } from '../audit.ts';
import { settleClosedIn } from '../beliefs/settle.ts';
import { settleUnderstoodIn } from '../needs/understood.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';

interface Found {
  id: string;
  format: string;
  privateTo: string | null;
}

interface Brought {
  id: string;
  title: string;
  turns: number;
  losses: Received['losses'];
  removed: boolean;
}

/**
 * What became of these bytes when they came before; null when this reader never brought them and may not read them. A private copy of somebody
 * else is neither told of nor used. What was taken away since comes back.
 */
export async function alreadyReceived(scope: Scope, sha256: string, privateTo: string | null): Promise<Received | null> {
  const file = await firstOf(
    scope.db,
    sql<Found>`select id, format, private_to from files where workspace_id = ${scope.workspaceId} and sha256 = ${sha256}
      and (private_to is null or private_to = ${privateTo}::uuid) order by private_to nulls last limit 1`,
  );
  if (!file) return null;
  const all = await broughtBy(scope, file.id);
  const gone = all.filter((one) => one.removed).map(({ id }) => id);
  const back = gone.length > 0 && gone.length === all.length;
  // What the workspace took away does not come back for all of it because one member brings it in for their own eyes.
  if (back && file.privateTo !== privateTo) return null;
  if (back) await bringBack(scope, gone);
  const seen = back ? all : all.filter((one) => !one.removed);
  return {
    fileId: file.id,
    format: file.format,
    already: !back,
    conversations: seen.map(({ id, title, turns }) => ({ id, title, turns })),
    unknownSpeakers: await unknownIn(
      scope,
      seen.map(({ id }) => id),
    ),
    losses: seen.flatMap(({ losses }) => losses),
  };
}

async function broughtBy(scope: Scope, fileId: string): Promise<Brought[]> {
  return rowsOf(
    scope.db,
    sql<Brought>`
      select c.id, c.title, c.losses, c.removed_at is not null as removed,
        (select count(*)::int from turns t where t.workspace_id = c.workspace_id and t.conversation_id = c.id) as turns
      from conversations c
      where c.workspace_id = ${scope.workspaceId} and (c.private_to is null or c.private_to = ${scope.member.id})
        and (c.file_id = ${fileId} or c.id in (select conversation_id from turns where workspace_id = ${scope.workspaceId} and file_id = ${fileId}))
      order by c.happened_at, c.id`,
  );
}

async function bringBack(scope: Scope, ids: string[]): Promise<void> {
  await wholly(scope, async (change) => {
    await sql`update conversations set removed_at = null, removed_by = null
      where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[])`.execute(change.db);
    await settleUnderstoodIn(change, ids);
    await settleClosedIn(change, ids);
    await refreshPeople(change, await peopleIn(change, ids));
    for (const id of ids) await remember(change, { action: 'conversation.restored', about: 'conversation', id });
  });
}

/** How many speakers of these conversations nobody has named yet. */
export async function unknownIn(scope: Scope, conversationIds: string[]): Promise<number> {
  const row = await firstOf(
    scope.db,
    sql<{ count: number }>`select count(distinct s.alias)::int as count from speakers s
      where s.workspace_id = ${scope.workspaceId} and s.conversation_id = any(${conversationIds}::uuid[]) and ${isUnknown('s')}`,
  );
  return row?.count ?? 0;
}

/** A speaker who said something and whom nobody has named, nor said to be nobody. */
export function isUnknown(table: string) {
  const s = sql.raw(table);
  return sql<boolean>`(${s}.person_id is null and ${s}.member_id is null and ${s}.turns > 0 and not exists (
    select from aliases a where a.workspace_id = ${s}.workspace_id and a.alias = ${s}.alias and a.person_id is null and a.member_id is null))`;
}
