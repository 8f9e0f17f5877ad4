import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { ROLES, type Role } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Visitor, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { hashOf, isUsable } from './invite.ts';

/**
 * Become a member by a link, once. Who left before comes back as who they were; who is a member already only ever gains by it.
 * @throws Refusal `missing.invitation` when it does not exist, was used, was withdrawn or is past its day.
 */
export async function acceptInvitation(visitor: Visitor, token: string): Promise<{ workspaceId: string; memberId: string }> {
  return wholly(visitor, async (change) => {
    const { db, account, now } = change;
    const invitation = await firstOf(
      db,
      sql<{ workspaceId: string; id: string; role: Role }>`update invitations i set accepted_at = ${now}
        where i.token_hash = ${hashOf(token)} and ${isUsable(now)}
        returning workspace_id, id, role`,
    );
    if (!invitation) {
      throw new Refusal(
        'missing.invitation',
        'This invitation no longer holds: it was used, withdrawn, or its day has passed. Ask for a new link.',
      );
    }
    const { workspaceId, id } = invitation;
    const before = await memberOf(change, workspaceId);
    const memberId = before?.id ?? uuidv7();
    const role = before && !before.left ? higher(before.role, invitation.role) : invitation.role;
    await sql`insert into members (workspace_id, id, account_id, name, email, role, created_at, created_by)
      values (${workspaceId}, ${memberId}, ${account.id}, ${account.name}, ${account.email}, ${role}, ${now}, ${memberId})
      on conflict (workspace_id, account_id) do update set role = excluded.role, left_at = null`.execute(db);
    await sql`update invitations set accepted_by = ${memberId} where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
    await remember(
      { db, workspaceId, now, member: { id: memberId } },
      { action: 'invitation.accepted', about: 'invitation', id, detail: { role } },
    );
    return { workspaceId, memberId };
  });
}

async function memberOf({ db, account }: Visitor, workspaceId: string): Promise<{ id: string; role: Role; left: boolean } | null> {
  return firstOf(
    db,
    sql<{ id: string; role: Role; left: boolean }>`select id, role, left_at is not null as left from members
      where workspace_id = ${workspaceId} and account_id = ${account.id}`,
  );
}

function higher(one: Role, other: Role): Role {
  return ROLES.indexOf(one) <= ROLES.indexOf(other) ? one : other;
}
