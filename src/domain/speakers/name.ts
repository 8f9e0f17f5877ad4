import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Side } from '#model/conversation.ts';
import { matchEmailOf } from '#model/match.ts';
import type { PersonKind } from '#model/person.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { understandLater } from '../conversations/receive.ts';
import { noteDuplicates } from '../duplicates/like.ts';
import { whoNow } from '../duplicates/way.ts';
import { settleUnderstoodOf } from '../needs/understood.ts';
import { countPeople } from '../people/count.ts';
import { introduce } from '../people/introduce.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known, readable, rowsOf } from '../statement.ts';

export interface SpeakerAnswer {
  alias: string;
  is: 'me' | 'member' | 'person' | 'new' | 'nobody';
  memberId?: string | undefined;
  personId?: string | undefined;
  name?: string | undefined;
  kinds?: PersonKind[] | undefined;
  organisation?: string | undefined;
  roleTitle?: string | undefined;
}

/** How it was before an answer, kept with the trail so that the answer can be taken back. */
interface Before {
  alias: string;
  /** Null: nobody had been asked. */
  answered: Who | null;
  speakers: ({ id: string; side: Side } & Who)[];
  /** Who it was said to be. */
  given: Who;
  /** The person that the answer made. */
  made: string | null;
  /** The address that the answer gave to somebody. */
  email: { personId: string; email: string } | null;
}

export interface Who {
  personId: string | null;
  memberId: string | null;
}

export interface Speaker extends Who {
  id: string;
  side: Side;
  email: string | null;
  conversationId: string;
  /** The only member who may read where it stands. */
  privateTo: string | null;
}

/**
 * Say who speakers are: for every conversation they stand in, and for those to come. What they said is understood again, knowing it.
 * `undo` is what `unnameSpeakers` takes it back by.
 */
export async function nameSpeakers(scope: Scope, answers: SpeakerAnswer[]): Promise<{ undo: string }> {
  return againWhenRaced(scope, () => nameAll(scope, answers));
}

async function nameAll(scope: Scope, answers: SpeakerAnswer[]): Promise<{ undo: string }> {
  return wholly(scope, async (change) => {
    const before: Before[] = [];
    for (const answer of answers) before.push(await nameOne(change, answer));
    await noteDuplicates(
      change,
      before.flatMap(({ made, email }) => (made ? [made] : email ? [email.personId] : [])),
    );
    const undo = await firstOf(
      change.db,
      sql<{ id: string }>`insert into audit_events (workspace_id, id, at, member_id, action, subject_kind, subject_id, detail)
        values (${change.workspaceId}, ${uuidv7()}, ${change.now}, ${change.member.id}, 'speaker.named', null, null, ${JSON.stringify({ before })}::jsonb)
        returning id`,
    );
    return { undo: undo?.id ?? '' };
  });
}

async function nameOne(change: Change, answer: SpeakerAnswer): Promise<Before> {
  const called = await speakersCalled(change, answer.alias);
  const email = called.find((speaker) => speaker.email)?.email ?? null;
  const answered = await firstOf(
    change.db,
    sql<Who>`select person_id, member_id from aliases where workspace_id = ${change.workspaceId} and alias = ${answer.alias} for update`,
  );
  const { who, made, privateTo } = await whoIsIt(change, answer, called);
  // Where only another may read, nobody is named whom that member may not know.
  const speakers = called.filter((speaker) => privateTo === null || speaker.privateTo === null || speaker.privateTo === privateTo);
  await refuseConfirmed(
    change,
    speakers.filter((speaker) => !isSame(speaker, who)),
  );
  const gave = who.personId && email ? await giveFreeEmail(change, who.personId, email) : null;
  await sql`insert into aliases (workspace_id, id, alias, person_id, member_id, created_at, created_by)
    values (${change.workspaceId}, ${uuidv7()}, ${answer.alias}, ${who.personId}, ${who.memberId}, ${change.now}, ${change.member.id})
    on conflict (workspace_id, alias) do update set person_id = excluded.person_id, member_id = excluded.member_id`.execute(change.db);
  await setSpeakers(
    change,
    speakers.map(({ id, side }) => ({ id, side: sideOf(who, side), ...who })),
  );
  await afterNaming(change, speakers, [who.personId]);
  const kept = speakers.map(({ id, side, personId, memberId }) => ({ id, side, personId, memberId }));
  return { alias: answer.alias, answered, speakers: kept, given: who, made, email: gave };
}

function sideOf(who: Who, before: Side): Side {
  if (who.memberId) return 'us';
  if (who.personId) return before === 'us' ? 'us' : 'them';
  return before;
}

