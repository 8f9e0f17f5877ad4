import { sql } from 'kysely';
import type { SpeakerLook } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known, readable } from '../statement.ts';

/** Whom Heed takes a speaker for, why, and where else. @throws Refusal `missing.speaker`. */
export async function lookAtSpeaker(scope: Scope, id: string): Promise<SpeakerLook> {
  const look = await documentOf<SpeakerLook>(scope.db, looksSql(scope, sql`s.id = ${id}::uuid`, sql`s.id`));
  if (!look) throw new Refusal('missing.speaker', 'Nobody is called that in the conversations you can read.');
  return look;
}

/** The names under which a person speaks, in what the member may read: each once. */
export async function namesOfPerson(scope: Scope, personId: string): Promise<SpeakerLook[]> {
  const looks = sql`select coalesce(json_agg(one.look order by one.look->>'name'), '[]') from (
    ${looksSql(scope, sql`s.person_id = ${personId}::uuid`, sql`s.alias`)}) as one(look)`;
  return (await documentOf<SpeakerLook[]>(scope.db, looks)) ?? [];
}

function looksSql(scope: Scope, which: ReturnType<typeof sql>, once: ReturnType<typeof sql>) {
  const w = scope.workspaceId;
  return sql`
    select distinct on (${once}) json_build_object('id', s.id, 'name', s.name, 'email', s.email, 'conversationId', s.conversation_id,
      'is', case when s.person_id is not null then json_build_object('kind', 'person', 'id', p.id, 'name', p.name)
        when s.member_id is not null then json_build_object('kind', 'member', 'id', m.id, 'name', m.name) end,
      'isYou', coalesce(s.member_id = ${scope.member.id}::uuid, false),
      'why', case when a.id is not null then 'answer' when s.person_id is null and s.member_id is null then 'unknown'
        when c.source = 'by-hand' then 'by-hand'
        when s.email is not null and (lower(m.email) = lower(s.email) or exists (select from person_emails e
          where e.workspace_id = ${w} and e.person_id = s.person_id and e.email = lower(s.email))) then 'email' else 'name' end,
      'answeredBy', case when a.id is not null and said.id is not null then json_build_object('id', said.id, 'name', said.name) end,
      'answeredAt', a.created_at, 'hereAlone', s.alias like '% @' || s.conversation_id::text,
      'conversations', (select count(distinct o.conversation_id)::int from speakers o
        join conversations oc on oc.workspace_id = o.workspace_id and oc.id = o.conversation_id
        where o.workspace_id = ${w} and o.alias = s.alias and o.person_id is not distinct from s.person_id
          and o.member_id is not distinct from s.member_id and ${readable(scope, 'oc')}))
    from speakers s
    join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
    left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id and ${known(scope, 'p')}
    left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
    left join aliases a on a.workspace_id = s.workspace_id and a.alias = s.alias
      and a.person_id is not distinct from s.person_id and a.member_id is not distinct from s.member_id
    left join members said on said.workspace_id = a.workspace_id and said.id = a.created_by
    where s.workspace_id = ${w} and ${which} and ${readable(scope, 'c')}
    order by ${once}, c.happened_at desc, s.id`;
}
