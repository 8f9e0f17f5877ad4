import type { ImportReason } from '#model/import.ts';
import type { ImportCell } from '#model/import-pages.ts';

/** A record of ours and what a file says of it, put together field by field. */
export interface Merging {
  /** Columns as they are; all empty for a new record. */
  now: Record<string, unknown>;
  /** Columns that become something else. */
  next: Record<string, unknown>;
  /** Fields that change, by their names on the page. */
  changed: string[];
  /** Whether the file's word counts where both have one. */
  takesFile: boolean;
  isNew: boolean;
  cells: ImportCell[] | null;
}

export function merging(now: Record<string, unknown>, how: { takesFile: boolean; isNew: boolean; cells: boolean }): Merging {
  return { now, next: {}, changed: [], takesFile: how.takesFile, isNew: how.isNew, cells: how.cells ? [] : null };
}

interface Field {
  /** As the page names it. */
  field: string;
  column: string;
  file: unknown;
  /** How two values are told apart; as text when not given. */
  same?: (a: unknown, b: unknown) => boolean;
  /** As one reads it. */
  shown?: (value: unknown) => string;
}

/** Fill what is empty; where both have something ours stays, unless the file's word counts. */
export function mergeField(merge: Merging, { field, column, file, same = sameText, shown = textOf }: Field): void {
  const now = merge.now[column];
  if (isEmpty(file)) return;
  const takes = isEmpty(now) || (merge.takesFile && !same(now, file));
  const equal = !isEmpty(now) && same(now, file);
  if (takes) {
    merge.next[column] = file;
    merge.changed.push(field);
  }
  if (!merge.cells) return;
  const reason = equal ? null : { code: isEmpty(now) ? 'was-empty' : takes ? 'files-word' : 'yours-stays' };
  merge.cells.push({ field, file: shown(file), now: shown(now), afterwards: shown(takes ? file : now), reason });
}

/** Of a list, what is not there yet is added and nothing is taken away. Returns what to add. */
export function mergeList<T>(
  merge: Merging,
  { field, file, has, shown, now }: { field: string; file: T[]; has: (one: T) => boolean; shown: (one: T) => string; now: string[] },
): T[] {
  const added = file.filter((one) => !has(one));
  if (added.length > 0) merge.changed.push(field);
  if (merge.cells && file.length > 0) {
    const reason: ImportReason | null = added.length === 0 ? null : { code: now.length === 0 ? 'was-empty' : 'is-added' };
    const afterwards = [...now, ...added.map(shown)].join('\n');
    merge.cells.push({ field, file: file.map(shown).join('\n'), now: now.join('\n'), afterwards, reason });
  }
  return added;
}

/** A record as it is now and as it becomes, of the columns that change: what is needed to take it back. */
export function imagesOf({ now, next }: Merging): { before: Record<string, unknown>; after: Record<string, unknown> } {
  return { before: Object.fromEntries(Object.keys(next).map((column) => [column, now[column] ?? null])), after: next };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function textOf(value: unknown): string {
  if (isEmpty(value)) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

function sameText(a: unknown, b: unknown): boolean {
  return textOf(a).trim() === textOf(b).trim();
}

export function sameNumber(a: unknown, b: unknown): boolean {
  return Number(a) === Number(b);
}

export function sameMoment(a: unknown, b: unknown): boolean {
  return Date.parse(String(a)) === Date.parse(String(b));
}

export function sameSet(a: unknown, b: unknown): boolean {
  const has = new Set(a as string[]);
  return (b as string[]).every((one) => has.has(one));
}
