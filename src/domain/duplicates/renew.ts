import { type RawBuilder, sql } from 'kysely';
import { matchEmailOf, matchKeyOf, organisationKeyOf } from '#model/match.ts';
import type { Place } from '../scope.ts';
import { rowsOf } from '../statement.ts';

const BATCH = 5000;

interface Keyed {
  id: string;
  written: string;
  key: string;
}

/**
 * Write anew what records are compared by, where it is not what it would be now: the rules of comparing grow, and a database that was moved here from an
 * older Heed has plainer keys.
 */
export async function renewKeys(place: Place): Promise<void> {
  await renew(place, { table: 'people', written: 'name', key: 'match_key' }, matchKeyOf);
  await renew(place, { table: 'person_emails', written: 'email', key: 'match_email' }, matchEmailOf);
  await renew(place, { table: 'organisations', written: 'name', key: 'match_key' }, organisationKeyOf);
}

async function renew(place: Place, of: { table: string; written: string; key: string }, keyOf: (written: string) => string): Promise<void> {
  const [table, written, key] = [sql.table(of.table), sql.ref(of.written), sql.ref(of.key)];
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const rows = await rowsOf(
      place.db,
      sql<Keyed>`select id, ${written} as written, ${key} as key from ${table} where workspace_id = ${place.workspaceId} ${after} order by id limit ${BATCH}`,
    );
    const last = rows.at(-1);
    if (!last) return;
    const stale = rows.map((row) => ({ ...row, now: keyOf(row.written) })).filter((row) => row.key !== row.now);
    if (stale.length > 0)
      await sql`update ${table} x set ${key} = n.key from unnest(${stale.map(({ id }) => id)}::uuid[], ${stale.map(({ now }) => now)}::text[],
          ${stale.map((row) => row.written)}::text[]) as n(id, key, written)
        where x.workspace_id = ${place.workspaceId} and x.id = n.id and ${sql.ref(`x.${of.written}`)} = n.written`.execute(place.db);
    after = sql`and id > ${last.id}::uuid`;
  }
}
