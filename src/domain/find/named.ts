import { type RawBuilder, sql } from 'kysely';
import { current } from '../affiliations/current.ts';
import { organisationOf } from '../people/list.ts';
import type { Reader, Scope } from '../scope.ts';
import { known } from '../statement.ts';
import { beginsSo, isCalled, LOOKED_AT, OF_A_KIND, type Sought } from './sought.ts';

/** People by name, nickname, address, or where they work. */
export function peopleCalled(scope: Scope, sought: Sought, alike: boolean): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const these = (where: RawBuilder<boolean>) =>
    sql`(select p.id from people p where p.workspace_id = ${w} and ${where} limit ${LOOKED_AT})`;
  const address = sql`(select e.person_id from person_emails e where e.workspace_id = ${w}
    and e.email >= ${sought.plain} and e.email < ${`${sought.plain}\u{10ffff}`} limit ${OF_A_KIND})`;
  const there = sql`(select a.person_id from affiliations a where a.workspace_id = ${w}
    and a.organisation_id in (select o.id from organisations o where o.workspace_id = ${w} and ${isCalled(sql`o.sought`, sought)} limit 50) limit ${LOOKED_AT})`;
  const like = alike ? sql`union ${these(sql<boolean>`${sought.plain} <% p.sought`)}` : sql``;
  return sql`(select coalesce(json_agg(json_build_object('kind', 'person', 'id', x.id, 'title', x.name,
      'detail', concat_ws(', ', nullif(x.role_title, ''), ${organisationOf(scope, 'x')}->>'name')) order by x.n), '[]')
    from (select x.*, row_number() over (order by ${nearest(sought)}, x.last_contact_at desc, x.id) as n from people x
      where x.workspace_id = ${w} and ${known(scope, 'x')} and x.id in (
        ${these(beginsSo(sql`p.sought`, sought))} union ${these(isCalled(sql`p.sought`, sought))} union ${address} union ${there} ${like})
      order by n limit ${OF_A_KIND}) x)`;
}

/** Organisations by name. */
export function organisationsCalled(scope: Scope, sought: Sought, alike: boolean): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const these = (where: RawBuilder<boolean>) =>
    sql`(select o.id from organisations o where o.workspace_id = ${w} and ${where} limit ${LOOKED_AT})`;
  const like = alike ? sql`union ${these(sql<boolean>`${sought.plain} <% o.sought`)}` : sql``;
  return sql`(select coalesce(json_agg(json_build_object('kind', 'organisation', 'id', x.id, 'title', x.name,
      'detail', (select coalesce(string_agg(p.name, ', ' order by p.name), '') from (select p.name from affiliations a
        join people p on p.workspace_id = a.workspace_id and p.id = a.person_id
        where a.workspace_id = ${w} and a.organisation_id = x.id and ${current(scope, 'a')} and ${known(scope, 'p')} limit 3) p)) order by x.n), '[]')
    from (select x.*, row_number() over (order by ${nearest(sought)}, x.name, x.id) as n from organisations x
      where x.workspace_id = ${w} and x.id in (${these(beginsSo(sql`o.sought`, sought))} union ${these(isCalled(sql`o.sought`, sought))} ${like})
      and ${hasKnown(scope)} order by n limit ${OF_A_KIND}) x)`;
}

// What begins with it goes first, then what is most like it.
function nearest({ plain }: Sought): RawBuilder<unknown> {
  return sql`starts_with(x.sought, ${plain}) desc, word_similarity(${plain}, x.sought) desc`;
}

/** The organisation of that alias, unless all who work there were met by another in private. */
export function hasKnown(scope: Reader, table = 'x'): RawBuilder<boolean> {
  return sql<boolean>`coalesce((select bool_or(${known(scope, 'hp')}) from affiliations ha
    join people hp on hp.workspace_id = ha.workspace_id and hp.id = ha.person_id
    where ha.workspace_id = ${scope.workspaceId} and ha.organisation_id = ${sql.raw(table)}.id), true)`;
}
