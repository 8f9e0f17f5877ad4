import { type RawBuilder, sql } from 'kysely';
import type { PersonPage } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { TIMELINE_PARTS } from '#model/timeline.ts';
import { beliefsOf } from '../beliefs/of-person.ts';
import { othersIn, shareOf } from '../conversations/talk.ts';
import { nowAt } from '../duplicates/way.ts';
import { suggestedBy } from '../findings/view.ts';
import { needsOf } from '../needs/of-person.ts';
import { heldAgainst } from '../offerings/held.ts';
import { promiseJson, promiseParties } from '../promises/list.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, quote, readable } from '../statement.ts';
import { FIRST_MOMENTS, timelineSql } from '../timeline/of.ts';
import { traitsOf } from '../traits/view.ts';
import { aroundOf, cardColumns, deedsOf, reachOf, workOf } from './card.ts';
import { organisationOf } from './list.ts';

/** On a person's page at most this many conversations and suggestions; the newest. */
const MOST = 200;

/** One person with everything on their page, in one statement; whoever went into another is the other. @throws Refusal `missing.person`. */
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
        'conversations', ${talksOf(scope)},
        'photoId', p.photo_id, 'timeline', ${timelineSql(scope, { about: 'person', id: sql`p.id`, parts: TIMELINE_PARTS, before: null, limit: FIRST_MOMENTS })})
      from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${id} and ${known(scope, 'p')}`,
    'people.open',
  );
  if (page) return page;
  // An old address of somebody who has become one with another.
  const now = await nowAt(scope, id);
  if (!now) throw new Refusal('missing.person', 'That person is not here any more.');
  return openPerson(scope, now);
}

const keptAtMerge = sql`exists (select from merges m where m.workspace_id = a.workspace_id and m.kept_id = p.id and m.undone_at is null and m.after->>'alias' = a.id::text)`;

// How they are written in sources, or were in a record that went into theirs, unless that is their name or address anyway; of a placeholder only the part that was written.
function aliasesOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(distinct split_part(a.alias, ' @', 1)), '[]') from aliases a
    where a.workspace_id = ${scope.workspaceId} and a.person_id = p.id and a.alias <> lower(p.name) and a.alias not like '%_@_%.%'
    and (${keptAtMerge} or exists (select from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = a.workspace_id and s.alias = a.alias and ${readable(scope, 'c')})))`;
}

export function heroOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select ${quote()} from findings f
    join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
    join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
    left join members m on m.workspace_id = f.workspace_id and m.id = f.confirmed_by
    where f.workspace_id = ${scope.workspaceId} and f.id = p.hero_finding_id and ${readable(scope, 'c')})`;
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

function talksOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'happenedAt', c.happened_at,
      'durationMs', c.duration_ms, 'theirShare', ${shareOf(scope, 'them')}, 'ourShare', ${shareOf(scope, 'us')},
      'openFindings', c.open_findings, 'others', ${othersIn(scope, sql`p.id`)})
      order by c.happened_at desc, c.id desc), '[]')
    from (select c.* from conversations c where c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')}
      and c.id in (select s.conversation_id from speakers s where s.workspace_id = ${scope.workspaceId} and s.person_id = p.id)
      order by c.happened_at desc, c.id desc limit ${MOST}) c)`;
}
