import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Affiliation, Part } from '#model/organisation.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { organisationCalled } from '../organisations/called.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { dayOf, firstOf, known, rowsOf } from '../statement.ts';
import { current, newest } from './current.ts';
import { affiliationsOf } from './list.ts';

export interface AffiliationChange {
  roleTitle?: string | undefined;
  /** ISO 8601 days; null when it is not known, or lasts. */
  from?: string | null | undefined;
  until?: string | null | undefined;
  part?: Part | null | undefined;
}

/** Another place they belong to, beside those there are; of one they left, their time there goes on. @throws Refusal `missing.person`, `affiliation.days`. */
export async function joinOrganisation(
  scope: Scope,
  given: { personId: string; organisation: string } & AffiliationChange,
): Promise<Affiliation[]> {
  return wholly(scope, async (change) => {
    await affiliationsOf(change, given.personId);
    const id = await placeAt(change, given);
    await changeRow(change, id, given);
    await remember(change, { action: 'affiliation.joined', about: 'person', id: given.personId });
    return affiliationsOf(change, given.personId);
  });
}

/** What they do there, since and until when, and their part; what is not given stays. @throws Refusal `missing.affiliation`, `affiliation.days`. */
export async function changeAffiliation(scope: Scope, id: string, given: AffiliationChange): Promise<Affiliation[]> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    const personId = await changeRow(change, id, given);
    await remember(change, { action: 'affiliation.changed', about: 'person', id: personId, detail: { fields } });
    return affiliationsOf(change, personId);
  });
}

/** They left for somewhere else: the old time ends on that day and the new one begins. @throws Refusal `missing.affiliation`, `affiliation.days`. */
export async function moveOn(
  scope: Scope,
  id: string,
  to: { organisation: string; roleTitle?: string | undefined; on: string },
): Promise<Affiliation[]> {
  return wholly(scope, async (change) => {
    const personId = await changeRow(change, id, { until: to.on });
    const next = await placeAt(change, { personId, organisation: to.organisation, roleTitle: to.roleTitle });
    if (next === id) throw new Refusal('affiliation.same', 'That is where they are already.');
    await changeRow(change, next, { from: to.on });
    await remember(change, { action: 'affiliation.moved', about: 'person', id: personId });
    return affiliationsOf(change, personId);
  });
}

/** It was never so; for an end there is `changeAffiliation`. @throws Refusal `missing.affiliation`. */
export async function removeAffiliation(scope: Scope, id: string): Promise<Affiliation[]> {
  return wholly(scope, async (change) => {
    const row = await firstOf(
      change.db,
      sql<{ personId: string }>`delete from affiliations a using people p where a.workspace_id = ${change.workspaceId} and a.id = ${id}
        and p.workspace_id = a.workspace_id and p.id = a.person_id and ${known(change, 'p')} returning a.person_id`,
    );
    if (!row) throw missing();
    await remember(change, { action: 'affiliation.removed', about: 'person', id: row.personId });
    return affiliationsOf(change, row.personId);
  });
}

/** Their places as they stood before a change: the way back. Organisations that are gone stay gone. @throws Refusal `missing.person`. */
export async function putBack(scope: Scope, personId: string, before: Affiliation[]): Promise<Affiliation[]> {
  return wholly(scope, async (change) => {
    await affiliationsOf(change, personId);
    const gone = await rowsOf(
      change.db,
      sql<{
        id: string;
        createdAt: string;
      }>`delete from affiliations where workspace_id = ${change.workspaceId} and person_id = ${personId} returning id, created_at`,
    );
    for (const one of before)
      await sql`insert into affiliations (workspace_id, id, person_id, organisation_id, role_title, from_on, until_on, part, created_at)
        select o.workspace_id, ${one.id}, ${personId}, o.id, ${one.roleTitle}, ${one.from}, ${one.until}, ${one.part},
          ${gone.find(({ id }) => id === one.id)?.createdAt ?? change.now}
        from organisations o where o.workspace_id = ${change.workspaceId} and o.id = ${one.organisation.id} on conflict do nothing`.execute(
        change.db,
      );
    await sayWhatTheyDo(change, personId);
    await remember(change, { action: 'affiliation.put-back', about: 'person', id: personId });
    return affiliationsOf(change, personId);
  });
}

