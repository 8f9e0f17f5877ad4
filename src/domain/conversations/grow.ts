import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { aliasHere } from '#model/alias.ts';
import type { Turn } from '#model/conversation.ts';
import { clean } from '#model/letters.ts';
import { remember } from '../audit.ts';
import { settleClosedIn } from '../beliefs/settle.ts';
import { settleUnderstoodIn } from '../needs/understood.ts';
import { peopleIn } from '../people/refresh.ts';
import type { Change } from '../scope.ts';
import { type MatchedSpeaker, matchSpeakers } from '../speakers/match.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { insertSpeakers, insertTurns, type KeyedTurn, keyedTurns, type Stored, type StoredSpeaker, type ToStore } from './store.ts';

/** E-mail comes alone or by the box; a thread is the same thread either way. */
const MAIL = ['eml', 'mbox'];

export interface Here {
  id: string;
  title: string;
  turns: number;
  /** It was taken away: what grows comes back. */
  removed: boolean;
}

/**
 * The conversation that these turns belong to, if it is here already: of the same source and id, or a mail thread that holds one of the
 * messages. Never one of another reader. It stays locked until the transaction ends.
 */
export async function conversationHere(change: Change, what: ToStore): Promise<Here | null> {
  const { source, sourceId } = what.conversation;
  if (sourceId === null) return null;
  const isMail = MAIL.includes(source);
  const keys = isMail ? [sourceId, ...keyedTurns(what.conversation).map((turn) => turn.sourceKey)] : [];
  return firstOf(
    change.db,
    sql<Here>`
      select c.id, c.title, c.removed_at is not null as removed, (select count(*)::int from turns t where t.workspace_id = c.workspace_id and t.conversation_id = c.id) as turns
      from (select o.id from conversations o
          where o.workspace_id = ${change.workspaceId} and ${kindOfSource('o')} = ${isMail ? 'mail' : source} and o.source_id = ${sourceId}
        union select t.conversation_id from turns t
          where t.workspace_id = ${change.workspaceId} and t.source_key is not null and t.source_key = any(${keys}::text[])) found
      join conversations c on c.workspace_id = ${change.workspaceId} and c.id = found.id
      where ${kindOfSource('c')} = ${isMail ? 'mail' : source} and c.private_to is not distinct from ${what.privateTo}::uuid
      order by (c.source_id = ${sourceId}) desc, c.created_at limit 1 for update of c`,
  );
}

/** As the index conversations_once has it. */
function kindOfSource(table: string) {
  const c = sql.raw(table);
  return sql<string>`(case when ${c}.source in ('eml', 'mbox') then 'mail' else ${c}.source end)`;
}

/**
 * Can anything of this source be here already? Asked once a file: in a first large mailbox the database has no figures of these tables yet, and
 * looking up each thread by itself took two minutes for 800 of them.
 */
export async function anyHere(change: Change, source: string, privateTo: string | null): Promise<boolean> {
  const row = await firstOf(
    change.db,
    sql<{ any: boolean }>`select exists (select from conversations where workspace_id = ${change.workspaceId}
      and ${kindOfSource('conversations')} = ${MAIL.includes(source) ? 'mail' : source} and private_to is not distinct from ${privateTo}::uuid) as any`,
  );
  return row?.any ?? true;
}

/**
 * Add to a conversation what is new in it, number all turns again by time, and have it understood again.
 * Null when nothing was new. What was taken away comes back when it grows.
 */
export async function growConversation(change: Change, here: Here, what: ToStore): Promise<Stored | null> {
  const fresh = await newTurns(change, here.id, what);
  if (fresh.length === 0) return null;
  const speakers = await joinSpeakers(change, here.id, what, fresh);
  await insertTurns(change, {
    conversationId: here.id,
    turns: fresh,
    firstI: here.turns,
    speakerOf: (turn) => speakers.get(turn.speaker),
    fileOf: what.fileOf,
  });
  await numberByTime(change, here.id);
  await sql`
    update conversations set understood_at = null, removed_at = null, removed_by = null, losses = ${lossesSql(what)},
      file_id = case when source = any(${MAIL}::text[]) then file_id else ${what.fileId}::uuid end,
      happened_at = case when dated_by = 'source' and ${what.datedBy === 'source'} then least(happened_at, ${what.happenedAt}::timestamptz) else happened_at end,
      duration_ms = (select max(coalesce(t.end_ms, t.start_ms)) from turns t where t.workspace_id = ${change.workspaceId} and t.conversation_id = ${here.id})
    where workspace_id = ${change.workspaceId} and id = ${here.id}`.execute(change.db);
  // All of them: it may have come back, or begun earlier than was known.
  const personIds = await peopleIn(change, [here.id]);
  await settleUnderstoodIn(change, [here.id]);
  await settleClosedIn(change, [here.id]);
  if (here.removed) await remember(change, { action: 'conversation.restored', about: 'conversation', id: here.id });
  return { id: here.id, title: here.title, turns: here.turns + fresh.length, personIds };
}

