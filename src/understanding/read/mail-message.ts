import { createHash } from 'node:crypto';
import PostalMime, { type Address, addressParser, decodeWords, type Email } from 'postal-mime';
import { isoWithOffset } from './zone-time.ts';

/** Bytes of one message that are read at most. What people write stands first; what follows is attachments. */
export const MOST_OF_A_MESSAGE = 16 * 1024 * 1024;

/** Somebody on an e-mail; `email` in lower case. */
export interface Correspondent {
  name: string;
  email: string | null;
}

/** What the head of a message says. Ids are without angle brackets. */
export interface MailHead {
  id: string | null;
  inReplyTo: string | null;
  references: string[];
  subject: string;
  /** ISO 8601 with the offset of whoever sent it; null when there is no date that can be read. */
  at: string | null;
  from: Correspondent | null;
  /** To and Cc. */
  to: Correspondent[];
  gmailThread: string | null;
  gmailLabels: string[];
}

/** Parses a message. Rejects when the structure is hostile: parts nested hundreds deep, megabytes of headers. */
export function parseMail(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes.subarray(0, MOST_OF_A_MESSAGE), { forceRfc822Attachments: true });
}

/** One header, its name in lower case, its value on one line and not yet decoded. */
export interface MailHeader {
  key: string;
  value: string;
}

/** The headers at the start of these bytes: of an index over a mailbox, where parsing whole messages would take twice as long. */
export function headersIn(bytes: Uint8Array): MailHeader[] {
  const headers: MailHeader[] = [];
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const last = headers.at(-1);
    const colon = line.indexOf(':');
    if (line.trim() === '') {
      if (last) break;
    } else if (line[0] === ' ' || line[0] === '\t') {
      if (last) last.value += ` ${line.trim()}`;
    } else if (colon > 0) headers.push({ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return headers;
}

export function headOf(headers: readonly MailHeader[]): MailHead {
  const header = (key: string) => headers.find((line) => line.key === key)?.value ?? null;
  const people = (...keys: string[]) =>
    correspondentsIn(keys.flatMap((key) => headers.filter((line) => line.key === key)).flatMap(({ value }) => addressParser(value)));
  return {
    id: idsIn(header('message-id') ?? '')[0] ?? null,
    inReplyTo: idsIn(header('in-reply-to') ?? '')[0] ?? null,
    references: idsIn(header('references') ?? ''),
    subject: decodeWords(header('subject') ?? '')
      .replaceAll('\n', ' ')
      .trim(),
    at: dateIn(header('date')) ?? dateIn(lastPart(header('received'))),
    from: people('from', 'sender')[0] ?? null,
    to: people('to', 'cc'),
    gmailThread: header('x-gm-thrid')?.trim() || null,
    gmailLabels: decodeWords(header('x-gmail-labels') ?? '')
      .split(',')
      .map((label) => label.trim().toLowerCase()),
  };
}

/** The message's own id, or a hash of what makes it this message when its sender gave none. */
export function keyOf(head: MailHead, text: string): string {
  if (head.id) return head.id;
  const what = [head.at, head.from?.email, head.subject, text].join('\n');
  return createHash('sha256').update(what).digest('hex').slice(0, 32);
}

/** The message that began the thread, as far as this one knows. RFC 5322, 3.6.4: the first of References is the root. */
export function rootOf(head: MailHead): string | null {
  return head.references[0] ?? head.inReplyTo ?? head.id;
}

/** `<id>` pairs; clients also write them bare, with commas, or with words around. */
function idsIn(value: string): string[] {
  const ids: string[] = [];
  for (let open = value.indexOf('<'); open >= 0; open = value.indexOf('<', open + 1)) {
    const close = value.indexOf('>', open);
    if (close < 0) break;
    const id = value.slice(open + 1, close).trim();
    if (id && !id.includes(' ')) ids.push(id);
    open = close;
  }
  if (ids.length > 0) return ids;
  return value.split(/[\s,]+/).filter((word) => word.includes('@'));
}

const lastPart = (received: string | null) => received?.slice(received.lastIndexOf(';') + 1) ?? null;

/** RFC 5322 date to ISO 8601, keeping the sender's offset: half past nine there is half past nine. */
function dateIn(value: string | null): string | null {
  if (!value || value.length > 200) return null;
  const plain = value.replace(/\([^()]{0,100}\)/g, '').trim();
  const at = Date.parse(plain);
  if (Number.isNaN(at) || at < 0 || at > Date.UTC(2200, 0)) return null;
  const zone = /([+-])(\d{2}):?(\d{2})$/.exec(plain);
  const minutes = zone ? Number(zone[2]) * 60 + Number(zone[3]) : 0;
  return isoWithOffset(at, (zone?.[1] === '-' ? -minutes : minutes) * 60_000);
}

function correspondentsIn(addresses: readonly Address[]): Correspondent[] {
  const found: Correspondent[] = [];
  for (const address of addresses) {
    for (const { name, address: email } of address.group ?? [address]) {
      const plain = unquoted(name ?? '');
      if (plain || email) found.push({ name: plain || email, email: email?.includes('@') ? email.toLowerCase() : null });
    }
  }
  return found;
}

const unquoted = (name: string) =>
  name
    .replace(/^['"]+|['"]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
