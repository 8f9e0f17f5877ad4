import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { mayAct, type Role } from '#model/member.ts';
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

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
