/** What is still offered, and what is no longer said. Pure. */
import type { OfferingView } from '#model/offering.ts';

/** Of what is offered: how much is ours, and how much we only point to. */
export function countOffered(offered: OfferingView[]): { ours: number; others: number } {
  const ours = offered.filter((one) => one.kind === 'ours').length;
  return { ours, others: offered.length - ours };
}

/** Offerings that were put away, and of the others the claims that were withdrawn; `n` counts an offering with its claims once. */
export function awayIn(all: OfferingView[]): { away: OfferingView[]; n: number } {
  const away = all
    .map((one) => ({ ...one, claims: one.putAwayAt ? [] : one.claims.filter((claim) => claim.withdrawnAt) }))
    .filter((one) => one.putAwayAt || one.claims.length > 0);
  return { away, n: away.reduce((sum, one) => sum + (one.putAwayAt ? 1 : one.claims.length), 0) };
}