/** Everywhere in the workspace, provided that the member may read one of the places. */
async function speakersCalled(change: Change, alias: string): Promise<Speaker[]> {
  const rows = await rowsOf(
    change.db,
    sql<
      Speaker & { mayRead: boolean }
    >`select s.id, s.side, s.email, s.person_id, s.member_id, s.conversation_id, c.private_to, ${readable(change, 'c')} as may_read
      from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = ${change.workspaceId} and s.alias = ${alias} order by s.id for update of s`,
  );
  if (!rows.some((row) => row.mayRead))
    throw new Refusal('missing.speaker', 'Nobody is called that in the conversations you can read.', { alias });
  return rows;
}

interface Answered {
  who: Who;
  /** The person it made. */
  made: string | null;
  /** Whom it is may be known to this member alone. */
  privateTo: string | null;
}

export async function whoIsIt(change: Change, answer: SpeakerAnswer, called: Speaker[]): Promise<Answered> {
  const nobody: Who = { personId: null, memberId: null };
  if (answer.is === 'nobody') return { who: nobody, made: null, privateTo: null };
  if (answer.is === 'me') return { who: { ...nobody, memberId: change.member.id }, made: null, privateTo: null };
  if (answer.is === 'new') {
    const { name = '', kinds, organisation, roleTitle } = answer;
    const privateTo = called.some((speaker) => speaker.privateTo === null) ? null : change.member.id;
    const { id } = await introduce(change, { name, kinds, organisation, roleTitle, privateTo });
    return { who: { ...nobody, personId: id }, made: id, privateTo };
  }
  const found = await firstOf(
    change.db,
    answer.is === 'member'
      ? sql<{ id: string; privateTo: null }>`select id, null as private_to from members
        where workspace_id = ${change.workspaceId} and id = ${answer.memberId ?? null} and left_at is null`
      : sql<{ id: string; privateTo: string | null }>`select p.id, p.private_to from people p
        where p.workspace_id = ${change.workspaceId} and p.id = ${answer.personId ?? null} and ${known(change, 'p')}`,
  );
  if (!found) throw new Refusal('missing.person', 'That person is not here any more. Choose somebody else.');
  const who = answer.is === 'member' ? { ...nobody, memberId: found.id } : { ...nobody, personId: found.id };
  return { who, made: null, privateTo: called.some((speaker) => speaker.privateTo === null) ? null : found.privateTo };
}

async function giveFreeEmail(change: Change, personId: string, email: string): Promise<Before['email']> {
  const given = await firstOf(
    change.db,
    sql<{ id: string }>`insert into person_emails (workspace_id, id, person_id, email, match_email, created_at)
      values (${change.workspaceId}, ${uuidv7()}, ${personId}, ${email}, ${matchEmailOf(email)}, ${change.now}) on conflict (workspace_id, email) do nothing returning id`,
  );
  return given ? { personId, email } : null;
}

async function setSpeakers(change: Change, speakers: ({ id: string; side: Side } & Who)[]): Promise<void> {
  const rows = speakers.map(({ id, side, personId, memberId }) => ({ id, side, person_id: personId, member_id: memberId }));
  // Who has become one with another since is the other.
  await sql`update speakers s set side = n.side, person_id = ${whoNow(change.workspaceId, sql`n.person_id`)}, member_id = n.member_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, side text, person_id uuid, member_id uuid)
    where s.workspace_id = ${change.workspaceId} and s.id = n.id`.execute(change.db);
}

/** Sides weigh in every figure and suggestion, so all their conversations are understood again; the people's lists follow. */
export async function afterNaming(
  change: Change,
  speakers: (Who & { conversationId: string })[],
  people: (string | null)[],
): Promise<void> {
  await refreshPeople(change, [...people, ...speakers.map((speaker) => speaker.personId)]);
  const conversationIds = [...new Set(speakers.map((speaker) => speaker.conversationId))];
  // What somebody confirmed counts as long as it was they who spoke.
  await settleUnderstoodOf(change, [...people, ...speakers.map((speaker) => speaker.personId)]);
  await sql`update conversations set understood_at = null where workspace_id = ${change.workspaceId}
    and id = any(${conversationIds}::uuid[]) and source <> 'by-hand'`.execute(change.db);
  for (const id of conversationIds) await understandLater(change, id);
}

/**
 * Take an answer back as if it had not been given. @throws Refusal `conflict.speaker` when words of theirs were confirmed since,
 * `conflict.answer` when somebody gave another answer since.
 */
export function unnameSpeakers(scope: Scope, undo: string): Promise<void> {
  return againWhenRaced(scope, () => unnameAll(scope, undo));
}

