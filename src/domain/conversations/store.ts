import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { plainName } from '#model/alias.ts';
import type { Conversation, Turn } from '#model/conversation.ts';
import { clean } from '#model/letters.ts';
import { momentIn } from '#model/moment.ts';
import type { Loss } from '#understanding/read/reader.ts';
import type { Change } from '../scope.ts';
import { type MatchedSpeaker, matchSpeakers } from '../speakers/match.ts';

/** Turns a statement: a long chat must not become one parameter of a hundred megabytes. */
const CHUNK = 2000;

export interface ToStore {
  conversation: Conversation;
  losses: Loss[];
  fileId: string | null;
  privateTo: string | null;
  happenedAt: string;
  datedBy: 'source' | 'file' | 'member';
  /** The file a turn came from: of a mailbox its own message. */
  fileOf(turn: Turn): string | null;
}

/** A turn with the key under which it is found again, null when its conversation has no id of its own. */
export interface KeyedTurn extends Turn {
  sourceKey: string | null;
}

export interface StoredSpeaker extends MatchedSpeaker {
  id: string;
  i: number;
}

export interface Stored {
  id: string;
  title: string;
  turns: number;
  personIds: (string | null)[];
}

/** A conversation that was not here before. Who its speakers are is matched on the way. */
export async function storeConversation(change: Change, what: ToStore): Promise<Stored> {
  const { conversation } = what;
  const id = uuidv7();
  const matched = await matchSpeakers(change, conversation.participants, { id, privateTo: what.privateTo });
  const speakers = matched.map((speaker, i) => ({ ...speaker, name: clean(speaker.name), id: uuidv7(), i }));
  const title = clean(conversation.title).slice(0, 500);
  await sql`
    insert into conversations (workspace_id, id, file_id, kind, title, happened_at, dated_by, duration_ms, time_quality, source, source_id,
      private_to, losses, created_at, created_by)
    values (${change.workspaceId}, ${id}, ${what.fileId}, ${conversation.kind}, ${title}, ${what.happenedAt}, ${what.datedBy},
      ${durationOf(conversation.turns)}, ${conversation.timeQuality}, ${conversation.source}, ${conversation.sourceId}, ${what.privateTo},
      ${JSON.stringify(what.losses)}::jsonb, ${change.now}, ${change.member.id})`.execute(change.db);
  await insertSpeakers(change, id, speakers);
  const byName = new Map(conversation.participants.map((participant, i) => [participant.name, speakers[i]]));
  const keyed = keyedTurns(conversation);
  await insertTurns(change, {
    conversationId: id,
    turns: keyed,
    firstI: 0,
    speakerOf: (turn) => byName.get(turn.speaker),
    fileOf: what.fileOf,
  });
  return { id, title, turns: keyed.length, personIds: speakers.map((speaker) => speaker.personId) };
}

/**
 * Turns with their keys: the source's own, else when it was said and by whom, counted when the same comes twice, so that a longer export of the
 * same chat adds only what is new.
 */
export function keyedTurns(conversation: Conversation): KeyedTurn[] {
  const seen = new Map<string, number>();
  return conversation.turns.map((turn) => {
    if (turn.key !== undefined) return { ...turn, sourceKey: clean(turn.key) };
    if (conversation.sourceId === null) return { ...turn, sourceKey: null };
    const base = `${turn.at ?? turn.startMs ?? ''}|${clean(plainName(turn.speaker))}`;
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return { ...turn, sourceKey: `${base}|${n}` };
  });
}

export async function insertSpeakers(change: Change, conversationId: string, speakers: StoredSpeaker[]): Promise<void> {
  const rows = speakers.map(({ id, i, name, email, alias, side, personId, memberId }) => ({
    id,
    i,
    name,
    email: email && clean(email),
    alias: clean(alias),
    side,
    person_id: personId,
    member_id: memberId,
  }));
  await sql`
    insert into speakers (workspace_id, id, conversation_id, i, name, email, alias, side, person_id, member_id)
    select ${change.workspaceId}, s.id, ${conversationId}, s.i, s.name, s.email, s.alias, s.side, s.person_id, s.member_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s(id uuid, i int, name text, email text, alias text, side text, person_id uuid, member_id uuid)`.execute(change.db);
}

export interface TurnsToInsert {
  conversationId: string;
  turns: KeyedTurn[];
  firstI: number;
  speakerOf(turn: Turn): { id: string } | undefined;
  fileOf(turn: Turn): string | null;
}

/** In bulk; also counts what each speaker said. */
export async function insertTurns(change: Change, { conversationId, turns, firstI, speakerOf, fileOf }: TurnsToInsert): Promise<void> {
  for (let from = 0; from < turns.length; from += CHUNK) {
    const rows = turns.slice(from, from + CHUNK).map((turn, n) => ({
      id: uuidv7(),
      i: firstI + from + n,
      speaker_id: speakerOf(turn)?.id,
      start_ms: rounded(turn.startMs),
      end_ms: rounded(turn.endMs),
      spoken_ms: rounded(turn.spokenMs),
      at: momentIn(turn.at),
      source_key: turn.sourceKey,
      file_id: fileOf(turn),
      line: turn.line,
      text: clean(turn.text),
    }));
    await sql`
      insert into turns (workspace_id, id, conversation_id, i, speaker_id, start_ms, end_ms, spoken_ms, at, source_key, file_id, line, text)
      select ${change.workspaceId}, t.id, ${conversationId}, t.i, t.speaker_id, t.start_ms, t.end_ms, t.spoken_ms, t.at, t.source_key,
        t.file_id, t.line, t.text
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id uuid, i int, speaker_id uuid, start_ms bigint, end_ms bigint,
        spoken_ms bigint, at timestamptz, source_key text, file_id uuid, line int, text text)`.execute(change.db);
  }
  await countSaid(change, conversationId, turns, speakerOf);
}

async function countSaid(change: Change, conversationId: string, turns: KeyedTurn[], speakerOf: TurnsToInsert['speakerOf']): Promise<void> {
  const said = new Map<string, { id: string; turns: number; words: number }>();
  for (const turn of turns) {
    const id = speakerOf(turn)?.id ?? '';
    const sum = said.get(id) ?? { id, turns: 0, words: 0 };
    said.set(id, { id, turns: sum.turns + 1, words: sum.words + (turn.text.match(/\S+/g)?.length ?? 0) });
  }
  await sql`
    update speakers s set turns = s.turns + n.turns, words = s.words + n.words
    from jsonb_to_recordset(${JSON.stringify([...said.values()])}::jsonb) as n(id uuid, turns int, words int)
    where s.workspace_id = ${change.workspaceId} and s.conversation_id = ${conversationId} and s.id = n.id`.execute(change.db);
}

function durationOf(turns: Turn[]): number | null {
  let last: number | null = null;
  for (const turn of turns) {
    const end = turn.endMs ?? turn.startMs;
    if (end !== undefined && (last === null || end > last)) last = end;
  }
  return rounded(last ?? undefined);
}

function rounded(ms: number | undefined): number | null {
  // What no talk can last (a hundred years) is a mistake of the file.
  return ms === undefined || !(Math.abs(ms) < 3.2e12) ? null : Math.round(ms);
}
