import { type RawBuilder, sql } from 'kysely';
import type { Claim } from '#model/offering.ts';
import { Refusal } from '#model/refusal.ts';
import type { Change, Place } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';

/** What stands, of the aliases k (claim) and o (its offering): ours, and nobody took it back. */
const stands = sql`k.removed_at is null and o.removed_at is null and o.kind = 'ours'`;

/** The claims that what people say is held against, in an order that does not change by itself. */
export async function heldClaims(place: Place): Promise<Claim[]> {
  return rowsOf(
    place.db,
    sql<Claim>`select k.id, o.name as offering, k.statement from claims k
      join offerings o on o.workspace_id = k.workspace_id and o.id = k.offering_id
      where k.workspace_id = ${place.workspaceId} and ${stands} order by k.id`,
  );
}

/** A belief can be held against what we say, not against what we said once. @throws Refusal `missing.claim`. */
export async function claimToHold(change: Change, id: string): Promise<void> {
  const found = await firstOf(
    change.db,
    sql<{ id: string }>`select k.id from claims k
      join offerings o on o.workspace_id = k.workspace_id and o.id = k.offering_id
      where k.workspace_id = ${change.workspaceId} and k.id = ${id} and ${stands}`,
  );
  if (!found) throw missingClaim();
}

export function missingClaim(): Refusal {
  return new Refusal('missing.claim', 'That claim is not made here any more.');
}

/** The claim of this id as an `Against`, also one that was withdrawn; null for none. `at` is the alias of a row of the workspace. */
export function against(at: string, claimId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('statement', k.statement, 'offering', o.name,
      'withdrawn', k.removed_at is not null or o.removed_at is not null)
    from claims k join offerings o on o.workspace_id = k.workspace_id and o.id = k.offering_id
    where k.workspace_id = ${sql.ref(`${at}.workspace_id`)} and k.id = ${claimId})`;
}

/** The same for a finding of alias `table`, as a part to be put to its fields; nothing where it is no belief. */
export function heldAgainst(table: string): RawBuilder<unknown> {
  const f = sql.raw(table);
  return sql`(case when ${f}.kind like 'belief.%' and ${f}.fields->>'claim' is not null
    then jsonb_build_object('against', ${against(table, sql`(${f}.fields->>'claim')::uuid`)}) else '{}' end)`;
}
