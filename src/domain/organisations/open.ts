import { type RawBuilder, sql } from 'kysely';
import type { OrganisationPage } from '#model/organisation.ts';
import { Refusal } from '#model/refusal.ts';
import { current } from '../affiliations/current.ts';
import { hasKnown } from '../find/named.ts';
import { organisationOf } from '../people/list.ts';
import { promiseJson, promiseParties } from '../promises/list.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, quotesOf, readable } from '../statement.ts';
import { tieJson } from '../ties/view.ts';

/** So many people, conversations and needs stand on the page at most. */
const MOST = { people: 200, conversations: 50, needs: 100, promises: 50, deals: 50, newest: 5, unplaced: 20 };

/**
 * One organisation with everything on its page, in one statement. An address that was merged away leads to the one that stayed.
 * @throws Refusal `missing.organisation`.
 */
export async function openOrganisation(scope: Scope, id: string): Promise<OrganisationPage> {
  const page = await documentOf<OrganisationPage>(
    scope.db,
    sql`with recursive ${whole(scope, id)}
      select json_build_object('id', x.id, 'name', x.name, 'about', x.about, 'website', x.website, 'phone', x.phone, 'place', x.place,
        'country', x.country, 'industry', x.industry, 'domains', ${domainsOf(scope)}, 'parent', ${named(scope, sql`o.id = x.parent_id`)}->0,
        'children', ${named(scope, sql`o.parent_id = x.id`)}, 'owner', ${ownerOf(scope)}, 'tags', ${tagsOf(scope)},
        'people', ${colleaguesOf()}, 'peopleInAll', (select count(*)::int from places where here), 'outsiders', ${outsidersOf()},
        'ties', ${tiesOf()}, 'talks', ${talksOf(scope)}, 'needs', ${needsOf(scope)}, 'promises', ${promisesOf(scope)},
        'conversations', ${conversationsOf(scope)}, 'conversationsInAll', (select count(*)::int from said), 'deals', ${dealsOf(scope)},
        'unplaced', ${unplacedIn(scope)})
      from x`,
  );
  if (!page) throw new Refusal('missing.organisation', 'That organisation is not here any more.');
  return page;
}

/** What the parts of the page share: the organisation x, its places, who is drawn, the ties between them, and what was said with them. */
function whole(scope: Scope, id: string): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`way (id, steps) as (
      select ${id}::uuid, 0
      union all select m.kept_id, way.steps + 1 from way join merges m on m.workspace_id = ${w} and m.gone_id = way.id and m.undone_at is null
        and m.choices->>'of' = 'organisation' where way.steps < 20),
    x as (select x.* from organisations x where x.workspace_id = ${w} and x.id = (select id from way order by steps desc limit 1) and ${hasKnown(scope)}),
    places as (select a.id as affiliation_id, a.role_title, a.part, a.from_on, a.until_on, ${current(scope, 'a')} as here,
        p.id, p.name, p.role_title as does, p.hero_finding_id, p.last_contact_at
      from x join affiliations a on a.workspace_id = ${w} and a.organisation_id = x.id
      join people p on p.workspace_id = ${w} and p.id = a.person_id and ${known(scope, 'p')}),
    shown as (select * from places order by here desc, part is null, last_contact_at desc, id limit ${MOST.people}),
    here as (select * from shown where here),
    bonds as (select t.*, f.name as from_name, g.name as to_name from ties t
      join people f on f.workspace_id = ${w} and f.id = t.from_id and ${known(scope, 'f')}
      join people g on g.workspace_id = ${w} and g.id = t.to_id and ${known(scope, 'g')}
      where t.workspace_id = ${w} and t.id in (select b.id from ties b join here h on b.workspace_id = ${w} and b.from_id = h.id
        union select b.id from ties b join here h on b.workspace_id = ${w} and b.to_id = h.id)),
    outside as (select p.id, p.name, p.last_contact_at, ${organisationOf(scope, 'p')} as organisation from people p
      where p.workspace_id = ${w} and p.id in (select from_id from bonds union select to_id from bonds) and p.id not in (select id from here)),
    said as (select c.id, c.title, c.kind, c.happened_at, c.duration_ms from conversations c where c.workspace_id = ${w} and ${readable(scope, 'c')}
      and c.id in (select s.conversation_id from here h join speakers s on s.workspace_id = ${w} and s.person_id = h.id))`;
}

function colleaguesOf(): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'affiliationId', s.affiliation_id,
      'roleTitle', case when s.role_title = '' and s.here then s.does else s.role_title end, 'part', s.part, 'from', s.from_on, 'until', s.until_on,
      'here', s.here, 'quote', f.quote, 'lastContactAt', nullif(s.last_contact_at, '1970-01-01T00:00:00Z'))
      order by s.here desc, array_position(array['decides', 'can-say-no', 'advises', 'affected'], s.part), s.last_contact_at desc, s.name, s.id), '[]')
    from shown s left join findings f on f.workspace_id = (select workspace_id from x) and f.id = s.hero_finding_id)`;
}

function outsidersOf(): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'organisation', o.organisation,
    'lastContactAt', nullif(o.last_contact_at, '1970-01-01T00:00:00Z')) order by o.name, o.id), '[]') from outside o)`;
}

