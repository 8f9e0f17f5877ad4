import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { PromiseView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { insertPromise } from '../findings/become.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { viewPromise } from './list.ts';

export interface NotedPromise {
  by: 'us' | 'them';
  personId: string;
  what: string;
  /** ISO 8601 date. */
  due?: string | undefined;
}

/**
 * A promise that was made outside of any conversation, between the member who notes it and somebody they know.
 * @throws Refusal `missing.person`, `promise.in-private`.
 */
export function notePromise(scope: Scope, { by, personId, what, due }: NotedPromise): Promise<PromiseView> {
  return wholly(scope, async (change) => {
    const person = await firstOf(
      change.db,
      sql<{ privateTo: string | null }>`select p.private_to from people p
        where p.workspace_id = ${change.workspaceId} and p.id = ${personId} and ${known(change, 'p')}`,
    );
    if (!person) throw new Refusal('missing.person', 'That person is not here any more. Choose somebody else.');
    // What came out of no conversation is seen by all, and would name somebody whom only this member has met.
    if (person.privateTo)
      throw new Refusal('promise.in-private', 'You met them in private. Note it in a private talk, so that it stays with you.');
    const id = uuidv7();
    const us = { memberId: change.member.id, personId: null };
    const them = { memberId: null, personId };
    const [from, to] = by === 'us' ? [us, them] : [them, us];
    await insertPromise(change, { id, by: from, to, what: what.trim(), dueOn: due ?? null, dueText: null });
    await refreshPeople(change, [personId]);
    await remember(change, { action: 'promise.noted', about: 'promise', id });
    return viewPromise(change, id);
  });
}

/**
 * It was noted by mistake. Only by whoever noted it, and only while no words stand behind it: what was said is set aside where it was said.
 * @throws Refusal `missing.promise`, `promise.said`, `promise.not-yours`.
 */
export function unnotePromise(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    await viewPromise(change, id);
    const found = await firstOf(
      change.db,
      sql<{ createdBy: string; said: boolean; byPersonId: string | null; toPersonId: string | null }>`
        select p.created_by, p.by_person_id, p.to_person_id, exists (select 1 from evidence e
          where e.workspace_id = ${change.workspaceId} and e.about = 'promise' and e.about_id = p.id) as said
        from promises p where p.workspace_id = ${change.workspaceId} and p.id = ${id} for update`,
    );
    if (found?.said) throw new Refusal('promise.said', 'This was said in a conversation. Set it aside there.');
    if (found && found.createdBy !== change.member.id) throw new Refusal('promise.not-yours', 'Only whoever noted it can take it back.');
    await sql`delete from promises where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await refreshPeople(change, [found?.byPersonId ?? null, found?.toPersonId ?? null]);
    await remember(change, { action: 'promise.unnoted', about: 'promise', id });
  });
}
