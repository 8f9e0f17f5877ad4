import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import { firstOf } from './statement.ts';

/** The columns of a table that can be written, in order: those the database makes by itself (what search looks in) are not among them. */
export async function writtenColumns(db: Db, table: string): Promise<RawBuilder<unknown>> {
  const found = await firstOf(
    db,
    sql<{ columns: string[] }>`select array_agg(attname::text order by attnum) as columns from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  );
  return sql.join((found?.columns ?? []).map((column) => sql.ref(column)));
}
