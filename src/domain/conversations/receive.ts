import { later } from '#db/later.ts';
import { clean } from '#model/letters.ts';
import { momentIn } from '#model/moment.ts';
import type { Received } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { read } from '#understanding/read/read.ts';
import type { ReadConversation, Reading, Source } from '#understanding/read/reader.ts';
import { sourceOfFile, sourceOfText } from '#understanding/read/source.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type ChangingPlace, type Scope, wholly } from '../scope.ts';
import { alreadyReceived, unknownIn } from './already.ts';
import { dropUnused, sha256Of, storeBytes, storeFile, storeMessages } from './bytes.ts';
import { anyHere, conversationHere, growConversation } from './grow.ts';
import { hintsOf } from './hints.ts';
import { type Stored, storeConversation, type ToStore } from './store.ts';

export interface FileHandedIn {
  /** Where the bytes lie on this machine. */
  path: string;
  /** What it is called where it comes from. */
  name: string;
  /** When the file last changed: ISO 8601, or milliseconds since 1970. */
  lastModified?: string | number | null | undefined;
  /** For the member's own eyes. */
  private?: boolean | undefined;
}

export interface TextHandedIn {
  text: string;
  title?: string | undefined;
  happenedAt?: string | undefined;
  private?: boolean | undefined;
}

interface Incoming {
  source: Source;
  sha256: string;
  privateTo: string | null;
  /** ISO 8601; when the file does not say when it was. */
  changedAt: string | null;
  /** What a member says about it, which goes above what the file says. */
  title: string | null;
  happenedAt: string | null;
}

/**
 * Take a file in: its bytes, conversations, speakers and turns, and the wish to have them understood, all or nothing. The same bytes for the
 * same reader, or a file with nothing new in it, add nothing (`already`).
 * @throws Refusal of the readers, when it is no conversation or cannot be read: nothing is stored then.
 */
export async function receiveFile(scope: Scope, file: FileHandedIn): Promise<Received> {
  await using source = await sourceOfFile(file.path);
  // Awaited here: the file closes when this function ends.
  return await receive(scope, { ...file, source: { name: file.name, size: source.size, slice: source.slice } });
}

/** The same for text that was pasted. */
export async function receiveText(scope: Scope, { text, ...more }: TextHandedIn): Promise<Received> {
  if (text.trim() === '') throw new Refusal('conversation.empty', 'There is nothing in it yet. Paste what was said.');
  return receive(scope, { ...more, source: sourceOfText(more.title ? `${more.title}.txt` : 'pasted.txt', text) });
}

interface HandedIn extends Partial<Pick<FileHandedIn, 'lastModified' | 'private'>>, Partial<Pick<TextHandedIn, 'title' | 'happenedAt'>> {
  source: Source;
}

async function receive(scope: Scope, what: HandedIn): Promise<Received> {
  const incoming: Incoming = {
    source: what.source,
    sha256: await sha256Of(what.source),
    privateTo: what.private ? scope.member.id : null,
    changedAt: pastMoment(what.lastModified, scope.now),
    title: what.title?.trim() || null,
    happenedAt: what.happenedAt ?? null,
  };
  const hints = await hintsOf(scope);
  return againWhenRaced(scope, async () => {
    const already = await alreadyReceived(scope, incoming.sha256, incoming.privateTo);
    if (already) return already;
    const reading = await read(incoming.source, hints);
    return wholly(scope, (change) => storeReading(change, incoming, reading));
  });
}

