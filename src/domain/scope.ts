import type { Transaction } from 'kysely';
import type { Db } from '#db/pool.ts';
import type { Tables } from '#db/tables.ts';
import type { Role } from '#model/member.ts';

/** Which workspace, at what moment (ISO 8601). Every statement of the domain is bound to it; jobs have no more than this. */
export interface Place {
  db: Db;
  workspaceId: string;
  now: string;
}

/** The one door to the data for a member: the place, and as whom. */
export interface Scope extends Place {
  member: { id: string; role: Role; name: string };
}

/** As much of a scope as decides what may be read. */
export interface Reader {
  workspaceId: string;
  member: { id: string };
}

type Tx = Transaction<Tables>;

/** The same within a transaction: what changes something asks for this. */
export type Change = Scope & { db: Tx };
export type ChangingPlace = Place & { db: Tx };

/** Somebody who is signed in but need not be a member of anything yet. */
export interface Visitor {
  db: Db;
  account: { id: string; name: string; email: string };
  now: string;
}

/** Do it wholly or not at all; within a change that is under way, as a part of that one. */
export async function wholly<Where extends { db: Db }, T>(where: Where, work: (change: Where & { db: Tx }) => Promise<T>): Promise<T> {
  if (isChange(where)) return work(where);
  return where.db.transaction().execute((db) => work({ ...where, db }));
}

function isChange<Where extends { db: Db }>(where: Where): where is Where & { db: Tx } {
  return where.db.isTransaction;
}
