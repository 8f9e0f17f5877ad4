import type { ImportObject, ImportSource } from '#model/import.ts';
import type { Manner } from '../draft.ts';
import { headingKey } from '../headings.ts';

/** One export of one program, by the set of its headings. */
export interface Layout {
  source: ImportSource;
  object: ImportObject;
  externalObject: string;
  /** What the file must have: of each list at least one heading, as keys (`headingKey`). */
  must: string[][];
  /** Key of a heading → field. */
  columns: Map<string, string>;
  /** Headings that follow a pattern. */
  fieldOf?(key: string, heading: string): string | null;
  /** Nothing of it becomes a record: owners of the other files, or what Heed does not keep, and its name. */
  use?: 'users' | 'ties' | { leftOut: string };
  ids?: Pick<Manner, 'idOf' | 'objectOfId'>;
}

/** `heading = field` lines; several headings of one field are parted by ` | `. */
export function columnsOf(lines: string): Map<string, string> {
  const columns = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const [headings, field] = line.split(' = ');
    if (headings && field) for (const heading of headings.split(' | ')) columns.set(headingKey(heading), field.trim());
  }
  return columns;
}

/** Lists of keys from headings: `a | b, c` means (a or b) and c. */
export const mustHave = (...groups: string[]): string[][] => groups.map((group) => group.split(' | ').map(headingKey));
