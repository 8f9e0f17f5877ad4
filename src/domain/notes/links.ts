import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { mentionsIn } from '#model/note.ts';
import { Refusal } from '#model/refusal.ts';
import type { Change } from '../scope.ts';
import { known, rowsOf } from '../statement.ts';

/** Ids of whom and what a note is about. */
export interface NoteAbout {
  people?: string[] | undefined;
  organisations?: string[] | undefined;
  deals?: string[] | undefined;
}

export interface NoteLinks {
  people: string[];
  organisations: string[];
  deals: string[];
  mentionedPeople: string[];
  mentionedMembers: string[];
  /** One of them was met in private by whoever writes, so the note is theirs alone. */
  inPrivate: boolean;
}

/**
 * Whom a note is about and who is mentioned in its words, all of this workspace and known to whoever writes. A mention of somebody who is not
 * here (a text from elsewhere) is only words. @throws Refusal `missing.person`, `missing.organisation`, `missing.deal`, `note.nobody`.
 */
export async function linksOf(change: Change, about: NoteAbout, body: string): Promise<NoteLinks> {
  const asked = { people: once(about.people), organisations: once(about.organisations), deals: once(about.deals) };
  if (asked.people.length + asked.organisations.length + asked.deals.length === 0)
    throw new Refusal('note.nobody', 'Say whom or what it is about.');
  const mentioned = mentionsIn(body);
  const people = await peopleAmong(change, [...asked.people, ...mentioned.people]);
  const isHere = (id: string) => people.some((person) => person.id === id);
  if (!asked.people.every(isHere)) throw new Refusal('missing.person', 'That person is not here any more. Choose somebody else.');
  if ((await countOf(change, 'organisations', asked.organisations)) < asked.organisations.length)
    throw new Refusal('missing.organisation', 'That organisation is not here any more.');
  if ((await countOf(change, 'deals', asked.deals)) < asked.deals.length)
    throw new Refusal('missing.deal', 'That deal is not here any more.');
  return {
    ...asked,
    mentionedPeople: mentioned.people.filter((id) => isHere(id) && !asked.people.includes(id)),
    mentionedMembers: await membersAmong(change, mentioned.members),
    inPrivate: people.some((person) => person.isPrivate),
  };
}

function once(ids: string[] | undefined): string[] {
  return [...new Set((ids ?? []).map((id) => id.toLowerCase()))];
}

function peopleAmong(change: Change, ids: string[]): Promise<{ id: string; isPrivate: boolean }[]> {
  return rowsOf(
    change.db,
    sql<{ id: string; isPrivate: boolean }>`select p.id, p.private_to is not null as is_private from people p
      where p.workspace_id = ${change.workspaceId} and p.id = any(${ids}::uuid[]) and ${known(change, 'p')}`,
  );
}

async function membersAmong(change: Change, ids: string[]): Promise<string[]> {
  const rows = await rowsOf(
    change.db,
    sql<{ id: string }>`select id from members where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[])`,
  );
  return rows.map((row) => row.id);
}

async function countOf(change: Change, table: 'organisations' | 'deals', ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await rowsOf(
    change.db,
    sql`select id from ${sql.table(table)} where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[])`,
  );
  return rows.length;
}

/** Written anew with each change of the note: whom, whether only mentioned, and its time. Gives the people whose pages it stands on, before and after. */
export async function writeLinks(change: Change, noteId: string, happenedAt: string, links: NoteLinks): Promise<string[]> {
  const before = await rowsOf(
    change.db,
    sql<{
      personId: string | null;
    }>`delete from note_links where workspace_id = ${change.workspaceId} and note_id = ${noteId} returning person_id`,
  );
  const rows = [
    ...links.people.map((person) => ({ person, mentioned: false })),
    ...links.mentionedPeople.map((person) => ({ person, mentioned: true })),
    ...links.organisations.map((organisation) => ({ organisation, mentioned: false })),
    ...links.deals.map((deal) => ({ deal, mentioned: false })),
    ...links.mentionedMembers.map((member) => ({ member, mentioned: true })),
  ].map((row) => ({ id: uuidv7(), ...row }));
  await sql`insert into note_links (workspace_id, id, note_id, person_id, organisation_id, deal_id, member_id, mentioned, happened_at)
    select ${change.workspaceId}, l.id, ${noteId}, l.person, l.organisation, l.deal, l.member, l.mentioned, ${happenedAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as l(id uuid, person uuid, organisation uuid, deal uuid, member uuid, mentioned boolean)`.execute(change.db);
  return [...before.flatMap(({ personId }) => (personId ? [personId] : [])), ...links.people, ...links.mentionedPeople];
}

/** The people a note is linked to, by being about them or by naming them. */
export async function peopleLinked(change: Change, noteId: string): Promise<string[]> {
  const rows = await rowsOf(
    change.db,
    sql<{ personId: string }>`select person_id from note_links
      where workspace_id = ${change.workspaceId} and note_id = ${noteId} and person_id is not null`,
  );
  return rows.map((row) => row.personId);
}
