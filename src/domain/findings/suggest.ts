import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Finding, FindingKind } from '#model/finding.ts';
import { BY_MODEL } from '#model/language-model.ts';
import type { ChangingPlace } from '../scope.ts';
import { rowsOf } from '../statement.ts';

export interface Suggesting {
  conversationId: string;
  by: 'engine' | 'language-model';
  /** Written with each of them. */
  version: string;
  findings: Finding[];
  turnIds: string[];
  speakers: { id: string; name: string }[];
  /** These are all that there are: the ones it suggested before and no longer does go. */
  whole: boolean;
}

interface Suggestion {
  id: string;
  turn_id: string;
  speaker_id: string;
  kind: FindingKind;
  from_char: number;
  to_char: number;
  quote: string;
  fields: object;
  p: number;
  /** Without what the workspace taught: decisions are held against this one. */
  engine_p: number;
}

/**
 * Keep what the engine or the language model suggests of a conversation. What people decided stays as it is, and so does what the other of the two
 * suggests: the same kind over the same words does not come a second time.
 */
export async function writeSuggestions(change: ChangingPlace, suggesting: Suggesting): Promise<void> {
  const { conversationId, by, version, whole } = suggesting;
  const known = await knownIn(change, conversationId, by);
  const suggestions = JSON.stringify(suggestionsOf(suggesting).filter((one) => !known.some((other) => isSame(one, other))));
  const rows = sql`jsonb_to_recordset(${suggestions}::jsonb) as n(id uuid, turn_id uuid, speaker_id uuid, kind text, from_char int, to_char int,
    quote text, fields jsonb, p real, engine_p float8)`;
  const suggested = sql`jsonb_build_object('kind', n.kind, 'speakerId', n.speaker_id, 'fields', n.fields, 'p', n.engine_p)`;
  const open = sql`f.workspace_id = ${change.workspaceId} and f.conversation_id = ${conversationId} and ${openOf(by)}`;
  const same = sql`n.turn_id = f.turn_id and n.kind = f.kind and n.from_char = f.from_char and n.to_char = f.to_char`;
  // One that comes out the same keeps its id: somebody may be looking at it.
  if (whole) await sql`delete from findings f where ${open} and not exists (select from ${rows} where ${same})`.execute(change.db);
  await sql`update findings f set speaker_id = n.speaker_id, quote = n.quote, fields = n.fields, p = n.p, engine_version = ${version},
    suggested = ${suggested}
    from ${rows} where ${open} and ${same}`.execute(change.db);
  await sql`
    insert into findings (workspace_id, id, conversation_id, turn_id, speaker_id, kind, from_char, to_char, quote, fields, p, engine_version, suggested, created_at)
    select ${change.workspaceId}, n.id, ${conversationId}, n.turn_id, n.speaker_id, n.kind, n.from_char, n.to_char, n.quote, n.fields, n.p,
      ${version}, ${suggested}, ${change.now}
    from ${rows} where not exists (select from findings f where ${open} and ${same})`.execute(change.db);
}

/** Suggested by this one and untouched since, on the alias f. */
export function openOf(by: Suggesting['by']): RawBuilder<boolean> {
  const model = sql`starts_with(f.engine_version, ${BY_MODEL})`;
  return sql<boolean>`(f.confirmed_at is null and f.rejected_at is null and f.edited_at is null and ${by === 'engine' ? sql`not ${model}` : model})`;
}

function suggestionsOf({ findings, turnIds, speakers }: Suggesting): Suggestion[] {
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker.id]));
  return findings.flatMap(({ kind, who, quote, turn, from, to, p, engineP = p, ...fields }) => {
    const turnId = turnIds[turn];
    const speakerId = byName.get(who);
    if (!turnId || !speakerId) return [];
    // A belief always says what it is held against, also that it is nothing.
    const all = kind.startsWith('belief.') ? { claim: null, ...fields } : fields;
    const place = { turn_id: turnId, speaker_id: speakerId, from_char: from, to_char: to };
    return [{ id: uuidv7(), ...place, kind, quote, fields: all, p, engine_p: engineP }];
  });
}

interface Known {
  turnId: string;
  fromChar: number;
  toChar: number;
  /** As it is now, and as it was first said: a mended kind must not bring the old one back. */
  kinds: string[];
}

async function knownIn(change: ChangingPlace, conversationId: string, by: Suggesting['by']): Promise<Known[]> {
  return rowsOf(
    change.db,
    sql<Known>`select f.turn_id, f.from_char, f.to_char, array[f.kind, f.suggested->>'kind'] as kinds from findings f
      where f.workspace_id = ${change.workspaceId} and f.conversation_id = ${conversationId} and not ${openOf(by)}`,
  );
}

function isSame(one: Suggestion, other: Known): boolean {
  return one.turn_id === other.turnId && other.kinds.includes(one.kind) && one.from_char < other.toChar && other.fromChar < one.to_char;
}
