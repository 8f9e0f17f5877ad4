import { type RawBuilder, sql } from 'kysely';
import { against } from '../offerings/held.ts';
import type { Reader, Scope } from '../scope.ts';
import { evident, quote, quotesOf, readable } from '../statement.ts';

/** A belief that this member may know of, on the alias of its row. */
export function beliefStands(scope: Reader, table: string): RawBuilder<boolean> {
  const x = sql.raw(table);
  return sql<boolean>`(${x}.removed_at is null and (${x}.by_hand or ${evident(scope, 'belief', table)}))`;
}

/** What the person of alias p holds about us, as `BeliefView`s: what is open first, then the newest. */
export function beliefsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'statement', x.statement, 'closedAt', x.closed_at,
      'reopenedAt', x.reopened_at, 'repair', x.repair, 'claim', x.claim_id, 'against', ${against('x', sql`x.claim_id`)}, 'createdAt', x.created_at,
      'quotes', ${quotesOf(scope, 'belief', 'x')}, 'steps', ${stepsOf(scope)})
      order by x.closed_at is not null, x.created_at desc, x.id desc), '[]')
    from beliefs x where x.workspace_id = ${scope.workspaceId} and x.person_id = p.id and ${beliefStands(scope, 'x')})`;
}

function stepsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', b.id, 'step', b.step, 'how', b.how, 'note', b.note, 'at', b.at,
      'conversation', case when bc.id is null then null else json_build_object('id', bc.id, 'name', bc.title) end,
      'document', (select d.name from attachments d where d.workspace_id = b.workspace_id and d.id = b.attachment_id and d.removed_at is null
        and (d.private_to is null or d.private_to = ${scope.member.id}::uuid)),
      'quote', case when t.id is null then null else ${quote()} end,
      'by', case when bm.id is null then null else json_build_object('id', bm.id, 'name', bm.name) end) order by b.at desc, b.id desc), '[]')
    from belief_steps b
    left join conversations bc on bc.workspace_id = b.workspace_id and bc.id = b.conversation_id
    left join findings f on f.workspace_id = b.workspace_id and f.id = b.finding_id
    left join turns t on t.workspace_id = b.workspace_id and t.id = b.turn_id
    left join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    left join members m on m.workspace_id = f.workspace_id and m.id = f.confirmed_by
    left join members bm on bm.workspace_id = b.workspace_id and bm.id = b.created_by
    where b.workspace_id = x.workspace_id and b.belief_id = x.id and (bc.id is null or ${readable(scope, 'bc')})
      and (c.id is null or ${readable(scope, 'c')}))`;
}
