import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { aliasOf, plainName } from '#model/alias.ts';
import type { ConversationKind, Turn } from '#model/conversation.ts';
import { clean } from '#model/letters.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { insertPromise } from '../findings/become.ts';
import { giveEvidence } from '../findings/evidence.ts';
import { introduce } from '../people/introduce.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known, rowsOf } from '../statement.ts';
import { insertSpeakers, insertTurns, type StoredSpeaker } from './store.ts';

export interface LoggedByHand {
  /** Ids of people, or names: of somebody we know when only one is called that, else of somebody new. */
  who: string[];
  kind: ConversationKind;
  /** ISO 8601 with offset. */
  happenedAt: string;
  /** What was said, in the member's words: a line each. */
  lines: string;
  promised?: { by: 'us' | 'them'; what: string; due?: string | undefined }[] | undefined;
  private?: boolean | undefined;
}

interface Person {
  id: string;
  name: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * A call or visit noted in ten seconds: who, when, a few lines, what was promised. The lines are ours, so nobody's listening is measured and
 * nothing is suggested; what was promised counts at once. @throws Refusal `conversation.nobody`, `missing.person`.
 */
export function logByHand(scope: Scope, what: LoggedByHand): Promise<{ id: string }> {
  return againWhenRaced(scope, () => logOnce(scope, what));
}

async function logOnce(scope: Scope, what: LoggedByHand): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const privateTo = what.private ? change.member.id : null;
    const people = await whoWasThere(change, what.who, privateTo);
    const id = uuidv7();
    const title = people
      .map((person) => person.name)
      .join(', ')
      .slice(0, 500);
    await sql`
      insert into conversations (workspace_id, id, kind, title, happened_at, dated_by, time_quality, source, private_to, understood_at, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${what.kind}, ${title}, ${what.happenedAt}, 'member', 'none', 'by-hand', ${privateTo}, ${change.now}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    const speakers = speakersOf(change, people, id);
    await insertSpeakers(change, id, speakers);
    await writeDown(change, { id, what, speakers, people });
    await refreshPeople(
      change,
      people.map((person) => person.id),
    );
    await remember(change, { action: 'conversation.logged', about: 'conversation', id });
    return { id };
  });
}

async function whoWasThere(change: Change, who: string[], privateTo: string | null): Promise<Person[]> {
  const people: Person[] = [];
  for (const one of who) {
    const person = UUID.test(one) ? await personOf(change, one) : await personCalled(change, one, privateTo);
    if (!people.some((other) => other.id === person.id)) people.push(person);
  }
  if (people.length === 0) throw new Refusal('conversation.nobody', 'Say who you spoke with.');
  return people;
}

async function personOf(change: Change, id: string): Promise<Person> {
  const person = await firstOf(
    change.db,
    sql<Person>`select p.id, p.name from people p where p.workspace_id = ${change.workspaceId} and p.id = ${id} and ${known(change, 'p')}`,
  );
  if (!person) throw new Refusal('missing.person', 'That person is not here any more. Choose somebody else.');
  return person;
}

async function personCalled(change: Change, said: string, privateTo: string | null): Promise<Person> {
  const name = said.replace(/\s+/g, ' ').trim();
  const called = await rowsOf(
    change.db,
    sql<Person>`select p.id, p.name from people p where p.workspace_id = ${change.workspaceId} and lower(p.name) = lower(${name})
      and ${known(change, 'p')} limit 2`,
  );
  if (called.length === 1 && called[0]) return called[0];
  const { id } = await introduce(change, { name, privateTo });
  return { id, name };
}

function speakersOf(change: Change, people: Person[], conversationId: string): StoredSpeaker[] {
  const us = { memberId: change.member.id, personId: null, side: 'us' as const, name: change.member.name };
  const all = [us, ...people.map(({ id, name }) => ({ memberId: null, personId: id, side: 'them' as const, name }))];
  return all.map((one, i) => {
    const taken = all.slice(0, i).some((other) => plainName(other.name) === plainName(one.name));
    const name = taken ? `${one.name} ${i + 1}` : one.name;
    return { ...one, name, id: uuidv7(), i, email: null, alias: aliasOf({ name }, conversationId) };
  });
}

interface Noted {
  id: string;
  what: LoggedByHand;
  speakers: StoredSpeaker[];
  people: Person[];
}

/** A turn for each line, then one for each promise, so that a promise opens onto where it was noted. */
async function writeDown(change: Change, { id, what, speakers, people }: Noted): Promise<void> {
  const lines = what.lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const promised = (what.promised ?? []).filter((one) => one.what.trim() !== '');
  const texts = [...lines, ...promised.map((one) => clean(one.what.trim()).slice(0, 2000))];
  if (texts.length === 0) throw new Refusal('conversation.empty', 'There is nothing in it yet. Write a line about what was said.');
  const turns = texts.map((text, i): Turn & { sourceKey: null } => ({ speaker: change.member.name, text, line: i + 1, sourceKey: null }));
  await insertTurns(change, { conversationId: id, turns, firstI: 0, speakerOf: () => speakers[0], fileOf: () => null });
  const noted = await rowsOf(
    change.db,
    sql<{ id: string; text: string }>`select id, text from turns where workspace_id = ${change.workspaceId} and conversation_id = ${id}
      and i >= ${lines.length} order by i`,
  );
  const us = { memberId: change.member.id, personId: null };
  const them = { memberId: null, personId: people[0]?.id ?? null };
  for (const [i, { by, due }] of promised.entries()) {
    const turn = noted[i];
    if (!turn) continue;
    const promiseId = uuidv7();
    const [from, to] = by === 'us' ? [us, them] : [them, us];
    await insertPromise(change, { id: promiseId, by: from, to, what: turn.text, dueOn: due?.slice(0, 10) ?? null, dueText: null });
    await giveEvidence(change, { about: 'promise', aboutId: promiseId, findingId: null, turnId: turn.id, from: 0, to: turn.text.length });
  }
}
