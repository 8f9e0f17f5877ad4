import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { NoteKind, NoteView } from '#model/note.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { linksOf, type NoteAbout, writeLinks } from './links.ts';
import { missing, openNote, readableNote } from './view.ts';

export interface NewNote {
  kind: NoteKind;
  title: string;
  /** Markdown. */
  body: string;
  /** ISO 8601 with offset; the moment of writing when it is not said. */
  happenedAt?: string | undefined;
  about: NoteAbout;
  private?: boolean | undefined;
}

/** What is not given stays. */
export type NoteChange = { [Field in keyof NewNote]?: NewNote[Field] | undefined } & {
  /** The `changedAt` that whoever changes it has seen (null: never changed): words that came in between are not written over. */
  seen?: string | null | undefined;
};

const DAY_MS = 86_400_000;

/**
 * Write something down about people, organisations or deals. About somebody whom only this member knows it is theirs alone.
 * @throws Refusal `note.empty`, `note.nobody`, `note.later`, `missing.person`, `missing.organisation`, `missing.deal`.
 */
export function writeNote(scope: Scope, note: NewNote): Promise<NoteView> {
  return wholly(scope, async (change) => {
    const happenedAt = happened(change, note.happenedAt ?? change.now);
    wordsOrRefuse(note);
    const links = await linksOf(change, note.about, note.body);
    const id = uuidv7();
    const privateTo = note.private || links.inPrivate ? change.member.id : null;
    await sql`insert into notes (workspace_id, id, kind, title, body, happened_at, private_to, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${note.kind}, ${note.title.trim()}, ${note.body}, ${happenedAt}, ${privateTo}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    await refreshPeople(change, await writeLinks(change, id, happenedAt, links));
    await remember(change, { action: 'note.written', about: 'note', id });
    return openNote(change, id);
  });
}

/**
 * Only by whoever wrote it. @throws Refusal `missing.note`, `note.not-yours`, `conflict.note` when it was changed since it was seen, and what
 * writing one throws.
 */
export function changeNote(scope: Scope, id: string, { seen, ...given }: NoteChange): Promise<NoteView> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    const before = await lockNote(change, id, seen);
    const next = { ...before, ...defined(given) };
    wordsOrRefuse(next);
    const happenedAt = given.happenedAt === undefined ? before.happenedAt : happened(change, given.happenedAt);
    const links = await linksOf(change, given.about ?? before.about, next.body);
    const privateTo = next.private || links.inPrivate ? change.member.id : null;
    await sql`update notes set kind = ${next.kind}, title = ${next.title.trim()}, body = ${next.body}, happened_at = ${happenedAt}::timestamptz,
        private_to = ${privateTo}, changed_at = ${change.now}, changed_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    if (before.private !== (privateTo !== null)) await hideFiles(change, id, privateTo);
    await refreshPeople(change, await writeLinks(change, id, happenedAt, links));
    await remember(change, { action: 'note.changed', about: 'note', id, detail: { fields } });
    return openNote(change, id);
  });
}

/** Its files are as private as their note; what another keeps beside it for themselves stays theirs. */
async function hideFiles(change: Change, id: string, privateTo: string | null): Promise<void> {
  await sql`update attachments set private_to = ${privateTo}::uuid where workspace_id = ${change.workspaceId} and note_id = ${id}
    and (private_to is null or private_to = ${change.member.id}::uuid)`.execute(change.db);
}

interface Before {
  kind: NoteKind;
  title: string;
  body: string;
  happenedAt: string;
  private: boolean;
  about: { people: string[]; organisations: string[]; deals: string[] };
}

async function lockNote(change: Change, id: string, seen: string | null | undefined): Promise<Before> {
  const row = await firstOf(
    change.db,
    sql<Omit<Before, 'about'> & { createdBy: string | null; stale: boolean }>`select n.kind, n.title, n.body, n.happened_at::text,
        n.private_to is not null as private, n.created_by,
        ${seen !== undefined} and n.changed_at is distinct from ${seen ?? null}::timestamptz as stale
      from notes n where n.workspace_id = ${change.workspaceId} and n.id = ${id} and ${readableNote(change, 'n')} for update`,
  );
  if (!row) throw missing();
  if (row.createdBy !== change.member.id) throw new Refusal('note.not-yours', 'Only whoever wrote it can change it.');
  if (row.stale) throw new Refusal('conflict.note', 'This note was changed since you opened it. Open it again; what you typed is kept.');
  const links = await rowsOf(
    change.db,
    sql<{ personId: string | null; organisationId: string | null; dealId: string | null }>`select person_id, organisation_id, deal_id
      from note_links where workspace_id = ${change.workspaceId} and note_id = ${id} and not mentioned order by id`,
  );
  const idsOf = (column: 'personId' | 'organisationId' | 'dealId') => links.flatMap((link) => link[column] ?? []);
  return { ...row, about: { people: idsOf('personId'), organisations: idsOf('organisationId'), deals: idsOf('dealId') } };
}

function defined<Given extends object>(given: Given): { [Field in keyof Given]?: Exclude<Given[Field], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ReturnType<typeof defined<Given>>;
}

function wordsOrRefuse({ title, body }: { title: string; body: string }): void {
  if (!title.trim() && !body.trim()) throw new Refusal('note.empty', 'There is nothing in it yet. Write a line.');
}

// A note tells what has happened; a day of leeway, because clocks and zones differ.
function happened({ now }: Change, at: string): string {
  if (Date.parse(at) > Date.parse(now) + DAY_MS)
    throw new Refusal('note.later', 'That day is still to come. A note tells what has happened; make a task of what is to come.');
  return at;
}
