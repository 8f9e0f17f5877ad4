import { sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import type { Change } from '../scope.ts';
import { firstOf, known } from '../statement.ts';

/**
 * Somebody of whom the whole workspace may know: what is noted by hand comes out of no conversation, so everybody would see it.
 * @throws Refusal `missing.person`, `person.in-private`.
 */
export async function openlyKnown(change: Change, id: string): Promise<void> {
  const person = await firstOf(
    change.db,
    sql<{ privateTo: string | null }>`select p.private_to from people p
      where p.workspace_id = ${change.workspaceId} and p.id = ${id} and ${known(change, 'p')}`,
  );
  if (!person) throw new Refusal('missing.person', 'That person is not here any more.');
  if (person.privateTo)
    throw new Refusal('person.in-private', 'You met them in private. Note it in a private talk, so that it stays with you.');
}
