import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../scope.ts';
import { known } from '../statement.ts';

/** Of the people around somebody at most so many; those with a tie first. */
const MOST_AROUND = 40;

/** The columns of a card from the alias p, as the pairs of a `json_build_object`. */
export function cardColumns(scope: Reader): RawBuilder<unknown> {
  return sql`'givenName', p.given_name, 'familyName', p.family_name, 'nickname', p.nickname, 'closeness', p.closeness, 'livesIn', p.lives_in,
    'zone', p.zone, 'locale', p.locale, 'prefers', p.prefers, 'prefersNote', p.prefers_note, 'photoId', p.photo_id,
    'doNotContact', case when p.do_not_contact_at is not null then json_build_object('at', p.do_not_contact_at,
      'by', ${memberOf(scope, 'p.do_not_contact_by')}, 'why', p.do_not_contact_why) end,
    'owner', ${memberOf(scope, 'p.owner_id')}`;
}

/** A member of ours by the id in a column, as a `NameRef` or null. */
export function memberOf({ workspaceId }: Reader, column: string): RawBuilder<unknown> {
  return sql`(select json_build_object('id', m.id, 'name', m.name) from members m where m.workspace_id = ${workspaceId} and m.id = ${sql.ref(column)})`;
}

/** How the person of alias p is reached, as the pairs of a `json_build_object`. */
export function reachOf({ workspaceId: w }: Reader): RawBuilder<unknown> {
  const of = (alias: string) => sql`${sql.ref(`${alias}.workspace_id`)} = ${w} and ${sql.ref(`${alias}.person_id`)} = p.id`;
  return sql`
    'emails', (select coalesce(json_agg(json_build_object('email', e.email, 'label', e.label) order by e.place, e.created_at, e.email), '[]')
      from person_emails e where ${of('e')}),
    'phones', (select coalesce(json_agg(json_build_object('phone', h.phone, 'e164', h.e164, 'label', h.label) order by h.place, h.created_at, h.id), '[]')
      from person_phones h where ${of('h')}),
    'links', (select coalesce(json_agg(json_build_object('url', l.url, 'label', l.label) order by l.created_at, l.id), '[]')
      from person_links l where ${of('l')}),
    'addresses', (select coalesce(json_agg(json_build_object('label', a.label, 'street', a.street, 'place', a.place, 'region', a.region,
      'postcode', a.postcode, 'country', a.country) order by a.created_at, a.id), '[]') from person_addresses a where ${of('a')}),
    'dates', (select coalesce(json_agg(json_build_object('kind', d.kind, 'label', d.label, 'month', d.month, 'day', d.day, 'year', d.year)
      order by d.created_at, d.id), '[]') from person_dates d where ${of('d')})`;
}

/** Where the person of alias p works, the present first. */
export function workOf({ workspaceId: w }: Reader): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('organisation', json_build_object('id', o.id, 'name', o.name), 'roleTitle', a.role_title,
      'part', a.part, 'fromOn', a.from_on, 'untilOn', a.until_on) order by a.until_on is not null, a.created_at desc, a.id desc), '[]')
    from affiliations a join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
    where a.workspace_id = ${w} and a.person_id = p.id)`;
}

/**
 * Who is around the person of alias p: who is tied to them, from either side, and who works where they work now, with their part there. Each once,
 * by their closest tie; only those this member may know of.
 */
export function aroundOf(scope: Reader): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`(select coalesce(json_agg(x.one order by x.untied, x.closeness desc, x.name, x.id), '[]') from (
    select q.id, q.name, c.kind is null as untied, coalesce(c.closeness, 0) as closeness, json_build_object('id', q.id, 'name', q.name,
      'roleTitle', q.role_title, 'part', c.part,
      'tie', case when c.kind is not null then json_build_object('kind', c.kind, 'closeness', c.closeness, 'of', c.side, 'note', c.note) end) as one
    from (
      select distinct on (n.id) n.id, n.kind, n.closeness, n.note, n.side, max(n.part) over (partition by n.id) as part from (
        select t.to_id as id, t.kind, t.closeness, t.note, 'from' as side, null as part from ties t where t.workspace_id = ${w} and t.from_id = p.id
        union all select t.from_id, t.kind, t.closeness, t.note, 'to', null from ties t where t.workspace_id = ${w} and t.to_id = p.id
        union all (select b.person_id, null, null, null, null, b.part from affiliations a
          join affiliations b on b.workspace_id = a.workspace_id and b.organisation_id = a.organisation_id and b.until_on is null
          where a.workspace_id = ${w} and a.person_id = p.id and a.until_on is null order by b.part is null, b.created_at, b.id limit ${MOST_AROUND * 2})
      ) n order by n.id, n.kind is null, n.closeness desc, n.side, n.kind) c
    join people q on q.workspace_id = ${w} and q.id = c.id and q.id <> p.id and ${known(scope, 'q')}
    order by untied, closeness desc, q.name, q.id limit ${MOST_AROUND}) x)`;
}

/** What we did for the person of alias p, the newest first. */
export function deedsOf(scope: Reader): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', d.id, 'what', d.what, 'doneOn', d.done_on, 'traitId', d.trait_id,
      'by', ${memberOf(scope, 'd.created_by')}) order by d.done_on desc, d.id desc), '[]')
    from deeds d where d.workspace_id = ${scope.workspaceId} and d.person_id = p.id)`;
}
