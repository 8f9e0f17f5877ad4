import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { NewClaim } from '#model/offering.shape.ts';
import type { ClaimView } from '#model/offering.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import type { Change, Scope } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { missingClaim } from './held.ts';
import { missingOffering, viewClaim } from './list.ts';
import { changingClaims } from './look-again.ts';

/** Say something of an offering. @throws Refusal `missing.offering`, also when it was put away. */
export function claim(scope: Scope, offeringId: string, { statement, proof }: NewClaim): Promise<ClaimView> {
  return changingClaims(scope, async (change) => {
    const offering = await firstOf(
      change.db,
      sql`select id from offerings where workspace_id = ${change.workspaceId} and id = ${offeringId} and removed_at is null for share`,
    );
    if (!offering) throw missingOffering();
    const id = uuidv7();
    await sql`insert into claims (workspace_id, id, offering_id, statement, proof, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${offeringId}, ${statement}, ${proof}, ${change.now}, ${change.member.id})`.execute(change.db);
    await remember(change, { action: 'claim.made', about: 'claim', id });
    return viewClaim(change, id);
  });
}

/** The same in better words: beliefs that are held against it follow. What says something else is another claim (docs/decisions/011). */
export function rewordClaim(
  scope: Scope,
  id: string,
  { statement, proof }: { statement?: string | undefined; proof?: string | undefined },
): Promise<ClaimView> {
  const fields = Object.entries({ statement, proof }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return changingClaims(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql`update claims set statement = coalesce(${statement ?? null}, statement), proof = coalesce(${proof ?? null}, proof)
        where workspace_id = ${change.workspaceId} and id = ${id} returning id`,
    );
    if (!found) throw missingClaim();
    await remember(change, { action: 'claim.reworded', about: 'claim', id, detail: { fields } });
    return viewClaim(change, id);
  });
}

/** We say it no longer: nothing new is held against it; a belief that was keeps it. @throws Refusal `missing.claim`. */
export function withdrawClaim(scope: Scope, id: string): Promise<ClaimView> {
  return changingClaims(scope, (change) => mark(change, id, true));
}

/** We say it after all. @throws Refusal `missing.claim`. */
export function standByClaim(scope: Scope, id: string): Promise<ClaimView> {
  return changingClaims(scope, (change) => mark(change, id, false));
}

async function mark(change: Change, id: string, withdrawn: boolean): Promise<ClaimView> {
  const marked = await firstOf(
    change.db,
    sql`update claims set removed_at = ${withdrawn ? change.now : null}::timestamptz, removed_by = ${withdrawn ? change.member.id : null}::uuid
      where workspace_id = ${change.workspaceId} and id = ${id} and (removed_at is null) = ${withdrawn} returning id`,
  );
  if (marked) await remember(change, { action: withdrawn ? 'claim.withdrawn' : 'claim.stood-by', about: 'claim', id });
  return viewClaim(change, id);
}
