import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Conversation } from '#model/conversation.ts';
import type { FindingKind } from '#model/finding.ts';
import type { ListeningReport } from '#model/listening.ts';
import { understand } from '#understanding/understand.ts';
import { countOpenFindings } from '../findings/count.ts';
import { correctionOf } from '../learning/learn.ts';
import { heldClaims } from '../offerings/held.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { documentOf, firstOf, rowsOf } from '../statement.ts';
import { hintsOf } from './hints.ts';

interface Loaded extends Conversation {
  turnIds: string[];
  speakers: { id: string; name: string }[];
}

/**
 * Let the engine go over a conversation and keep what it says: acts, figures and suggestions. May be done again at any time: suggestions that
 * people confirmed, rejected or edited stay as they are, and none of them comes a second time.
 */
export async function understandConversation(place: Place, conversationId: string): Promise<void> {
  const loaded = await load(place, conversationId);
  if (!loaded || loaded.turns.length === 0) return;
  const { turnIds, speakers, ...conversation } = loaded;
  const { zone } = await hintsOf(place);
  const correction = (await correctionOf(place)) ?? undefined;
  const { version, report } = await understand(conversation, { zone, claims: await heldClaims(place), correction });
  await wholly(place, async (change) => {
    if (!(await lockUnchanged(change, conversationId, turnIds.length))) return;
    await writeActs(change, report, turnIds);
    await writeFindings(change, { conversationId, version, report, turnIds, speakers });
    await writeReport(change, conversationId, { version, report });
    await countOpenFindings(change, [conversationId]);
    await refreshPeople(change, await peopleIn(change, [conversationId]));
  });
}

async function load(place: Place, conversationId: string): Promise<Loaded | null> {
  return documentOf<Loaded>(
    place.db,
    sql`select json_build_object('source', c.source, 'sourceId', c.source_id, 'kind', c.kind, 'startedAt', c.happened_at, 'title', c.title,
      'timeQuality', c.time_quality,
      'participants', (select coalesce(json_agg(json_strip_nulls(json_build_object('name', s.name, 'email', s.email, 'side', s.side)) order by s.i), '[]')
        from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id),
      'speakers', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.i), '[]')
        from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id),
      'turnIds', (select coalesce(json_agg(t.id order by t.i), '[]') from turns t where t.workspace_id = c.workspace_id and t.conversation_id = c.id),
      'turns', (select coalesce(json_agg(json_strip_nulls(json_build_object('speaker', s.name, 'text', t.text, 'line', t.line,
          'startMs', t.start_ms, 'endMs', t.end_ms, 'spokenMs', t.spoken_ms, 'at', t.at, 'key', t.source_key)) order by t.i), '[]')
        from turns t join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
        where t.workspace_id = c.workspace_id and t.conversation_id = c.id))
      from conversations c where c.workspace_id = ${place.workspaceId} and c.id = ${conversationId} and (c.source <> 'by-hand' or c.file_id is not null)`,
  );
}

// When it grew while the engine was at it, another job is waiting and will do it better.
async function lockUnchanged(change: ChangingPlace, conversationId: string, turns: number): Promise<boolean> {
  const row = await firstOf(
    change.db,
    sql<{ id: string }>`select id from conversations where workspace_id = ${change.workspaceId} and id = ${conversationId} for update`,
  );
  if (!row) return false;
  const counted = await firstOf(
    change.db,
    sql<{
      count: number;
    }>`select count(*)::int as count from turns where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId}`,
  );
  return counted?.count === turns;
}

async function writeActs(change: ChangingPlace, report: ListeningReport, turnIds: string[]): Promise<void> {
  const rows = report.turns.map((turn) => ({ id: turnIds[turn.i], acts: turn.acts }));
  await sql`update turns t set acts = a.acts from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, acts jsonb)
    where t.workspace_id = ${change.workspaceId} and t.id = a.id and t.acts <> a.acts`.execute(change.db);
}

interface Understood {
  conversationId: string;
  version: string;
  report: ListeningReport;
  turnIds: string[];
  speakers: { id: string; name: string }[];
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
  /** The engine's own, without what the workspace taught: decisions are held against this one. */
  engine_p: number;
}

