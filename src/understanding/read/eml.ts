import type { Email } from 'postal-mime';
import { Refusal } from '#model/refusal.ts';
import { wordsOf } from './mail-cleaning.ts';
import { threadOf } from './mail-conversation.ts';
import { headOf, keyOf, MOST_OF_A_MESSAGE, parseMail, rootOf } from './mail-message.ts';
import { isMail } from './mail-sniff.ts';
import type { Loss, Reader, Source } from './reader.ts';
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
