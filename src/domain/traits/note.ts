import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { TraitView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import type { TraitKind } from '#model/trait.ts';
import { remember } from '../audit.ts';
import { openlyKnown } from '../people/openly.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { missingTrait, viewTrait } from './view.ts';

export interface NewTrait {
  personId: string;
  kind: TraitKind;
  statement: string;
}

/** Something that matters to somebody, noted by hand: without words of theirs it stands as ours. @throws Refusal `missing.person`, `person.in-private`. */
export function addTrait(scope: Scope, { personId, kind, statement }: NewTrait): Promise<TraitView> {
  return wholly(scope, async (change) => {
    await openlyKnown(change, personId);
    const id = uuidv7();
    await sql`insert into traits (workspace_id, id, person_id, kind, statement, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${personId}, ${kind}, ${statement.trim()}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    await remember(change, { action: 'trait.added', about: 'trait', id, detail: { kind } });
    return seen(change, id);
  });
}

/** Our wording, or what sort of thing it is; their words stay. @throws Refusal `missing.trait`, `input.nothing`. */
export function changeTrait(
  scope: Scope,
  id: string,
  given: { kind?: TraitKind | undefined; statement?: string | undefined },
): Promise<TraitView> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return said(scope, id, { action: 'trait.changed', fields }, (change) =>
    sql`update traits set kind = coalesce(${given.kind ?? null}, kind), statement = coalesce(${given.statement?.trim() ?? null}, statement)
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db),
  );
}

/** It still holds: from now on it is as fresh as if they had said it today. @throws Refusal `missing.trait`. */
export function renewTrait(scope: Scope, id: string): Promise<TraitView> {
  return said(scope, id, { action: 'trait.renewed' }, (change) =>
    sql`update traits set renewed_at = ${change.now}, renewed_by = ${change.member.id}, ended_at = null, ended_by = null
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db),
  );
}

/** It no longer holds; its words stay where they were said. Twice is once. @throws Refusal `missing.trait`. */
export function endTrait(scope: Scope, id: string): Promise<TraitView> {
  return said(scope, id, { action: 'trait.ended' }, (change) =>
    sql`update traits set ended_at = coalesce(ended_at, ${change.now}), ended_by = coalesce(ended_by, ${change.member.id}::uuid)
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db),
  );
}

/** Take the last of those two back: that it ended, else that it was renewed. @throws Refusal `missing.trait`. */
export function restoreTrait(scope: Scope, id: string): Promise<TraitView> {
  return said(scope, id, { action: 'trait.restored' }, (change) =>
    sql`update traits set renewed_at = case when ended_at is null then null else renewed_at end,
        renewed_by = case when ended_at is null then null else renewed_by end, ended_at = null, ended_by = null
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db),
  );
}

/**
 * It was noted by mistake. Only by whoever noted it, and only while no words stand behind it: what was said is set aside where it was said.
 * @throws Refusal `missing.trait`, `trait.said`, `trait.not-yours`.
 */
export function unnoteTrait(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    await seen(change, id);
    const found = await firstOf(
      change.db,
      sql<{ createdBy: string; said: boolean }>`select x.created_by, exists (select 1 from evidence e
          where e.workspace_id = ${change.workspaceId} and e.about = 'trait' and e.about_id = x.id) as said
        from traits x where x.workspace_id = ${change.workspaceId} and x.id = ${id} for update`,
    );
    if (!found) throw missingTrait();
    if (found.said) throw new Refusal('trait.said', 'This was said in a conversation. Set it aside there.');
    if (found.createdBy !== change.member.id) throw new Refusal('trait.not-yours', 'Only whoever noted it can take it back.');
    await sql`update deeds set trait_id = null where workspace_id = ${change.workspaceId} and trait_id = ${id}`.execute(change.db);
    await sql`delete from traits where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'trait.unnoted', about: 'trait', id });
  });
}

/** What the changes share: only what this member may see, the trail, and the quote at the head of the page that follows from what holds. */
function said(
  scope: Scope,
  id: string,
  { action, fields }: { action: string; fields?: string[] },
  work: (change: Change) => Promise<unknown>,
): Promise<TraitView> {
  return wholly(scope, async (change) => {
    const { personId } = await viewTrait(change, id);
    await work(change);
    await refreshPeople(change, [personId]);
    await remember(change, { action, about: 'trait', id, ...(fields && { detail: { fields } }) });
    return seen(change, id);
  });
}

async function seen(change: Change, id: string): Promise<TraitView> {
  const { personId: _, ...view } = await viewTrait(change, id);
  return view;
}
