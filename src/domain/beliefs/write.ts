import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { BeliefKind } from '#model/belief.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { lockPerson } from '../needs/lock.ts';
import { claimToHold } from '../offerings/held.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { beliefStands } from './of-person.ts';

export interface BeliefRow {
  id: string;
  personId: string;
  kind: BeliefKind;
  statement: string;
  claimId: string | null;
  repair: string;
  byHand: boolean;
  closedAt: string | null;
}

/** A belief that this member may know of, locked. @throws Refusal `missing.belief`. */
export async function lockBelief(change: Change, id: string): Promise<BeliefRow> {
  const belief = await firstOf(
    change.db,
    sql<BeliefRow>`select x.id, x.person_id, x.kind, x.statement, x.claim_id, x.repair, x.by_hand, x.closed_at from beliefs x
      join people p on p.workspace_id = x.workspace_id and p.id = x.person_id
      where x.workspace_id = ${change.workspaceId} and x.id = ${id} and ${beliefStands(change, 'x')} and ${known(change, 'p')} for update of x`,
  );
  if (!belief) throw missingBelief();
  return belief;
}

function missingBelief(): Refusal {
  return new Refusal('missing.belief', 'That belief is not here any more.');
}

export interface NewBelief {
  personId: string;
  kind: BeliefKind;
  statement: string;
  /** The claim it is held against. */
  claim?: string | undefined;
  repair?: string | undefined;
}

/** What they hold about us, without words behind it yet. @throws Refusal `missing.person`, `person.in-private`, `missing.claim`. */
export function addBelief(scope: Scope, { personId, kind, statement, claim, repair }: NewBelief): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    await lockPerson(change, personId);
    if (claim) await claimToHold(change, claim);
    const id = uuidv7();
    await sql`insert into beliefs (workspace_id, id, person_id, kind, statement, claim_id, repair, by_hand, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${personId}, ${kind}, ${statement.trim()}, ${claim ?? null}, ${repair?.trim() ?? ''}, true,
        ${change.now}, ${change.member.id})`.execute(change.db);
    await refreshPeople(change, [personId]);
    await remember(change, { action: 'belief.added', about: 'belief', id });
    return { id };
  });
}

export interface BeliefChange {
  kind?: BeliefKind | undefined;
  statement?: string | undefined;
  /** Null: it is held against none. */
  claim?: string | null | undefined;
  repair?: string | undefined;
}

/**
 * What stood before, so that it can be put back. A claim that was withdrawn since stays where it stands; it is only not chosen anew.
 * @throws Refusal `missing.belief`, `missing.claim`, `input.nothing`, `belief.true-closed`.
 */
export function changeBelief(scope: Scope, id: string, given: BeliefChange): Promise<Required<BeliefChange>> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    const { kind, statement, claimId, repair, personId, closedAt } = await lockBelief(change, id);
    if (given.claim && given.claim !== claimId) await heldBefore(change, given.claim);
    if (given.kind === 'true' && closedAt)
      throw new Refusal('belief.true-closed', 'It was repaired before it was true. Open it again first.');
    await sql`update beliefs set kind = ${given.kind ?? kind}, statement = ${given.statement?.trim() ?? statement},
      claim_id = ${given.claim === undefined ? claimId : given.claim}, repair = ${given.repair?.trim() ?? repair}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await refreshPeople(change, [personId]);
    await remember(change, { action: 'belief.changed', about: 'belief', id, detail: { fields } });
    return { kind, statement, claim: claimId, repair };
  });
}

/** Chosen anew it must stand; one that a belief is or was held against here may be put back. */
async function heldBefore(change: Change, claim: string): Promise<void> {
  const held = await firstOf(
    change.db,
    sql<{ id: string }>`select id from claims where workspace_id = ${change.workspaceId} and id = ${claim} and removed_at is not null
      and exists (select from findings f where f.workspace_id = ${change.workspaceId} and f.fields->>'claim' = ${claim})`,
  );
  if (!held) await claimToHold(change, claim);
}

/** It was no belief of theirs. Kept, so that it can come back. @throws Refusal `missing.belief`. */
export function removeBelief(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    const { personId } = await lockBelief(change, id);
    await sql`update beliefs set removed_at = ${change.now}, removed_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await refreshPeople(change, [personId]);
    await remember(change, { action: 'belief.removed', about: 'belief', id });
  });
}

/** @throws Refusal `missing.belief`. */
export function restoreBelief(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    await sql`update beliefs set removed_at = null, removed_by = null where workspace_id = ${change.workspaceId} and id = ${id}
      and removed_at is not null`.execute(change.db);
    // Whoever may not know of it is refused here, and the change with it.
    const { personId } = await lockBelief(change, id);
    await refreshPeople(change, [personId]);
    await remember(change, { action: 'belief.restored', about: 'belief', id });
  });
}
