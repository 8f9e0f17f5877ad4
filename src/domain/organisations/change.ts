import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { workDomain } from '#model/alias.ts';
import { organisationKeyOf } from '#model/match.ts';
import { domainIn, type OrganisationWords } from '#model/organisation.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { hasKnown } from '../find/named.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { afterOthers, organisationNameOrRefuse } from './called.ts';

/** A new organisation. @throws Refusal `conflict.organisation` when one is called so already, and what `changeOrganisation` throws. */
export async function addOrganisation(scope: Scope, words: OrganisationWords & { name: string }): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const name = organisationNameOrRefuse(words.name);
    await afterOthers(change, organisationKeyOf(name));
    const other = await firstOf(
      change.db,
      sql<{ id: string; name: string }>`select x.id, x.name from organisations x where x.workspace_id = ${change.workspaceId}
        and x.match_key = ${organisationKeyOf(name)} and ${hasKnown(change)} order by x.id limit 1`,
    );
    if (other) throw new Refusal('conflict.organisation', `${other.name} is here already.`, other);
    const id = uuidv7();
    await sql`insert into organisations (workspace_id, id, name, match_key, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${name}, ${organisationKeyOf(name)}, ${change.now}, ${change.member.id})`.execute(change.db);
    await write(change, id, words);
    await remember(change, { action: 'organisation.added', about: 'organisation', id });
    return { id };
  });
}

/**
 * Change what we know of an organisation; what is not given stays.
 * @throws Refusal `missing.organisation`, `organisation.name`, `organisation.domain`, `conflict.domain`, `organisation.parent`, `missing.member`.
 */
export async function changeOrganisation(scope: Scope, id: string, words: OrganisationWords): Promise<void> {
  const fields = Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  // Two that are made a part of each other wait for one another.
  await againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      await organisationOrRefuse(change, id);
      await write(change, id, words);
      await remember(change, { action: 'organisation.changed', about: 'organisation', id, detail: { fields } });
    }),
  );
}

/** Who write from its domains and stand nowhere there yet do now. @throws Refusal `missing.organisation`. */
export async function placePeople(scope: Scope, id: string, personIds: string[]): Promise<{ placed: string[] }> {
  return wholly(scope, async (change) => {
    await organisationOrRefuse(change, id);
    const domains = sql`select d.domain from organisation_domains d where d.workspace_id = ${change.workspaceId} and d.organisation_id = ${id}`;
    const people = await rowsOf(
      change.db,
      sql<{ id: string }>`select distinct p.id from people p join person_emails e on e.workspace_id = p.workspace_id and e.person_id = p.id
        where p.workspace_id = ${change.workspaceId} and p.id = any(${personIds}::uuid[]) and split_part(e.email, '@', 2) in (${domains})
        and (p.private_to is null or p.private_to = ${change.member.id}::uuid)`,
    );
    const placed: string[] = [];
    for (const person of people) {
      const row = await firstOf(
        change.db,
        sql<{ id: string }>`insert into affiliations (workspace_id, id, person_id, organisation_id, created_at)
          values (${change.workspaceId}, ${uuidv7()}, ${person.id}, ${id}, ${change.now}) on conflict (workspace_id, person_id, organisation_id) do nothing returning id`,
      );
      if (row) placed.push(row.id);
    }
    await remember(change, { action: 'organisation.people-placed', about: 'organisation', id, detail: { people: placed.length } });
    return { placed };
  });
}

/** @throws Refusal `missing.organisation`, also when only another member knows of it. */
export async function organisationOrRefuse(change: Change, id: string): Promise<{ id: string; name: string }> {
  const row = await firstOf(
    change.db,
    sql<{ id: string; name: string }>`select x.id, x.name from organisations x where x.workspace_id = ${change.workspaceId} and x.id = ${id}
      and ${hasKnown(change)} for update of x`,
  );
  if (!row) throw new Refusal('missing.organisation', 'That organisation is not here any more.');
  return row;
}

async function write(change: Change, id: string, words: OrganisationWords): Promise<void> {
  const { about, website, phone, place, country, industry, parentId, ownerId, domains } = words;
  const name = words.name === undefined ? null : organisationNameOrRefuse(words.name);
  if (parentId) await refuseCircle(change, id, parentId);
  if (ownerId) await memberOrRefuse(change, ownerId);
  const text = (value: string | undefined) => value?.trim() ?? null;
  await sql`update organisations set name = coalesce(${name}, name), match_key = coalesce(${name === null ? null : organisationKeyOf(name)}, match_key),
      about = coalesce(${text(about)}, about), website = coalesce(${text(website)}, website), phone = coalesce(${text(phone)}, phone),
      place = coalesce(${text(place)}, place), country = coalesce(${text(country)}, country), industry = coalesce(${text(industry)}, industry),
      parent_id = case when ${parentId === undefined} then parent_id else ${parentId ?? null}::uuid end,
      owner_id = case when ${ownerId === undefined} then owner_id else ${ownerId ?? null}::uuid end
    where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
  if (domains !== undefined) await writeDomains(change, id, domains);
}

async function writeDomains(change: Change, id: string, written: string[]): Promise<void> {
  const domains = [...new Set(written.filter((one) => one.trim()).map(domainOrRefuse))];
  await sql`delete from organisation_domains where workspace_id = ${change.workspaceId} and organisation_id = ${id} and domain <> all(${domains}::text[])`.execute(
    change.db,
  );
  for (const domain of domains) {
    await sql`insert into organisation_domains (workspace_id, id, organisation_id, domain, created_at)
      values (${change.workspaceId}, ${uuidv7()}, ${id}, ${domain}, ${change.now}) on conflict (workspace_id, domain) do nothing`.execute(
      change.db,
    );
    const owner = await firstOf(
      change.db,
      sql<{
        id: string;
        name: string | null;
      }>`select x.id, case when ${hasKnown(change)} then x.name end as name from organisation_domains d
        join organisations x on x.workspace_id = d.workspace_id and x.id = d.organisation_id
        where d.workspace_id = ${change.workspaceId} and d.domain = ${domain}`,
    );
    if (owner?.id === id) continue;
    const name = owner?.name ?? 'another organisation';
    throw new Refusal('conflict.domain', `${domain} is the domain of ${name}.`, { domain, name });
  }
}

function domainOrRefuse(written: string): string {
  const domain = domainIn(written);
  if (!domain) throw new Refusal('organisation.domain', `${written.trim()} is not a domain.`, { domain: written.trim() });
  if (!workDomain(`x@${domain}`))
    throw new Refusal('organisation.domain-anybodys', `Anybody can have an address at ${domain}: it says nothing about where they work.`, {
      domain,
    });
  return domain;
}

async function refuseCircle(change: Change, id: string, parentId: string): Promise<void> {
  await organisationOrRefuse(change, parentId);
  const circle = await firstOf(
    change.db,
    sql<{ id: string }>`with recursive up (id, steps) as (select ${parentId}::uuid, 0 union all
        select o.parent_id, up.steps + 1 from up join organisations o on o.workspace_id = ${change.workspaceId} and o.id = up.id
        where o.parent_id is not null and up.steps < 50)
      select id from up where id = ${id} limit 1`,
  );
  if (circle) throw new Refusal('organisation.parent', 'An organisation cannot be a part of itself.');
}

async function memberOrRefuse(change: Change, id: string): Promise<void> {
  const row = await firstOf(change.db, sql`select 1 from members where workspace_id = ${change.workspaceId} and id = ${id}`);
  if (!row) throw new Refusal('missing.member', 'There is no such member in this workspace.');
}