/**
 * Said in a line on their page: they are at this organisation now, or nowhere. What was before ends today and stays; what began today was a slip and goes.
 * `today` is the day where the workspace is.
 */
export async function workAt(change: Change, personId: string, organisation: string, roleTitle: string): Promise<void> {
  const kept = organisation.trim() ? await placeAt(change, { personId, organisation, roleTitle }) : null;
  const today = dayOf(change, change.now);
  const others = sql`workspace_id = ${change.workspaceId} and person_id = ${personId} and id is distinct from ${kept}::uuid and until_on is null`;
  await sql`delete from affiliations where ${others} and from_on = ${today}`.execute(change.db);
  const ended = await rowsOf(change.db, sql<{ id: string }>`update affiliations set until_on = ${today} where ${others} returning id`);
  // The first place we hear of began some day before; only a move has its day.
  if (kept && ended.length > 0)
    await sql`update affiliations set from_on = ${today} where workspace_id = ${change.workspaceId} and id = ${kept} and created_at = ${change.now}::timestamptz`.execute(
      change.db,
    );
}

/** What they do, as it stands on their page, also where they do it. */
export async function roleHere(change: Change, personId: string, roleTitle: string): Promise<void> {
  await sql`update affiliations set role_title = ${roleTitle} where workspace_id = ${change.workspaceId} and id = (select a.id from affiliations a
    where a.workspace_id = ${change.workspaceId} and a.person_id = ${personId} and ${current(change, 'a')} order by ${newest('a')} limit 1)`.execute(
    change.db,
  );
}

async function placeAt(change: Change, who: { personId: string; organisation: string; roleTitle?: string | undefined }): Promise<string> {
  const organisationId = await organisationCalled(change, who.organisation);
  const row = await firstOf(
    change.db,
    sql<{ id: string }>`insert into affiliations as a (workspace_id, id, person_id, organisation_id, role_title, created_at)
      values (${change.workspaceId}, ${uuidv7()}, ${who.personId}, ${organisationId}, ${who.roleTitle?.trim() ?? ''}, ${change.now})
      on conflict (workspace_id, person_id, organisation_id) do update set until_on = null,
        role_title = case when excluded.role_title = '' then a.role_title else excluded.role_title end
      returning id`,
  );
  return row?.id ?? '';
}

async function changeRow(change: Change, id: string, { roleTitle, from, until, part }: AffiliationChange): Promise<string> {
  const row = await firstOf(
    change.db,
    sql<{ personId: string; wrong: boolean }>`update affiliations a set role_title = coalesce(${roleTitle?.trim() ?? null}, a.role_title),
        from_on = case when ${from === undefined} then a.from_on else ${from ?? null}::date end,
        until_on = case when ${until === undefined} then a.until_on else ${until ?? null}::date end,
        part = case when ${part === undefined} then a.part else ${part ?? null} end
      from people p where a.workspace_id = ${change.workspaceId} and a.id = ${id}
        and p.workspace_id = a.workspace_id and p.id = a.person_id and ${known(change, 'p')}
      returning a.person_id, coalesce(a.until_on < a.from_on, false) as wrong`,
  );
  if (!row) throw missing();
  if (row.wrong) throw new Refusal('affiliation.days', 'They cannot have left before they came. Look over the two days.');
  await sayWhatTheyDo(change, row.personId);
  return row.personId;
}

/** The line under their name says what they do where they are now; where nobody said, it stays. */
async function sayWhatTheyDo(change: Change, personId: string): Promise<void> {
  await sql`update people p set role_title = a.role_title from (select a.role_title from affiliations a
      where a.workspace_id = ${change.workspaceId} and a.person_id = ${personId} and ${current(change, 'a')} order by ${newest('a')} limit 1) a
    where p.workspace_id = ${change.workspaceId} and p.id = ${personId} and a.role_title <> ''`.execute(change.db);
}

function missing(): Refusal {
  return new Refusal('missing.affiliation', 'They do not stand here any more.');
}
