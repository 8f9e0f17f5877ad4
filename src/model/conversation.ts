/** Whose side somebody speaks for. */
export type Side = 'us' | 'them' | 'unknown';

/**
 * How far the times of a source can be trusted: `exact` has a start and an end for each segment, `start-only` a start,
 * `interpolated` a heading every few minutes, `none` nothing. What needs exact times is left out, not guessed, below `exact`.
 */
export type TimeQuality = 'exact' | 'start-only' | 'interpolated' | 'none';

export const CONVERSATION_KINDS = ['call', 'meeting', 'email', 'chat', 'visit', 'note'] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** One who took part. `name` is unique within its conversation: it is how turns point at their speaker. */
export interface Participant {
  name: string;
  email?: string;
  side: Side;
}

/**
 * One segment of the file, or consecutive segments of one speaker less than a second apart (without times: consecutive ones).
 * Times are milliseconds from the start of the conversation.
 */
export interface Turn {
  speaker: string;
  text: string;
  /** 1-based line of the source the turn starts on; for JSON and e-mail, the ordinal of the sentence or message. */
  line: number;
  startMs?: number;
  endMs?: number;
  /** Sum of the durations of the segments in it as the file gives them, before they were joined; only where times are exact. */
  spokenMs?: number;
  /** When it was written, ISO 8601 with offset: e-mail and chat. */
  at?: string;
  /** The source's own id of the message (Message-ID, Slack ts): the same key is never stored twice. */
  key?: string;
}

/** The one shape that every reader yields and everything after it takes. */
export interface Conversation {
  /** The format it was read from, as in `Format`. */
  source: string;
  /** The source's own id of the conversation; null when it has none. */
  sourceId: string | null;
  kind: ConversationKind;
  /** ISO 8601 with offset; null when the file does not say. */
  startedAt: string | null;
  title: string;
  participants: Participant[];
  turns: Turn[];
  timeQuality: TimeQuality;
}

export type Format =
  | 'webvtt'
  | 'zoom-vtt'
  | 'teams-vtt'
  | 'srt'
  | 'teams-docx'
  | 'meet'
  | 'otter'
  | 'fireflies'
  | 'gong'
  | 'whatsapp'
  | 'slack'
  | 'eml'
  | 'mbox'
  | 'plain'
  | 'by-hand';
