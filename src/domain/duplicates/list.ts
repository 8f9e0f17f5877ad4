import { sql } from 'kysely';
import { type Reason, type WhySame, wordOf } from '#model/duplicate.ts';
import type { DuplicateLook, PairRow } from '#model/merge.ts';
import type { Page } from '#model/pages.ts';
import { readCursor, realOf, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { readLook } from './look.ts';
import { mayKnowBoth } from './pairs.ts';

export interface PairsAsked {
  cursor?: string | undefined;
  limit: number;
  /** Those that were put off, instead of those that nobody has looked at. */
  later?: boolean | undefined;
}

interface Found {
  rows: (Omit<PairRow, 'word' | 'why'> & { key: string; score: number; why: { for: Reason<WhySame>[] } })[];
  total: number;
  putOff: number;
}

export interface PairsPage extends Page<PairRow> {
  /** How many were put off. */
  putOff: number;
  look: DuplicateLook | null;
}

/** Pairs that wait, likeliest first; of those whom only another member knows there is nothing in it. */
export async function listPairs(scope: Scope, { cursor: given, limit, later = false }: PairsAsked): Promise<PairsPage> {
  const cursor = given ? readCursor(given) : null;
  const w = scope.workspaceId;
  const waits = sql`d.workspace_id = ${w} and d.two_at is null and ${mayKnowBoth(scope, 'd')}`;
  const these = sql`${waits} and (d.later_at is not null) = ${later}`;
  // A real as text is the same real again.
  const after = cursor
    ? sql`and (d.score < ${realOf(cursor)}::real or (d.score = ${realOf(cursor)}::real and d.id > ${cursor.id}::uuid))`
    : sql``;
  const name = (table: string) => sql`json_build_object('id', ${sql.ref(`${table}.id`)}, 'name', ${sql.ref(`${table}.name`)})`;
  const found = await documentOf<Found>(
    scope.db,
    sql`select json_build_object('total', ${cursor ? sql`0` : sql`(select count(*)::int from duplicate_pairs d where ${these})`},
      'putOff', (select count(*)::int from duplicate_pairs d where ${waits} and d.later_at is not null),
      'rows', coalesce(json_agg(json_build_object('id', d.id, 'key', d.score::text, 'score', d.score, 'why', d.why, 'laterAt', d.later_at,
        'one', ${name('a')}, 'other', ${name('b')}) order by d.score desc, d.id), '[]'))
      from (select * from duplicate_pairs d where ${these} ${after} order by d.score desc, d.id limit ${limit + 1}) d
      join people a on a.workspace_id = d.workspace_id and a.id = d.one_id
      join people b on b.workspace_id = d.workspace_id and b.id = d.other_id`,
  );
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map(({ key: _, score, why, ...row }) => ({ ...row, word: wordOf(score), why: why.for })),
    next: last ? writeCursor({ key: last.key, id: last.id, total }) : null,
    total,
    putOff: found?.putOff ?? 0,
    look: await readLook(scope),
  };
}
