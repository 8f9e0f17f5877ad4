import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { wordsOf } from '../findings/words-of.ts';
import { type Change, type ChangingPlace, type Scope, wholly } from '../scope.ts';
import { firstOf, readable, rowsOf } from '../statement.ts';
import { isForAll, lockNeed, type NeedRow } from './lock.ts';

/**
 * Charter L4: a need is understood once the person has confirmed it in their words, and not before. This file alone writes needs.understood_at
 * (understood.test.ts reads the code to be sure); docs/decisions/017 says what counts.
 */
export type ConfirmedBy = { turn: SaidWords; member: { id: string } } | { answer: { id: string; words: string; at: string } };

export interface SaidWords {
  turnId: string;
  /** UTF-16 units of the turn's text; `to` is not part of it. */
  from: number;
  to: number;
}

/** They said or answered that it is so. Twice in the same words is once. The id is the confirmation's. @throws what `spoken` throws. */
export async function understand(change: ChangingPlace, need: Pick<NeedRow, 'id' | 'personId'>, by: ConfirmedBy): Promise<string> {
  const id = 'turn' in by ? await bySpoken(change, need, by) : await byAnswer(change, need, by.answer);
  await settleUnderstood(change, [need.id]);
  return id;
}

async function bySpoken(
  change: ChangingPlace,
  need: Pick<NeedRow, 'id' | 'personId'>,
  { turn, member }: Extract<ConfirmedBy, { turn: SaidWords }>,
): Promise<string> {
  const { words, at } = await spoken({ ...change, member }, need.personId, turn);
  const there = await firstOf(
    change.db,
    sql<{ id: string }>`select id from need_confirmations where workspace_id = ${change.workspaceId} and need_id = ${need.id}
      and turn_id = ${turn.turnId} and from_char = ${turn.from} and to_char = ${turn.to}`,
  );
  if (there) return there.id;
  const id = uuidv7();
  await sql`insert into need_confirmations (workspace_id, id, need_id, turn_id, from_char, to_char, words, confirmed_at, created_by, created_at)
    values (${change.workspaceId}, ${id}, ${need.id}, ${turn.turnId}, ${turn.from}, ${turn.to}, ${words}, ${at}, ${member.id},
      ${change.now})`.execute(change.db);
  return id;
}

async function byAnswer(change: ChangingPlace, need: { id: string }, answer: { id: string; words: string; at: string }): Promise<string> {
  const id = uuidv7();
  await sql`insert into need_confirmations (workspace_id, id, need_id, answer_id, words, confirmed_at, created_at)
    values (${change.workspaceId}, ${id}, ${need.id}, ${answer.id}, ${answer.words}, ${answer.at}, ${change.now})`.execute(change.db);
  return id;
}

/**
 * Their words: of a turn that this member may read, spoken by that very person, after something that we said.
 * @throws Refusal `missing.turn`, `need.not-theirs`, `need.nothing-before`, `finding.not-said`, `finding.no-words`.
 */
async function spoken(
  change: ChangingPlace & { member: { id: string } },
  personId: string,
  { turnId, from, to }: SaidWords,
): Promise<{ words: string; at: string }> {
  const turn = await firstOf(
    change.db,
    sql<{ text: string; at: string; personId: string | null; written: boolean; answered: boolean }>`
      select t.text, coalesce(t.at, c.happened_at) as at, s.person_id, c.source = 'by-hand' and c.file_id is null as written,
        exists (select from turns b join speakers bs on bs.workspace_id = b.workspace_id and bs.id = b.speaker_id
          where b.workspace_id = t.workspace_id and b.conversation_id = t.conversation_id and b.i < t.i and bs.side = 'us') as answered
      from turns t join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      where t.workspace_id = ${change.workspaceId} and t.id = ${turnId} and ${readable(change, 'c')}`,
  );
  if (!turn) throw new Refusal('missing.turn', 'Those words are not in this conversation any more.');
  if (turn.written) throw new Refusal('finding.not-said', 'These lines were written down afterwards: nobody said them in these words.');
  if (turn.personId !== personId)
    throw new Refusal('need.not-theirs', 'Somebody else said that. Only the one who has the need can say that you understood it.');
  if (!turn.answered)
    throw new Refusal('need.nothing-before', 'None of you had said anything before that, so there was nothing yet to agree with.');
  return { words: wordsOf(turn.text, from, to), at: turn.at };
}

/** A member says where they confirmed it. @throws Refusal `missing.need`, and what `spoken` throws. */
export function confirmNeed(scope: Scope, { needId, ...turn }: SaidWords & { needId: string }): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const need = await lockNeed(change, needId);
    await refuseSecret(change, need, turn.turnId);
    const id = await understand(change, need, { turn, member: change.member });
    await remember(change, { action: 'need.understood', about: 'need', id: needId });
    return { id };
  });
}

/** That a need is understood is seen by whoever sees the need, so what shows it must be theirs to read too. */
async function refuseSecret(change: Change, need: NeedRow, turnId: string): Promise<void> {
  const talk = await firstOf(
    change.db,
    sql<{ privateTo: string | null }>`select c.private_to from turns t
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      where t.workspace_id = ${change.workspaceId} and t.id = ${turnId}`,
  );
  if (talk?.privateTo === change.member.id && (await isForAll(change, need)))
    throw new Refusal(
      'need.in-private',
      'That talk is for you alone to read, and this need is for all. Ask them again where others may hear it.',
    );
}

/**
 * That was no confirmation after all. What it was, so that it can be put back. What they answered by themselves is theirs.
 * @throws Refusal `missing.need`, `missing.confirmation`, `need.their-answer`.
 */
