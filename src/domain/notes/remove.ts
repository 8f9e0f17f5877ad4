import { sql } from 'kysely';
import { mayAct } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { peopleLinked } from './links.ts';
import { missing } from './view.ts';

/** Out of every page, kept so that it can come back. By whoever wrote it, or an admin. @throws Refusal `missing.note`, `may.not-yours`. */
export function removeNote(scope: Scope, id: string): Promise<void> {
  return putAway(scope, id, true);
}

/** The opposite, by the same. */
export function restoreNote(scope: Scope, id: string): Promise<void> {
  return putAway(scope, id, false);
}

async function putAway(scope: Scope, id: string, away: boolean): Promise<void> {
  await wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<{ createdBy: string | null; removed: boolean }>`select n.created_by, n.removed_at is not null as removed from notes n
        where n.workspace_id = ${change.workspaceId} and n.id = ${id} and (n.private_to is null or n.private_to = ${change.member.id}::uuid) for update`,
    );
    if (!found) throw missing();
    if (found.createdBy !== change.member.id && !mayAct(change.member.role, 'admin'))
      throw new Refusal('may.not-yours', 'Only who brought it in, or an admin, can take it away or bring it back.');
    if (found.removed === away) return;
    await sql`update notes set removed_at = ${away ? change.now : null}::timestamptz, removed_by = ${away ? change.member.id : null}::uuid
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await refreshPeople(change, await peopleLinked(change, id));
    await remember(change, { action: away ? 'note.removed' : 'note.restored', about: 'note', id });
  });
}
