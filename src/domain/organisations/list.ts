import { type RawBuilder, sql } from 'kysely';
import type { OrganisationRow } from '#model/organisation.ts';
import type { Page } from '#model/pages.ts';
import { current } from '../affiliations/current.ts';
import { type Cursor, momentOf, numberOf, readCursor, writeCursor } from '../cursor.ts';
import { hasKnown } from '../find/named.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known, pieceOf } from '../statement.ts';

export interface OrganisationsAsked {
  cursor?: string | undefined;
  limit: number;
  /** A piece of a name. */
  find?: string | undefined;
  sort: 'name' | 'people' | 'spoke';
}

interface Found {
  rows: (OrganisationRow & { key: string | number })[];
  total: number;
}

/** A page of organisations, in one statement. By name it is read from its index; by people or by contact everybody's place is counted first. */
export async function listOrganisations(scope: Scope, asked: OrganisationsAsked): Promise<Page<OrganisationRow>> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const found = await documentOf<Found>(scope.db, pageSql(scope, asked, cursor));
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    rows: rows.slice(0, asked.limit).map(({ key: _, ...row }) => row),
    next: last ? writeCursor({ key: last.key, id: last.id, total }) : null,
    total,
  };
}

const KEY = { name: sql`lower(x.name)`, people: sql`x.people`, spoke: sql`x.last_at` };
const ORDER = { name: sql`lower(x.name), x.id`, people: sql`x.people desc, x.id desc`, spoke: sql`x.last_at desc, x.id desc` };

function pageSql(scope: Scope, asked: OrganisationsAsked, cursor: Cursor | null): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const order = ORDER[asked.sort];
  const filter = sql`x.workspace_id = ${w} and ${hasKnown(scope)} ${asked.find?.trim() ? sql`and plain_name(x.name) like ${pieceOf(asked.find.trim())}` : sql``}`;
  const total = cursor ? sql`0` : asked.find?.trim() ? sql`(select count(*)::int from organisations x where ${filter})` : inAll(scope);
  const from = asked.sort === 'name' ? sql`organisations x` : sql`(${withPeople(scope)}) x`;
  return sql`select json_build_object('total', ${total}, 'rows', coalesce(json_agg(json_build_object('key', ${KEY[asked.sort]}, 'id', x.id, 'name', x.name,
      'about', x.about, 'place', x.place, 'people', c.people, 'who', c.who, 'lastContactAt', nullif(c.last_at, '1970-01-01T00:00:00Z')) order by ${order}), '[]'))
    from (select * from ${from} where ${filter} ${afterSql(asked.sort, cursor)} order by ${order} limit ${asked.limit + 1}) x
    cross join lateral (select count(*)::int as people, max(p.last_contact_at) as last_at,
        coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.last_contact_at desc, p.id) filter (where p.place <= 4), '[]') as who
      from (select p.*, row_number() over (order by p.last_contact_at desc, p.id) as place ${peopleAt(scope)}) p) c`;
}

function peopleAt(scope: Scope): RawBuilder<unknown> {
  return sql`from affiliations a join people p on p.workspace_id = a.workspace_id and p.id = a.person_id and ${known(scope, 'p')}
    where a.workspace_id = ${scope.workspaceId} and a.organisation_id = x.id and ${current(scope, 'a')}`;
}

function withPeople(scope: Scope): RawBuilder<unknown> {
  return sql`select o.*, coalesce(n.people, 0) as people, coalesce(n.last_at, '1970-01-01T00:00:00Z') as last_at from organisations o
    left join (select a.organisation_id, count(*)::int as people, max(p.last_contact_at) as last_at from affiliations a
      join people p on p.workspace_id = a.workspace_id and p.id = a.person_id and ${known(scope, 'p')}
      where a.workspace_id = ${scope.workspaceId} and ${current(scope, 'a')} group by a.organisation_id) n on n.organisation_id = o.id
    where o.workspace_id = ${scope.workspaceId}`;
}

// Only where others met somebody in private can an organisation be hidden, and of those there are few.
function inAll(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`((select count(*)::int from organisations o where o.workspace_id = ${w}) - (select count(*)::int from organisations x
    where x.workspace_id = ${w} and not ${hasKnown(scope)} and x.id in (select a.organisation_id from people p
      join affiliations a on a.workspace_id = ${w} and a.person_id = p.id where p.workspace_id = ${w} and p.private_to is not null)))`;
}

function afterSql(sort: OrganisationsAsked['sort'], cursor: Cursor | null): RawBuilder<unknown> {
  if (!cursor) return sql``;
  if (sort === 'name') return sql`and (lower(x.name), x.id) > (${String(cursor.key)}, ${cursor.id}::uuid)`;
  if (sort === 'people') return sql`and (x.people, x.id) < (${numberOf(cursor)}::int, ${cursor.id}::uuid)`;
  return sql`and (x.last_at, x.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)`;
}
