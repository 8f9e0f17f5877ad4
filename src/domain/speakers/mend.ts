import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { aliasHere } from '#model/alias.ts';
import type { Side } from '#model/conversation.ts';
import { matchEmailOf } from '#model/match.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { countOpenFindings } from '../findings/count.ts';
import { peopleIn } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, readable, rowsOf } from '../statement.ts';
import { afterNaming, isSame, type SpeakerAnswer, type Who, whoIsIt } from './name.ts';
import { type Shifted, shiftWords } from './words.ts';

export interface SpeakerMend extends Omit<SpeakerAnswer, 'alias'> {
  speakerId: string;
  /** In every conversation that the member may read where this name is taken for the same one, and in those to come; else in this one alone. */
  everywhere: boolean;
}

export interface Mend {
  /** What `unmendSpeaker` takes it back by. */
  undo: string;
  conversations: number;
  /** Confirmed things that went along to the right one, and those that wait as suggestions again. */
  moved: number;
  takenBack: number;
}

/** How it was before, kept with the trail so that the mend can be taken back. */
export interface BeforeMend {
  speakers: Standing[];
  from: Who;
  given: Who;
  everywhere: boolean;
  /** Under which name the answer stands now, and what was answered under it before. */
  alias: string;
  answered: (Who & { createdAt: string; createdBy: string | null }) | null;
  made: string | null;
  email: MovedEmail | null;
  words: Shifted;
}

interface MovedEmail {
  email: string;
  from: string | null;
  to: string | null;
}

export interface Standing extends Who {
  id: string;
  side: Side;
  alias: string;
  conversationId: string;
}

interface Called extends Standing {
  email: string | null;
  source: string;
  privateTo: string | null;
}

/**
 * This speaker is somebody else than Heed took them for. Who they are, what was confirmed from their words, how their name is written, last contact
 * and counts of both follow in one transaction, and the conversations are understood again.
 * @throws Refusal `missing.speaker`, `missing.person`, `speaker.same`, `speaker.by-hand`, `speaker.member-address`.
 */
export function mendSpeaker(scope: Scope, mend: SpeakerMend): Promise<Mend> {
  return againWhenRaced(scope, () => wholly(scope, (change) => mendOnce(change, mend)));
}

async function mendOnce(change: Change, mend: SpeakerMend): Promise<Mend> {
  const { asked, called } = await lockCalled(change, mend);
  const { who, made } = await whoIsIt(change, { ...mend, alias: asked.alias }, called);
  const from: Who = { personId: asked.personId, memberId: asked.memberId };
  if (isSame(from, who) && mend.is !== 'nobody') throw new Refusal('speaker.same', 'Heed takes them for that already.');
  const alias = mend.everywhere ? asked.alias : aliasHere(asked.alias, asked.conversationId);
  const before = await peopleIn(change, conversationsOf(called));
  const words = await shiftWords(change, called, { from, to: who });
  await restand(
    change,
    called.map((one) => ({ ...one, ...who, alias, side: sideAs(who, one) })),
  );
  const email = mend.everywhere && asked.email ? await moveEmail(change, { email: asked.email, from, to: who }) : null;
  const answered = await answer(change, alias, who);
  await settleSpeakers(change, called, [...before, who.personId]);
  const speakers = called.map(({ id, side, alias, conversationId, personId, memberId }) => ({
    ...{ id, side, alias, conversationId },
    ...{ personId, memberId },
  }));
  const kept: BeforeMend = { speakers, from, given: who, everywhere: mend.everywhere, alias, answered, made, email, words };
  const undo = await rememberMend(change, asked.id, kept);
  return { undo, conversations: conversationsOf(called).length, moved: words.moved, takenBack: words.takenBack.length };
}

