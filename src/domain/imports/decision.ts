import type { ImportObject, ImportOutcome, ImportReason } from '#model/import.ts';
import type { ImportCell } from '#model/import-pages.ts';
import type { StagedRow } from './staged.ts';

/** What happens to a row: the same words in the dry run, in the pages and in what is kept of it. */
export interface Decision {
  outcome: ImportOutcome;
  /** The record it is, or becomes. */
  rowId: string | null;
  label: string;
  /** The organisation that the file names, or whom a note is with. */
  where: string;
  why: ImportReason[];
  /** Somebody should look at it before it counts. */
  look: boolean;
  /** By table the rows that come in with it and would not go with it. */
  made: Record<string, string[]>;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  cells: ImportCell[];
}

/** As it is kept beside a row, in the staging table and afterwards. */
export interface KeptReason {
  label: string;
  where: string;
  why: ImportReason[];
  look?: true;
  /** The row brings somebody new who may be somebody we know. */
  perhaps?: true;
}

/** Reasons at which somebody should look, whatever the outcome. */
const LOOK = new Set([
  'perhaps',
  'organisation-missing',
  'organisation-ambiguous',
  'person-missing',
  'person-ambiguous',
  'deal-missing',
  'deal-ambiguous',
  'email-taken',
  'email.not-one',
  'date.which-way',
]);

export function decided(outcome: ImportOutcome, more: Partial<Decision> = {}): Decision {
  const why = more.why ?? [];
  const look = outcome === 'fail' || why.some(({ code }) => LOOK.has(code));
  return { rowId: null, label: '', where: '', made: {}, before: null, after: null, cells: [], ...more, outcome, why, look };
}

export function keptReason({ label, where, why, look }: Decision): KeptReason {
  const perhaps = why.some(({ code }) => code === 'perhaps');
  return { label: label.slice(0, 200), where: where.slice(0, 200), why, ...(look && { look }), ...(perhaps && { perhaps }) };
}

/** Named in options as `file:row`. */
export function keyOfRow({ file, row }: Pick<StagedRow<ImportObject>, 'file' | 'row'>): string {
  return `${file}:${row}`;
}

/** Rows that nothing is done with, whatever they hold. Null when it has to be looked at. */
export function setAside(staged: StagedRow, leftOut: Set<string>, label: string): Decision | null {
  if (leftOut.has(keyOfRow(staged))) return decided('skip', { label, why: [{ code: 'left-out' }] });
  const { problems = [], unreadable } = staged.data;
  if (unreadable) return decided(problems.some(({ code }) => SKIPPED.has(code)) ? 'skip' : 'fail', { label, why: problems });
  return null;
}

/** What a file says of a row that makes it one to leave out, not one that failed. */
const SKIPPED = new Set(['row.id-only', 'row.deleted', 'row.converted', 'row.cancelled', 'row.older', 'row.says-nothing']);
