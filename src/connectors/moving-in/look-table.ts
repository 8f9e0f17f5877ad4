import type { ImportColumn, ImportReason, LookedFile } from '#model/import.ts';
import { decimalMarkIn } from './amount.ts';
import { type Line, TooWide } from './delimited.ts';
import { fieldsByContent, guessFields, guessObject, hasNoHeadings } from './guess.ts';
import { distinctHeadings } from './headings.ts';
import type { Layout } from './layouts/layout.ts';
import { MOST_COLUMNS } from './limits.ts';
import { fieldsBy, recognise } from './recognise.ts';
import type { Table } from './table.ts';
import { orderedNumbers } from './when.ts';

/** A file as it was recognised, with what it tells of the others. */
export interface Looked {
  file: LookedFile;
  /** Of a file of users: their ids and what they are called. */
  users?: Map<string, string>;
  layout?: Layout;
}

interface At {
  name: string;
  size: number;
  dropped: number;
}

/** Where the headings may stand: some exports begin with a preamble. */
const HEADINGS_WITHIN = 20;

/** Reads a table to its end: what it is, what its columns mean, how many rows it has, how its dates stand and who looks after them. */
export async function lookAtTable(table: Table, at: At, signal?: AbortSignal): Promise<Looked> {
  const base = {
    i: 0,
    ...at,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    encoding: table.encoding,
    delimiter: table.delimiter,
  };
  const file: LookedFile = { ...base, source: null, object: null, rows: 0, why: { code: 'file.empty' } };
  try {
    return await lookAtLines(table, file, signal);
  } catch (wrong) {
    if (wrong instanceof TooWide) return { file: { ...file, why: { code: 'file.too-wide', params: { most: MOST_COLUMNS } } } };
    throw wrong;
  }
}

async function lookAtLines(table: Table, file: LookedFile, signal?: AbortSignal): Promise<Looked> {
  const head: Line[] = [];
  let plan: Plan | null = null;
  let counted: Counted | null = null;
  for await (const lines of table.lines()) {
    signal?.throwIfAborted();
    if (counted) {
      for (const line of lines) count(counted, line);
      continue;
    }
    head.push(...lines);
    if (head.length < HEADINGS_WITHIN) continue;
    plan = planOf(head, table);
    counted = countAfter(head, plan);
  }
  if (!plan && head.length > 0) plan = planOf(head, table);
  if (!plan) return { file };
  counted ??= countAfter(head, plan);
  return tell(file, plan, counted);
}

/** What the headings say of a file. */
interface Plan {
  headerAt: number;
  headings: string[];
  fields: string[];
  layout?: Layout;
  source: LookedFile['source'];
  object: LookedFile['object'];
  why: ImportReason;
}

function planOf(head: Line[], table: Table): Plan {
  const rows = head.slice(0, HEADINGS_WITHIN).map(({ cells }) => cells);
  for (const [headerAt, cells] of rows.entries()) {
    const headings = headingsOf(cells);
    const found = recognise(headings);
    if (!found) continue;
    const { layout, known } = found;
    const why = whyOf(layout) ?? { code: 'file.known', params: { known, of: headings.length } };
    const isTaken = layout.use === undefined || layout.use === 'ties';
    return {
      headerAt,
      headings,
      fields: fieldsBy(layout, headings),
      layout,
      source: isTaken ? layout.source : null,
      object: isTaken ? layout.object : null,
      why,
    };
  }
  return guessed(rows, table.sheet === undefined ? 'csv' : 'xlsx');
}

function whyOf({ use }: Layout): ImportReason | null {
  if (use === 'users') return { code: 'file.users' };
  if (use === 'ties') return { code: 'file.ties' };
  return use ? { code: 'file.left-out', params: { what: use.leftOut } } : null;
}

function guessed(rows: string[][], source: 'csv' | 'xlsx'): Plan {
  const width = Math.max(...rows.map((cells) => cells.length));
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(...filled);
  // A title above the table fills one cell of many.
  const headerAt = filled.findIndex((n) => n >= Math.max(most > 1 ? 2 : 1, most * 0.6));
  const first = rows[headerAt] ?? [];
  if (hasNoHeadings(first)) {
    const fields = fieldsByContent(rows.slice(headerAt), width);
    const headings = distinctHeadings(Array.from({ length: width }, () => ''));
    const known = fields.filter((field) => field !== 'custom').length;
    return {
      headerAt: headerAt - 1,
      headings,
      fields,
      source,
      object: 'person',
      why: { code: 'file.guessed', params: { known, of: width } },
    };
  }
  const headings = headingsOf(first);
  const { object, known } = guessObject(headings);
  const of = headings.length;
  if (object === null)
    return { headerAt, headings, fields: headings.map(() => 'custom'), source, object, why: { code: 'file.unclear', params: { of } } };
  return {
    headerAt,
    headings,
    fields: guessFields(headings, object),
    source,
    object,
    why: { code: 'file.guessed', params: { known, of } },
  };
}

