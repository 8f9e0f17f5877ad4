import { cutOff } from './eml.ts';
import { wordsOf } from './mail-cleaning.ts';
import { threadOf, type WrittenMail } from './mail-conversation.ts';
import { headersIn, headOf, keyOf, type MailHead, MOST_OF_A_MESSAGE, parseMail } from './mail-message.ts';
import { isMailbox } from './mail-sniff.ts';
import { type Indexed, type Thread, ThreadIndex } from './mail-threads.ts';
import { messagesIn, type Placed, unescaped } from './mbox-scan.ts';
import type { Loss, RawMessage, ReadConversation, Reader, Source } from './reader.ts';
import { noTurns } from './whole.ts';

/**
 * A mailbox in one file (mbox, mboxo, mboxrd, Gmail Takeout). Read twice, never whole: once over its headers to find the threads,
 * once message by message. Each thread is a conversation, in the order of its newest message.
 */
export const mbox: Reader = {
  recognises: (head) => (isMailbox(head) ? 'mbox' : null),
  async *read(source) {
    const losses: Loss[] = [];
    const threads = await threadsOf(source, losses);
    // What a thread without a single readable message lost is told with the next, so each is held until there is one after it.
    let held: ReadConversation | null = null;
    for (const thread of threads) {
      const read = await conversationOf(thread, source, losses);
      if (!read) continue;
      if (held) yield held;
      held = read;
    }
    if (!held) throw noTurns(source, 1);
    held.losses.push(...losses);
    yield held;
  },
};

/** Not said: what was never sent, and what nobody wanted. Gmail writes its labels in the language of the account. */
const UNSAID = ['draft', 'drafts', 'concepten', 'entwürfe', 'brouillons', 'borradores', 'spam'];

async function threadsOf(source: Source, losses: Loss[]): Promise<Thread[]> {
  const index = new ThreadIndex();
  const left = { unsaid: 0 };
  for await (const placed of messagesIn(source)) {
    const head = headIn(placed);
    if (!head) losses.push(damagedMessage(placed));
    else if (head.gmailLabels.some((label) => UNSAID.includes(label))) left.unsaid++;
    else index.add(head, { from: placed.from, to: placed.to, at: Date.parse(head.at ?? '') || 0 });
  }
  if (left.unsaid > 0)
    losses.push({ code: 'message.unsent', line: null, detail: `Drafts and spam are not read: ${left.unsaid} messages.` });
  return index.threads();
}

function headIn(placed: Placed): MailHead | null {
  const head = headOf(headersIn(withoutEnvelope(placed.headers)));
  // Neither a sender nor an id nor a date: bytes between two messages, not a message.
  return head.from || head.id || head.at ? head : null;
}

/** Some programs keep the old envelope, escaped, as a first line that is no header. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1100)).toString('latin1');
  return text.startsWith('>From ') ? bytes.subarray(text.indexOf('\n') + 1) : bytes;
}

async function conversationOf(thread: Thread, source: Source, losses: Loss[]): Promise<ReadConversation | null> {
  const mails: WrittenMail[] = [];
  const messages: RawMessage[] = [];
  const keys = new Set<string>();
  for (const place of thread.messages) {
    const mail = await mailAt(source, place, losses);
    // The same message lies in a mailbox twice when it was in two folders.
    if (!mail || keys.has(mail.key)) continue;
    keys.add(mail.key);
    mails.push(mail);
    messages.push({ key: mail.key, from: place.from, to: place.to });
  }
  const first = mails[0];
  if (!first) return null;
  const conversation = threadOf(mails, { source: 'mbox', sourceId: thread.root || first.key });
  return { conversation, losses: losses.splice(0), messages };
}

async function mailAt(source: Source, place: Indexed, losses: Loss[]): Promise<WrittenMail | null> {
  const bytes = await source.slice(place.from, Math.min(place.to, place.from + MOST_OF_A_MESSAGE));
  const email = await parseMail(unescaped(withoutEnvelope(bytes))).catch(() => null);
  if (!email) {
    losses.push(damagedMessage(place));
    return null;
  }
  const head = headOf(email.headers);
  const text = wordsOf(email, head.from?.name ?? '');
  if (text === '') {
    losses.push({ code: 'message.no-words', line: null, detail: `“${head.subject}” has no words of its own.` });
    return null;
  }
  if (head.at === null) losses.push({ code: 'message.no-date', line: null, detail: `“${head.subject}” has no date that can be read.` });
  losses.push(...cutOff(email, bytes, place.to - place.from));
  return { head, key: keyOf(head, text), text };
}

function damagedMessage({ from }: { from: number }): Loss {
  return { code: 'message.damaged', line: null, detail: `The message at byte ${from} could not be read.` };
}
