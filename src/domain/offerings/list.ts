import { type RawBuilder, sql } from 'kysely';
import type { ClaimView, OfferingView } from '#model/offering.ts';
import { Refusal } from '#model/refusal.ts';
import type { Place } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { missingClaim } from './held.ts';

/** What is offered with what we say of it, ours first; with `away` also what was put away or withdrawn. */
export async function listOfferings(place: Place, { away }: { away: boolean }): Promise<OfferingView[]> {
  const offerings = await documentOf<OfferingView[]>(
    place.db,
    sql`select coalesce(json_agg(${offeringJson(away)} order by array_position(array['ours', 'partner', 'other'], o.kind), o.created_at, o.id), '[]')
      from offerings o where o.workspace_id = ${place.workspaceId} and (${away} or o.removed_at is null)`,
  );
  return offerings ?? [];
}

/** One of them with the claims that stand. @throws Refusal `missing.offering`. */
export async function viewOffering(place: Place, id: string): Promise<OfferingView> {
  const offering = await documentOf<OfferingView>(
    place.db,
    sql`select ${offeringJson(false)} from offerings o where o.workspace_id = ${place.workspaceId} and o.id = ${id}`,
  );
  if (!offering) throw missingOffering();
  return offering;
}

/** @throws Refusal `missing.claim`. */
export async function viewClaim(place: Place, id: string): Promise<ClaimView> {
  const claim = await documentOf<ClaimView>(
    place.db,
    sql`select ${claimJson} from claims k where k.workspace_id = ${place.workspaceId} and k.id = ${id}`,
  );
  if (!claim) throw missingClaim();
  return claim;
}

export function missingOffering(): Refusal {
  return new Refusal('missing.offering', 'That is not offered here any more.');
}

const claimJson = sql`json_build_object('id', k.id, 'offeringId', k.offering_id, 'statement', k.statement, 'proof', k.proof,
  'withdrawnAt', k.removed_at)`;

function offeringJson(away: boolean): RawBuilder<unknown> {
  return sql`json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'forWhom', o.for_whom, 'notForWhom', o.not_for_whom,
    'emotionalNeed', o.emotional_need, 'putAwayAt', o.removed_at,
    'claims', (select coalesce(json_agg(${claimJson} order by k.created_at, k.id), '[]') from claims k
      where k.workspace_id = o.workspace_id and k.offering_id = o.id and (${away} or k.removed_at is null)))`;
}