/** Of mail each message has its own; a longer export of a chat was read whole again, so its losses take the place of those before. */
function lossesSql({ losses, conversation }: ToStore) {
  const given = sql`${JSON.stringify(losses)}::jsonb`;
  if (!MAIL.includes(conversation.source)) return given;
  return sql`losses || (select coalesce(jsonb_agg(x), '[]') from jsonb_array_elements(${given}) x where not losses @> jsonb_build_array(x))`;
}

async function newTurns(change: Change, conversationId: string, what: ToStore): Promise<KeyedTurn[]> {
  const keyed = keyedTurns(what.conversation);
  const keys = keyed.map((turn) => turn.sourceKey);
  // A message that another conversation of the same reader holds is not stored twice either.
  const known = await rowsOf(
    change.db,
    sql<{ sourceKey: string }>`select t.source_key from turns t
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      where t.workspace_id = ${change.workspaceId} and t.source_key = any(${keys}::text[])
        and (t.conversation_id = ${conversationId} or (c.source = any(${MAIL}::text[]) and ${MAIL.includes(what.conversation.source)}
          and c.private_to is not distinct from ${what.privateTo}::uuid))`,
  );
  const has = new Set(known.map((row) => row.sourceKey));
  return keyed.filter((turn) => turn.sourceKey !== null && !has.has(turn.sourceKey));
}

/** The speakers of the new turns by the name that the source gives them; those who were not there before are added. */
async function joinSpeakers(change: Change, conversationId: string, what: ToStore, fresh: Turn[]): Promise<Map<string, StoredSpeaker>> {
  const there = await rowsOf(
    change.db,
    sql<StoredSpeaker>`select id, i, name, email, alias, side, person_id, member_id from speakers
      where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId} order by i`,
  );
  const matched = await matchSpeakers(change, what.conversation.participants, { id: conversationId, privateTo: what.privateTo });
  const speaking = new Set(fresh.map((turn) => turn.speaker));
  const byName = new Map<string, StoredSpeaker>();
  const added: StoredSpeaker[] = [];
  what.conversation.participants.forEach((participant, n) => {
    const speaker = matched[n] as MatchedSpeaker;
    const same =
      there.find((one) => isCalled(one, clean(speaker.alias), conversationId)) ?? added.find((one) => one.alias === speaker.alias);
    if (!same && !speaking.has(participant.name) && !speaker.email) return;
    const stored = same ?? { ...speaker, id: uuidv7(), i: there.length + added.length, name: freeName(speaker, [...there, ...added]) };
    if (!same) added.push(stored);
    byName.set(participant.name, stored);
  });
  await insertSpeakers(change, conversationId, added);
  return byName;
}

/** By the name of the source, also where a member said that it is somebody else in this one conversation. */
function isCalled(speaker: StoredSpeaker, alias: string, conversationId: string): boolean {
  return speaker.alias === alias || speaker.alias === aliasHere(alias, conversationId);
}

/** Names point at speakers, so each stands once in a conversation. */
function freeName(speaker: MatchedSpeaker, taken: { name: string }[]): string {
  const name = clean(speaker.name);
  const isTaken = (wanted: string) => taken.some((one) => one.name === wanted);
  if (!isTaken(name)) return name;
  if (speaker.email && !isTaken(`${name} (${speaker.email})`)) return `${name} (${speaker.email})`;
  let n = 2;
  while (isTaken(`${name} ${n}`)) n++;
  return `${name} ${n}`;
}

// One statement: the constraint on i is checked when all of them have their new number.
async function numberByTime(change: Change, conversationId: string): Promise<void> {
  await sql`
    update turns t set i = n.i
    from (select id, (row_number() over (order by at nulls last, start_ms nulls last, i))::int - 1 as i from turns
      where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId}) n
    where t.workspace_id = ${change.workspaceId} and t.id = n.id and t.i <> n.i`.execute(change.db);
}
