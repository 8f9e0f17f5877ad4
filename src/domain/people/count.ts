import { type RawBuilder, sql } from 'kysely';
import type { ChangingPlace, Reader } from '../scope.ts';

/** So many more (or fewer) people are known to the whole workspace: in the transaction that makes it so, and late in it, as all wait for this row. */
export async function countPeople(place: ChangingPlace, more: number): Promise<void> {
  if (more === 0) return;
  await sql`update workspaces set people_known = people_known + ${more}::int
    where workspace_id = ${place.workspaceId} and id = ${place.workspaceId}`.execute(place.db);
}

/** How many people this member may know of. */
export function peopleInAll({ workspaceId, member }: Reader): RawBuilder<number> {
  return sql<number>`((select w.people_known from workspaces w where w.workspace_id = ${workspaceId} and w.id = ${workspaceId})
    + (select count(*)::int from people p where p.workspace_id = ${workspaceId} and p.private_to = ${member.id}::uuid))`;
}
