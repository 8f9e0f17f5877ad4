import { type RawBuilder, sql } from 'kysely';
import type { PersonPage } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { mayHear } from '../conversations/hearing.ts';
import { suggestedBy } from '../findings/view.ts';
import { against, heldAgainst } from '../offerings/held.ts';
import { promiseJson, promiseParties } from '../promises/list.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, quote, quotesOf, readable } from '../statement.ts';
import { traitsOf } from '../traits/view.ts';
import { aroundOf, cardColumns, deedsOf, reachOf, workOf } from './card.ts';
import { organisationOf } from './list.ts';

/** On a person's page at most this many conversations and suggestions; the newest. */
const MOST = 200;

/** One person with everything on their page, in one statement. @throws Refusal `missing.person`. */
export async function openPerson(scope: Scope, id: string): Promise<PersonPage> {
  const page = await documentOf<PersonPage>(
    scope.db,
    sql`select json_build_object('id', p.id, 'name', p.name, 'kinds', p.kinds, 'roleTitle', p.role_title, 'pronouns', p.pronouns,
        'organisation', ${organisationOf(scope, 'p')}, 'aliases', ${aliasesOf(scope)}, ${cardColumns(scope)}, ${reachOf(scope)},
        'work', ${workOf(scope)}, 'around', ${aroundOf(scope)}, 'deeds', ${deedsOf(scope)},
        'metAt', p.met_at, 'lastContactAt', nullif(p.last_contact_at, '1970-01-01T00:00:00Z'), 'hero', ${heroOf(scope)},
        'traits', ${traitsOf(scope)}, 'needs', ${needsOf(scope)}, 'beliefs', ${beliefsOf(scope)}, 'promises', ${promisesOf(scope)},
        'said', ${said(scope, sql`f.confirmed_at is not null and f.became is null`)},
        'suggestions', ${said(scope, sql`f.confirmed_at is null and f.rejected_at is null`)},
        'conversations', ${talksOf(scope)})
      from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${id} and ${known(scope, 'p')}`,
  );
  if (!page) throw new Refusal('missing.person', 'That person is not here any more.');
  return page;
}

// How they are written in sources, unless that is their name or address anyway; of a placeholder only the part that was written.
function aliasesOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(distinct split_part(a.alias, ' @', 1)), '[]') from aliases a
    where a.workspace_id = ${scope.workspaceId} and a.person_id = p.id and a.alias <> lower(p.name) and a.alias not like '%_@_%.%'
    and exists (select from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = a.workspace_id and s.alias = a.alias and ${readable(scope, 'c')}))`;
}

export function heroOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select ${quote()} from findings f
    join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
    join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
    left join members m on m.workspace_id = f.workspace_id and m.id = f.confirmed_by
    where f.workspace_id = ${scope.workspaceId} and f.id = p.hero_finding_id and ${readable(scope, 'c')})`;
}

export function needsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', x.id, 'parentId', x.parent_id, 'depth', x.depth, 'statement', x.statement,
      'understoodAt', x.understood_at, 'healedAt', x.healed_at, 'quotes', ${quotesOf(scope, 'need', 'x')}) order by x.depth, x.created_at, x.id), '[]')
    from needs x where x.workspace_id = ${scope.workspaceId} and x.person_id = p.id and ${evident(scope, 'need', 'x')})`;
}

export function beliefsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'statement', x.statement, 'closedAt', x.closed_at,
      'against', ${against('x', sql`x.claim_id`)}, 'createdAt', x.created_at, 'quotes', ${quotesOf(scope, 'belief', 'x')}) order by x.closed_at is not null, x.created_at desc, x.id desc), '[]')
    from beliefs x where x.workspace_id = ${scope.workspaceId} and x.person_id = p.id and ${evident(scope, 'belief', 'x')})`;
}

export function promisesOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${promiseJson(scope)} order by p.kept_at is not null, p.due_on, p.id), '[]')
    from (select x.* from promises x where x.workspace_id = ${scope.workspaceId} and (x.by_person_id = p.id or x.to_person_id = p.id)
      and ${evident(scope, 'promise', 'x')}) p ${promiseParties})`;
}

function said(scope: Scope, state: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(x.finding order by x.at desc, x.id), '[]') from (
    select f.id, coalesce(t.at, c.happened_at) as at, (f.fields || ${suggestedBy} || jsonb_build_object('id', f.id, 'kind', f.kind, 'p', f.p, 'quote', ${quote()})
      || ${heldAgainst('f')}) as finding
    from speakers s
    join findings f on f.workspace_id = s.workspace_id and f.speaker_id = s.id and ${state}
    join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
    join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
    left join members m on m.workspace_id = f.workspace_id and m.id = f.confirmed_by
    where s.workspace_id = ${scope.workspaceId} and s.person_id = p.id and ${readable(scope, 'c')}
    order by at desc, f.id limit ${MOST}) x)`;
}

// Shares are somebody's listening figures: only for those who may see those (docs/decisions/007).
function talksOf(scope: Scope): RawBuilder<unknown> {
  const share = (side: 'us' | 'them') => sql`(select case when bool_and(x->>'ms' is not null) and sum((x->>'ms')::float8) > 0
      then coalesce(sum((x->>'ms')::float8) filter (where x->>'side' = ${side}), 0) / sum((x->>'ms')::float8)
      when sum((x->>'words')::float8) > 0
      then coalesce(sum((x->>'words')::float8) filter (where x->>'side' = ${side}), 0) / sum((x->>'words')::float8) end
    from jsonb_array_elements(c.report->'conversation'->'participants') x)`;
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'happenedAt', c.happened_at,
      'durationMs', c.duration_ms, 'theirShare', case when ${mayHear(scope, 'c')} then ${share('them')} end,
      'ourShare', case when ${mayHear(scope, 'c')} then ${share('us')} end, 'openFindings', c.open_findings,
      'others', (select coalesce(json_agg(o.name order by o.i), '[]') from (select s.i, coalesce(q.name, m.name, s.name) as name from speakers s
        left join people q on q.workspace_id = s.workspace_id and q.id = s.person_id
        left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
        where s.workspace_id = ${scope.workspaceId} and s.conversation_id = c.id and s.person_id is distinct from p.id) o))
      order by c.happened_at desc, c.id desc), '[]')
    from (select c.* from conversations c where c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')}
      and c.id in (select s.conversation_id from speakers s where s.workspace_id = ${scope.workspaceId} and s.person_id = p.id)
      order by c.happened_at desc, c.id desc limit ${MOST}) c)`;
}
