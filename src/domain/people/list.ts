import { type RawBuilder, sql } from 'kysely';
import type { Page, PeopleViews, PersonRow } from '#model/pages.ts';
import type { PersonKind } from '#model/person.ts';
import { type Cursor, momentOf, numberOf, readCursor, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, pieceOf, readable } from '../statement.ts';
import { peopleInAll } from './count.ts';

export interface PeopleAsked {
  cursor?: string | undefined;
  limit: number;
  /** A piece of a name. */
  find?: string | undefined;
  kinds?: PersonKind[] | undefined;
  spoke?: 'any' | 'week' | 'month' | 'quiet-month' | 'quiet-quarter' | undefined;
  /** Only who works at the organisation of that name. */
  of?: string | undefined;
  /** Only those to whom we owe something. */
  owe?: boolean | undefined;
  sort: 'spoke' | 'name' | 'between';
  /** How many stand in each of the saved views, whatever is asked for; only beside a first page. */
  views?: boolean | undefined;
}

interface Found {
  rows: (PersonRow & { key: string | number })[];
  total: number;
  views?: PeopleViews | null;
}

/** A page of people, in one statement; the sort keys are columns with an index each, so a page costs the same at any depth. */
export async function listPeople(scope: Scope, asked: PeopleAsked): Promise<Page<PersonRow> & { views?: PeopleViews }> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const found = await documentOf<Found>(scope.db, pageSql(scope, asked, cursor));
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    rows: rows.slice(0, asked.limit).map(({ key: _, ...row }) => row),
    next: last ? writeCursor({ key: last.key, id: last.id, total }) : null,
    total,
    ...(found?.views && { views: found.views }),
  };
}

const KEY = { spoke: sql`p.last_contact_at`, name: sql`lower(p.name)`, between: sql`p.between_us` };
const ORDER = {
  spoke: sql`p.last_contact_at desc, p.id desc`,
  name: sql`lower(p.name), p.id`,
  between: sql`p.between_us desc, p.id desc`,
};

export function pageSql(scope: Scope, asked: PeopleAsked, cursor: Cursor | null): RawBuilder<unknown> {
  const filter = sql`p.workspace_id = ${scope.workspaceId} and ${known(scope, 'p')} ${filterSql(scope, asked)}`;
  const counted = isFiltered(asked) ? sql`(select count(*)::int from people p where ${filter})` : peopleInAll(scope);
  const total = cursor ? sql`0` : counted;
  const order = ORDER[asked.sort];
  const views = asked.views && !cursor ? viewsSql(scope) : sql`null`;
  return sql`
    select json_build_object('total', ${total}, 'views', ${views}, 'rows', coalesce(json_agg(${rowJson(scope, KEY[asked.sort])} order by ${order}), '[]'))
    from (select * from people p where ${filter} ${afterSql(asked.sort, cursor)} order by ${order} limit ${asked.limit + 1}) p`;
}

function viewsSql(scope: Scope): RawBuilder<unknown> {
  const countOf = (asked: Partial<PeopleAsked>) => sql`(select count(*)::int from people p
    where p.workspace_id = ${scope.workspaceId} and ${known(scope, 'p')} ${filterSql(scope, asked)})`;
  return sql`json_build_object('owed', ${countOf({ owe: true })}, 'quiet', ${countOf({ spoke: 'quiet-month' })})`;
}

function isFiltered({ find, of, kinds, spoke = 'any', owe }: PeopleAsked): boolean {
  return Boolean(find?.trim() || of?.trim() || kinds?.length || owe || spoke !== 'any');
}

function afterSql(sort: PeopleAsked['sort'], cursor: Cursor | null): RawBuilder<unknown> {
  if (!cursor) return sql``;
  if (sort === 'spoke') return sql`and (p.last_contact_at, p.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)`;
  if (sort === 'name') return sql`and (lower(p.name), p.id) > (${String(cursor.key)}, ${cursor.id}::uuid)`;
  return sql`and (p.between_us, p.id) < (${numberOf(cursor)}::int, ${cursor.id}::uuid)`;
}

const DAY = 86_400_000;
const NEVER = sql`'1970-01-01T00:00:00Z'::timestamptz`;

function filterSql(scope: Scope, { find, of, kinds, spoke, owe }: Partial<PeopleAsked>): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  const ago = (days: number) => sql`${new Date(Date.parse(scope.now) - days * DAY).toISOString()}::timestamptz`;
  if (find?.trim()) parts.push(sql`and plain_name(p.name) like ${pieceOf(find.trim())}`);
  if (of?.trim())
    parts.push(sql`and p.id in (select a.person_id from affiliations a
      join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
      where a.workspace_id = ${scope.workspaceId} and plain_name(o.name) = plain_name(${of.trim()}))`);
  if (kinds && kinds.length > 0) parts.push(sql`and p.kinds && ${kinds}::text[]`);
  if (spoke === 'week') parts.push(sql`and p.last_contact_at >= ${ago(7)}`);
  if (spoke === 'month') parts.push(sql`and p.last_contact_at >= ${ago(30)}`);
  // With whom nobody spoke yet it is not quiet: there is nothing to take up again.
  if (spoke === 'quiet-month') parts.push(sql`and p.last_contact_at < ${ago(30)} and p.last_contact_at > ${NEVER}`);
  if (spoke === 'quiet-quarter') parts.push(sql`and p.last_contact_at < ${ago(91)} and p.last_contact_at > ${NEVER}`);
  if (owe)
    parts.push(sql`and exists (select from promises x where x.workspace_id = p.workspace_id and x.to_person_id = p.id
      and x.by_member_id is not null and x.kept_at is null and ${evident(scope, 'promise', 'x')})`);
  return sql.join(parts, sql` `);
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
      and b.closed_at is null and ${evident(scope, 'belief', 'b')}))`;
}

/** The organisation they came to last, of those they are at now, as a `NameRef` or null. */
export function organisationOf(scope: Scope, table: string): RawBuilder<unknown> {
  return sql`(select json_build_object('id', o.id, 'name', o.name) from affiliations a
    join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
    where a.workspace_id = ${scope.workspaceId} and a.person_id = ${sql.raw(table)}.id order by a.until_on is not null, a.created_at desc, a.id desc limit 1)`;
}
