import { sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import type { Visitor } from '../scope.ts';
import { firstOf } from '../statement.ts';

export interface Membership {
  id: string;
  workspaceId: string;
}

/** The member this account is in a workspace. @throws Refusal `may.not-member`. */
export async function membershipIn({ db, account }: Visitor, workspaceId: string): Promise<Membership> {
  const found = await firstOf(
    db,
    sql<Membership>`select id, workspace_id from members where workspace_id = ${workspaceId} and account_id = ${account.id} and left_at is null`,
  );
  if (!found) throw new Refusal('may.not-member', 'You are not a member of that workspace.');
  return found;
}

/** The membership this account got last, or null when it has none. */
export async function newestMembership({ db, account }: Visitor): Promise<Membership | null> {
  return firstOf(
    db,
    sql<Membership>`select id, workspace_id from members where account_id = ${account.id} and left_at is null order by created_at desc, id desc limit 1`,
  );
}
