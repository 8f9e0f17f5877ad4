import { type RawBuilder, sql } from 'kysely';
import type { PeoplePage, PeopleViews, PersonRow } from '#model/pages.ts';
import type { PeopleSort } from '#model/people-sentence.ts';
import { VIEW_COUNT_MOST } from '#model/saved-view.ts';
import { current, newest } from '../affiliations/current.ts';
import { beliefStands } from '../beliefs/of-person.ts';
import { type Cursor, momentOf, numberOf, readCursor, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, readable } from '../statement.ts';
import { peopleInAll } from './count.ts';
import { countUpTo, fitting, isFiltered, type PeopleFit } from './fit.ts';

export interface PeopleAsked extends PeopleFit {
  cursor?: string | undefined;
  limit: number;
  sort: PeopleSort;
  /** How many stand in each of the views that everybody has, whatever is asked for; only beside a first page. */
  views?: boolean | undefined;
}

/** What a sentence leaves is counted up to here: more are not told apart. */
export const COUNTED_MOST = 10_000;

interface Found {
  rows: (PersonRow & { key: string | number })[];
  total: number;
  views?: PeopleViews | null;
}

/**
 * A page of people, in one statement; the sort keys are columns with an index each, so a page costs the same at any depth. `more` says that
 * there are more than the total, because they were not counted to the end.
 */
export async function listPeople(scope: Scope, asked: PeopleAsked): Promise<PeoplePage> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const found = await documentOf<Found>(scope.db, pageSql(scope, asked, cursor), isFiltered(asked) ? undefined : 'people.list');
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    rows: rows.slice(0, asked.limit).map(({ key: _, ...row }) => row),
    next: last ? writeCursor({ key: last.key, id: last.id, total }) : null,
    total: Math.min(total, isFiltered(asked) ? COUNTED_MOST : total),
    ...(isFiltered(asked) && total > COUNTED_MOST && { more: true as const }),
    ...(found?.views && { views: found.views }),
  };
}

const KEY = { spoke: sql`p.last_contact_at`, name: sql`lower(p.name)`, between: sql`p.between_us`, added: sql`p.created_at` };
const ORDER = {
  spoke: sql`p.last_contact_at desc, p.id desc`,
  name: sql`lower(p.name), p.id`,
  between: sql`p.between_us desc, p.id desc`,
  added: sql`p.created_at desc, p.id desc`,
};

export function pageSql(scope: Scope, asked: PeopleAsked, cursor: Cursor | null): RawBuilder<unknown> {
  const order = ORDER[asked.sort];
  const views = asked.views && !cursor ? viewsSql(scope) : sql`null`;
  const page = isFiltered(asked) ? narrowed(scope, asked, cursor) : whole(scope, asked, cursor);
  return sql`
    with ${page.named}
    select json_build_object('total', ${page.total}, 'views', ${views}, 'rows', coalesce(json_agg(${rowJson(scope, KEY[asked.sort])} order by ${order}), '[]'))
    from page p`;
}

interface PageSql {
  /** Named queries, of which the last is `page`: whole rows of people. */
  named: RawBuilder<unknown>;
  total: RawBuilder<unknown>;
}

function whole(scope: Scope, asked: PeopleAsked, cursor: Cursor | null): PageSql {
  return { named: sql`page as (${walked(scope, asked, cursor)})`, total: cursor ? sql`0` : sql`${peopleInAll(scope)}` };
}

/** Along the index of the order, until the page is full. */
function walked(scope: Scope, asked: PeopleAsked, cursor: Cursor | null, when = sql``): RawBuilder<unknown> {
  return sql`select p.* from people p where ${fitting(scope, asked)} ${afterSql(asked.sort, cursor)} ${when}
    order by ${ORDER[asked.sort]} limit ${asked.limit + 1}`;
}

/**
 * Few or many? Those a sentence fits are looked for once, up to the number that is counted. Where that is all of them, the page is sorted out of
 * them; where there are more, it is soon full along the index of its order. Neither walks past all who do not fit.
 */
