import { sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';

/**
 * Somebody asked not to be reached. It is honoured everywhere, by one rule (`mayContact` of model/person-card.ts on what a page knows,
 * `contactOrRefuse` here on what would be done):
 * - pages offer no mail, call or message to them, and say why;
 * - a link for them to answer on is not made (say-back pages);
 * - a file that is brought in can set it, never lift it;
 * - whatever sends in their direction (mail, pulses, "I thought of you") asks `contactOrRefuse` in the transaction that sends.
 * Answering somebody who writes to us is a member's own mail, outside of Heed.
 */
export async function contactOrRefuse(change: Change, personId: string): Promise<void> {
  const person = await firstOf(
    change.db,
    sql<{ name: string; doNotContactAt: string | null }>`select p.name, p.do_not_contact_at from people p
      where p.workspace_id = ${change.workspaceId} and p.id = ${personId} and ${known(change, 'p')}`,
  );
  if (!person) throw missing();
  if (person.doNotContactAt)
    throw new Refusal('person.do-not-contact', `${person.name} asked not to be contacted. Nothing was made or sent.`, {
      name: person.name,
    });
}

/** They do not want to be reached: since when, who heard it, why. Set twice, the first moment stays. @throws Refusal `missing.person`. */
export function doNotContact(scope: Scope, { id, why }: { id: string; why: string }): Promise<void> {
  return decide(
    scope,
    id,
    'person.not-contacted',
    (change) =>
      sql<{ id: string }>`update people p set do_not_contact_at = coalesce(do_not_contact_at, ${change.now}),
        do_not_contact_by = coalesce(do_not_contact_by, ${change.member.id}::uuid), do_not_contact_why = ${why.trim()}
      where p.workspace_id = ${change.workspaceId} and p.id = ${id} and ${known(change, 'p')} returning p.id`,
  );
}

/** They may be reached again, a member says. @throws Refusal `missing.person`. */
export function mayContactAgain(scope: Scope, id: string): Promise<void> {
  return decide(
    scope,
    id,
    'person.contacted-again',
    (change) =>
      sql<{ id: string }>`update people p set do_not_contact_at = null, do_not_contact_by = null, do_not_contact_why = ''
      where p.workspace_id = ${change.workspaceId} and p.id = ${id} and ${known(change, 'p')} returning p.id`,
  );
}

function decide(
  scope: Scope,
  id: string,
  action: string,
  statement: (change: Change) => ReturnType<typeof sql<{ id: string }>>,
): Promise<void> {
  return wholly(scope, async (change) => {
    if (!(await firstOf(change.db, statement(change)))) throw missing();
    await remember(change, { action, about: 'person', id });
  });
}

function missing(): Refusal {
  return new Refusal('missing.person', 'That person is not here any more.');
}
