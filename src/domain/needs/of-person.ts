import { type RawBuilder, sql } from 'kysely';
import type { Reader, Scope } from '../scope.ts';
import { evident, quotesOf, readable } from '../statement.ts';

/** A need that this member may know of, on the alias of its row: not put away, and written down for all or said where they may read it. */
export function needStands(scope: Reader, table: string): RawBuilder<boolean> {
  const x = sql.raw(table);
  return sql<boolean>`(${x}.removed_at is null and (${x}.by_hand or ${evident(scope, 'need', table)}))`;
}

/** The needs of the person of alias p, the shallowest first, as `NeedView`s. */
export function needsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', x.id, 'parentId', x.parent_id, 'depth', x.depth, 'statement', x.statement,
      'element', x.element, 'mustHave', x.must_have, 'understoodAt', case when x.understood_at is null then null else (select max(k.confirmed_at)
        from need_confirmations k where k.workspace_id = x.workspace_id and k.need_id = x.id and ${shown(scope, 'k')}) end,
      'healedAt', x.healed_at, 'healedWith', x.healed_with, 'quotes', ${quotesOf(scope, 'need', 'x')},
      'confirmations', ${confirmationsOf(scope)}, 'answers', ${answersOf(scope)}) order by x.depth, x.created_at, x.id), '[]')
    from needs x where x.workspace_id = ${scope.workspaceId} and x.person_id = p.id and ${needStands(scope, 'x')})`;
}

/** A confirmation that this member may know of: what was said in another's private talk is not theirs to hear about, not even that it was said. */
function shown(scope: Reader, table: string): RawBuilder<boolean> {
  const k = sql.raw(table);
  return sql<boolean>`(${k}.answer_id is not null or exists (select from turns kt
    join conversations kc on kc.workspace_id = kt.workspace_id and kc.id = kt.conversation_id
    where kt.workspace_id = ${k}.workspace_id and kt.id = ${k}.turn_id and ${readable(scope, 'kc')}))`;
}

function confirmationsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', k.id, 'words', k.words, 'said', sn.statement, 'confirmedAt', k.confirmed_at,
      'quote', case when t.id is null then null else json_build_object('findingId', null, 'text', k.words, 'conversationId', c.id,
        'conversationTitle', c.title, 'conversationKind', c.kind, 'turn', t.i, 'happenedAt', coalesce(t.at, c.happened_at), 'startMs', t.start_ms,
        'confirmedBy', case when m.id is null then null else json_build_object('id', m.id, 'name', m.name) end) end,
      'by', case when m.id is null then null else json_build_object('id', m.id, 'name', m.name) end) order by k.confirmed_at desc, k.id desc), '[]')
    from need_confirmations k
    left join turns t on t.workspace_id = k.workspace_id and t.id = k.turn_id
    left join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    left join say_back_answers a on a.workspace_id = k.workspace_id and a.id = k.answer_id
    left join say_back_needs sn on sn.workspace_id = a.workspace_id and sn.id = a.say_back_need_id
    left join members m on m.workspace_id = k.workspace_id and m.id = k.created_by
    where k.workspace_id = x.workspace_id and k.need_id = x.id and ${shown(scope, 'k')})`;
}

/** Of each link the newest answer, the newest first. */
function answersOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', n.id, 'answer', n.answer, 'words', n.words, 'statement', n.statement,
      'answeredAt', n.answered_at) order by n.answered_at desc, n.id desc), '[]')
    from (select distinct on (sn.id) a.id, a.answer, a.words, a.answered_at, sn.statement from say_back_needs sn
      join say_back_answers a on a.workspace_id = sn.workspace_id and a.say_back_need_id = sn.id
      where sn.workspace_id = ${scope.workspaceId} and sn.need_id = x.id order by sn.id, a.answered_at desc, a.id desc) n)`;
}
