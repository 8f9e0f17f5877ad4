import { sql } from 'kysely';
import { mayAct, type Role } from '#model/member.ts';
import type { MemberRow } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';

export interface MemberChange {
  id: string;
  role?: Role | undefined;
  /** True: this member leaves the workspace; what they did stays theirs. False: they come back, as what they were. */
  left?: boolean | undefined;
}

/**
 * Give a member another role, or let them go. Only an owner makes or unmakes an owner, and one owner always stays.
 * @throws Refusal `missing.member`, `may.owner-only`, `may.last-owner`.
 */
export async function changeMember(scope: Scope, { id, role, left }: MemberChange): Promise<MemberRow> {
  if (role === undefined && left === undefined) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    // Locked together, so that two owners cannot both leave at the same moment.
    const owners = await rowsOf(
      change.db,
      sql<{
        id: string;
      }>`select id from members where workspace_id = ${change.workspaceId} and role = 'owner' and left_at is null order by id for update`,
    );
    const member = await memberHere(change, id, left === false);
    const touchesOwner = member.role === 'owner' || role === 'owner';
    if (touchesOwner && !mayAct(change.member.role, 'owner')) throw new Refusal('may.owner-only', 'Only an owner may do that to an owner.');
    const stopsOwning = member.role === 'owner' && (left === true || (role !== undefined && role !== 'owner'));
    if (stopsOwning && owners.length === 1) {
      throw new Refusal('may.last-owner', 'This is the last owner of the workspace. Make somebody else an owner first.');
    }
    await write(change, id, role, left);
    return { ...member, role: role ?? member.role, isYou: id === change.member.id };
  });
}

async function write(change: Change, id: string, role: Role | undefined, left: boolean | undefined): Promise<void> {
  await sql`update members set role = coalesce(${role ?? null}, role), left_at = case when ${left === true} then ${change.now}::timestamptz when ${left === false} then null else left_at end
    where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
  await remember(change, { action: 'member.changed', about: 'member', id, detail: { role: role ?? null, left: left ?? null } });
}

/** Others may see this member's listening figures, or no longer. */
export async function shareListening(scope: Scope, shared: boolean): Promise<{ shared: boolean }> {
  await wholly(scope, async (change) => {
    await change.db
      .updateTable('members')
      .set({ sharesListening: shared })
      .where('workspaceId', '=', change.workspaceId)
      .where('id', '=', change.member.id)
      .execute();
    await remember(change, { action: 'member.listening-shared', about: 'member', id: change.member.id, detail: { shared } });
  });
  return { shared };
}

async function memberHere(scope: Scope, id: string, orGone: boolean): Promise<Omit<MemberRow, 'isYou'>> {
  const row = await firstOf(
    scope.db,
    sql<Omit<MemberRow, 'isYou'>>`select id, name, email, role from members where workspace_id = ${scope.workspaceId} and id = ${id}
      and (${orGone} or left_at is null)`,
  );
  if (!row) throw new Refusal('missing.member', 'There is no such member in this workspace.');
  return row;
}
