import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { organisationKeyOf } from '#model/match.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { type Before, lookBefore, makeAgain, POINTING } from './before.ts';
import { organisationOrRefuse } from './change.ts';

/**
 * Two that are one: people, domains, deals, notes, tags and what else hangs on the one that goes moves to the one that stays, whose empty facts it fills.
 * Returns what takes it back. @throws Refusal `missing.organisation`, `organisation.same`.
 */
export async function mergeOrganisations(
  scope: Scope,
  given: { keepId: string; goneId: string; name: 'kept' | 'gone' },
): Promise<{ undo: string }> {
  const { keepId, goneId, name } = given;
  return wholly(scope, async (change) => {
    // Always in the same order, so that two who merge the same pair wait for each other instead of standing in each other's way.
    for (const id of [keepId, goneId].sort()) await organisationOrRefuse(change, id);
    if (keepId === goneId) throw new Refusal('organisation.same', 'These are the same one. Choose another to merge it with.');
    const before = await lookBefore(change, goneId, keepId);
    await fillIn(change, { keepId, goneId, name });
    await moveOwn(change, keepId, goneId);
    for (const table of POINTING)
      await sql`update ${sql.table(table)} set organisation_id = ${keepId} where workspace_id = ${change.workspaceId} and organisation_id = ${goneId}`.execute(
        change.db,
      );
    await sql`update organisations set parent_id = case when id = ${keepId} then null else ${keepId}::uuid end
      where workspace_id = ${change.workspaceId} and parent_id = ${goneId}`.execute(change.db);
    await sql`delete from organisations where workspace_id = ${change.workspaceId} and id = ${goneId}`.execute(change.db);
    const undo = await keepBefore(change, { keptId: keepId, before, did: 'merged' });
    await remember(change, { action: 'organisation.merged', about: 'organisation', id: keepId });
    return { undo };
  });
}

/** One with nothing in it goes. Returns what takes it back. @throws Refusal `missing.organisation`, `organisation.not-empty`. */
export async function removeOrganisation(scope: Scope, id: string): Promise<{ undo: string }> {
  return wholly(scope, async (change) => {
    await organisationOrRefuse(change, id);
    const before = await lookBefore(change, id, null);
    if (before.own.affiliations?.length || Object.values(before.pointing).some((ids) => ids.length > 0))
      throw new Refusal(
        'organisation.not-empty',
        'There are still people, deals, notes or other things here. Move them first, or merge it with another.',
      );
    await sql`delete from organisations where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    const undo = await keepBefore(change, { keptId: id, before, did: 'removed' });
    await remember(change, { action: 'organisation.removed', about: 'organisation', id });
    return { undo };
  });
}

/** What was merged is two again, what was removed is back. @throws Refusal `missing.undo`. */
export async function takeBack(scope: Scope, undo: string): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const row = await firstOf(
      change.db,
      sql<{ keptId: string; goneId: string; before: Before }>`update merges set undone_at = ${change.now}, undone_by = ${change.member.id}
        where workspace_id = ${change.workspaceId} and id = ${undo} and undone_at is null and choices->>'of' = 'organisation' returning kept_id, gone_id, before`,
    );
    if (!row) throw new Refusal('missing.undo', 'There is nothing to take back.');
    if (row.before.kept) {
      await organisationOrRefuse(change, row.keptId);
      await sql`update organisations o set (name, match_key, about, website, phone, place, country, industry, parent_id, owner_id)
          = (r.name, r.match_key, r.about, r.website, r.phone, r.place, r.country, r.industry, null, r.owner_id)
        from jsonb_populate_record(null::organisations, ${JSON.stringify(row.before.kept)}::jsonb) r
        where o.workspace_id = ${change.workspaceId} and o.id = r.id`.execute(change.db);
    }
    await makeAgain(change, row.before);
    if (row.before.kept)
      await sql`update organisations set parent_id = (select p.id from organisations p where p.workspace_id = ${change.workspaceId}
          and p.id = ${row.before.kept.parent_id ?? null}::uuid) where workspace_id = ${change.workspaceId} and id = ${row.keptId}`.execute(
        change.db,
      );
    await remember(change, { action: 'organisation.taken-back', about: 'organisation', id: row.goneId });
    return { id: row.goneId };
  });
}

async function keepBefore(change: Change, what: { keptId: string; before: Before; did: 'merged' | 'removed' }): Promise<string> {
  const id = uuidv7();
  await sql`insert into merges (workspace_id, id, kept_id, gone_id, choices, before, merged_at, merged_by)
    values (${change.workspaceId}, ${id}, ${what.keptId}, ${what.before.gone.id}, ${JSON.stringify({ of: 'organisation', did: what.did })}::jsonb,
      ${JSON.stringify(what.before)}::jsonb, ${change.now}, ${change.member.id})`.execute(change.db);
  return id;
}

async function fillIn(change: Change, { keepId, goneId, name }: { keepId: string; goneId: string; name: 'kept' | 'gone' }): Promise<void> {
  const called = await firstOf(
    change.db,
    sql<{
      name: string;
    }>`select name from organisations where workspace_id = ${change.workspaceId} and id = ${name === 'kept' ? keepId : goneId}`,
  );
  const fill = (column: string) => sql`case when k.${sql.ref(column)} = '' then g.${sql.ref(column)} else k.${sql.ref(column)} end`;
  await sql`update organisations k set name = ${called?.name ?? ''}, match_key = ${organisationKeyOf(called?.name ?? '')},
      about = ${fill('about')}, website = ${fill('website')}, phone = ${fill('phone')}, place = ${fill('place')}, country = ${fill('country')},
      industry = ${fill('industry')}, owner_id = coalesce(k.owner_id, g.owner_id), parent_id = case when k.parent_id = g.id or g.parent_id = k.id then null
        else coalesce(k.parent_id, g.parent_id) end
    from organisations g where k.workspace_id = ${change.workspaceId} and k.id = ${keepId} and g.workspace_id = k.workspace_id and g.id = ${goneId}`.execute(
    change.db,
  );
}

/** Where both have their like, one stays: of two times of one person the one that lasts, else what stood on the kept one. */
async function moveOwn(change: Change, keepId: string, goneId: string): Promise<void> {
  const { db, workspaceId: w } = change;
  await sql`delete from affiliations k using affiliations g where k.workspace_id = ${w} and k.organisation_id = ${keepId} and g.workspace_id = ${w}
    and g.organisation_id = ${goneId} and g.person_id = k.person_id and k.until_on is not null and g.until_on is null`.execute(db);
  const move = (table: string, like: ReturnType<typeof sql>) => sql`update ${sql.table(table)} g set organisation_id = ${keepId}
    where g.workspace_id = ${w} and g.organisation_id = ${goneId}
    and not exists (select from ${sql.table(table)} k where k.workspace_id = ${w} and k.organisation_id = ${keepId} and ${like})`;
  await move('affiliations', sql`k.person_id = g.person_id`).execute(db);
  await move('taggings', sql`k.tag_id = g.tag_id`).execute(db);
  await move('custom_values', sql`k.field_id = g.field_id`).execute(db);
  await move('organisation_domains', sql`false`).execute(db);
  await move('external_ids', sql`false`).execute(db);
}
