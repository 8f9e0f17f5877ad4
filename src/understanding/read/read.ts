import type { Format } from '#model/conversation.ts';
import { isWordDocument, textOfWord } from './docx.ts';
import { fireflies } from './fireflies.ts';
import { gong } from './gong.ts';
import { isMail, isMailbox } from './mail-sniff.ts';
import { meet } from './meet.ts';
import { note } from './note.ts';
import { otter } from './otter.ts';
import { plain } from './plain.ts';
import type { Head, Hints, ReadConversation, Reader, Reading, Source } from './reader.ts';
import { slack } from './slack.ts';
import { headOf, stranger, unknownArchive } from './sniff.ts';
import { strangerByText } from './stranger-text.ts';
import { teams } from './teams.ts';
import { bareVtt, srt, webvtt } from './webvtt.ts';
import { whatsapp } from './whatsapp.ts';
import { tooLarge } from './whole.ts';

/** Bytes: nothing larger is read, whatever it is. */
const MOST = 200 * 1024 * 1024;

/** Mail is taken apart by libraries that take longer to load than a transcript to read, so those come when mail does. */
const mbox: Reader = {
  recognises: (head) => (isMailbox(head) ? 'mbox' : null),
  read: later(async () => (await import('./mbox.ts')).mbox),
};
const eml: Reader = { recognises: (head) => (isMail(head) ? 'eml' : null), read: later(async () => (await import('./eml.ts')).eml) };

function later(load: () => Promise<Reader>): Reader['read'] {
  return async function* (source, format, hints, head) {
    yield* (await load()).read(source, format, hints, head);
  };
}

/** Those with a structure of their own, the surest first. */
const READERS: readonly Reader[] = [webvtt, mbox, eml, srt, fireflies, gong, slack, whatsapp, teams, bareVtt, otter, meet];
/** Asked when the text is nothing else that is known: nearly every text could be theirs. */
const LAST: readonly Reader[] = [plain, note];

/**
 * Reads whatever was handed in; what it is shows by its content, never by its name. Rejects with a `Refusal`, here or while the
 * conversations are read: `file.empty`, `file.not-a-transcript`, `file.too-large`, `file.no-turns`, `file.damaged`, and the ZIP's own.
 */
export async function read(source: Source, hints: Hints = {}): Promise<Reading> {
  const head = await headOf(source);
  if (head.zip && isWordDocument(head.zip)) {
    const text = await textOfWord(source);
    return find(text, await headOf(text), hints);
  }
  return find(source, head, hints);
}

/** The same with everything read: for files that are known to be small. */
export async function readAll(source: Source, hints: Hints = {}): Promise<{ format: Format; conversations: ReadConversation[] }> {
  const { format, conversations } = await read(source, hints);
  const all: ReadConversation[] = [];
  for await (const one of conversations) all.push(one);
  return { format, conversations: all };
}

function find(source: Source, head: Head, hints: Hints): Reading {
  const found = firstOf(READERS, head) ?? lastResort(source, head);
  if (source.size > MOST) throw tooLarge(source, MOST);
  return { format: found.format, conversations: found.reader.read(source, found.format, hints, head) };
}

function lastResort(source: Source, head: Head): { reader: Reader; format: Format } {
  if (head.zip) throw unknownArchive(source, head.zip);
  const what = head.text === null ? 'no text' : strangerByText(head.text);
  const found = what === null ? firstOf(LAST, head) : null;
  if (!found) throw stranger(source, what ?? 'no text that a person wrote');
  return found;
}

function firstOf(readers: readonly Reader[], head: Head): { reader: Reader; format: Format } | null {
  for (const reader of readers) {
    const format = reader.recognises(head);
    if (format) return { reader, format };
  }
  return null;
}
