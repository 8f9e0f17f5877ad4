/** The sentence over the list of people, as it stands in an address, in a saved view and before the api. Pure: what is not understood is left out. */
import { isDay } from './day.ts';
import { PERSON_KINDS, type PersonKind } from './person.ts';

export const SPOKE = ['any', 'week', 'month', 'quiet-month', 'quiet-quarter'] as const;
export const SORTS = ['between', 'spoke', 'name', 'added'] as const;
/** How what is filled in is held against what is asked: by the kind of the field. */
export const FIELD_TESTS = ['is', 'has', 'from', 'until', 'any', 'none'] as const;
export type Spoke = (typeof SPOKE)[number];
export type PeopleSort = (typeof SORTS)[number];
export type FieldTest = (typeof FIELD_TESTS)[number];

export interface FieldWord {
  id: string;
  test: FieldTest;
  value?: string;
}

export interface PeopleSentence {
  find?: string;
  /** Only who works at the organisation of that name. */
  of?: string;
  kinds?: PersonKind[];
  spoke?: Exclude<Spoke, 'any'>;
  owe?: true;
  /** Ids of tags; all of them must hang on a person. */
  tags?: string[];
  /** Whom they are looked after by: oneself, nobody, or the member of that id. */
  owner?: string;
  fields?: FieldWord[];
  /** Who asked to be left alone, or only those who did not. */
  contact?: 'no' | 'yes';
  /** Layers of closeness, 1 (a handful) to 4. */
  close?: number[];
  /** Added on that day (ISO 8601) or later. */
  added?: string;
  /** Brought in by the import of that id. */
  brought?: string;
  sort?: Exclude<PeopleSort, 'between'>;
}

/** As many words as one sentence holds: each costs the database a look. */
const MOST_WORDS = 8;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function readPeopleSentence(search: Record<string, unknown>): PeopleSentence {
  const read: PeopleSentence = {};
  const find = textOf(search.find);
  if (find) read.find = find;
  const of = textOf(search.of);
  if (of) read.of = of;
  const kinds = PERSON_KINDS.filter((kind) => listOf(search.kinds).includes(kind));
  if (kinds.length > 0 && kinds.length < PERSON_KINDS.length) read.kinds = kinds;
  const spoke = SPOKE.find((word) => word === search.spoke);
  if (spoke && spoke !== 'any') read.spoke = spoke;
  if (search.owe === true) read.owe = true;
  const tags = [...new Set(listOf(search.tags).filter(isId))].slice(0, MOST_WORDS);
  if (tags.length > 0) read.tags = tags;
  if (search.owner === 'me' || search.owner === 'nobody' || isId(search.owner)) read.owner = search.owner;
  const fields = listOf(search.fields).flatMap(fieldWord).slice(0, MOST_WORDS);
  if (fields.length > 0) read.fields = fields;
  if (search.contact === 'no' || search.contact === 'yes') read.contact = search.contact;
  const close = [1, 2, 3, 4].filter((layer) => listOf(search.close).includes(layer));
  if (close.length > 0) read.close = close;
  if (typeof search.added === 'string' && isDay(search.added)) read.added = search.added;
  if (isId(search.brought)) read.brought = search.brought;
  const sort = SORTS.find((word) => word === search.sort);
  if (sort && sort !== 'between') read.sort = sort;
  return read;
}

function fieldWord(word: unknown): FieldWord[] {
  if (typeof word !== 'object' || word === null) return [];
  const { id, test: asked, value } = word as Record<string, unknown>;
  const test = FIELD_TESTS.find((one) => one === asked);
  if (!isId(id) || !test) return [];
  if (test === 'any' || test === 'none') return [{ id, test }];
  const text = textOf(value);
  return text ? [{ id, test, value: text }] : [];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() && value.length <= 200 && !value.includes('\u0000') ? value : undefined;
}

/** Whether the sentence leaves anybody out; the order leaves out nobody. */
export function isNarrowed({ sort: _, ...words }: PeopleSentence): boolean {
  return Object.keys(words).length > 0;
}