async function storeReading(change: Change, incoming: Incoming, reading: Reading): Promise<Received> {
  const { source, sha256, privateTo } = incoming;
  const fileId = await storeFile(change, { sha256, privateTo, name: source.name, size: source.size, format: reading.format });
  const mayBeHere = await anyHere(change, reading.format, privateTo);
  const stored: Stored[] = [];
  const here: Received['conversations'] = [];
  const losses: Received['losses'] = [];
  for await (const one of reading.conversations) {
    const { fresh, old } = await storeOne(change, incoming, one, { fileId, mayBeHere });
    if (fresh) stored.push(fresh);
    if (old) here.push(old);
    losses.push(...one.losses);
  }
  if (stored.length === 0) return nothingNew(change, fileId, { format: reading.format, conversations: here, losses });
  // Of a mailbox each message is kept, not the box.
  if (reading.format !== 'mbox') await storeBytes(change, fileId, source);
  // All of a box joined threads that were here: nothing speaks of the box itself.
  else await dropUnused(change, [fileId]);
  await refreshPeople(
    change,
    stored.flatMap((one) => one.personIds),
  );
  // Two threads of a box can join the same one: told once, as it is in the end.
  const conversations = [...new Map(stored.map(({ id, title, turns }) => [id, { id, title, turns }])).values()];
  for (const { id } of conversations) await understandLater(change, id);
  await remember(change, { action: 'conversation.received', about: 'file', id: fileId, detail: { conversations: conversations.length } });
  const ids = conversations.map(({ id }) => id);
  return { fileId, format: reading.format, already: false, conversations, unknownSpeakers: await unknownIn(change, ids), losses };
}

async function storeOne(change: Change, incoming: Incoming, one: ReadConversation, into: { fileId: string; mayBeHere: boolean }) {
  const { privateTo, source } = incoming;
  const messages = one.messages ? await storeMessages(change, source, one.messages, privateTo) : null;
  const { happenedAt, datedBy } = whenItWas(change, incoming, one.conversation.startedAt);
  const title = incoming.title ?? (one.conversation.title.trim() || source.name.replace(/\.\w{1,5}$/, ''));
  const what: ToStore = {
    conversation: { ...one.conversation, title, sourceId: one.conversation.sourceId === null ? null : clean(one.conversation.sourceId) },
    losses: one.losses.map((loss) => ({ ...loss, detail: clean(loss.detail) })),
    fileId: into.fileId,
    privateTo,
    happenedAt,
    datedBy,
    fileOf: (turn) => (messages ? (messages.get(clean(turn.key ?? '')) ?? null) : into.fileId),
  };
  const old = into.mayBeHere ? await conversationHere(change, what) : null;
  if (!old) return { fresh: await storeConversation(change, what), old: null };
  const fresh = await growConversation(change, old, what);
  if (messages) await dropUnused(change, [...messages.values()]);
  return { fresh, old };
}

function whenItWas(change: Change, incoming: Incoming, startedAt: string | null): Pick<ToStore, 'happenedAt' | 'datedBy'> {
  if (incoming.happenedAt) return { happenedAt: incoming.happenedAt, datedBy: 'member' };
  const said = momentIn(startedAt);
  if (said) return { happenedAt: said, datedBy: 'source' };
  return incoming.changedAt ? { happenedAt: incoming.changedAt, datedBy: 'file' } : { happenedAt: change.now, datedBy: 'member' };
}

/** All of it was here: the file is not kept a second time. */
async function nothingNew(change: Change, fileId: string, found: Pick<Received, 'format' | 'conversations' | 'losses'>): Promise<Received> {
  await change.db.deleteFrom('files').where('workspaceId', '=', change.workspaceId).where('id', '=', fileId).execute();
  const ids = found.conversations.map(({ id }) => id);
  const kept = await change.db
    .selectFrom('conversations')
    .select('fileId')
    .where('workspaceId', '=', change.workspaceId)
    .where('id', 'in', ids)
    .where('fileId', 'is not', null)
    .executeTakeFirst();
  return { ...found, fileId: kept?.fileId ?? fileId, already: true, unknownSpeakers: await unknownIn(change, ids) };
}

/** Once for a conversation, however often it was asked while it waits. */
export async function understandLater(change: ChangingPlace, conversationId: string, priority = 0): Promise<void> {
  const payload = { workspaceId: change.workspaceId, conversationId };
  await later(change.db, 'understand-conversation', payload, { key: `understand:${conversationId}`, priority });
}

function pastMoment(moment: string | number | null | undefined, now: string): string | null {
  const ms = typeof moment === 'number' ? moment : Date.parse(moment ?? '');
  return Number.isFinite(ms) && ms > 0 && ms <= Date.parse(now) ? new Date(ms).toISOString() : null;
}
