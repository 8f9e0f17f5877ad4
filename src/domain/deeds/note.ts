import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { openlyKnown } from '../people/openly.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { missingTrait, viewTrait } from '../traits/view.ts';

export interface NewDeed {
  personId: string;
  what: string;
  /** ISO 8601 date. */
  doneOn: string;
  /** For which of what matters to them. */
  traitId?: string | null | undefined;
}

/** What we did for somebody as a person (charter U8). @throws Refusal `missing.person`, `missing.trait`, `person.in-private`, `deed.to-come`. */
export function addDeed(scope: Scope, { personId, what, doneOn, traitId }: NewDeed): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    await openlyKnown(change, personId);
    // A day ahead of ours there may be today already.
    if (Date.parse(doneOn) > Date.parse(change.now) + 86_400_000)
      throw new Refusal('deed.to-come', 'That day has not come yet. What you mean to do is a promise or a task.');
    if (traitId && (await viewTrait(change, traitId)).personId !== personId) throw missingTrait();
    const id = uuidv7();
    await sql`insert into deeds (workspace_id, id, person_id, trait_id, what, done_on, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${personId}, ${traitId ?? null}, ${what.trim()}, ${doneOn}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    await remember(change, { action: 'deed.added', about: 'deed', id });
    return { id };
  });
}

/** It was not so, or is nobody's business. @throws Refusal `missing.deed`. */
export function removeDeed(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    if (!(await takenAway(change, id))) throw new Refusal('missing.deed', 'That is not noted here any more.');
    await remember(change, { action: 'deed.removed', about: 'deed', id });
  });
}

async function takenAway(change: Change, id: string): Promise<boolean> {
  const row = await firstOf(
    change.db,
    sql<{ id: string }>`delete from deeds d where d.workspace_id = ${change.workspaceId} and d.id = ${id}
      and exists (select from people p where p.workspace_id = d.workspace_id and p.id = d.person_id and ${known(change, 'p')}) returning d.id`,
  );
  return row !== null;
}
