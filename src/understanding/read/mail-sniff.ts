import { isEnvelope } from './mbox-scan.ts';
import type { Head } from './reader.ts';

/** A mailbox: an envelope line, and headers under it. */
export function isMailbox({ bytes }: Head): boolean {
  if (!latin1(bytes.subarray(0, 32)).includes('From ')) return false;
  const text = latin1(bytes).replace(/^(?:\xef\xbb\xbf)?[\r\n]{0,20}/, '');
  const end = text.indexOf('\n');
  if (!text.startsWith('From ') || end < 0) return false;
  const under = text.slice(end + 1).replace(/^>From [^\n]{0,1000}\n/, '');
  return isEnvelope(text.slice(0, end).trimEnd()) && headerNames(Buffer.from(under, 'latin1')).size > 0;
}

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

/** One message: three of the headers that mail begins with. */
export function isMail({ bytes }: Head): boolean {
  // Most other files show by their first line that it is no header.
  if (!/^(?:\xef\xbb\xbf)?[\r\n]{0,20}[!-9;-~]{1,76}:/.test(latin1(bytes.subarray(0, 128)))) return false;
  const names = headerNames(bytes);
  const telling = TELLING.filter((name) => names.has(name)).length;
  const common = COMMON.filter((name) => names.has(name)).length;
  return names.has('from') ? telling + common >= 3 : telling >= 3;
}

/** The names of the headers at the start, in lower case; none when a line before the first empty one is no header. */
function headerNames(bytes: Uint8Array): Set<string> {
  const text = latin1(bytes).replace(/^(?:\xef\xbb\xbf)?[\r\n]{0,20}/, '');
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

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
