import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type BeliefWay, isToRepair } from '#model/belief.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, readable } from '../statement.ts';
import { settleClosed } from './settle.ts';
import { type BeliefRow, lockBelief } from './write.ts';

export interface Closing {
  how: BeliefWay;
  /** Where it was repaired: a talk of this very person. */
  conversationId?: string | undefined;
  /** The document that was sent, where it is kept here. */
  attachmentId?: string | undefined;
  note?: string | undefined;
  /** When, ISO 8601 with offset; now when left out, or when the talk was. */
  at?: string | undefined;
}

/**
 * Something we did closed it, and this shows it. Closed again, the newer counts. The id is the step's.
 * @throws Refusal `missing.belief`, `belief.nothing-to-repair`, `belief.no-evidence`, `belief.not-yet`, `missing.conversation`, `belief.in-private`,
 *   `missing.attachment`.
 */
export function closeBelief(scope: Scope, id: string, given: Closing): Promise<{ step: string }> {
  return wholly(scope, async (change) => {
    const belief = await lockBelief(change, id);
    if (!isToRepair(belief)) throw new Refusal('belief.nothing-to-repair', 'It is true: there is nothing to repair.');
    const { how, conversationId, attachmentId, at } = given;
    const note = given.note?.trim() ?? '';
    if (!conversationId && !attachmentId && !note)
      throw new Refusal('belief.no-evidence', 'Say what you did: choose the conversation, or write a line.');
    const talk = conversationId ? await talkOf(change, belief, conversationId) : null;
    if (attachmentId) await documentOf(change, belief, attachmentId);
    const when = at ?? talk?.at ?? change.now;
    if (Date.parse(when) > Date.parse(change.now))
      throw new Refusal('belief.not-yet', 'Close it when you have done it: that day is still to come.');
    const step = uuidv7();
    await sql`insert into belief_steps (workspace_id, id, belief_id, step, how, conversation_id, attachment_id, note, at, created_by, created_at)
      values (${change.workspaceId}, ${step}, ${id}, 'closed', ${how}, ${conversationId ?? null}, ${attachmentId ?? null}, ${note}, ${when},
        ${change.member.id}, ${change.now})`.execute(change.db);
    await settle(change, belief);
    await remember(change, { action: 'belief.closed', about: 'belief', id, detail: { how } });
    return { step };
  });
}

/** A talk that this person stood in and this member may read; one for this member alone shows nothing to the others. */
async function talkOf(change: Change, belief: BeliefRow, conversationId: string): Promise<{ at: string }> {
  const talk = await firstOf(
    change.db,
    sql<{ at: string; privateTo: string | null; shared: boolean }>`select c.happened_at as at, c.private_to, ${belief.byHand} or coalesce((
        select bool_or(ec.private_to is null and ec.removed_at is null) from evidence e
        join turns et on et.workspace_id = e.workspace_id and et.id = e.turn_id
        join conversations ec on ec.workspace_id = et.workspace_id and ec.id = et.conversation_id
        where e.workspace_id = c.workspace_id and e.about = 'belief' and e.about_id = ${belief.id}), true) as shared
      from conversations c where c.workspace_id = ${change.workspaceId} and c.id = ${conversationId} and ${readable(change, 'c')}
        and exists (select from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id and s.person_id = ${belief.personId})`,
  );
  if (!talk) throw new Refusal('missing.conversation', 'That conversation is not here any more, or it is not yours to read.');
  if (talk.privateTo && talk.shared)
    throw new Refusal(
      'belief.in-private',
      'That talk is for you alone to read, and this belief is for all. Say in a line what you did instead.',
    );
  return talk;
}

async function documentOf(change: Change, belief: BeliefRow, attachmentId: string): Promise<void> {
  const found = await firstOf(
    change.db,
    sql<{ id: string }>`select id from attachments where workspace_id = ${change.workspaceId} and id = ${attachmentId}
      and person_id = ${belief.personId} and removed_at is null and private_to is null`,
  );
  if (!found) throw new Refusal('missing.attachment', 'That document is not here any more.');
}

/** It is open after all, by hand. @throws Refusal `missing.belief`, `belief.open`. */
export function reopenBelief(scope: Scope, id: string, { note }: { note: string }): Promise<{ step: string }> {
  return wholly(scope, async (change) => {
    const belief = await lockBelief(change, id);
    if (!belief.closedAt) throw new Refusal('belief.open', 'It is open already.');
    const step = uuidv7();
    // Not before what closed it, which may lie some moments ahead of this server's clock.
    const at = Date.parse(belief.closedAt) > Date.parse(change.now) ? belief.closedAt : change.now;
    await sql`insert into belief_steps (workspace_id, id, belief_id, step, note, at, created_by, created_at)
      values (${change.workspaceId}, ${step}, ${id}, 'reopened', ${note.trim()}, ${at}, ${change.member.id}, ${change.now})`.execute(
      change.db,
    );
    await settle(change, belief);
    await remember(change, { action: 'belief.reopened', about: 'belief', id });
    return { step };
  });
}

/** That step was a mistake: as if it had not been. What opened it by their words goes when those words do. @throws Refusal `missing.belief`, `missing.undo`. */
export function takeBackStep(scope: Scope, { id, step }: { id: string; step: string }): Promise<void> {
  return wholly(scope, async (change) => {
    const belief = await lockBelief(change, id);
    const gone = await firstOf(
      change.db,
      sql<{ id: string }>`delete from belief_steps b where b.workspace_id = ${change.workspaceId} and b.belief_id = ${id} and b.id = ${step}
        and b.finding_id is null returning b.id`,
    );
    if (!gone) throw new Refusal('missing.undo', 'There is nothing to take back.');
    await settle(change, belief);
    await remember(change, { action: 'belief.step-taken-back', about: 'belief', id });
  });
}

async function settle(change: Change, belief: BeliefRow): Promise<void> {
  await settleClosed(change, [belief.id]);
  await refreshPeople(change, [belief.personId]);
}
