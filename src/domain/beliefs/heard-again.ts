import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { FoundRow } from '../findings/view.ts';
import type { Change } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { beliefStands } from './of-person.ts';
import { settleClosed } from './settle.ts';

/** The share of trigrams that two wordings of one sentence have in common at least; what merely is about the same thing stays well below. */
const NEARLY = 0.6;

export interface ClosedBelief {
  id: string;
  closedAt: string;
}

/**
 * What this person held before, and what we had closed: of the same kind, about the same claim, or in nearly the same words where no claim tells
 * them apart. What was heard in private is none of it: that it was said again would be seen by all. `but` is left out of account.
 */
export async function closedBelief(change: Change, found: FoundRow, but?: string): Promise<ClosedBelief | null> {
  const { claim, statement } = found.fields;
  return firstOf(
    change.db,
    sql<ClosedBelief>`select x.id, x.closed_at from beliefs x
      where x.workspace_id = ${change.workspaceId} and x.person_id = ${found.personId} and x.kind = ${found.kind.replace('belief.', '')}
        and x.closed_at is not null and x.id is distinct from ${but ?? null}::uuid and ${beliefStands(change, 'x')}
        and exists (select from conversations c where c.workspace_id = x.workspace_id and c.id = ${found.conversationId} and c.private_to is null)
        and (x.claim_id = ${claim ?? null}::uuid or ((x.claim_id is null or ${claim ?? null}::uuid is null)
          and similarity(plain_name(x.statement), plain_name(${statement ?? ''})) >= ${NEARLY}))
      order by x.claim_id is not distinct from ${claim ?? null}::uuid desc, x.closed_at desc, x.id limit 1 for update`,
  );
}

/** They say it again: it opens, with these words. Where they had said it before it was closed, the words are only one more quote. */
export async function hearAgain(change: Change, belief: ClosedBelief, found: FoundRow): Promise<void> {
  const said = await firstOf(
    change.db,
    sql<{ at: string; later: boolean }>`select coalesce(t.at, c.happened_at) as at,
        coalesce(t.at, c.happened_at) > ${belief.closedAt}::timestamptz as later
      from turns t join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      where t.workspace_id = ${change.workspaceId} and t.id = ${found.turnId}`,
  );
  if (!said?.later) return;
  await sql`insert into belief_steps (workspace_id, id, belief_id, step, conversation_id, turn_id, finding_id, at, created_by, created_at)
    values (${change.workspaceId}, ${uuidv7()}, ${belief.id}, 'reopened', ${found.conversationId}, ${found.turnId}, ${found.id}, ${said.at},
      ${change.member.id}, ${change.now})`.execute(change.db);
  await settleClosed(change, [belief.id]);
}
