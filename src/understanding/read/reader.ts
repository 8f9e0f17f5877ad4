import type { Conversation, Format } from '#model/conversation.ts';

/** Bytes that can be read from anywhere in them, so that a large file never stands in memory whole. */
export interface Source {
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes `from` (inclusive) to `to` (exclusive); shorter at the end of the source. */
  slice(from: number, to: number): Promise<Uint8Array>;
}

/** What a reader may be told beside the bytes. */
export interface Hints {
  /** Where local times of the file are, IANA name; UTC when not given. */
  zone?: string;
  /** Is 05/03 the fifth of March? Only asked when the file itself cannot say. */
  dayFirst?: boolean;
}

/** Something of the file that could not be read: `code` is stable, `line` 1-based, `detail` in English. */
export interface Loss {
  code: string;
  line: number | null;
  detail: string;
}

/** One e-mail's bytes inside its source, so that each message can be kept. `key` is that of its turn. */
export interface RawMessage {
  key: string;
  from: number;
  to: number;
}

export interface ReadConversation {
  conversation: Conversation;
  losses: Loss[];
  /** mbox only: the messages that the turns were read from. */
  messages?: RawMessage[];
}

export interface Reading {
  format: Format;
  conversations: AsyncIterable<ReadConversation>;
}

/** The text of some bytes. */
export interface Decoded {
  /** Line ends are \n, no byte order mark; what could not be read stands as U+FFFD. */
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** How many characters could not be read. */
  wrong: number;
  /** 1-based line of the first of them, null when there is none. */
  firstWrongLine: number | null;
}

/** The beginning of a source, as far as it takes to tell what it is. */
export interface Head {
  name: string;
  size: number;
  /** The first 64 KB. */
  bytes: Uint8Array;
  /** The same, decoded, with line ends as \n; null when it is not text. */
  text: string | null;
  /** All of it, where the source is small enough to have been looked at in one go: no need to read and decode it again. */
  whole?: Decoded;
  /** Paths in it when it is a ZIP archive, else null. */
  zip: string[] | null;
}

/** One format. Readers are asked in order; the first that recognises the head reads. */
export interface Reader {
  recognises(head: Head): Format | null;
  /** `head`: what was recognised, where it is at hand. Yields at least one conversation with at least one turn, or throws a Refusal that says what is wrong and where. */
  read(source: Source, format: Format, hints: Hints, head?: Head): AsyncIterable<ReadConversation>;
}
