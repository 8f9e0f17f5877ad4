import { type RawBuilder, sql } from 'kysely';
import type { Moment, TimelinePart } from '#model/timeline.ts';
import type { Scope } from '../scope.ts';
import { known } from '../statement.ts';

export type MomentKind = Moment['kind'];

/** In this order at one moment of one thing: what comes later in the list is told first. */
export const KINDS = [
  'added',
  'imported',
  'merged',
  'deal-opened',
  'deal-lost',
  'deal-won',
  'task-done',
  'deed',
  'file',
  'promised',
  'kept',
  'belief-reopened',
  'belief-closed',
  'understood',
  'healed',
  'note',
  'conversation',
] as const satisfies MomentKind[];

/** Whose timeline it is; `id` may be a column of the statement around it. */
export interface Subject {
  about: 'person' | 'organisation' | 'deal';
  id: RawBuilder<unknown>;
}

/** One table's share in a timeline. */
export interface Source {
  part: TimelinePart;
  of: Subject['about'][];
  /** The kinds it tells, as places in `KINDS`. */
  first: number;
  last: number;
  /** Rows (o, at, id): the place of the kind, the moment, the id. Reached by an index on whose they are; only what this member may know. */
  keys(scope: Scope, subject: Subject): RawBuilder<unknown>;
  /** The rest of the moment, as jsonb, for the key of alias `k`. */
  row(scope: Scope, subject: Subject): RawBuilder<unknown>;
}

export function place(kind: MomentKind): RawBuilder<number> {
  return sql<number>`${KINDS.indexOf(kind)}::int`;
}

export function placesOf(...kinds: MomentKind[]): { first: number; last: number } {
  const places = kinds.map((kind) => KINDS.indexOf(kind));
  return { first: Math.min(...places), last: Math.max(...places) };
}

/** Whether `column` is the person, or one of the people of the organisation or deal whom this member may know of. */
export function amongThem(scope: Scope, { about, id }: Subject, column: string): RawBuilder<boolean> {
  const c = sql.ref(column);
  if (about === 'person') return sql<boolean>`${c} = ${id}`;
  const belong =
    about === 'organisation'
      ? sql`select b.person_id from affiliations b where b.workspace_id = ${scope.workspaceId} and b.organisation_id = ${id}`
      : sql`select b.person_id from deal_people b where b.workspace_id = ${scope.workspaceId} and b.deal_id = ${id}`;
  return sql<boolean>`${c} in (select kp.id from people kp where kp.workspace_id = ${scope.workspaceId} and kp.id in (${belong}) and ${known(scope, 'kp')})`;
}

/** The column of a table that names a person, an organisation or a deal by itself. */
export function ownColumn({ about }: Subject, table: string): RawBuilder<unknown> {
  return sql.ref(`${table}.${{ person: 'person_id', organisation: 'organisation_id', deal: 'deal_id' }[about]}`);
}

/** The name of the member whose id stands in `column`; null when nobody's does. */
export function memberName(scope: Scope, column: string): RawBuilder<unknown> {
  return sql`(select wm.name from members wm where wm.workspace_id = ${scope.workspaceId} and wm.id = ${sql.ref(column)})`;
}
