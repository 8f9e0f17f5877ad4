import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { matchEmailOf, matchKeyOf } from '#model/match.ts';
import type { PersonKind } from '#model/person.ts';
import { Refusal } from '#model/refusal.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { countPeople } from './count.ts';

export interface NewPerson {
  name: string;
  kinds?: PersonKind[] | undefined;
  roleTitle?: string | undefined;
  organisation?: string | undefined;
  email?: string | undefined;
  /** The only member who knows of them, when they were met in private. */
  privateTo?: string | null | undefined;
}

/** Somebody we did not know. @throws Refusal `conflict.email` when the address is somebody's already. */
export async function introduce(
  scope: Scope,
  { name, kinds, roleTitle, organisation, email, privateTo }: NewPerson,
): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const id = uuidv7();
    const whole = nameOrRefuse(name);
    await sql`insert into people (workspace_id, id, name, match_key, kinds, role_title, private_to, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${whole}, ${matchKeyOf(whole)}, ${[...new Set(kinds ?? [])]}::text[], ${roleTitle?.trim() ?? ''}, ${privateTo ?? null}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    if (email?.trim()) await giveEmail(change, id, email);
    if (organisation?.trim()) await affiliate(change, { personId: id, organisation, roleTitle: roleTitle?.trim() ?? '' });
    if (!privateTo) await countPeople(change, 1);
    return { id };
  });
}

export function nameOrRefuse(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim();
  if (trimmed === '' || trimmed.length > 200)
    throw new Refusal('person.name', 'A person needs a name of at most 200 letters.', { most: 200 });
  return trimmed;
}

export async function giveEmail(change: Change, personId: string, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  await sql`insert into person_emails (workspace_id, id, person_id, email, match_email, created_at)
    values (${change.workspaceId}, ${uuidv7()}, ${personId}, ${address}, ${matchEmailOf(address)}, ${change.now}) on conflict (workspace_id, email) do nothing`.execute(
    change.db,
  );
  // A statement of its own: it sees what another put in while the first one waited.
  const other = await firstOf(
    change.db,
    sql<{ personId: string; name: string | null }>`
      select e.person_id, case when ${known(change, 'p')} then p.name end as name from person_emails e join people p on p.workspace_id = e.workspace_id and p.id = e.person_id
      where e.workspace_id = ${change.workspaceId} and e.email = ${address}`,
  );
  if (!other || other.personId === personId) return;
  const name = other.name ?? 'somebody else';
  throw new Refusal('conflict.email', `${address} is the address of ${name}.`, { email: address, name });
}

/** Where they work: the organisation of that name, made when it is new. */
export async function affiliate(change: Change, who: { personId: string; organisation: string; roleTitle: string }): Promise<void> {
  const name = who.organisation.replace(/\s+/g, ' ').trim().slice(0, 200);
  const there = (await organisationCalled(change, name)) ?? (await organisationCalled(await afterOthers(change, name), name));
  const id = there?.id ?? uuidv7();
  if (!there)
    await sql`insert into organisations (workspace_id, id, name, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${name}, ${change.now}, ${change.member.id})`.execute(change.db);
  await sql`insert into affiliations (workspace_id, id, person_id, organisation_id, role_title, created_at)
    values (${change.workspaceId}, ${uuidv7()}, ${who.personId}, ${id}, ${who.roleTitle}, ${change.now})
    on conflict (workspace_id, person_id, organisation_id) do update set role_title = excluded.role_title`.execute(change.db);
}

async function organisationCalled({ db, workspaceId }: Change, name: string): Promise<{ id: string } | null> {
  return firstOf(
    db,
    sql<{
      id: string;
    }>`select id from organisations where workspace_id = ${workspaceId} and lower(name) = lower(${name}) order by id limit 1`,
  );
}

/** Two who bring in the same new organisation at once make one: the second waits here until the first is done. */
async function afterOthers(change: Change, name: string): Promise<Change> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${change.workspaceId} ${name.toLowerCase()}`}, 0))`.execute(change.db);
  return change;
}
