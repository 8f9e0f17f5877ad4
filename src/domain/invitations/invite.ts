import { createHash, randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { mayAct, ROLES, type Role } from '#model/member.ts';
import type { InvitationRow } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';

/**
 * A link that lets one person in, with a role not above one's own, for some days. The link is told once: only its hash is kept.
 * @throws Refusal `may.not-above`.
 */
export async function inviteMember(
  scope: Scope,
  { role, days, publicUrl }: { role: Role; days: number; publicUrl: string },
): Promise<{ url: string; invitation: InvitationRow }> {
  if (!mayAct(scope.member.role, role))
    throw new Refusal('may.not-above', 'You can only invite somebody to a role that is not above your own.');
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(scope.now) + days * 86_400_000).toISOString();
  const id = uuidv7();
  await wholly(scope, async (change) => {
    await change.db
      .insertInto('invitations')
      .values({
        workspaceId: change.workspaceId,
        id,
        tokenHash: hashOf(token),
        role,
        expiresAt,
        createdAt: change.now,
        createdBy: change.member.id,
      })
      .execute();
    await remember(change, { action: 'invitation.made', about: 'invitation', id, detail: { role, days } });
  });
  return { url: `${publicUrl}/join/${token}`, invitation: { id, role, expiresAt, acceptedAt: null } };
}

/** The link no longer lets anybody in. Twice is once. */
export async function withdrawInvitation(scope: Scope, id: string): Promise<void> {
  await wholly(scope, async (change) => {
    const { numUpdatedRows } = await change.db
      .updateTable('invitations')
      .set({ revokedAt: change.now, revokedBy: change.member.id })
      .where('workspaceId', '=', change.workspaceId)
      .where('id', '=', id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await remember(change, { action: 'invitation.withdrawn', about: 'invitation', id });
  });
}

/**
 * The invitation of alias i lets somebody in: not used, not withdrawn, not past its day, and who made it may still invite to that role.
 * Else somebody who is let go could come back by a link of their own.
 */
export function isUsable(now: string): RawBuilder<boolean> {
  const rank = (role: string) => sql`array_position(${[...ROLES]}::text[], ${sql.ref(role)})`;
  return sql<boolean>`(i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now}::timestamptz and exists (
    select from members im where im.workspace_id = i.workspace_id and im.id = i.created_by and im.left_at is null
      and im.role in ('owner', 'admin') and ${rank('im.role')} <= ${rank('i.role')}))`;
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