async function unnameAll(scope: Scope, undo: string): Promise<void> {
  await wholly(scope, async (change) => {
    const deed = await firstOf(
      change.db,
      sql<{ before: Before[] }>`select detail->'before' as before from audit_events
        where workspace_id = ${change.workspaceId} and id = ${undo} and action = 'speaker.named' and member_id = ${change.member.id}`,
    );
    if (!deed) throw new Refusal('missing.undo', 'There is nothing to take back.');
    const done = await firstOf(
      change.db,
      sql<{ id: string }>`select id from audit_events where workspace_id = ${change.workspaceId} and action = 'speaker.unnamed'
        and subject_id = ${undo} and at >= (select at from audit_events where workspace_id = ${change.workspaceId} and id = ${undo})`,
    );
    if (done) return;
    await refuseAnswered(change, undo, deed.before);
    for (const before of deed.before.toReversed()) await unnameOne(change, before);
    await remember(change, { action: 'speaker.unnamed', about: 'audit', id: undo });
  });
}

/** What another answered after this one stays: taking this one back would take that one along. */
async function refuseAnswered(change: Change, undo: string, before: Before[]): Promise<void> {
  const later = await firstOf(
    change.db,
    sql<{ id: string }>`select e.id from audit_events e
      where e.workspace_id = ${change.workspaceId} and e.action = 'speaker.named' and e.id > ${undo}
        and e.at >= (select at from audit_events where workspace_id = ${change.workspaceId} and id = ${undo})
        and exists (select from jsonb_array_elements(e.detail->'before') b where b->>'alias' = any(${before.map(({ alias }) => alias)}::text[]))
        and not exists (select from audit_events u where u.workspace_id = e.workspace_id and u.action = 'speaker.unnamed' and u.subject_id = e.id)
      limit 1`,
  );
  if (later) throw new Refusal('conflict.answer', 'Somebody has said since who this is. That answer stays; change it instead.');
}

async function unnameOne(change: Change, before: Before): Promise<void> {
  const was = new Map(before.speakers.map((speaker) => [speaker.id, speaker]));
  const called = await speakersCalled(change, before.alias);
  const now = called.filter((one) => was.has(one.id) || isSame(one, before.given));
  await refuseConfirmed(change, now);
  const free: Who = { personId: null, memberId: null };
  // What came in since under this name was matched by the answer alone.
  await setSpeakers(
    change,
    now.map((speaker) => was.get(speaker.id) ?? { id: speaker.id, side: 'unknown', ...free }),
  );
  await sql`delete from aliases where workspace_id = ${change.workspaceId} and alias = ${before.alias}`.execute(change.db);
  if (before.answered)
    await sql`insert into aliases (workspace_id, id, alias, person_id, member_id, created_at, created_by)
      values (${change.workspaceId}, ${uuidv7()}, ${before.alias}, ${whoNow(change.workspaceId, sql`${before.answered.personId}`)}, ${before.answered.memberId}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
  if (before.email)
    await sql`delete from person_emails where workspace_id = ${change.workspaceId} and person_id = ${before.email.personId} and email = ${before.email.email}`.execute(
      change.db,
    );
  if (before.made) await dropUnknown(change, before.made);
  await afterNaming(
    change,
    now,
    before.speakers.map((speaker) => speaker.personId),
  );
}

export function isSame(one: Who, other: Who): boolean {
  return one.personId === other.personId && one.memberId === other.memberId;
}

async function refuseConfirmed(change: Change, speakers: Speaker[]): Promise<void> {
  const ids = speakers.map((speaker) => speaker.id);
  const confirmed = await firstOf(
    change.db,
    sql<{
      id: string;
    }>`select id from findings where workspace_id = ${change.workspaceId} and speaker_id = any(${ids}::uuid[]) and became is not null limit 1`,
  );
  if (confirmed)
    throw new Refusal('conflict.speaker', 'Something this person said has been confirmed since. Take that back first, then say who it is.');
}

/** The person that the answer made, unless something else speaks of them by now. */
export async function dropUnknown(change: Change, personId: string): Promise<void> {
  const gone = await rowsOf(
    change.db,
    sql<{ privateTo: string | null }>`delete from people p where p.workspace_id = ${change.workspaceId} and p.id = ${personId}
    and not exists (select from speakers s where s.workspace_id = p.workspace_id and s.person_id = p.id)
    and not exists (select from aliases a where a.workspace_id = p.workspace_id and a.person_id = p.id)
    and not exists (select from person_emails e where e.workspace_id = p.workspace_id and e.person_id = p.id)
    and not exists (select from needs n where n.workspace_id = p.workspace_id and n.person_id = p.id and n.removed_at is null)
    and not exists (select from traits t where t.workspace_id = p.workspace_id and t.person_id = p.id)
    and not exists (select from beliefs b where b.workspace_id = p.workspace_id and b.person_id = p.id and b.removed_at is null)
    and not exists (select from promises q where q.workspace_id = p.workspace_id and (q.by_person_id = p.id or q.to_person_id = p.id)) returning private_to`,
  );
  await countPeople(change, -gone.filter((one) => one.privateTo === null).length);
}
