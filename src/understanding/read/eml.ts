import type { Email } from 'postal-mime';
import { Refusal } from '#model/refusal.ts';
import { wordsOf } from './mail-cleaning.ts';
import { threadOf } from './mail-conversation.ts';
import { headOf, keyOf, MOST_OF_A_MESSAGE, parseMail, rootOf } from './mail-message.ts';
import type { Head, Loss, Reader, Source } from './reader.ts';
import { noTurns } from './whole.ts';

/** One e-mail message (RFC 5322): a conversation of one turn, under the id of the thread it belongs to. */
export const eml: Reader = {
  recognises: (head) => (isMail(head) ? 'eml' : null),
  async *read(source) {
    const losses: Loss[] = [];
    // Attachments stand behind the words; they are not read.
    const bytes = await source.slice(0, MOST_OF_A_MESSAGE);
    const email = await parseMail(bytes).catch(() => null);
    if (!email) throw damaged(source);
    const head = headOf(email.headers);
    const text = wordsOf(email, head.from?.name ?? '');
    if (text === '') throw noTurns(source, lineOfBody(bytes));
    if (head.at === null) losses.push({ code: 'message.no-date', line: null, detail: 'The message has no date that can be read.' });
    losses.push(...cutOff(email, bytes, source.size));
    const key = keyOf(head, text);
    const conversation = threadOf([{ head, key, text }], { source: 'eml', sourceId: rootOf(head) ?? key });
    yield { conversation, losses };
  },
};

/** Headers that nothing but mail begins with; a transcript may well have a speaker called From. */
const TELLING = [
  'message-id',
  'received',
  'mime-version',
  'return-path',
  'delivered-to',
  'dkim-signature',
  'content-type',
  'x-mailer',
  'references',
];
const COMMON = ['from', 'to', 'subject', 'date', 'cc', 'reply-to', 'sender'];

function isMail({ bytes }: Head): boolean {
  const names = headerNames(bytes);
  const telling = TELLING.filter((name) => names.has(name)).length;
  const common = COMMON.filter((name) => names.has(name)).length;
  return names.has('from') ? telling + common >= 3 : telling >= 3;
}

/** The names of the headers at the start, in lower case; none when a line before the first empty one is no header. */
export function headerNames(bytes: Uint8Array): Set<string> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?[\r\n]{0,20}/, '');
  const names = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end).trimEnd();
    if (line === '' || end < 0) return names;
    const colon = line.indexOf(':');
    if (line[0] !== ' ' && line[0] !== '\t') {
      if (colon <= 0 || colon > 76 || !/^[!-9;-~]+$/.test(line.slice(0, colon))) return new Set();
      names.add(line.slice(0, colon).toLowerCase());
    }
    at = end + 1;
  }
  return names;
}

function lineOfBody(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1 << 20)).toString('latin1');
  const lines = text.split('\n');
  const empty = lines.findIndex((line) => line.trim() === '');
  return empty < 0 ? lines.length : empty + 2;
}

/** A message of one part that ends before its end has lost words; one with parts has lost what was attached. */
export function cutOff(email: Email, bytes: Uint8Array, size: number): Loss[] {
  if (size <= bytes.length || email.attachments.length > 0) return [];
  const detail = `Only the first ${MOST_OF_A_MESSAGE / 1024 / 1024} MB of this message were read.`;
  return [{ code: 'message.cut', line: null, detail }];
}

const damaged = ({ name }: Source) => new Refusal('file.damaged', `${name} is a damaged message: it cannot be taken apart.`, { name });
