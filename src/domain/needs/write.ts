import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { ValueElement } from '#model/need.ts';
import { moved } from '#model/need-places.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { lockNeed, lockPerson, missingNeed, placesOf, putPlaces } from './lock.ts';

export interface NewNeed {
  personId: string;
  /** Our wording. */
  statement: string;
  depth: number;
  /** The need it hangs under; none: it stands on its own. */
  under?: string | undefined;
  element?: ValueElement | undefined;
  mustHave?: boolean | undefined;
}

/** A need that no words stand behind yet. @throws Refusal `missing.person`, `person.in-private`, `missing.need`, `need.circle`. */
export function addNeed(scope: Scope, { personId, statement, depth, under, element, mustHave }: NewNeed): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    await lockPerson(change, personId);
    const id = uuidv7();
    await sql`insert into needs (workspace_id, id, person_id, depth, statement, element, must_have, by_hand, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${personId}, ${depth}, ${statement.trim()}, ${element ?? null}, ${mustHave ?? false}, true,
        ${change.now}, ${change.member.id})`.execute(change.db);
    if (under) await hang(change, id, under);
    await remember(change, { action: 'need.added', about: 'need', id });
    return { id };
  });
}

/** Under another need of the same person; as deep as that one, if it was less. @throws Refusal `missing.need`, `need.circle`. */
export async function hang(change: Change, id: string, under: string): Promise<void> {
  const parent = await lockNeed(change, under);
  const places = moved(await placesOf(change, parent.personId), { id, parentId: under });
  // What is not among the needs of this person is somebody else's.
  if (!places) throw new Refusal('need.circle', 'A need cannot hang under itself, nor under another person’s.');
  await putPlaces(change, places);
}

export interface NeedChange {
  statement?: string | undefined;
  /** Null: it touches none that we know of. */
  element?: ValueElement | null | undefined;
  mustHave?: boolean | undefined;
}

/** Say it better, or say what it touches. What stood before, so that it can be put back. @throws Refusal `missing.need`, `input.nothing`. */
export function changeNeed(scope: Scope, id: string, given: NeedChange): Promise<Required<NeedChange>> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    await lockNeed(change, id);
    const before = await firstOf(
      change.db,
      sql<Required<NeedChange>>`select statement, element, must_have from needs where workspace_id = ${change.workspaceId} and id = ${id}`,
    );
    if (!before) throw missingNeed();
    const { statement, element, mustHave } = given;
    await sql`update needs set statement = coalesce(${statement?.trim() ?? null}, statement),
      element = case when ${element !== undefined} then ${element ?? null} else element end,
      must_have = coalesce(${mustHave ?? null}::boolean, must_have)
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'need.changed', about: 'need', id, detail: { fields } });
    return before;
  });
}

/** Something healed it, in our words. Said again, the newer words count. @throws Refusal `missing.need`. */
export function healNeed(scope: Scope, id: string, { what }: { what: string }): Promise<void> {
  return wholly(scope, async (change) => {
    await lockNeed(change, id);
    await sql`update needs set healed_at = ${change.now}, healed_by = ${change.member.id}, healed_with = ${what.trim()}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'need.healed', about: 'need', id });
  });
}

/** It hurts after all. @throws Refusal `missing.need`. */
export function unhealNeed(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    await lockNeed(change, id);
    await sql`update needs set healed_at = null, healed_by = null, healed_with = ''
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'need.not-healed', about: 'need', id });
  });
}

/** Off the ladder; what hung under it hangs under what is above it. Its words and what they answered are kept. @throws Refusal `missing.need`. */
export function removeNeed(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    const { parentId } = await lockNeed(change, id);
    const children = await placesUnder(change, id);
    await putPlaces(
      change,
      children.map((child) => ({ ...child, parentId })),
    );
    await sql`update needs set removed_at = ${change.now}, removed_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'need.removed', about: 'need', id, detail: { children: children.map((child) => child.id) } });
  });
}

async function placesUnder(change: Change, id: string) {
  const need = await firstOf(
    change.db,
    sql<{ personId: string }>`select person_id from needs where workspace_id = ${change.workspaceId} and id = ${id}`,
  );
  const all = need ? await placesOf(change, need.personId) : [];
  return all.filter((place) => place.parentId === id);
}

/**
 * Back where it was, with what still hangs where it went. What was merged into another one comes back by `needs.unmerge`.
 * @throws Refusal `missing.need`.
 */
export function restoreNeed(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    const need = await firstOf(
      change.db,
      sql<{ parentId: string | null; personId: string; depth: number }>`update needs n set removed_at = null, removed_by = null
        where n.workspace_id = ${change.workspaceId} and n.id = ${id} and n.removed_at is not null and exists (select from people p
          where p.workspace_id = n.workspace_id and p.id = n.person_id and ${known(change, 'p')})
          and exists (select from audit_events e where e.workspace_id = n.workspace_id and e.action = 'need.removed' and e.subject_id = n.id)
        returning n.parent_id, n.person_id, n.depth`,
    );
    if (!need) throw missingNeed();
    await lockNeed(change, id);
    const places = await placesOf(change, need.personId);
    const parent = places.find((one) => one.id === need.parentId && one.depth <= need.depth);
    const event = await firstOf(
      change.db,
      sql<{ children: string[] }>`select detail->'children' as children from audit_events where workspace_id = ${change.workspaceId}
        and action = 'need.removed' and subject_id = ${id} order by id desc limit 1`,
    );
    const back = places.filter((one) => event?.children.includes(one.id) && one.parentId === need.parentId && one.depth >= need.depth);
    await putPlaces(change, [
      { id, parentId: parent?.id ?? null, depth: need.depth },
      ...back.map((child) => ({ ...child, parentId: id })),
    ]);
    await remember(change, { action: 'need.restored', about: 'need', id });
  });
}
