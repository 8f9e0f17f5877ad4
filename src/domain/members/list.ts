import { mayAct } from '#model/member.ts';
import type { InvitationRow, MemberRow } from '#model/pages.ts';
import type { Scope } from '../scope.ts';

/** Who belongs to the workspace, and for those who may invite, which invitations are still open. */
export async function listMembers(scope: Scope): Promise<{ members: MemberRow[]; invitations: InvitationRow[] }> {
  const rows = await scope.db
    .selectFrom('members')
    .select(['id', 'name', 'email', 'role'])
    .where('workspaceId', '=', scope.workspaceId)
    .where('leftAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const members = rows.map((row) => ({ ...row, role: row.role as MemberRow['role'], isYou: row.id === scope.member.id }));
  return { members, invitations: mayAct(scope.member.role, 'admin') ? await openInvitations(scope) : [] };
}

async function openInvitations(scope: Scope): Promise<InvitationRow[]> {
  const rows = await scope.db
    .selectFrom('invitations')
    .select(['id', 'role', 'expiresAt', 'acceptedAt'])
    .where('workspaceId', '=', scope.workspaceId)
    .where('revokedAt', 'is', null)
    .where('acceptedAt', 'is', null)
    .where('expiresAt', '>', scope.now)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as InvitationRow['role'] }));
}
