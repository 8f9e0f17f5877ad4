import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { hasDirection, type TieKind, type TieView } from '#model/organisation.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known, rowsOf } from '../statement.ts';
import { viewTie } from './view.ts';

export interface TieChange {
  kind?: TieKind | undefined;
  closeness?: 1 | 2 | 3 | undefined;
  note?: string | undefined;
}

/** These two are close, and how. @throws Refusal `missing.person`, `tie.self`, `conflict.tie`. */
export async function tie(scope: Scope, given: TieChange & { fromId: string; toId: string; kind: TieKind }): Promise<TieView> {
  return wholly(scope, async (change) => {
    const { fromId, toId, kind } = given;
    // Held until the line is drawn: who draws it from the other end in the same moment finds it.
    const two = await rowsOf(
      change.db,
      sql<{ id: string }>`select p.id from people p where p.workspace_id = ${change.workspaceId} and p.id in (${fromId}, ${toId})
        and ${known(change, 'p')} order by p.id for no key update`,
    );
    if (two.length === 1 && fromId === toId) throw new Refusal('tie.self', 'A line needs two people.');
    if (two.length !== 2) throw new Refusal('missing.person', 'That person is not here any more.');
    const id = uuidv7();
    await refuseTwice(change, { id, fromId, toId, kind });
    await sql`insert into ties (workspace_id, id, from_id, to_id, kind, closeness, note, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${fromId}, ${toId}, ${kind}, ${given.closeness ?? 1}, ${given.note?.trim() ?? ''}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    await remember(change, { action: 'tie.added', about: 'tie', id });
    return viewTie(change, id);
  });
}

/** How close, of what kind, and what it rests on; what is not given stays. @throws Refusal `missing.tie`, `conflict.tie`. */
export async function changeTie(scope: Scope, id: string, given: TieChange): Promise<TieView> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    const { from, to } = await viewTie(change, id);
    const { kind, closeness, note } = given;
    if (kind) await refuseTwice(change, { id, fromId: from.id, toId: to.id, kind });
    await sql`update ties set kind = coalesce(${kind ?? null}, kind), closeness = coalesce(${closeness ?? null}::int, closeness),
      note = coalesce(${note?.trim() ?? null}, note) where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'tie.changed', about: 'tie', id, detail: { fields } });
    return viewTie(change, id);
  });
}

/** @throws Refusal `missing.tie`. */
export async function untie(scope: Scope, id: string): Promise<TieView> {
  return wholly(scope, async (change) => {
    const gone = await viewTie(change, id);
    await sql`delete from ties where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'tie.removed', about: 'tie', id });
    return gone;
  });
}

/** Once is enough; what holds both ways stands there whichever was said first. */
async function refuseTwice(
  change: Change,
  { id, fromId, toId, kind }: { id: string; fromId: string; toId: string; kind: TieKind },
): Promise<void> {
  const back = hasDirection(kind) ? sql`` : sql`or (from_id = ${toId} and to_id = ${fromId})`;
  const other = await firstOf(
    change.db,
    sql<{ id: string }>`select id from ties where workspace_id = ${change.workspaceId} and kind = ${kind} and id <> ${id}
      and ((from_id = ${fromId} and to_id = ${toId}) ${back})`,
  );
  if (other) throw new Refusal('conflict.tie', 'That line is drawn already. Change it instead.');
}
