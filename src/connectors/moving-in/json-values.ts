import type { Line } from './delimited.ts';
import { MOST_CELL, MOST_COLUMNS, MOST_WHOLE } from './limits.ts';
import { Unopened } from './zip.ts';

/** A whole JSON text, which must stand in memory. */
export async function jsonOf(texts: AsyncIterable<string>): Promise<unknown> {
  const parts: string[] = [];
  let size = 0;
  for await (const text of texts) {
    size += text.length;
    if (size > MOST_WHOLE) throw new Unopened('file.too-large', { most: MOST_WHOLE / 1024 / 1024 });
    parts.push(text);
  }
  try {
    return JSON.parse(parts.join('')) as unknown;
  } catch (wrong) {
    throw new Unopened('file.damaged', { why: (wrong as Error).message.slice(0, 120) });
  }
}

/** Lines of a JSON Lines text, as they stand; blank ones are left out. A line longer than may be is given as null. */
export async function* jsonLines(texts: AsyncIterable<string>): AsyncGenerator<(string | null)[]> {
  let rest = '';
  let isTooLong = false;
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (isTooLong && lines.length > 0) {
      lines.shift();
      isTooLong = false;
    }
    const whole: (string | null)[] = lines.filter((line) => line.trim() !== '');
    if (rest.length > 8 * MOST_CELL) {
      whole.push(null);
      rest = '';
      isTooLong = true;
    }
    if (whole.length > 0) yield whole;
  }
  if (rest.trim() !== '' && !isTooLong) yield [rest];
}

/** The first two lines of a text that may be one record a line. */
export async function firstLines(lines: AsyncIterable<(string | null)[]>): Promise<(string | null)[]> {
  const first: (string | null)[] = [];
  for await (const some of lines) {
    first.push(...some);
    if (first.length >= 2) break;
  }
  return first.slice(0, 2);
}

/** What a line says; undefined when it is no JSON. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

type Plain = Record<string, unknown>;
export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list of records in a JSON value: itself, or the longest list of objects within two levels. */
export function listOf(value: unknown, depth = 0): Plain[] {
  if (Array.isArray(value)) return value.filter(isPlain);
  if (!isPlain(value) || depth > 2) return [];
  let longest: Plain[] = [];
  for (const inner of Object.values(value)) {
    const list = listOf(inner, depth + 1);
    if (list.length > longest.length) longest = list;
  }
  return longest;
}

/** Records as rows of a table: what is inside another object is called by both names, what lists are is kept as lists. */
export function linesOfRecords(records: Plain[]): Line[] {
  const headings = new Map<string, number>();
  const flat = records.map((record) => flattened(record));
  for (const record of flat)
    for (const name of record.keys()) if (!headings.has(name) && headings.size <= MOST_COLUMNS) headings.set(name, headings.size);
  const names = [...headings.keys()];
  return [
    { cells: names, oddity: '' },
    ...flat.map((record): Line => ({ cells: names.map((name) => record.get(name) ?? ''), oddity: '' })),
  ];
}

function flattened(record: Plain, prefix = '', depth = 0, into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    // Some interfaces keep everything of a record in `properties`.
    const name = key === 'properties' || key === 'fields' || key === 'attributes' ? prefix : `${prefix}${prefix === '' ? '' : ' '}${key}`;
    if (isPlain(value) && depth < 3) flattened(value, name, depth + 1, into);
    else if (value !== null && value !== undefined && !into.has(name)) into.set(name, textOf(value).slice(0, MOST_CELL));
  }
  return into;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
    ? value.join('; ')
    : JSON.stringify(value);
}
