import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { peopleIn } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { documentOf, firstOf, rowsOf } from '../statement.ts';
import { type BeforeMend, conversationsOf, isWho, putEmail, restand, type Standing, settleSpeakers } from './mend.ts';
import { dropUnknown, isSame } from './name.ts';
import { confirmAgain, shiftWords, tieAgain } from './words.ts';

/**
 * Take a mend back as if it had not been made: who they are, their confirmed words, the name and the address. Twice is once.
 * @throws Refusal `missing.undo`, `conflict.answer` when somebody said since who this is.
 */
export function unmendSpeaker(scope: Scope, undo: string): Promise<void> {
  return againWhenRaced(scope, () => wholly(scope, (change) => unmendOnce(change, undo)));
}

async function unmendOnce(change: Change, undo: string): Promise<void> {
  const deed = await documentOf<{ at: string; before: BeforeMend }>(
    change.db,
    sql`select json_build_object('at', at, 'before', detail->'before') from audit_events
      where workspace_id = ${change.workspaceId} and id = ${undo} and action = 'speaker.mended' and member_id = ${change.member.id}`,
  );
  if (!deed) throw new Refusal('missing.undo', 'There is nothing to take back.');
  if (await isUndone(change, undo)) return;
  const { before } = deed;
  const standing = await lockStanding(change, before, deed.at);
  const people = await peopleIn(change, conversationsOf(standing));
  await shiftWords(change, standing, { from: before.given, to: before.from });
  const was = new Map(before.speakers.map((speaker) => [speaker.id, speaker]));
  await restand(
    change,
    standing.map((one) => was.get(one.id) ?? { ...one, ...before.from, side: before.speakers[0]?.side ?? one.side }),
  );
  await answerAsBefore(change, before);
  if (before.email) await putEmail(change, before.email.email, before.email.from);
  await confirmAgain(change, before.words.takenBack);
  await tieAgain(change, before.words);
  if (before.made) await dropUnknown(change, before.made);
  await settleSpeakers(change, standing, people);
  await remember(change, { action: 'speaker.unmended', about: 'audit', id: undo });
}

async function isUndone(change: Change, undo: string): Promise<boolean> {
  const done = await firstOf(
    change.db,
    sql<{ id: string }>`select id from audit_events where workspace_id = ${change.workspaceId} and action = 'speaker.unmended'
      and subject_id = ${undo} and at >= (select at from audit_events where workspace_id = ${change.workspaceId} and id = ${undo})`,
  );
  return done !== null;
}

/** Those who were mended, and whoever came in since under the name by this answer alone. */
async function lockStanding(change: Change, before: BeforeMend, at: string): Promise<Standing[]> {
  const ids = before.speakers.map((speaker) => speaker.id);
  await sql`select id from conversations where workspace_id = ${change.workspaceId} and id in (select conversation_id from speakers
    where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[])) order by id for no key update`.execute(change.db);
  const standing = await rowsOf(
    change.db,
    sql<Standing>`select s.id, s.side, s.alias, s.person_id, s.member_id, s.conversation_id from speakers s
      join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = ${change.workspaceId} and (s.id = any(${ids}::uuid[])
        or (${before.everywhere} and s.alias = ${before.alias} and ${isWho('s', before.given)} and c.created_at >= ${at}::timestamptz))
      order by s.id for update of s`,
  );
  const answered = await firstOf(
    change.db,
    sql<
      BeforeMend['given']
    >`select person_id, member_id from aliases where workspace_id = ${change.workspaceId} and alias = ${before.alias}`,
  );
  const asGiven = standing.every((one) => one.alias === before.alias && isSame(one, before.given));
  if (!asGiven || !answered || !isSame(answered, before.given))
    throw new Refusal('conflict.answer', 'Somebody has said since who this is. That answer stays; change it instead.');
  return standing;
}

async function answerAsBefore(change: Change, { alias, answered }: BeforeMend): Promise<void> {
  await sql`delete from aliases where workspace_id = ${change.workspaceId} and alias = ${alias}`.execute(change.db);
  if (!answered) return;
  await sql`insert into aliases (workspace_id, id, alias, person_id, member_id, created_at, created_by)
    values (${change.workspaceId}, ${uuidv7()}, ${alias}, ${answered.personId}, ${answered.memberId}, ${answered.createdAt}, ${answered.createdBy})`.execute(
    change.db,
  );
}
