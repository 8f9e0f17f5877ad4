import { sql } from 'kysely';
import type { Place } from '#model/need.ts';
import { Refusal } from '#model/refusal.ts';
import type { Change } from '../scope.ts';
import { firstOf, known, rowsOf } from '../statement.ts';
import { needStands } from './of-person.ts';

export interface NeedRow extends Place {
  personId: string;
  statement: string;
  byHand: boolean;
}

/** A need that this member may know of, locked with all others of its person until the change is done. @throws Refusal `missing.need`. */
export async function lockNeed(change: Change, id: string): Promise<NeedRow> {
  // All of one person, in one order: two who move needs of one ladder wait for one another, and never in a circle.
  await sql`select n.id from needs n where n.workspace_id = ${change.workspaceId}
    and n.person_id = (select m.person_id from needs m where m.workspace_id = ${change.workspaceId} and m.id = ${id})
    order by n.id for update`.execute(change.db);
  const need = await firstOf(
    change.db,
    sql<NeedRow>`select n.id, n.parent_id, n.depth, n.person_id, n.statement, n.by_hand from needs n
      join people p on p.workspace_id = n.workspace_id and p.id = n.person_id
      where n.workspace_id = ${change.workspaceId} and n.id = ${id} and ${needStands(change, 'n')} and ${known(change, 'p')}`,
  );
  if (!need) throw missingNeed();
  return need;
}

export function missingNeed(): Refusal {
  return new Refusal('missing.need', 'That need is not here any more.');
}

/** Where all needs of this person hang, also those that this member may not read: a ladder is whole or it is none. */
export async function placesOf(change: Change, personId: string): Promise<Place[]> {
  return rowsOf(
    change.db,
    sql<Place>`select id, parent_id, depth from needs where workspace_id = ${change.workspaceId} and person_id = ${personId}
      and removed_at is null order by created_at, id`,
  );
}

export async function putPlaces(change: Change, places: Place[]): Promise<void> {
  const rows = places.map(({ id, parentId, depth }) => ({ id, parent_id: parentId, depth }));
  await sql`update needs n set parent_id = x.parent_id, depth = x.depth
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, parent_id uuid, depth int)
    where n.workspace_id = ${change.workspaceId} and n.id = x.id`.execute(change.db);
}

/**
 * Somebody whom this member may know of, and of whom something may be written down for all to see.
 * @throws Refusal `missing.person`, `person.in-private`.
 */
export async function lockPerson(change: Change, personId: string): Promise<{ name: string; doNotContactAt: string | null }> {
  const person = await firstOf(
    change.db,
    sql<{ name: string; privateTo: string | null; doNotContactAt: string | null }>`select p.name, p.private_to, p.do_not_contact_at
      from people p where p.workspace_id = ${change.workspaceId} and p.id = ${personId} and ${known(change, 'p')} for share`,
  );
  if (!person) throw new Refusal('missing.person', 'That person is not here any more.');
  // What came out of no conversation is seen by all, and would tell of somebody whom only this member has met.
  if (person.privateTo)
    throw new Refusal('person.in-private', 'You met them in private. Note it in a private talk, so that it stays with you.');
  return person;
}

/** May everybody in the workspace read it? */
export async function isForAll(change: Change, { id, byHand }: Pick<NeedRow, 'id' | 'byHand'>): Promise<boolean> {
  if (byHand) return true;
  const found = await firstOf(
    change.db,
    sql<{ shared: boolean }>`select coalesce(bool_or(c.private_to is null and c.removed_at is null), true) as shared from evidence e
      join turns t on t.workspace_id = e.workspace_id and t.id = e.turn_id
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      where e.workspace_id = ${change.workspaceId} and e.about = 'need' and e.about_id = ${id}`,
  );
  return found?.shared ?? true;
}
