import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { NewOffering } from '#model/offering.shape.ts';
import type { OfferingView } from '#model/offering.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { missingOffering, viewOffering } from './list.ts';
import { changingClaims } from './look-again.ts';

/** Something we offer, or point to. What is said of it comes after. */
export function offer(scope: Scope, { name, kind, forWhom, notForWhom, emotionalNeed }: NewOffering): Promise<OfferingView> {
  return wholly(scope, async (change) => {
    const id = uuidv7();
    await sql`insert into offerings (workspace_id, id, name, kind, for_whom, not_for_whom, emotional_need, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${name}, ${kind}, ${forWhom}, ${notForWhom}, ${emotionalNeed}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    await remember(change, { action: 'offering.offered', about: 'offering', id });
    return viewOffering(change, id);
  });
}

type OfferingChange = { [Name in keyof NewOffering]?: NewOffering[Name] | undefined };

/** What is not given stays. @throws Refusal `missing.offering`, `input.nothing`. */
export function changeOffering(scope: Scope, id: string, given: OfferingChange): Promise<OfferingView> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return changingClaims(scope, async (change) => {
    const { name, kind, forWhom, notForWhom, emotionalNeed } = given;
    const found = await firstOf(
      change.db,
      sql`update offerings set name = coalesce(${name ?? null}, name), kind = coalesce(${kind ?? null}, kind),
        for_whom = coalesce(${forWhom ?? null}, for_whom), not_for_whom = coalesce(${notForWhom ?? null}, not_for_whom),
        emotional_need = coalesce(${emotionalNeed ?? null}, emotional_need)
        where workspace_id = ${change.workspaceId} and id = ${id} returning id`,
    );
    if (!found) throw missingOffering();
    await remember(change, { action: 'offering.changed', about: 'offering', id, detail: { fields } });
    return viewOffering(change, id);
  });
}

/** Not offered any more; its claims are not held against. Kept, with them: beliefs speak of it. @throws Refusal `missing.offering`. */
export function putAwayOffering(scope: Scope, id: string): Promise<OfferingView> {
  return changingClaims(scope, (change) => mark(change, id, true));
}

/** Offered after all, with the claims it had. @throws Refusal `missing.offering`. */
export function bringBackOffering(scope: Scope, id: string): Promise<OfferingView> {
  return changingClaims(scope, (change) => mark(change, id, false));
}

async function mark(change: Change, id: string, away: boolean): Promise<OfferingView> {
  const marked = await firstOf(
    change.db,
    sql`update offerings set removed_at = ${away ? change.now : null}::timestamptz, removed_by = ${away ? change.member.id : null}::uuid
      where workspace_id = ${change.workspaceId} and id = ${id} and (removed_at is null) = ${away} returning id`,
  );
  if (marked) await remember(change, { action: away ? 'offering.put-away' : 'offering.brought-back', about: 'offering', id });
  return viewOffering(change, id);
}
