import { sql } from 'kysely';
import type { PromiseView } from '#model/pages.ts';
import { remember } from '../audit.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { viewPromise } from './list.ts';

/** It was done. Twice is once: who kept it first, and when, stays. @throws Refusal `missing.promise`. */
export function keepPromise(scope: Scope, id: string): Promise<PromiseView> {
  return mark(scope, id, true);
}

/** It was not done after all. @throws Refusal `missing.promise`. */
export function reopenPromise(scope: Scope, id: string): Promise<PromiseView> {
  return mark(scope, id, false);
}

async function mark(scope: Scope, id: string, kept: boolean): Promise<PromiseView> {
  return wholly(scope, async (change) => {
    await viewPromise(change, id);
    const row = await firstOf(
      change.db,
      sql<{ byPersonId: string | null; toPersonId: string | null }>`
        update promises set kept_at = ${kept ? change.now : null}, kept_by = ${kept ? change.member.id : null}
        where workspace_id = ${change.workspaceId} and id = ${id} and (kept_at is null) = ${kept} returning by_person_id, to_person_id`,
    );
    if (row) {
      await refreshPeople(change, [row.byPersonId, row.toPersonId]);
      await remember(change, { action: kept ? 'promise.kept' : 'promise.reopened', about: 'promise', id });
    }
    return viewPromise(change, id);
  });
}
