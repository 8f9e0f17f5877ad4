import { type RawBuilder, sql } from 'kysely';
import { isMoment } from '#model/moment.ts';
import { Refusal } from '#model/refusal.ts';
import { TIMELINE_PARTS, type TimelinePage, type TimelinePart } from '#model/timeline.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';
import { fromTalks } from './from-talks.ts';
import { fromWork } from './from-work.ts';
import { KINDS, type MomentKind, type Source, type Subject } from './source.ts';

/** So many come with a page that has more to show. */
export const FIRST_MOMENTS = 20;

const SOURCES: Source[] = [...fromTalks, ...fromWork];

export interface TimelineAsked {
  personId?: string | undefined;
  organisationId?: string | undefined;
  dealId?: string | undefined;
  cursor?: string | undefined;
  /** Everything when none is named. */
  kinds?: TimelinePart[] | undefined;
  limit: number;
}

/**
 * A page of all that happened with somebody or something, the newest first, in one statement.
 * @throws Refusal `timeline.of-whom` unless exactly one is named, `missing.person` (…), `list.cursor`.
 */
export async function timelineOf(scope: Scope, asked: TimelineAsked): Promise<TimelinePage> {
  const { about, id } = subjectOf(asked);
  const parts = asked.kinds?.length ? asked.kinds : TIMELINE_PARTS;
  const before = asked.cursor === undefined ? null : readPlace(asked.cursor);
  const table = { person: 'people', organisation: 'organisations', deal: 'deals' } as const;
  const isHere = { person: known(scope, 'p'), organisation: sql`true`, deal: sql`p.removed_at is null` };
  const page = await documentOf<TimelinePage>(
    scope.db,
    sql`select ${timelineSql(scope, { about, id: sql`p.id`, parts, before, limit: asked.limit })} from ${sql.table(table[about])} p
      where p.workspace_id = ${scope.workspaceId} and p.id = ${id} and ${isHere[about]}`,
  );
  if (!page) throw new Refusal(`missing.${about}`, 'That is not here any more.');
  return page;
}

function subjectOf({ personId, organisationId, dealId }: TimelineAsked): { about: Subject['about']; id: string } {
  const named = [
    ...(personId ? [{ about: 'person' as const, id: personId }] : []),
    ...(organisationId ? [{ about: 'organisation' as const, id: organisationId }] : []),
    ...(dealId ? [{ about: 'deal' as const, id: dealId }] : []),
  ];
  const [only] = named;
  if (!only || named.length > 1) throw new Refusal('timeline.of-whom', 'Name one person, one organisation or one deal.');
  return only;
}

/** Where a page ended: what is told there, of which kind, at which moment. */
interface Place {
  at: string;
  kind: MomentKind;
  id: string;
}

interface PageAsked extends Subject {
  parts: readonly TimelinePart[];
  before: Place | null;
  limit: number;
}

/**
 * A `TimelinePage` as one expression of a larger statement; `id` may be a column of it. Each source gives the keys of its newest rows, of those
 * the newest of all are chosen, and only they are written out. Two at one moment stand by id, then by kind: none is told twice or left out.
 */
export function timelineSql(scope: Scope, { parts, before, limit, ...subject }: PageAsked): RawBuilder<unknown> {
  const sources = SOURCES.filter((source) => parts.includes(source.part) && source.of.includes(subject.about));
  const earlier = before
    ? sql`where (s.at, s.id, s.o) < (${before.at}::timestamptz, ${before.id}::uuid, ${KINDS.indexOf(before.kind)}::int)`
    : sql``;
  const keys = sources.map(
    (source) =>
      sql`(select s.o, s.at, s.id from (${source.keys(scope, subject)}) s ${earlier} order by s.at desc, s.id desc, s.o desc limit ${limit + 1})`,
  );
  const rows = sources.map(
    (source) => sql`when k.o between ${source.first}::int and ${source.last}::int then ${source.row(scope, subject)}`,
  );
  return sql`(select json_build_object(
      'rows', coalesce(json_agg(jsonb_build_object('id', k.id, 'at', k.at, 'kind', (${[...KINDS]}::text[])[k.o + 1])
        || (case ${sql.join(rows, sql` `)} end) order by k.n) filter (where k.n <= ${limit}), '[]'),
      'next', max(concat_ws(' ', to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), (${[...KINDS]}::text[])[k.o + 1], k.id))
        filter (where k.n = ${limit} and k.found > ${limit}))
    from (select k.*, row_number() over (order by k.at desc, k.id desc, k.o desc) as n, count(*) over () as found
      from (${sql.join(keys, sql` union all `)}) k order by k.at desc, k.id desc, k.o desc limit ${limit + 1}) k)`;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function readPlace(cursor: string): Place {
  const [at = '', kind, id = ''] = cursor.split(' ');
  const known = KINDS.find((one) => one === kind);
  if (!isMoment(at) || !known || !UUID.test(id)) throw new Refusal('list.cursor', 'This list has moved on. Start again at its top.');
  return { at, kind: known, id };
}
