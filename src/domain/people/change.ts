import { sql } from 'kysely';
import { matchKeyOf } from '#model/match.ts';
import type { MayBe } from '#model/merge.ts';
import type { PersonKind } from '#model/person.ts';
import type { WrittenCard } from '#model/person-card.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { roleHere, workAt } from '../affiliations/work.ts';
import { remember } from '../audit.ts';
import { noteDuplicates } from '../duplicates/like.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { introduce, type NewPerson, nameOrRefuse } from './introduce.ts';
import { writeReach } from './reach.ts';

export interface PersonChange extends WrittenCard {
  name?: string | undefined;
  kinds?: PersonKind[] | undefined;
  roleTitle?: string | undefined;
  /** Where they are now: what was before ends and stays in their history. Empty: works nowhere that we know of. */
  organisation?: string | undefined;
  pronouns?: string | undefined;
}

/** Somebody a member tells us about, with as much of a card as they tell; `mayBe` is who they may be the same as. @throws Refusal as `changePerson`. */
export async function addPerson(
  scope: Scope,
  { email, ...person }: NewPerson & Omit<PersonChange, keyof NewPerson>,
): Promise<{ id: string; mayBe: MayBe[] }> {
  return wholly(scope, async (change) => {
    const { name, kinds, roleTitle, organisation, ...card } = person;
    const { id } = await introduce(change, { name, kinds, roleTitle, organisation, email });
    const told = Object.values(card).some((value) => value !== undefined);
    if (told) await write(change, id, card);
    await remember(change, { action: 'person.added', about: 'person', id });
    return { id, mayBe: await noteDuplicates(change, [id]) };
  });
}

/**
 * Change what we know of somebody; what is not given stays.
 * @throws Refusal `missing.person`, `missing.member`, `conflict.email`, `person.name`, `input.nothing`.
 */
export async function changePerson(scope: Scope, id: string, given: PersonChange): Promise<void> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  await wholly(scope, async (change) => {
    await write(change, id, given);
    await noteDuplicates(change, [id]);
    await remember(change, { action: 'person.changed', about: 'person', id, detail: { fields } });
  });
}

async function write(change: Change, id: string, given: PersonChange): Promise<void> {
  const row = await writeColumns(change, id, given);
  if (given.organisation !== undefined) await workAt(change, id, given.organisation, row.roleTitle);
  else if (given.roleTitle !== undefined) await roleHere(change, id, row.roleTitle);
  await writeReach(change, id, given);
}

async function writeColumns(change: Change, id: string, given: PersonChange): Promise<{ roleTitle: string }> {
  const { name, kinds, roleTitle, pronouns, ownerId } = given;
  if (ownerId) await ourMember(change, ownerId);
  const whole = name === undefined ? null : nameOrRefuse(name);
  // A text that is not given stays; of what may be unknown, null is an answer.
  const text = (value: string | undefined, column: string) => sql`coalesce(${value?.trim() ?? null}, ${sql.ref(column)})`;
  const maybe = (value: string | number | null | undefined, column: string, type: 'text' | 'int' | 'uuid') =>
    sql`case when ${value === undefined} then ${sql.ref(column)} else ${value ?? null}::${sql.raw(type)} end`;
  const row = await firstOf(
    change.db,
    sql<{
      roleTitle: string;
    }>`update people p set name = coalesce(${whole}, name), match_key = coalesce(${whole === null ? null : matchKeyOf(whole)}, match_key),
      kinds = coalesce(${kinds ? [...new Set(kinds)] : null}::text[], kinds), role_title = ${text(roleTitle, 'role_title')},
      pronouns = case when ${pronouns === undefined} then pronouns else nullif(${pronouns?.trim() ?? ''}, '') end,
      given_name = ${text(given.givenName, 'given_name')}, family_name = ${text(given.familyName, 'family_name')}, nickname = ${text(given.nickname, 'nickname')},
      lives_in = ${text(given.livesIn, 'lives_in')}, prefers_note = ${text(given.prefersNote, 'prefers_note')},
      closeness = ${maybe(given.closeness, 'closeness', 'int')}, zone = ${maybe(given.zone, 'zone', 'text')}, locale = ${maybe(given.locale, 'locale', 'text')},
      prefers = ${maybe(given.prefers, 'prefers', 'text')}, owner_id = ${maybe(ownerId, 'owner_id', 'uuid')}
      where workspace_id = ${change.workspaceId} and id = ${id} and ${known(change, 'p')} returning role_title`,
  );
  if (!row) throw new Refusal('missing.person', 'That person is not here any more.');
  return row;
}

async function ourMember(change: Change, id: string): Promise<void> {
  const row = await firstOf(
    change.db,
    sql<{ id: string }>`select id from members where workspace_id = ${change.workspaceId} and id = ${id} and left_at is null`,
  );
  if (!row) throw new Refusal('missing.member', 'There is no such member in this workspace.');
}
