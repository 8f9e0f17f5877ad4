import { type RawBuilder, sql } from 'kysely';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';

const AT_ONCE = 1000;
let cursors = 0;

/** The rows of a query, a thousand in memory at a time, as they were when the transaction began. */
export async function* rowsSlowly<Row>({ db }: Change, query: RawBuilder<Row>): AsyncGenerator<Row> {
  const name = sql.raw(`out_${++cursors}`);
  await sql`declare ${name} no scroll cursor for ${query}`.execute(db);
  try {
    while (true) {
      const rows = await rowsOf(db, sql<Row>`fetch ${sql.raw(String(AT_ONCE))} from ${name}`);
      yield* rows;
      if (rows.length < AT_ONCE) return;
    }
  } finally {
    // Where the transaction is broken off the cursor went with it.
    await sql`close ${name}`.execute(db).catch(() => undefined);
  }
}
