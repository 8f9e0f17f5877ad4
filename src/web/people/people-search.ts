/** The sentence over the list of people, as a typed address. Pure: what is not understood is left out. */
import { type PeopleSentence, readPeopleSentence } from '#model/people-sentence.ts';
import type { PeopleAsked } from '../query/contract.ts';

export interface PeopleSearch extends PeopleSentence {
  /** Which saved view it came from: so that this one can be changed. */
  view?: string;
  add?: true;
  /** Of whoever is to be added, when it was typed elsewhere already. */
  name?: string;
}

const ID = /^[0-9a-f-]{36}$/;

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const read: PeopleSearch = readPeopleSentence(search);
  if (typeof search.view === 'string' && ID.test(search.view)) read.view = search.view;
  if (search.add === true) read.add = true;
  if (read.add && typeof search.name === 'string' && search.name.trim()) read.name = search.name;
  return read;
}

/** What the api is asked for that address. */
export function askedFor(search: PeopleSearch): PeopleAsked {
  return { ...readPeopleSentence({ ...search }), sort: search.sort ?? 'between', limit: 100, views: true };
}

/** The views that everybody has in the bar, each an address. */
export const VIEWS: { id: 'everyone' | 'owed' | 'quiet'; search: PeopleSearch }[] = [
  { id: 'everyone', search: {} },
  { id: 'owed', search: { owe: true } },
  { id: 'quiet', search: { spoke: 'quiet-month' } },
];

export function viewOf(search: PeopleSearch): 'everyone' | 'owed' | 'quiet' | null {
  if (search.view) return null;
  const plain = JSON.stringify(readPeopleSentence({ ...search, find: undefined, of: undefined, sort: undefined }));
  return VIEWS.find((view) => JSON.stringify(readPeopleSentence({ ...view.search })) === plain)?.id ?? null;
}

/** Whether it says more than the words that always stand there. */
export function saysMore({ tags, owner, fields, contact, close, added, brought }: PeopleSearch): boolean {
  return [tags, owner, fields, contact, close, added, brought].some((word) => word !== undefined);
}

/** Nobody reads four figures in a bar. */
export function countWord(n: number): string {
  return n > 999 ? '999+' : String(n);
}
