import { sql } from 'kysely';
import type { ConversationKind } from '#model/conversation.ts';
import { mayAct } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { settleClosedIn } from '../beliefs/settle.ts';
import { redateConfirmations, settleUnderstoodIn } from '../needs/understood.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, readable } from '../statement.ts';
import { missing } from './open.ts';
import { understandLater } from './receive.ts';

export interface ConversationChange {
  title?: string | undefined;
  /** ISO 8601 with offset. */
  happenedAt?: string | undefined;
  kind?: ConversationKind | undefined;
}

/** Mend what a conversation is called, what it was and when. Another day moves every "by Friday" in it, so it is understood again. */
export async function changeConversation(scope: Scope, id: string, { title, happenedAt, kind }: ConversationChange): Promise<void> {
  const fields = Object.entries({ title, happenedAt, kind }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  await wholly(scope, async (change) => {
    const { source } = await lockConversation(change, id);
    const again = happenedAt !== undefined && source !== 'by-hand';
    await sql`update conversations set title = coalesce(${title ?? null}, title), kind = coalesce(${kind ?? null}, kind),
      happened_at = coalesce(${happenedAt ?? null}::timestamptz, happened_at), dated_by = case when ${happenedAt !== undefined} then 'member' else dated_by end,
      understood_at = case when ${again} and exists (select from turns t where t.workspace_id = ${change.workspaceId} and t.conversation_id = ${id})
        then null else understood_at end
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    if (happenedAt !== undefined) await redateConfirmations(change, id);
    await refreshPeople(change, await peopleIn(change, [id]));
    // Not understood until then: whoever looks sees that the days are being counted anew.
    if (again) await understandLater(change, id);
    await remember(change, { action: 'conversation.changed', about: 'conversation', id, detail: { fields } });
  });
}

interface Locked {
  source: string;
  createdBy: string;
  removed: boolean;
}

async function lockConversation(change: Change, id: string): Promise<Locked> {
  const row = await firstOf(
    change.db,
    sql<Locked>`select c.source, c.created_by, false as removed from conversations c
      where c.workspace_id = ${change.workspaceId} and c.id = ${id} and ${readable(change, 'c')} for update`,
  );
  if (!row) throw missing();
  return row;
}

/** Out of every list and page, with what came of it; kept, so that it can come back. By who brought it in, or an admin. */
export function removeConversation(scope: Scope, id: string): Promise<void> {
  return putAway(scope, id, true);
}

/** The opposite. @throws Refusal `missing.conversation`, `may.not-yours`. */
export function restoreConversation(scope: Scope, id: string): Promise<void> {
  return putAway(scope, id, false);
}

function putAway(scope: Scope, id: string, away: boolean): Promise<void> {
  return againWhenRaced(scope, () => putAwayOnce(scope, id, away));
}

async function putAwayOnce(scope: Scope, id: string, away: boolean): Promise<void> {
  await wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<Locked>`select source, created_by, removed_at is not null as removed from conversations
        where workspace_id = ${change.workspaceId} and id = ${id} and (private_to is null or private_to = ${change.member.id}) for update`,
    );
    if (!found) throw missing();
    if (found.createdBy !== change.member.id && !mayAct(change.member.role, 'admin'))
      throw new Refusal('may.not-yours', 'Only who brought it in, or an admin, can take it away or bring it back.');
    if (found.removed === away) return;
    await sql`update conversations set removed_at = ${away ? change.now : null}::timestamptz, removed_by = ${away ? change.member.id : null}::uuid
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await settleUnderstoodIn(change, [id]);
    await settleClosedIn(change, [id]);
    await refreshPeople(change, await peopleIn(change, [id]));
    await remember(change, { action: away ? 'conversation.removed' : 'conversation.restored', about: 'conversation', id });
  });
}