function headingsOf(cells: string[]): string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end--;
  return distinctHeadings(cells.slice(0, end));
}

interface Counted {
  plan: Plan;
  rows: number;
  columns: ImportColumn[];
  isDate: boolean[];
  isAmount: boolean[];
  ownerAt: number;
  owners: Map<string, number>;
  dates: { seen: boolean; day: number; month: number; sample: string };
  commas: number;
  points: number;
  users: Map<string, string> | null;
}

const DATE_FIELDS = /^(?:createdAt|closeOn|endedAt|wonAt|lostAt|happenedAt|dueOn|doneAt|dates\..+)$/;
const MOST_OWNERS = 500;
const MOST_SAMPLE = 80;

function countAfter(head: Line[], plan: Plan): Counted {
  const { headings, fields, layout } = plan;
  const counted: Counted = {
    plan,
    rows: 0,
    columns: headings.map((header, at) => ({ header, field: fields[at] ?? 'custom', samples: [], filled: 0 })),
    isDate: fields.map((field) => DATE_FIELDS.test(field)),
    isAmount: fields.map((field) => field === 'amount'),
    ownerAt: fields.indexOf('owner'),
    owners: new Map(),
    dates: { seen: false, day: 0, month: 0, sample: '' },
    commas: 0,
    points: 0,
    users: layout?.use === 'users' ? new Map() : null,
  };
  for (const line of head.slice(plan.headerAt + 1)) count(counted, line);
  return counted;
}

function count(counted: Counted, { cells, oddity }: Line): void {
  counted.rows++;
  if (oddity === 'row.too-long') return;
  const { columns, isDate, isAmount, ownerAt, owners, users } = counted;
  for (let at = 0; at < columns.length; at++) {
    const written = cells[at];
    if (!written) continue;
    const cell = written.trim();
    const column = columns[at];
    if (cell === '' || column === undefined) continue;
    column.filled++;
    if (column.samples.length < 3) {
      const sample = cell.slice(0, MOST_SAMPLE);
      if (!column.samples.includes(sample)) column.samples.push(sample);
    }
    if (isDate[at]) countDate(counted, cell);
    if (isAmount[at]) countMark(counted, cell);
    if (at === ownerAt && (owners.has(cell) || owners.size < MOST_OWNERS)) owners.set(cell, (owners.get(cell) ?? 0) + 1);
  }
  if (users) addUser(users, counted.plan, cells);
}

function countDate({ dates }: Counted, cell: string): void {
  dates.seen = true;
  const numbers = orderedNumbers(cell);
  if (!numbers) return;
  const [one, other] = numbers;
  if (one > 12 && other <= 12) dates.day++;
  else if (other > 12 && one <= 12) dates.month++;
  else if (one !== other && one <= 12) dates.sample ||= cell;
}

function countMark(counted: Counted, cell: string): void {
  const mark = decimalMarkIn(cell);
  if (mark === ',') counted.commas++;
  if (mark === '.') counted.points++;
}

const MOST_USERS = 20_000;

function addUser(users: Map<string, string>, { fields, layout }: Plan, cells: string[]): void {
  const of = (field: string) => cells[fields.indexOf(field)]?.trim() ?? '';
  const id = layout?.ids?.idOf?.(of('externalId')) ?? of('externalId');
  const name = of('emails') || of('name') || `${of('givenName')} ${of('familyName')}`.trim();
  if (id && name && users.size < MOST_USERS) users.set(id, name);
}

function tell(file: LookedFile, plan: Plan, counted: Counted): Looked {
  const { rows, columns, owners, users } = counted;
  const looked: LookedFile = {
    ...file,
    source: plan.source,
    object: plan.object,
    rows,
    why: plan.why,
    columns,
    headerAt: plan.headerAt,
    ...(plan.layout ? { externalObject: plan.layout.externalObject } : {}),
  };
  if (rows === 0 && plan.source !== null) looked.why = { code: 'file.no-rows' };
  const dates = datesOf(counted);
  if (dates) looked.dates = dates;
  if (counted.commas + counted.points > 0) looked.decimal = counted.commas > counted.points ? ',' : '.';
  if (owners.size > 0) looked.owners = [...owners].map(([owner, n]) => ({ owner, rows: n })).sort((a, b) => b.rows - a.rows);
  return { file: looked, ...(plan.layout ? { layout: plan.layout } : {}), ...(users ? { users } : {}) };
}

/** One order proves itself by every number above twelve; a handful of slips against hundreds is no proof of the other. */
function datesOf({ dates: { seen, day, month, sample } }: Counted): LookedFile['dates'] | null {
  if (!seen) return null;
  const most = Math.max(day, month);
  if (most > 0 && Math.min(day, month) <= most * 0.02)
    return { order: day > month ? 'day-first' : 'month-first', proof: most, ...(sample ? { sample } : {}) };
  return sample !== '' ? { order: 'unknown', sample, proof: 0 } : { order: 'iso', proof: 0 };
}