function narrowed(scope: Scope, asked: PeopleAsked, cursor: Cursor | null): PageSql {
  // A page further on knows from the first how many there are.
  if (cursor && cursor.total > COUNTED_MOST) return whole(scope, asked, cursor);
  const order = ORDER[asked.sort];
  const fits = (most: RawBuilder<unknown>) => sql`fits as materialized (
    select p.id, p.last_contact_at, p.name, p.between_us, p.created_at from people p where ${fitting(scope, asked)} ${most})`;
  const few = (
    where: RawBuilder<unknown>,
  ) => sql`select q.* from (select p.id from fits p where ${where} order by ${order} limit ${asked.limit + 1}) f
    join people q on q.workspace_id = ${scope.workspaceId} and q.id = f.id`;
  if (cursor) return { named: sql`${fits(sql``)}, page as (${few(sql`true ${afterSql(asked.sort, cursor)}`)})`, total: sql`0` };
  const most = sql`${COUNTED_MOST}::int`;
  const many = walked(scope, asked, null, sql`and (select n from counted) > ${most}`);
  return {
    named: sql`${fits(sql`limit ${COUNTED_MOST + 1}`)}, counted as materialized (select count(*)::int as n from fits),
      page as ((${few(sql`(select n from counted) <= ${most}`)}) union all (${many}))`,
    total: sql`(select n from counted)`,
  };
}

function viewsSql(scope: Scope): RawBuilder<unknown> {
  const countOf = (fit: PeopleFit) => countUpTo(scope, fit, VIEW_COUNT_MOST - 1);
  return sql`json_build_object('owed', ${countOf({ owe: true })}, 'quiet', ${countOf({ spoke: 'quiet-month' })},
    'saved', (select count(*)::int from saved_views v where v.workspace_id = ${scope.workspaceId} and v.of = 'people' and v.removed_at is null
      and (v.member_id is null or v.member_id = ${scope.member.id}::uuid)))`;
}

function afterSql(sort: PeopleAsked['sort'], cursor: Cursor | null): RawBuilder<unknown> {
  if (!cursor) return sql``;
  if (sort === 'added') return sql`and (p.created_at, p.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)`;
  if (sort === 'spoke') return sql`and (p.last_contact_at, p.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)`;
  if (sort === 'name') return sql`and (lower(p.name), p.id) > (${String(cursor.key)}, ${cursor.id}::uuid)`;
  return sql`and (p.between_us, p.id) < (${numberOf(cursor)}::int, ${cursor.id}::uuid)`;
}

function rowJson(scope: Scope, key: RawBuilder<unknown>): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const promises = (side: 'by' | 'to') => sql`(select count(*)::int from promises x where x.workspace_id = ${w} and x.kept_at is null
    and ${side === 'by' ? sql`x.by_person_id = p.id` : sql`x.to_person_id = p.id`} and ${evident(scope, 'promise', 'x')})`;
  return sql`json_build_object('key', ${key}, 'id', p.id, 'name', p.name, 'roleTitle', p.role_title, 'kinds', p.kinds,
    'organisation', ${organisationOf(scope, 'p')},
    'quote', (select f.quote from findings f where f.workspace_id = ${w} and f.id = p.hero_finding_id),
    'lastContactAt', nullif(p.last_contact_at, '1970-01-01T00:00:00Z'), 'lastContactKind', p.last_contact_kind,
    'weOwe', ${promises('to')}, 'theyOwe', ${promises('by')},
    'openFindings', (select count(*)::int from speakers s
      join findings f on f.workspace_id = s.workspace_id and f.speaker_id = s.id and f.confirmed_at is null and f.rejected_at is null
      join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = ${w} and s.person_id = p.id and ${readable(scope, 'c')}),
    'falseBeliefs', (select count(*)::int from beliefs b where b.workspace_id = ${w} and b.person_id = p.id and b.kind = 'false'
      and b.closed_at is null and ${beliefStands(scope, 'b')}))`;
}

/** The organisation they are at now, of several the one they came to last; as a `NameRef` or null. */
export function organisationOf(scope: Scope, table: string): RawBuilder<unknown> {
  return sql`(select json_build_object('id', o.id, 'name', o.name) from affiliations a
    join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
    where a.workspace_id = ${scope.workspaceId} and a.person_id = ${sql.raw(table)}.id and ${current(scope, 'a')}
    order by ${newest('a')} limit 1)`;
}
