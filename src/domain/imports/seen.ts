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

/** What is kept by a key, for a while. */
interface Kept<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  set(key: string, value: T): void;
  /** A chunk has been decided. */
  turn(): void;
  /** All of it can be found in the database. */
  clear(): void;
}

/**
 * What an import has met so far and the database does not hold yet: in a dry run all of it, else that of the chunk in hand and of the one that is being
 * written. Keys: `person X source object id`, `person e address`, `person u profile`, `organisation d domain` and so on.
 */
export interface Seen {
  ids: Kept<string>;
  /** `organisation name-key`, `deal title` → those called so. */
  named: Kept<string[]>;
  people: Kept<Candidate[]>;
  names: Kept<string>;
  /** People that were met in these chunks, as they would be. */
  states: Kept<PersonState>;
  organisations: Kept<OrganisationState>;
  /** Deals that a dry run would make and meets again in another chunk. */
  deals: Kept<DealState>;
  /** Of a dry run: those whom more than one row means, as those rows leave them. */
  again: Map<string, PersonState>;
}

export function newSeen(dry: boolean): Seen {
  const kept = <T>(): Kept<T> => (dry ? new Lasting<T>() : new Recent<T>());
  return {
    ...{ ids: kept(), named: kept(), people: kept(), names: kept(), again: new Map() },
    // Who was met in the chunk before is read again (see meetsBefore); in a dry run their rows may not lie there yet.
    ...{ states: new Recent(dry), organisations: dry ? new Lasting() : new Recent(false) },
    deals: dry ? new Lasting() : new Recent(false),
  };
}

/** A chunk is decided and will be written: what the one before it met is found in the database from here on. */
export function turn(seen: Seen): void {
  for (const kept of keptIn(seen)) kept.turn();
}

/** All that was decided is committed. */
export function forget(seen: Seen): void {
  for (const kept of keptIn(seen)) kept.clear();
}

function keptIn({ ids, named, people, names, states, organisations, deals }: Seen): Kept<unknown>[] {
  return [ids, named, people, names, states, organisations, deals] as Kept<unknown>[];
}

export function nameAs<T>(kept: { get(key: string): T[] | undefined; set(key: string, list: T[]): unknown }, key: string, one: T): void {
  const known = kept.get(key);
  known?.push(one);
  // Set anew where it is known too: the list is of this chunk as well.
  kept.set(key, known ?? [one]);
}

/** Of the chunk in hand, and mostly of the one before it. */
class Recent<T> implements Kept<T> {
  #now = new Map<string, T>();
  #before = new Map<string, T>();
  readonly #keepsBefore: boolean;
  constructor(keepsBefore = true) {
    this.#keepsBefore = keepsBefore;
  }
  get(key: string): T | undefined {
    return this.#now.get(key) ?? this.#before.get(key);
  }
  has(key: string): boolean {
    return this.#now.has(key) || this.#before.has(key);
  }
  set(key: string, value: T): void {
    this.#now.set(key, value);
  }
  turn(): void {
    if (this.#keepsBefore) this.#before = this.#now;
    this.#now = new Map();
  }
  clear(): void {
    this.#now.clear();
    this.#before.clear();
  }
}

/** Of a whole dry run, by a number of 53 bits for each key: of a million keys two are one once in eighteen thousand runs, and a plan is all that is wrong then. */
class Lasting<T> implements Kept<T> {
  readonly #all = new Map<number, T>();
  get(key: string): T | undefined {
    return this.#all.get(hashOf(key));
  }
  has(key: string): boolean {
    return this.#all.has(hashOf(key));
  }
  set(key: string, value: T): void {
    this.#all.set(hashOf(key), value);
  }
  turn(): void {}
  clear(): void {
    this.#all.clear();
  }
}

/** cyrb53: two multiplicative hashes of 32 bits, mixed with one another. */
function hashOf(key: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
