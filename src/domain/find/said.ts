import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../scope.ts';
import { readable } from '../statement.ts';
import { holdsAll, LOOKED_AT, OF_A_KIND, type Sought } from './sought.ts';

const WORDS = 12;
const NONE = sql`'[]'::json`;

/** Conversations by their title. */
export function conversationsCalled(scope: Scope, sought: Sought, alike: boolean): RawBuilder<unknown> {
  const title = sql`plain_name(c.title)`;
  const held = holdsAll(title, sought);
  if (!held) return NONE;
  const where = alike ? sql`(${held} or ${sought.plain} <% ${title})` : held;
  return sql`(select coalesce(json_agg(json_build_object('kind', 'conversation', 'id', x.id, 'title', x.title,
      'detail', (select coalesce(string_agg(coalesce(p.name, m.name, s.name), ', ' order by s.i), '') from speakers s
        left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
        left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
        where s.workspace_id = ${scope.workspaceId} and s.conversation_id = x.id)) order by x.happened_at desc, x.id), '[]')
    from (select * from (select * from conversations c where c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')} and ${where} limit ${LOOKED_AT}) c
      order by c.happened_at desc, c.id limit ${OF_A_KIND}) x)`;
}

/** Turns by their words, each from its beginning. */
export function wordsSaid(scope: Scope, { query }: Sought): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('kind', 'words', 'id', x.id, 'title', x.text, 'detail', x.detail,
      'conversationId', x.conversation_id, 'turn', x.i) order by x.at desc, x.i), '[]')
    from (select t.id, left(t.text, 20000) as text, t.i, c.id as conversation_id, coalesce(t.at, c.happened_at) as at,
        coalesce(p.name, m.name, s.name) || ', ' || c.title as detail
      from (select t.* from turns t
        join conversations r on r.workspace_id = t.workspace_id and r.id = t.conversation_id and ${readable(scope, 'r')}
        where t.workspace_id = ${scope.workspaceId} and t.words @@ to_tsquery('heed', ${query}) limit ${LOOKED_AT}) t
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
      left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
      left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
      order by at desc, t.i limit ${WORDS}) x)`;
}
