import type { ImportedRecord, ImportReason } from '#model/import.ts';
import type { DayOrder } from './when.ts';

/** A record while its cells are put into it. */
export interface Draft<T extends ImportedRecord = ImportedRecord> {
  record: T;
  problems: ImportReason[];
  /** The source says that it was deleted, became something else, or was called off: a code of `IMPORT_ROW_FAILURES`. */
  gone: string;
  /** Cells that are worth something only together: a label and its value, a state and a day. */
  parts: Record<string, string> | null;
}

/** How the cells of a file are written, and what its ids mean. */
export interface Manner {
  order: DayOrder;
  decimal: ',' | '.';
  externalObject: string;
  ownerNames: Record<string, string>;
  /** An id as it is kept (Salesforce writes the same one with 15 and with 18 characters). */
  idOf?(id: string): string;
  /** What an id is of, where one column ties to several objects. */
  objectOfId?(id: string): 'person' | 'organisation' | 'deal' | null;
}

/** Puts one cell, trimmed and not empty, into the record. */
export type Setter<T extends ImportedRecord = ImportedRecord> = (cell: string, draft: Draft<T>) => void;

/** What is known of one object: a blank record, what each field does with a cell, and what is wrong with the whole (a failure of the row) once all are in. */
export interface Maker<T extends ImportedRecord> {
  blank(externalObject: string): T;
  setter(field: string, header: string, manner: Manner): Setter<T> | null;
  finish(draft: Draft<T>): string | null;
}

export function partOf(draft: Draft, name: string, value: string): void {
  draft.parts ??= {};
  draft.parts[name] = value;
}

const MOST_SHOWN = 80;

/** The cell that a problem is about, cut so that a report stays readable. */
export const shown = (cell: string): string => (cell.length > MOST_SHOWN ? `${cell.slice(0, MOST_SHOWN - 1)}…` : cell);

export function complain(draft: Draft, code: string, cell: string, column: string): void {
  draft.problems.push({ code, params: { value: shown(cell), column } });
}