/** The speaker, and all that the answer is for: each locked, the conversations first as the engine does it. */
async function lockCalled(change: Change, mend: SpeakerMend): Promise<{ asked: Called; called: Called[] }> {
  const asked = await firstOf(change.db, calledSql(change, sql`s.id = ${mend.speakerId}`));
  if (!asked) throw new Refusal('missing.speaker', 'Nobody is called that in the conversations you can read.');
  const meant = mend.everywhere ? sql`s.alias = ${asked.alias} and ${isWho('s', asked)}` : sql`s.id = ${asked.id}`;
  const ids = conversationsOf(await rowsOf(change.db, calledSql(change, meant)));
  await sql`select id from conversations where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(change.db);
  const all = await rowsOf(change.db, sql<Called>`${calledSql(change, meant)} for update of s`);
  // Whoever wrote down who was there by hand meant a person.
  const called = mend.is === 'nobody' ? all.filter((one) => one.source !== 'by-hand') : all;
  const locked = called.find((one) => one.id === asked.id);
  if (!locked && all.some((one) => one.id === asked.id))
    throw new Refusal('speaker.by-hand', 'A member wrote down that they spoke with this person. Say who it was instead.');
  if (!locked || !isSame(locked, asked)) throw new Refusal('conflict.answer', 'Somebody has said since who this is. Look again.');
  return { asked: locked, called };
}

function calledSql(change: Change, meant: ReturnType<typeof sql>) {
  return sql<Called>`select s.id, s.side, s.alias, s.email, s.person_id, s.member_id, s.conversation_id, c.source, c.private_to
    from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
    where s.workspace_id = ${change.workspaceId} and ${meant} and ${readable(change, 'c')} order by s.id`;
}

/** Is the row of the alias `table` taken for this one? */
export function isWho(table: string, { personId, memberId }: Who) {
  const x = sql.raw(table);
  return sql<boolean>`(${x}.person_id is not distinct from ${personId}::uuid and ${x}.member_id is not distinct from ${memberId}::uuid)`;
}

export function conversationsOf(speakers: { conversationId: string }[]): string[] {
  return [...new Set(speakers.map((speaker) => speaker.conversationId))].sort();
}

function sideAs(who: Who, before: Standing): Side {
  if (who.memberId) return 'us';
  if (!who.personId) return 'unknown';
  return before.side === 'us' && !before.memberId ? 'us' : 'them';
}

export async function restand(change: Change, speakers: Standing[]): Promise<void> {
  const rows = speakers.map(({ id, side, alias, personId, memberId }) => ({ id, side, alias, person_id: personId, member_id: memberId }));
  await sql`update speakers s set side = n.side, alias = n.alias, person_id = n.person_id, member_id = n.member_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, side text, alias text, person_id uuid, member_id uuid)
    where s.workspace_id = ${change.workspaceId} and s.id = n.id`.execute(change.db);
}

/** An address says who writes before any answer does, so it goes to the right one, or goes away when that is no person. */
async function moveEmail(change: Change, { email, from, to }: { email: string; from: Who; to: Who }): Promise<MovedEmail | null> {
  const member = await firstOf(
    change.db,
    sql<{ name: string }>`select name from members where workspace_id = ${change.workspaceId} and lower(email) = ${email}
      and id is distinct from ${to.memberId}::uuid`,
  );
  if (member)
    throw new Refusal('speaker.member-address', `That is the address of ${member.name}, one of you. Say it for this conversation alone.`, {
      name: member.name,
    });
  const owner = await firstOf(
    change.db,
    sql<{
      personId: string;
    }>`select person_id from person_emails where workspace_id = ${change.workspaceId} and email = ${email} for update`,
  );
  if (owner && owner.personId !== from.personId) return null;
  if (!owner && !to.personId) return null;
  const moved = { email, from: owner?.personId ?? null, to: to.personId };
  await putEmail(change, email, to.personId);
  return moved;
}

export async function putEmail(change: Change, email: string, personId: string | null): Promise<void> {
  await sql`delete from person_emails where workspace_id = ${change.workspaceId} and email = ${email}`.execute(change.db);
  if (personId)
    await sql`insert into person_emails (workspace_id, id, person_id, email, match_email, created_at)
      values (${change.workspaceId}, ${uuidv7()}, ${personId}, ${email}, ${matchEmailOf(email)}, ${change.now})`.execute(change.db);
}

async function answer(change: Change, alias: string, who: Who): Promise<BeforeMend['answered']> {
  const before = await firstOf(
    change.db,
    sql<NonNullable<BeforeMend['answered']>>`select person_id, member_id, created_at, created_by from aliases
      where workspace_id = ${change.workspaceId} and alias = ${alias} for update`,
  );
  await sql`insert into aliases (workspace_id, id, alias, person_id, member_id, created_at, created_by)
    values (${change.workspaceId}, ${uuidv7()}, ${alias}, ${who.personId}, ${who.memberId}, ${change.now}, ${change.member.id})
    on conflict (workspace_id, alias) do update set person_id = excluded.person_id, member_id = excluded.member_id,
      created_at = excluded.created_at, created_by = excluded.created_by`.execute(change.db);
  return before;
}

/** Everybody in these conversations is looked at again, with whoever stood in them before. */
export async function settleSpeakers(
  change: Change,
  speakers: (Who & { conversationId: string })[],
  people: (string | null)[],
): Promise<void> {
  const ids = conversationsOf(speakers);
  await countOpenFindings(change, ids);
  await afterNaming(change, speakers, [...people, ...(await peopleIn(change, ids))]);
}

async function rememberMend(change: Change, speakerId: string, before: BeforeMend): Promise<string> {
  const id = uuidv7();
  await sql`insert into audit_events (workspace_id, id, at, member_id, action, subject_kind, subject_id, detail)
    values (${change.workspaceId}, ${id}, ${change.now}, ${change.member.id}, 'speaker.mended', 'speaker', ${speakerId},
      ${JSON.stringify({ before })}::jsonb)`.execute(change.db);
  return id;
}
