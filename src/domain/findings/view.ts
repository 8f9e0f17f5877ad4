import { sql } from 'kysely';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import { BY_MODEL } from '#model/language-model.ts';
import type { FindingView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { heldAgainst } from '../offerings/held.ts';
import type { Change, Scope } from '../scope.ts';
import { documentOf, firstOf, readable } from '../statement.ts';

/** Stands where the version of the engine would: a member found it. */
export const NOTED = 'by-hand';

/** A finding with whom it is about, as far as decisions on it need to know. */
export interface FoundRow {
  id: string;
  conversationId: string;
  turnId: string;
  speakerId: string;
  kind: FindingKind;
  fromChar: number;
  toChar: number;
  quote: string;
  fields: FindingFields;
  /** As the engine said it; `p` is its own confidence, before what the workspace taught. */
  suggested: { kind: FindingKind; speakerId: string; fields: FindingFields; p?: number };
  engineVersion: string;
  editedAt: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
  rejectedAt: string | null;
  became: { table: 'needs' | 'traits' | 'beliefs' | 'promises'; id: string } | null;
  personId: string | null;
  memberId: string | null;
}

/** Lock a finding that this member may read, until the change is done. @throws Refusal `missing.finding`. */
export async function lockFinding(change: Change, id: string): Promise<FoundRow> {
  // The conversation first, as the engine locks it: else the two of them could wait for one another.
  await sql`select c.id from conversations c where c.workspace_id = ${change.workspaceId}
    and c.id = (select conversation_id from findings where workspace_id = ${change.workspaceId} and id = ${id}) for no key update`.execute(
    change.db,
  );
  const row = await firstOf(
    change.db,
    sql<FoundRow>`
      select f.id, f.conversation_id, f.turn_id, f.speaker_id, f.kind, f.from_char, f.to_char, f.quote, f.fields, f.suggested, f.engine_version, f.edited_at,
        f.confirmed_at, f.confirmed_by, f.rejected_at, f.became, s.person_id, s.member_id
      from findings f
      join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
      join speakers s on s.workspace_id = f.workspace_id and s.id = f.speaker_id
      where f.workspace_id = ${change.workspaceId} and f.id = ${id} and ${readable(change, 'c')} for update of f for share of s`,
  );
  if (!row) throw new Refusal('missing.finding', 'That suggestion is not here any more.');
  return row;
}

/** Who suggested it, where that was a language model, on the alias f. */
export const suggestedBy = sql`(case when starts_with(f.engine_version, ${BY_MODEL}::text) then jsonb_build_object('by', 'language-model',
  'model', substr(f.engine_version, ${BY_MODEL.length + 1}::int)) else '{}'::jsonb end)`;

/** From the aliases f, s (its speaker), t (its turn), cb and rb (who confirmed, who rejected; or none). */
export const findingJson = sql`(f.fields || ${suggestedBy} || jsonb_build_object('id', f.id, 'kind', f.kind, 'speaker', s.i, 'turn', t.i, 'from', f.from_char,
  'to', f.to_char, 'quote', f.quote, 'p', f.p, 'edited', f.edited_at is not null,
  'confirmedBy', case when cb.id is null then null else jsonb_build_object('id', cb.id, 'name', cb.name) end,
  'rejectedBy', case when rb.id is null then null else jsonb_build_object('id', rb.id, 'name', rb.name) end) || ${heldAgainst('f')})`;

/** The tables that `findingJson` reads, bound to one another. */
export const findingTables = sql`findings f
  join speakers s on s.workspace_id = f.workspace_id and s.id = f.speaker_id
  join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
  left join members cb on cb.workspace_id = f.workspace_id and cb.id = f.confirmed_by
  left join members rb on rb.workspace_id = f.workspace_id and rb.id = f.rejected_by`;

export async function viewFinding(scope: Scope, id: string): Promise<FindingView> {
  const view = await documentOf<FindingView>(
    scope.db,
    sql`select ${findingJson} from ${findingTables} where f.workspace_id = ${scope.workspaceId} and f.id = ${id}`,
  );
  if (!view) throw new Refusal('missing.finding', 'That suggestion is not here any more.');
  return view;
}
