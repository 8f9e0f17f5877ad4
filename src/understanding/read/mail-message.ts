import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
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

/** Parses a message, or its head alone. Rejects when the structure is hostile: parts nested hundreds deep, megabytes of headers. */
export function parseMail(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes.subarray(0, MOST_OF_A_MESSAGE), { forceRfc822Attachments: true });
}

export function headOf(email: Email): MailHead {
  const header = (key: string) => email.headers.find((line) => line.key === key)?.value ?? null;
  return {
    id: idsIn(email.messageId ?? '')[0] ?? null,
    inReplyTo: idsIn(email.inReplyTo ?? '')[0] ?? null,
    references: idsIn(email.references ?? ''),
    subject: (email.subject ?? '').replaceAll('\n', ' ').trim(),
    at: dateIn(header('date')) ?? dateIn(lastPart(header('received'))),
    from: correspondentsIn([email.from, email.sender].filter((address) => address !== undefined))[0] ?? null,
    to: correspondentsIn([...(email.to ?? []), ...(email.cc ?? [])]),
    gmailThread: header('x-gm-thrid')?.trim() || null,
    gmailLabels: (header('x-gmail-labels') ?? '').split(',').map((label) => label.trim().toLowerCase()),
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
