/** The sentence over the list of people, as a typed address. Pure: what is not understood is left out. */
import { PERSON_KINDS, type PersonKind } from '#model/person.ts';
import type { PeopleAsked } from '../query/contract.ts';

export const SPOKE = ['any', 'week', 'month', 'quiet-month', 'quiet-quarter'] as const;
export const SORTS = ['between', 'spoke', 'name'] as const;
type Spoke = (typeof SPOKE)[number];
export type PeopleSort = (typeof SORTS)[number];

export interface PeopleSearch {
  find?: string;
  /** Only who works at the organisation of that name. */
  of?: string;
  kinds?: PersonKind[];
  spoke?: Exclude<Spoke, 'any'>;
  owe?: true;
  sort?: Exclude<PeopleSort, 'between'>;
  add?: true;
  /** Of whoever is to be added, when it was typed elsewhere already. */
  name?: string;
}

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const read: PeopleSearch = {};
  if (typeof search.find === 'string' && search.find.trim()) read.find = search.find;
  if (typeof search.of === 'string' && search.of.trim()) read.of = search.of;
  const kinds = Array.isArray(search.kinds) ? PERSON_KINDS.filter((kind) => (search.kinds as unknown[]).includes(kind)) : [];
  if (kinds.length > 0 && kinds.length < PERSON_KINDS.length) read.kinds = kinds;
  const spoke = SPOKE.find((word) => word === search.spoke);
  if (spoke && spoke !== 'any') read.spoke = spoke;
  const sort = SORTS.find((word) => word === search.sort);
  if (sort && sort !== 'between') read.sort = sort;
  if (search.owe === true) read.owe = true;
  if (search.add === true) read.add = true;
  if (read.add && typeof search.name === 'string' && search.name.trim()) read.name = search.name;
  return read;
}

/** What the api is asked for that address. */
export function askedFor({ add: _, name: __, ...search }: PeopleSearch): PeopleAsked {
  return { ...search, sort: search.sort ?? 'between', limit: 100, views: true };
}

/** The saved views in the bar, each an address. */
export const VIEWS: { id: 'everyone' | 'owed' | 'quiet'; search: PeopleSearch }[] = [
  { id: 'everyone', search: {} },
  { id: 'owed', search: { owe: true } },
  { id: 'quiet', search: { spoke: 'quiet-month' } },
];

export function viewOf(search: PeopleSearch): 'everyone' | 'owed' | 'quiet' | null {
  const plain = JSON.stringify(readPeopleSearch({ ...search, add: undefined, find: undefined, of: undefined, sort: undefined }));
  return VIEWS.find((view) => JSON.stringify(readPeopleSearch({ ...view.search })) === plain)?.id ?? null;
}
