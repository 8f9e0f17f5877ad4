import { subjectOf } from './mail-cleaning.ts';
import { type MailHead, rootOf } from './mail-message.ts';

const DAY_MS = 24 * 3600_000;
/** An answer without references is an answer to this subject, among these people, within this time. */
const LONGEST_PAUSE_MS = 30 * DAY_MS;

/** What is kept of each message while its thread is looked for: numbers where there can be, as a mailbox has a hundred thousand. */
export interface Indexed {
  /** Where it is in the mailbox, in bytes. */
  from: number;
  to: number;
  /** Milliseconds since 1970; 0 when it has no date. */
  at: number;
}

export interface Thread {
  /** Of the message that began it: stable when a later export has more of the thread. */
  root: string;
  /** Oldest first. */
  messages: Indexed[];
  /** Milliseconds since 1970. */
  newestAt: number;
}

interface Entry extends Indexed {
  root: string;
  node: number;
  subject: string | null;
  isReply: boolean;
  /** Known by number; asked only for those without references. */
  people: number[];
}

/** Finds the threads of a mailbox: by Gmail's own id, by References and In-Reply-To, else by subject, people and time. */
export class ThreadIndex {
  readonly #nodes = new Map<string, number>();
  readonly #parents: number[] = [];
  readonly #people = new Map<string, number>();
  readonly #entries: Entry[] = [];

  add(head: MailHead, place: Indexed): void {
    // A message without an id is still one of its own.
    const own = this.#node(`id:${head.id ?? `at:${place.from}`}`);
    for (const id of new Set([...head.references, head.inReplyTo])) if (id) this.#join(own, this.#node(`id:${id}`));
    if (head.gmailThread) this.#join(own, this.#node(`gmail:${head.gmailThread}`));
    const { subject, isReply } = subjectOf(head.subject);
    const isLinked = head.references.length > 0 || head.inReplyTo !== null || head.gmailThread !== null;
    this.#entries.push({
      ...place,
      root: rootOf(head) ?? '',
      node: own,
      subject: subject === '' ? null : subject.toLowerCase(),
      isReply: isReply && !isLinked,
      people: [head.from, ...head.to].flatMap((person) => (person ? [this.#person(person.email ?? person.name)] : [])),
    });
  }

  /** Threads in the order of their newest message, and messages in the order of their dates. */
  threads(): Thread[] {
    const entries = this.#entries.sort((a, b) => a.at - b.at || a.from - b.from);
    this.#joinBySubject(entries);
    const byNode = Map.groupBy(entries, ({ node }) => this.#rootOf(node));
    const threads = [...byNode.values()].map((messages) => ({
      root: (messages.find(({ root }) => root !== '') ?? messages[0])?.root ?? '',
      messages: messages.map(({ from, to, at }) => ({ from, to, at })),
      newestAt: messages.at(-1)?.at ?? 0,
    }));
    return threads.sort((a, b) => a.newestAt - b.newestAt);
  }

  /** Only what says that it is an answer and not to what: two letters of one subject are not a conversation. */
  #joinBySubject(entries: readonly Entry[]): void {
    const bySubject = new Map<string, Entry[]>();
    for (const entry of entries) {
      if (entry.subject === null) continue;
      const earlier = bySubject.get(entry.subject) ?? [];
      if (entry.isReply) {
        const people = new Set(entry.people);
        // Newest first; a subject that thousands share is looked at no further than its last hundred.
        const asked = earlier
          .slice(-100)
          .findLast((other) => entry.at - other.at <= LONGEST_PAUSE_MS && other.people.some((person) => people.has(person)));
        if (asked) this.#join(entry.node, asked.node);
      }
      earlier.push(entry);
      bySubject.set(entry.subject, earlier);
    }
  }

  #node(id: string): number {
    const known = this.#nodes.get(id);
    if (known !== undefined) return known;
    const node = this.#parents.length;
    this.#parents.push(node);
    this.#nodes.set(id, node);
    return node;
  }

  #person(identity: string): number {
    const known = this.#people.get(identity);
    if (known !== undefined) return known;
    this.#people.set(identity, this.#people.size);
    return this.#people.size - 1;
  }

  #rootOf(node: number): number {
    let at = node;
    while (this.#parents[at] !== at) {
      // Each look shortens the way for the next (path halving).
      this.#parents[at] = this.#parents[this.#parents[at] as number] as number;
      at = this.#parents[at] as number;
    }
    return at;
  }

  #join(a: number, b: number): void {
    this.#parents[this.#rootOf(a)] = this.#rootOf(b);
  }
}
