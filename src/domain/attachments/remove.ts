import { sql } from 'kysely';
import { mayAct } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { openTo } from './beside.ts';
import { missing } from './view.ts';

/** Out of every list, its bytes kept so that it can come back. By who brought it, or an admin. @throws Refusal `missing.attachment`, `may.not-yours`. */
export function removeAttachment(scope: Scope, id: string): Promise<void> {
  return putAway(scope, id, true);
}

/** The opposite, by the same. */
export function restoreAttachment(scope: Scope, id: string): Promise<void> {
  return putAway(scope, id, false);
}

async function putAway(scope: Scope, id: string, away: boolean): Promise<void> {
  await wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<{ createdBy: string | null; removed: boolean }>`select a.created_by, a.removed_at is not null as removed from attachments a
        where a.workspace_id = ${change.workspaceId} and a.id = ${id} and not a.is_photo and ${openTo(change, 'a')} for update`,
    );
    if (!found) throw missing();
    if (found.createdBy !== change.member.id && !mayAct(change.member.role, 'admin'))
      throw new Refusal('may.not-yours', 'Only who brought it in, or an admin, can take it away or bring it back.');
    if (found.removed === away) return;
    await sql`update attachments set removed_at = ${away ? change.now : null}::timestamptz, removed_by = ${away ? change.member.id : null}::uuid
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: away ? 'attachment.removed' : 'attachment.restored', about: 'attachment', id });
  });
}
