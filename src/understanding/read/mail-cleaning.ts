import type { Email } from 'postal-mime';
import { textOfHtml } from './mail-html.ts';
import { withoutQuotes } from './mail-quotes.ts';
import { withoutSignature } from './mail-signature.ts';

/** Characters: a letter longer than this is a log or a book. */
const LONGEST = 1_000_000;

/**
 * What the sender wrote now: no quoted tail, no signature, no disclaimer. What they sent on is kept under their own words with
 * `> ` before each line, so that nobody takes it for theirs. Empty when they wrote and forwarded nothing.
 */
export function wordsOf(email: Email, sender: string): string {
  const plain = email.text?.trim() ? email.text : email.html ? textOfHtml(email.html) : '';
  return cleanMail(plain, { sender, isForward: /^\s*(fwd?|fw|doorst|wg|tr|rv)\s*:/i.test(email.subject ?? '') });
}

export function cleanMail(plain: string, { sender, isForward }: { sender: string; isForward: boolean }): string {
  const lines = plain.slice(0, LONGEST).replaceAll('\0', '').replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').split('\n');
  const { own, forwarded } = withoutQuotes(lines.map(withoutTrailingSpace), isForward);
  const words = compact(withoutSignature(own, sender));
  const sentOn = compact(forwarded.map((line) => `> ${line}`.trimEnd()));
  return [words, sentOn].filter((part) => part !== '').join('\n\n');
}

/** The space after the two dashes of a signature means something. */
const withoutTrailingSpace = (line: string) => (line === '-- ' ? line : line.trimEnd());

/** One empty line is a paragraph; two say no more. */
function compact(lines: readonly string[]): string {
  return lines
    .filter((line, i) => line.trim() !== '' || lines[i - 1]?.trim() !== '')
    .join('\n')
    .trim();
}

const PREFIX = /^(?:re|fwd?|fw|aw|antw|antwoord|betr|wg|rv|tr|sv|vs|vb|doorst|ref|rif)\s{0,3}(?:\[\d{1,3}\]|\(\d{1,3}\))?\s{0,3}:\s{0,10}/i;

/** A subject without the Re:, Fwd:, Aw:, Antw: before it. `isReply`: there were some. */
export function subjectOf(raw: string): { subject: string; isReply: boolean } {
  let subject = raw.slice(0, 500).trim();
  let isReply = false;
  for (let found = PREFIX.exec(subject); found; found = PREFIX.exec(subject)) {
    subject = subject.slice(found[0].length);
    isReply = true;
  }
  return { subject: subject.trim(), isReply };
}
