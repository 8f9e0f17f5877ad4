import type { DealState } from './deal-state.ts';
import type { OrganisationState } from './organisation-state.ts';
import type { PersonState } from './person-state.ts';

/** Somebody who may be meant by a name. */
export interface Candidate {
  id: string;
  name: string;
  organisations: string[];
  links: string[];
}

/**
 * What an import has met so far and the database does not hold yet: in a dry run all of it, else that of the chunk in hand. Keys: `person X source object id`,
 * `person e address`, `person u profile`, `organisation d domain` and so on.
 */
export interface Seen {
  ids: Map<string, string>;
  /** `organisation name-key`, `deal title` → those called so. */
  named: Map<string, string[]>;
  people: Map<string, Candidate[]>;
  names: Map<string, string>;
  /** People that were made in this chunk, or are met again in a dry run, as they would be. */
  states: Map<string, PersonState>;
  organisations: Map<string, OrganisationState>;
  /** Deals that a dry run would make and meets again in another chunk. */
  deals: Map<string, DealState>;
  /** Who turned out to be meant by more than one row of a dry run. */
  again: Set<string>;
}

export function newSeen(): Seen {
  return {
    ids: new Map(),
    named: new Map(),
    people: new Map(),
    names: new Map(),
    states: new Map(),
    again: new Set(),
    organisations: new Map(),
    deals: new Map(),
  };
}

/** Of a dry run: whoever is met again is read again. */
export function forgetStates({ states, again }: Seen): void {
  for (const id of states.keys()) if (!again.has(id)) states.delete(id);
}

/** What is committed is found in the database from here on. */
export function forget(seen: Seen): void {
  for (const map of Object.values(seen)) map.clear();
}

export function nameAs<T>(map: Map<string, T[]>, key: string, one: T): void {
  const known = map.get(key);
  if (known) known.push(one);
  else map.set(key, [one]);
}
