import { sql } from 'kysely';
import type { ChangingPlace } from '../scope.ts';

/** Write anew how many suggestions of these conversations still wait, in the transaction of its cause. */
export async function countOpenFindings(place: ChangingPlace, conversationIds: string[]): Promise<void> {
  await sql`
    update conversations c set open_findings = (select count(*) from findings f where f.workspace_id = c.workspace_id
      and f.conversation_id = c.id and f.confirmed_at is null and f.rejected_at is null)
    where c.workspace_id = ${place.workspaceId} and c.id = any(${conversationIds}::uuid[])`.execute(place.db);
}
