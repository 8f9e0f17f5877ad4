import { sql } from 'kysely';
import { matchKeyOf } from '#model/match.ts';
import type { MayBe } from '#model/merge.ts';
import type { PersonKind } from '#model/person.ts';
import { Refusal } from '#model/refusal.ts';
import { roleHere, workAt } from '../affiliations/work.ts';
import { remember } from '../audit.ts';
import { noteDuplicates } from '../duplicates/like.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { giveEmail, introduce, type NewPerson, nameOrRefuse } from './introduce.ts';

export interface PersonChange {
  name?: string | undefined;
  kinds?: PersonKind[] | undefined;
  roleTitle?: string | undefined;
  /** Where they are now: what was before ends and stays in their history. Empty: works nowhere that we know of. */
  organisation?: string | undefined;
  pronouns?: string | undefined;
  /** All of them; what is not among them is no longer theirs. */
  emails?: string[] | undefined;
}

/** Somebody a member tells us about; `mayBe` is who they may be the same as. */
export async function addPerson(scope: Scope, person: NewPerson): Promise<{ id: string; mayBe: MayBe[] }> {
  return wholly(scope, async (change) => {
    const { id } = await introduce(change, person);
    await remember(change, { action: 'person.added', about: 'person', id });
    return { id, mayBe: await noteDuplicates(change, [id]) };
  });
}

/** Change what we know of somebody; what is not given stays. @throws Refusal `missing.person`, `conflict.email`, `person.name`. */
export async function changePerson(scope: Scope, id: string, given: PersonChange): Promise<void> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  await wholly(scope, async (change) => {
    const { name, kinds, roleTitle, pronouns, organisation, emails } = given;
    const called = name === undefined ? null : nameOrRefuse(name);
    const row = await firstOf(
      change.db,
      sql<{
        roleTitle: string;
      }>`update people p set name = coalesce(${called}, name), match_key = coalesce(${called === null ? null : matchKeyOf(called)}, match_key),
        kinds = coalesce(${kinds ? [...new Set(kinds)] : null}::text[], kinds), role_title = coalesce(${roleTitle?.trim() ?? null}, role_title),
        pronouns = case when ${pronouns === undefined} then pronouns else nullif(${pronouns?.trim() ?? ''}, '') end
        where workspace_id = ${change.workspaceId} and id = ${id} and ${known(change, 'p')} returning role_title`,
    );
    if (!row) throw new Refusal('missing.person', 'That person is not here any more.');
    if (organisation !== undefined) await workAt(change, id, organisation, row.roleTitle);
    else if (roleTitle !== undefined) await roleHere(change, id, row.roleTitle);
    if (emails !== undefined) await writeEmails(change, id, emails);
    await noteDuplicates(change, [id]);
    await remember(change, { action: 'person.changed', about: 'person', id, detail: { fields } });
  });
}

async function writeEmails(change: Change, personId: string, emails: string[]): Promise<void> {
  const wanted = [...new Set(emails.map((email) => email.trim().toLowerCase()).filter(Boolean))];
  await sql`delete from person_emails where workspace_id = ${change.workspaceId} and person_id = ${personId} and email <> all(${wanted}::text[])`.execute(
    change.db,
  );
  for (const email of wanted) await giveEmail(change, personId, email);
}
