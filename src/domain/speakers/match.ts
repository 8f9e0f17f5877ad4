import { sql } from 'kysely';
import { aliasOf, isPlaceholder, nameVariants } from '#model/alias.ts';
import type { Participant, Side } from '#model/conversation.ts';
import type { Scope } from '../scope.ts';
import { known, rowsOf } from '../statement.ts';

export interface MatchedSpeaker {
  name: string;
  email: string | null;
  alias: string;
  side: Side;
  personId: string | null;
  memberId: string | null;
}

interface Known {
  way: 'email' | 'alias' | 'name';
  key: string;
  personId: string | null;
  memberId: string | null;
  /** By name: this one writes from other addresses, so another address is perhaps another person. */
  hasEmail: boolean;
}

/**
 * Who these speakers are, as far as the workspace knows: by e-mail address, else as it was answered before, else by a full name that only
 * one has. What stays uncertain is left open, to be asked once. Whom only another member knows is not matched, except by address in what the
 * workspace may read: there the address says who it is.
 */
export async function matchSpeakers(
  scope: Scope,
  participants: Participant[],
  where: { id: string; privateTo: string | null },
): Promise<MatchedSpeaker[]> {
  const conversationId = where.id;
  const all = await lookUp(scope, participants, where);
  return participants.map((participant) => {
    const found = whoIs(participant, all, conversationId);
    return {
      name: participant.name,
      email: participant.email?.trim().toLowerCase() ?? null,
      alias: aliasOf(participant, conversationId),
      side: sideOf(participant, found),
      personId: found?.personId ?? null,
      memberId: found?.memberId ?? null,
    };
  });
}

function whoIs(participant: Participant, known: Known[], conversationId: string): Known | null {
  const email = participant.email?.trim().toLowerCase();
  const byEmail = email ? known.find((one) => one.way === 'email' && one.key === email) : null;
  if (byEmail) return byEmail;
  const byAlias = known.find((one) => one.way === 'alias' && one.key === aliasOf(participant, conversationId));
  if (byAlias) return byAlias;
  if (isPlaceholder(participant.name)) return null;
  const names = spellings(participant.name);
  const namesakes = known.filter((one) => one.way !== 'email' && names.includes(one.key) && (one.personId ?? one.memberId));
  const ids = new Set(namesakes.map((one) => one.personId ?? one.memberId));
  const only = namesakes[0];
  return ids.size === 1 && only && !(email && namesakes.some((one) => one.hasEmail)) ? only : null;
}

function sideOf(participant: Participant, found: Known | null): Side {
  if (found?.memberId) return 'us';
  return found?.personId && participant.side === 'unknown' ? 'them' : participant.side;
}

function spellings(name: string): string[] {
  return [...new Set([name.toLowerCase().trim(), ...nameVariants(name)])];
}

async function lookUp(scope: Scope, participants: Participant[], where: { id: string; privateTo: string | null }): Promise<Known[]> {
  const emails = participants.flatMap(({ email }) => (email ? [email.trim().toLowerCase()] : []));
  const names = participants.flatMap(({ name }) => (isPlaceholder(name) ? [] : spellings(name)));
  const aliases = [...participants.map((participant) => aliasOf(participant, where.id)), ...names];
  const w = scope.workspaceId;
  const byEmail = where.privateTo ? known(scope, 'p') : sql`true`;
  return rowsOf(
    scope.db,
    sql<Known>`
      select 'email' as way, email as key, person_id, null::uuid as member_id, true as has_email from person_emails e
        join people p on p.workspace_id = e.workspace_id and p.id = e.person_id and ${byEmail}
        where e.workspace_id = ${w} and email = any(${emails}::text[])
      union all select 'email', lower(email), null, id, true from members where workspace_id = ${w} and lower(email) = any(${emails}::text[])
      union all select 'alias', alias, a.person_id, a.member_id,
          exists (select from person_emails e where e.workspace_id = ${w} and e.person_id = a.person_id) from aliases a
        left join people p on p.workspace_id = a.workspace_id and p.id = a.person_id
        where a.workspace_id = ${w} and alias = any(${aliases}::text[]) and (p.id is null or ${known(scope, 'p')})
      union all select 'name', spelling.name, p.id, null,
          exists (select from person_emails e where e.workspace_id = ${w} and e.person_id = p.id)
        from unnest(${names}::text[]) as spelling(name) join people p on p.workspace_id = ${w} and lower(p.name) = spelling.name and ${known(scope, 'p')}
      union all select 'name', lower(name), null, id, false from members where workspace_id = ${w} and lower(name) = any(${names}::text[])`,
  );
}
