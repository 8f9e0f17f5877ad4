import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../scope.ts';

/** Their time there lasts: `table` is the alias of a row of affiliations. A day that is named as the last one may lie ahead. */
export function current({ now }: Pick<Scope, 'now'>, table: string): RawBuilder<boolean> {
  const a = sql.raw(table);
  return sql<boolean>`(${a}.until_on is null or ${a}.until_on > ${now.slice(0, 10)}::date)`;
}

/** Of several places at once the one that lasts without an end, then the one they came to last. */
export function newest(table: string): RawBuilder<unknown> {
  const a = sql.raw(table);
  return sql`${a}.until_on is null desc, coalesce(${a}.from_on, ${a}.created_at::date) desc, ${a}.created_at desc, ${a}.id desc`;
}
