import type { ImportedRow, ImportObject } from '#model/import.ts';
import { IMPORT_OBJECTS } from '#model/import.ts';
import { heedRecord } from './heed-shape.ts';
import { isPlain, parsed } from './json-values.ts';

/** Whether a record is one of our own export. */
export const isHeeds = (value: unknown): value is { object: ImportObject } =>
  isPlain(value) &&
  IMPORT_OBJECTS.some((object) => object === value.object) &&
  ('externalObject' in value || 'externalId' in value || 'id' in value);

/** The rows of our own export, line by line, or of a list of such records. */
export async function* heedRows(lines: AsyncIterable<(string | null)[]>): AsyncGenerator<ImportedRow> {
  let row = 0;
  for await (const some of lines) for (const line of some) yield heedRow(line === null ? undefined : parsed(line), ++row, line === null);
}

export function heedRow(value: unknown, row: number, isTooLong = false): ImportedRow {
  if (isTooLong) return { row, record: null, problems: [{ code: 'row.too-long', params: { most: 8 } }] };
  const record = value === undefined ? 'JSON' : heedRecord(value);
  return typeof record === 'string'
    ? { row, record: null, problems: [{ code: 'row.unreadable', params: { why: record } }] }
    : { row, record, problems: [] };
}