export function unconfirmNeed(scope: Scope, { needId, id }: { needId: string; id: string }): Promise<SaidWords> {
  return wholly(scope, async (change) => {
    await lockNeed(change, needId);
    const found = await firstOf(
      change.db,
      sql<{ turnId: string | null; fromChar: number; toChar: number }>`select k.turn_id, k.from_char, k.to_char from need_confirmations k
        left join turns t on t.workspace_id = k.workspace_id and t.id = k.turn_id
        left join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
        where k.workspace_id = ${change.workspaceId} and k.id = ${id} and k.need_id = ${needId}
          and (k.turn_id is null or ${readable(change, 'c')})`,
    );
    if (!found) throw new Refusal('missing.confirmation', 'That confirmation is not here any more.');
    if (!found.turnId) throw new Refusal('need.their-answer', 'They answered that by themselves. Ask them again with a new link.');
    await sql`delete from need_confirmations where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await settleUnderstood(change, [needId]);
    await remember(change, { action: 'need.not-understood', about: 'need', id: needId });
    return { turnId: found.turnId, from: found.fromChar, to: found.toChar };
  });
}

/**
 * Write anew since when these needs are understood, from the confirmations that stand. Called in the transaction of whatever could change that:
 * a confirmation or an answer, a conversation that goes or comes back, a speaker who is somebody else, a need that goes to another person.
 */
export async function settleUnderstood(change: ChangingPlace, needIds: readonly string[]): Promise<void> {
  if (needIds.length === 0) return;
  await sql`update needs n set understood_at = s.at, understood_by = s.who
    from unnest(${[...new Set(needIds)]}::uuid[]) as wanted(id)
    left join lateral (select k.confirmed_at as at, k.created_by as who from need_confirmations k
      join needs q on q.workspace_id = k.workspace_id and q.id = k.need_id
      where k.workspace_id = ${change.workspaceId} and k.need_id = wanted.id and (${spokenStill} or ${answeredStill}) and not ${doubtedSince}
      order by k.confirmed_at desc, k.id desc limit 1) s on true
    where n.workspace_id = ${change.workspaceId} and n.id = wanted.id
      and (n.understood_at is distinct from s.at or n.understood_by is distinct from s.who)`.execute(change.db);
}

/** Of the aliases k (confirmation) and q (its need): the talk is here, and the one who spoke is the one whose need it is. */
const spokenStill: RawBuilder<boolean> = sql<boolean>`exists (select from turns t
  join speakers sp on sp.workspace_id = t.workspace_id and sp.id = t.speaker_id
  join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
  where t.workspace_id = k.workspace_id and t.id = k.turn_id and sp.person_id = q.person_id and c.removed_at is null)`;

const newest = sql`not exists (select from say_back_answers later where later.workspace_id = a.workspace_id
  and later.say_back_need_id = a.say_back_need_id and (later.answered_at, later.id) > (a.answered_at, a.id))`;

/** Of the aliases q (need): answers of its person on a page about it. */
const answersOf = sql`say_back_answers a
  join say_back_needs sn on sn.workspace_id = a.workspace_id and sn.id = a.say_back_need_id
  join say_backs b on b.workspace_id = sn.workspace_id and b.id = sn.say_back_id`;

const answeredStill: RawBuilder<boolean> = sql<boolean>`exists (select from ${answersOf}
  where a.workspace_id = k.workspace_id and a.id = k.answer_id and a.answer = 'yes' and sn.need_id = q.id and b.person_id = q.person_id
    and ${newest})`;

/** They have said since that it is not, or not wholly, so. */
const doubtedSince: RawBuilder<boolean> = sql<boolean>`exists (select from ${answersOf}
  where a.workspace_id = k.workspace_id and sn.need_id = q.id and b.person_id = q.person_id and a.answer <> 'yes'
    and a.answered_at > k.confirmed_at and ${newest})`;

/** The same for every need that was confirmed in one of these conversations. */
export async function settleUnderstoodIn(change: ChangingPlace, conversationIds: readonly string[]): Promise<void> {
  const rows = await rowsOf(
    change.db,
    sql<{ needId: string }>`select distinct k.need_id from need_confirmations k
      join turns t on t.workspace_id = k.workspace_id and t.id = k.turn_id
      where k.workspace_id = ${change.workspaceId} and t.conversation_id = any(${[...conversationIds]}::uuid[])`,
  );
  await settleUnderstood(
    change,
    rows.map((row) => row.needId),
  );
}

/** The same for every need of these people that somebody says was confirmed. */
export async function settleUnderstoodOf(change: ChangingPlace, personIds: Iterable<string | null>): Promise<void> {
  const ids = [...new Set(personIds)].filter((id) => id !== null);
  const rows = await rowsOf(
    change.db,
    sql<{ id: string }>`select n.id from needs n where n.workspace_id = ${change.workspaceId} and n.person_id = any(${ids}::uuid[])
      and exists (select from need_confirmations k where k.workspace_id = n.workspace_id and k.need_id = n.id)`,
  );
  await settleUnderstood(
    change,
    rows.map((row) => row.id),
  );
}

/** The talk was on another day than was thought: what was confirmed in it was confirmed then. */
export async function redateConfirmations(change: ChangingPlace, conversationId: string): Promise<void> {
  await sql`update need_confirmations k set confirmed_at = coalesce(t.at, c.happened_at) from turns t
    join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    where k.workspace_id = ${change.workspaceId} and t.workspace_id = k.workspace_id and t.id = k.turn_id and c.id = ${conversationId}`.execute(
    change.db,
  );
  await settleUnderstoodIn(change, [conversationId]);
}
