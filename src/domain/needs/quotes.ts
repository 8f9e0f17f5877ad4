import { sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { giveEvidence } from '../findings/evidence.ts';
import { lockFinding } from '../findings/view.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { lockNeed } from './lock.ts';

/**
 * Words that were confirmed as something else of theirs show this need as well. Twice is once. What was confirmed as a need of its own is merged
 * instead. @throws Refusal `missing.need`, `missing.finding`, `need.not-confirmed`, `need.not-theirs`.
 */
export function attachQuote(scope: Scope, { id, findingId }: { id: string; findingId: string }): Promise<void> {
  return wholly(scope, async (change) => {
    const found = await lockFinding(change, findingId);
    const need = await lockNeed(change, id);
    if (!found.confirmedAt || found.became?.table === 'needs')
      throw new Refusal('need.not-confirmed', 'Confirm those words first; what is a need of its own is merged instead.');
    if (found.personId !== need.personId)
      throw new Refusal('need.not-theirs', 'Somebody else said that. Only the one who has the need can say that you understood it.');
    const there = await firstOf(
      change.db,
      sql<{ aboutId: string }>`select about_id from evidence where workspace_id = ${change.workspaceId} and finding_id = ${findingId}
        and about = 'need'`,
    );
    if (there?.aboutId === id) return;
    if (there)
      await sql`update evidence set about_id = ${id} where workspace_id = ${change.workspaceId} and finding_id = ${findingId}
        and about = 'need'`.execute(change.db);
    else
      await giveEvidence(change, { about: 'need', aboutId: id, findingId, turnId: found.turnId, from: found.fromChar, to: found.toChar });
    await remember(change, { action: 'need.quote-added', about: 'need', id });
  });
}

/** Those words do not show it. What made the need in the first place stays. @throws Refusal `missing.need`, `missing.finding`. */
export function detachQuote(scope: Scope, { id, findingId }: { id: string; findingId: string }): Promise<void> {
  return wholly(scope, async (change) => {
    const found = await lockFinding(change, findingId);
    await lockNeed(change, id);
    const gone = await firstOf(
      change.db,
      sql<{ id: string }>`delete from evidence where workspace_id = ${change.workspaceId} and about = 'need' and about_id = ${id}
        and finding_id = ${findingId} and ${found.became?.table !== 'needs'} returning id`,
    );
    if (!gone) throw new Refusal('missing.finding', 'That suggestion is not here any more.');
    await remember(change, { action: 'need.quote-taken', about: 'need', id });
  });
}
