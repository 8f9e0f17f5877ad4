import type { ConversationKind } from './conversation.ts';
import type { Mention, Named, NoteKind } from './note.ts';

/** What a timeline can be narrowed to; together they are everything. */
export const TIMELINE_PARTS = ['conversations', 'notes', 'promises', 'files', 'understood', 'work', 'record'] as const;
export type TimelinePart = (typeof TIMELINE_PARTS)[number];

interface At {
  /** Of what the row tells. */
  id: string;
  at: string;
}

export interface ConversationMoment extends At {
  kind: 'conversation';
  title: string;
  conversationKind: ConversationKind;
  durationMs: number | null;
  theirShare: number | null;
  ourShare: number | null;
  openFindings: number;
  others: string[];
}

export interface NoteMoment extends At {
  kind: 'note';
  noteKind: NoteKind;
  title: string;
  /** Markdown, its beginning; `isCut` when there is more of it. */
  body: string;
  isCut: boolean;
  isPrivate: boolean;
  isYours: boolean;
  by: Named | null;
  /** Mentioned in it; else it is about them. */
  isMention: boolean;
  mentions: Mention[];
  attachments: { id: string; name: string; type: string; size: number }[];
}

interface PromiseMoment extends At {
  kind: 'promised' | 'kept';
  what: string;
  by: string;
  byUs: boolean;
}

/** A need that was understood or healed; a belief that was repaired or said again. With their words, where some stand behind it. */
interface UnderstoodMoment extends At {
  kind: 'understood' | 'healed' | 'belief-closed' | 'belief-reopened';
  what: string;
  words: string | null;
  by: string | null;
}

interface WorkMoment extends At {
  kind: 'deed' | 'task-done' | 'deal-opened' | 'deal-won' | 'deal-lost';
  what: string;
  by: string | null;
}

export interface FileMoment extends At {
  kind: 'file';
  name: string;
  type: string;
  size: number;
  isPrivate: boolean;
  isYours: boolean;
  by: string | null;
}

/** How they came to stand here. `what` is the source, or the name of the record that became this one. */
export interface RecordMoment extends At {
  kind: 'added' | 'imported' | 'merged';
  what: string;
  by: string | null;
}

export type Moment = ConversationMoment | NoteMoment | PromiseMoment | UnderstoodMoment | WorkMoment | FileMoment | RecordMoment;

export interface TimelinePage {
  rows: Moment[];
  next: string | null;
}