function tiesOf(): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${tieJson('b')} order by b.closeness desc, b.id), '[]') from bonds b)`;
}

// A talk is one in which both took part: who was only copied in did not.
function talksOf(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const spoke = (s: string) => sql`(${sql.raw(s)}.turns > 0 or (c.source = 'by-hand' and c.kind in ('call', 'meeting', 'visit', 'chat')))`;
  return sql`(select coalesce(json_agg(json_build_object('member', json_build_object('id', m.id, 'name', m.name, 'isYou', m.id = ${scope.member.id}::uuid),
      'personId', k.person_id, 'count', k.n, 'newest', k.newest) order by k.n desc, m.id, k.person_id), '[]')
    from (select t.member_id, t.person_id, count(*)::int as n, json_agg(json_build_object('id', t.id, 'title', t.title, 'happenedAt', t.happened_at)
        order by t.happened_at desc, t.id) filter (where t.place <= ${MOST.newest}) as newest
      from (select o.member_id, s.person_id, c.id, c.title, c.happened_at,
          row_number() over (partition by o.member_id, s.person_id order by c.happened_at desc, c.id) as place
        from (select id from here union select id from outside) who
        join speakers s on s.workspace_id = ${w} and s.person_id = who.id
        join conversations c on c.workspace_id = ${w} and c.id = s.conversation_id and ${readable(scope, 'c')} and ${spoke('s')}
        join speakers o on o.workspace_id = ${w} and o.conversation_id = c.id and o.member_id is not null and ${spoke('o')}
        group by o.member_id, s.person_id, c.id, c.title, c.happened_at) t
      group by t.member_id, t.person_id) k
    join members m on m.workspace_id = ${w} and m.id = k.member_id)`;
}

function needsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', n.id, 'personId', n.person_id, 'depth', n.depth, 'statement', n.statement,
      'element', n.element, 'understoodAt', n.understood_at, 'healedAt', n.healed_at, 'quotes', ${quotesOf(scope, 'need', 'n')}) order by n.created_at, n.id), '[]')
    from (select n.* from here h join needs n on n.workspace_id = ${scope.workspaceId} and n.person_id = h.id
      where ${evident(scope, 'need', 'n')} and ${atAnEnd(scope)} order by n.created_at, n.id limit ${MOST.needs}) n)`;
}

// Of a ladder what happens and what is at stake; the rungs between stand on the person's page.
function atAnEnd(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(n.parent_id is null or not exists (select from needs d where d.workspace_id = ${scope.workspaceId} and d.parent_id = n.id))`;
}

function promisesOf(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`(select coalesce(json_agg(${promiseJson(scope)} order by p.due_on, p.id), '[]')
    from (select x.* from promises x where x.workspace_id = ${w} and x.kept_at is null and x.id in (
        select q.id from here h join promises q on q.workspace_id = ${w} and q.by_person_id = h.id
        union select q.id from here h join promises q on q.workspace_id = ${w} and q.to_person_id = h.id)
      and ${evident(scope, 'promise', 'x')} order by x.due_on, x.id limit ${MOST.promises}) p ${promiseParties})`;
}

function conversationsOf(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'happenedAt', c.happened_at,
      'durationMs', c.duration_ms, 'who', (select coalesce(json_agg(distinct h.name), '[]') from speakers s join here h on h.id = s.person_id
        where s.workspace_id = ${w} and s.conversation_id = c.id)) order by c.happened_at desc, c.id desc), '[]')
    from (select * from said order by happened_at desc, id desc limit ${MOST.conversations}) c)`;
}

function dealsOf(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`(select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'stage', d.stage, 'won', d.won_at is not null,
      'lost', d.lost_at is not null) order by d.moved_at desc, d.id desc), '[]')
    from (select d.id, d.title, d.won_at, d.lost_at, d.moved_at, s.name as stage from x join deals d on d.workspace_id = ${w} and d.organisation_id = x.id
        and d.removed_at is null join stages s on s.workspace_id = ${w} and s.id = d.stage_id
      order by d.moved_at desc, d.id desc limit ${MOST.deals}) d)`;
}

function unplacedIn(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`(select coalesce(json_agg(json_build_object('domain', u.domain, 'people', u.people) order by u.domain), '[]') from (
    select q.domain, json_agg(json_build_object('id', q.id, 'name', q.name) order by q.name, q.id) as people from (
      select distinct d.domain, p.id, p.name from x join organisation_domains d on d.workspace_id = ${w} and d.organisation_id = x.id
        join person_emails e on e.workspace_id = ${w} and split_part(e.email, '@', 2) = d.domain
        join people p on p.workspace_id = ${w} and p.id = e.person_id and ${known(scope, 'p')}
        where not exists (select from affiliations a where a.workspace_id = ${w} and a.person_id = p.id and a.organisation_id = x.id)
        limit ${MOST.unplaced}) q group by q.domain) u)`;
}

function domainsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(d.domain order by d.domain), '[]') from organisation_domains d
    where d.workspace_id = ${scope.workspaceId} and d.organisation_id = x.id)`;
}

// Of organisations around it only those that this member may know of.
function named(scope: Scope, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name), o.id), '[]') from organisations o
    where o.workspace_id = ${scope.workspaceId} and ${which} and ${hasKnown(scope, 'o')})`;
}

function ownerOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select json_build_object('id', m.id, 'name', m.name) from members m where m.workspace_id = ${scope.workspaceId} and m.id = x.owner_id)`;
}

function tagsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)), '[]') from taggings g
    join tags t on t.workspace_id = g.workspace_id and t.id = g.tag_id where g.workspace_id = ${scope.workspaceId} and g.organisation_id = x.id)`;
}
