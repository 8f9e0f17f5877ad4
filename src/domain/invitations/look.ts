import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import type { Role } from '#model/member.ts';
import { firstOf } from '../statement.ts';
import { hashOf, isUsable } from './invite.ts';

export interface InvitationSeen {
  workspace: string;
  role: Role;
  expiresAt: string;
  /** Not used, not withdrawn, not past its day. */
  usable: boolean;
}

/** What a link leads to, for whoever holds it; null when there is no such link. */
export async function lookAtInvitation(db: Db, { token, now }: { token: string; now: string }): Promise<InvitationSeen | null> {
  return firstOf(
    db,
    sql<InvitationSeen>`select w.name as workspace, i.role, i.expires_at,
        ${isUsable(now)} as usable
      from invitations i join workspaces w on w.workspace_id = i.workspace_id and w.id = i.workspace_id
      where i.token_hash = ${hashOf(token)}`,
  );
}
