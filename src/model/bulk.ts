import type { PersonKind } from './person.ts';

/** What can be done to many people at once. */
export type BulkChange =
  | { what: 'tag'; name: string }
  | { what: 'untag'; tagId: string }
  | { what: 'kind'; kind: PersonKind; take?: boolean | undefined }
  | { what: 'owner'; memberId: string | null }
  | { what: 'closeness'; closeness: number | null }
  | { what: 'field'; fieldId: string; value: string | null }
  | { what: 'contact'; may: boolean };

export type BulkWhat = BulkChange['what'] | 'tag-merged' | 'tag-removed';

/** A change to many as it is told afterwards. */
export interface BulkTold {
  id: string;
  what: BulkWhat;
  /** Of the tag, the member, or the field; empty where there is none. */
  name: string;
  /** The other name: of the tag it was merged into, the value, the kind, the layer. */
  to: string;
  /** Taken away instead of given. */
  taken: boolean;
  /** How many were changed so far, and how many are still to come. */
  changed: number;
  waiting: number;
  by: { id: string; name: string };
  at: string;
  undoneAt: string | null;
  mayUndo: boolean;
}

/** How many are changed while somebody waits; more go on by themselves, this many at a time. */
export const BULK_AT_ONCE = 5000;
/** Days within which a change to many can be taken back. */
export const BULK_UNDO_DAYS = 7;
