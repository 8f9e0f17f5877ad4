/** The documents that the pages of moving in are drawn from. Times are ISO 8601 with offset; rows are counted from 1, as in the file. */
import type { ImportObject, ImportOptions, ImportOutcome, ImportReason, ImportSource, LookedFile } from './import.ts';
import type { NameRef } from './pages.ts';

export const IMPORT_STATES = [
  'empty',
  'looking',
  'looked',
  'trying',
  'tried',
  'running',
  'paused',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
/** Where an import stands: `running` also counts while it waits for its turn, `undoing` also after "stop and take it back". */
export type ImportState = (typeof IMPORT_STATES)[number];

export type ImportTally = Partial<Record<ImportObject, Partial<Record<ImportOutcome, number>>>>;

/** How far it is, by kind of record; `ties` is who belongs where, written once both ends are there. */
export type ImportProgress = Partial<Record<ImportObject | 'ties', { done: number; of: number }>>;

/** What was brought in a moment ago: a person's name, or of a note the day and whom it is with. */
export interface ImportJustNow {
  object: ImportObject;
  outcome: ImportOutcome;
  label: string;
  /** Of notes: when it was written, and with whom. */
  at?: string | undefined;
  with?: string | undefined;
}

export interface ImportTimes {
  createdAt: string;
  lookedAt: string | null;
  triedAt: string | null;
  startedAt: string | null;
  pausedAt: string | null;
  cancelledAt: string | null;
  doneAt: string | null;
  undoingAt: string | null;
  undoneAt: string | null;
  failedAt: string | null;
}

/** What the files cannot tell. A guess stands until it is answered; `undefined` is not answered yet. */
export interface ImportQuestions {
  owners: { owner: string; rows: number; guess: string | null; answer?: string | null | undefined }[];
  dates: {
    file: number;
    name: string;
    order: string;
    sample?: string | undefined;
    proof?: number | undefined;
    answer?: string | undefined;
  }[];
}

export interface ImportPage extends ImportTimes {
  id: string;
  state: ImportState;
  source: ImportSource | '';
  by: NameRef | null;
  dropped: { i: number; name: string; size: number }[];
  files: LookedFile[];
  options: ImportOptions;
  questions: ImportQuestions;
  /** Who can look after what an owner of the file looked after. */
  members: NameRef[];
  /** Of the dry run. */
  plan: ImportTally;
  /** Milliseconds the dry run took. */
  triedMs: number | null;
  /** Of what was brought in so far. */
  done: ImportTally;
  progress: ImportProgress;
  rows: { done: number; of: number };
  /** Milliseconds of work since it was started, and how many it may still take; null when that cannot be told yet. */
  leftMs: number | null;
  justNow: ImportJustNow[];
  people: { before: number | null; now: number };
  /** New people that may be somebody we know. */
  perhapsSame: number;
  failedWhy: string | null;
  /** Until when all of it can be taken back; null before it is done and when that is over. */
  undoUntil: string | null;
}

export interface ImportListRow {
  id: string;
  state: ImportState;
  source: ImportSource | '';
  by: NameRef | null;
  names: string[];
  createdAt: string;
  doneAt: string | null;
  done: ImportTally;
  undoUntil: string | null;
}

/** A row of a file and what happens to it, or happened. `rowId` leads to the record where there is one. */
export interface ImportRowView {
  object: ImportObject;
  file: number;
  row: number;
  label: string;
  /** The organisation that the file names, or whom a note is with. */
  where: string;
  outcome: ImportOutcome;
  reasons: ImportReason[];
  rowId: string | null;
  leftOut: boolean;
  filesWord: boolean;
}

/** One field of an opened row. Lists are written as lines. `reason` says why it will be so. */
export interface ImportCell {
  field: string;
  file: string;
  now: string;
  afterwards: string;
  reason: ImportReason | null;
}

export interface ImportRowOpened extends ImportRowView {
  cells: ImportCell[];
  source: string;
  externalId: string | null;
}

/** What members changed since, that taking it back keeps: by its name, and what kind of thing. */
export interface ImportUndoLook {
  kept: { object: ImportObject; id: string; label: string; why: ImportReason }[];
  keptInAll: number;
  /** How many records would go, and how many would be as they were before. */
  gone: number;
  restored: number;
}

/** Where it stands, from its times alone. `trying` is asked for and not done yet. */
export function importStateOf(times: ImportTimes, { files, trying }: { files: number; trying: boolean }): ImportState {
  if (times.undoneAt) return 'undone';
  if (times.undoingAt || times.cancelledAt) return 'undoing';
  if (times.failedAt) return 'failed';
  if (times.doneAt) return 'done';
  if (times.pausedAt) return 'paused';
  if (times.startedAt) return 'running';
  if (files === 0) return 'empty';
  if (!times.lookedAt) return 'looking';
  if (trying) return 'trying';
  return times.triedAt ? 'tried' : 'looked';
}

export const IMPORT_UNDO_DAYS = 7;

/** ISO 8601; null when it is not done, taken back already, or when the days are over. */
export function importUndoUntil({ doneAt, undoneAt }: Pick<ImportTimes, 'doneAt' | 'undoneAt'>, now: string): string | null {
  if (!doneAt || undoneAt) return null;
  const until = new Date(Date.parse(doneAt) + IMPORT_UNDO_DAYS * 86_400_000).toISOString();
  return Date.parse(now) < Date.parse(until) ? until : null;
}