async function writeFindings(change: ChangingPlace, understood: Understood): Promise<void> {
  const decided = await decidedIn(change, understood.conversationId);
  const suggestions = JSON.stringify(suggestionsOf(understood).filter((one) => !decided.some((other) => isSame(one, other))));
  const rows = sql`jsonb_to_recordset(${suggestions}::jsonb) as n(id uuid, turn_id uuid, speaker_id uuid, kind text, from_char int, to_char int,
    quote text, fields jsonb, p real, engine_p float8)`;
  const suggested = sql`jsonb_build_object('kind', n.kind, 'speakerId', n.speaker_id, 'fields', n.fields, 'p', n.engine_p)`;
  const open = sql`f.workspace_id = ${change.workspaceId} and f.conversation_id = ${understood.conversationId}
    and f.confirmed_at is null and f.rejected_at is null and f.edited_at is null`;
  const same = sql`n.turn_id = f.turn_id and n.kind = f.kind and n.from_char = f.from_char and n.to_char = f.to_char`;
  // One that comes out the same keeps its id: somebody may be looking at it.
  await sql`delete from findings f where ${open} and not exists (select from ${rows} where ${same})`.execute(change.db);
  await sql`update findings f set speaker_id = n.speaker_id, quote = n.quote, fields = n.fields, p = n.p, engine_version = ${understood.version},
    suggested = ${suggested}
    from ${rows} where ${open} and ${same}`.execute(change.db);
  await sql`
    insert into findings (workspace_id, id, conversation_id, turn_id, speaker_id, kind, from_char, to_char, quote, fields, p, engine_version, suggested, created_at)
    select ${change.workspaceId}, n.id, ${understood.conversationId}, n.turn_id, n.speaker_id, n.kind, n.from_char, n.to_char, n.quote, n.fields, n.p,
      ${understood.version}, ${suggested}, ${change.now}
    from ${rows} where not exists (select from findings f where ${open} and ${same})`.execute(change.db);
}

function suggestionsOf({ report, turnIds, speakers }: Understood): Suggestion[] {
  const byName = new Map(speakers.map((speaker) => [speaker.name, speaker.id]));
  return report.findings.flatMap(({ kind, who, quote, turn, from, to, p, engineP = p, ...fields }) => {
    const turnId = turnIds[turn];
    const speakerId = byName.get(who);
    if (!turnId || !speakerId) return [];
    // A belief always says what it is held against, also that it is nothing.
    const all = kind.startsWith('belief.') ? { claim: null, ...fields } : fields;
    const place = { turn_id: turnId, speaker_id: speakerId, from_char: from, to_char: to };
    return [{ id: uuidv7(), ...place, kind, quote, fields: all, p, engine_p: engineP }];
  });
}

interface Decided {
  turnId: string;
  fromChar: number;
  toChar: number;
  /** As it is now, and as the engine first said it: a mended kind must not bring the old one back. */
  kinds: string[];
}

async function decidedIn(change: ChangingPlace, conversationId: string): Promise<Decided[]> {
  return rowsOf(
    change.db,
    sql<Decided>`select turn_id, from_char, to_char, array[kind, suggested->>'kind'] as kinds from findings
      where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId}
        and (confirmed_at is not null or rejected_at is not null or edited_at is not null)`,
  );
}

function isSame(one: Suggestion, other: Decided): boolean {
  return one.turn_id === other.turnId && other.kinds.includes(one.kind) && one.from_char < other.toChar && other.fromChar < one.to_char;
}

async function writeReport(
  change: ChangingPlace,
  conversationId: string,
  done: { version: string; report: ListeningReport },
): Promise<void> {
  // Turns and suggestions have their own rows; what is left of the report is small.
  const { conversation, listening } = done.report;
  await sql`update conversations set report = ${JSON.stringify({ conversation, listening })}::jsonb, engine_version = ${done.version},
    understood_at = ${change.now} where workspace_id = ${change.workspaceId} and id = ${conversationId}`.execute(change.db);
}
