import type { Conversation, Participant, Turn } from '#model/conversation.ts';
import { subjectOf } from './mail-cleaning.ts';
import type { Correspondent, MailHead } from './mail-message.ts';

/** One message as it goes into its thread: who, when, and what they wrote now. */
export interface WrittenMail {
  head: MailHead;
  key: string;
  text: string;
}

const NO_SENDER: Correspondent = { name: 'Unknown sender', email: null };

/** The messages of one thread, oldest first, as a conversation: each a turn, with everyone who wrote or was written to. */
export function threadOf(mails: readonly WrittenMail[], about: { source: 'eml' | 'mbox'; sourceId: string }): Conversation {
  const people = new People();
  const turns = mails.map(({ head, key, text }, i): Turn => {
    const turn: Turn = { speaker: people.meet(head.from ?? NO_SENDER), text, line: i + 1, key };
    if (head.at) turn.at = head.at;
    return turn;
  });
  for (const { head } of mails) for (const person of head.to) people.meet(person);
  return {
    ...about,
    kind: 'email',
    startedAt: mails.find(({ head }) => head.at)?.head.at ?? null,
    title: titleOf(mails),
    participants: people.all(),
    turns,
    timeQuality: 'none',
  };
}

function titleOf(mails: readonly WrittenMail[]): string {
  for (const { head } of mails) {
    const { subject } = subjectOf(head.subject);
    if (subject) return subject;
  }
  const line = (mails[0]?.text ?? '').split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
}

/** One person is one address, whatever name it is written with; two people of one name are told apart by theirs. */
class People {
  readonly #names = new Map<string, string>();
  readonly #participants = new Map<string, Participant>();

  meet({ name, email }: Correspondent): string {
    const identity = email ?? `name:${name}`;
    const known = this.#names.get(identity);
    if (known !== undefined) return known;
    let unique = this.#participants.has(name) && email ? `${name} <${email}>` : name;
    for (let n = 2; this.#participants.has(unique); n++) unique = `${name} (${n})`;
    this.#names.set(identity, unique);
    this.#participants.set(unique, { name: unique, ...(email && { email }), side: 'unknown' });
    return unique;
  }

  all(): Participant[] {
    return [...this.#participants.values()];
  }
}
