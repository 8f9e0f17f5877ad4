import { type RawBuilder, sql } from 'kysely';
import type { ConversationPage } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { findingJson, findingTables } from '../findings/view.ts';
import type { Scope } from '../scope.ts';
import { documentOf, readable } from '../statement.ts';
import { heardOf, mayHear } from './hearing.ts';

/** One conversation with everything on its page, in one statement. @throws Refusal `missing.conversation`. */
export async function openConversation(scope: Scope, id: string): Promise<ConversationPage> {
  const page = await documentOf<ConversationPage>(
    scope.db,
    sql`select json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'happenedAt', c.happened_at, 'datedBy', c.dated_by,
        'durationMs', c.duration_ms, 'timeQuality', c.time_quality, 'source', c.source, 'losses', c.losses,
        'isPrivate', c.private_to is not null, 'understoodAt', c.understood_at,
        'file', (select json_build_object('id', f.id, 'name', f.name, 'size', f.size) from files f
          where f.workspace_id = c.workspace_id and f.id = c.file_id),
        'speakers', ${speakersOf(scope)}, 'turns', ${turnsOf(scope)}, 'findings', ${findingsOf(scope)},
        'listening', case when ${mayHear(scope, 'c')} then c.report->'listening' end,
        'listeningOf', ${heardOf(scope, 'c')}, 'leftOut', coalesce(c.report->'conversation'->'leftOut', '[]'::jsonb),
        'previousId', ${neighbour(scope, 'above')}, 'nextId', ${neighbour(scope, 'below')})
      from conversations c where c.workspace_id = ${scope.workspaceId} and c.id = ${id} and ${readable(scope, 'c')}`,
    'conversations.open',
  );
  if (!page) throw missing();
  return page;
}

export function missing(): Refusal {
  return new Refusal('missing.conversation', 'That conversation is not here any more, or it is not yours to read.');
}

function speakersOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', s.id, 'i', s.i, 'name', coalesce(p.name, m.name, s.name), 'email', s.email,
      'side', s.side, 'personId', s.person_id, 'memberId', s.member_id, 'isYou', coalesce(s.member_id = ${scope.member.id}::uuid, false),
      'turns', s.turns, 'words', s.words, 'ms', (select (x->>'ms')::float8
        from jsonb_array_elements(c.report->'conversation'->'participants') x where x->>'name' = s.name limit 1)) order by s.i), '[]')
    from speakers s
    left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
    left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
    where s.workspace_id = ${scope.workspaceId} and s.conversation_id = c.id)`;
}

function turnsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', t.id, 'i', t.i, 'speaker', s.i, 'startMs', t.start_ms, 'endMs', t.end_ms,
      'at', t.at, 'line', t.line, 'text', t.text, 'acts', t.acts) order by t.i), '[]')
    from turns t join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
    where t.workspace_id = ${scope.workspaceId} and t.conversation_id = c.id)`;
}

function findingsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${findingJson} order by t.i, f.from_char, f.id), '[]') from ${findingTables}
    where f.workspace_id = ${scope.workspaceId} and f.conversation_id = c.id)`;
}

/** The neighbours in the list, which has the newest on top. */
function neighbour(scope: Scope, where: 'above' | 'below'): RawBuilder<unknown> {
  const step =
    where === 'above'
      ? sql`> (c.happened_at, c.id) order by n.happened_at, n.id`
      : sql`< (c.happened_at, c.id) order by n.happened_at desc, n.id desc`;
  return sql`(select n.id from conversations n where n.workspace_id = ${scope.workspaceId} and ${readable(scope, 'n')}
    and (n.happened_at, n.id) ${step} limit 1)`;
}
