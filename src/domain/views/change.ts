import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import type { ViewOf } from '#model/saved-view.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { mayChange, seen } from './list.ts';

export interface NewView {
  of: ViewOf;
  name: string;
  search: Record<string, unknown>;
  shared: boolean;
}

/** As many as one workspace keeps of a list: more are not found again. */
const MOST = 100;

/** Keep an address under a name, after the others. @throws Refusal `view.name`, `view.too-large`, `view.many`. */
export async function saveView(scope: Scope, { of, name: typed, search, shared }: NewView): Promise<{ id: string }> {
  const name = nameOrRefuse(typed);
  const text = searchOrRefuse(search);
  const id = uuidv7();
  return wholly(scope, async (change) => {
    const last = await firstOf(
      change.db,
      sql<{ place: number; n: number }>`select coalesce(max(v.place), -1) + 1 as place, count(*)::int as n from saved_views v
        where v.workspace_id = ${change.workspaceId} and v.of = ${of} and v.removed_at is null and ${seen(change)}`,
    );
    if ((last?.n ?? 0) >= MOST) throw new Refusal('view.many', 'There are a hundred views already. Remove one that nobody uses.');
    await sql`insert into saved_views (workspace_id, id, of, name, search, member_id, place, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${of}, ${name}, ${text}::jsonb, ${shared ? null : change.member.id}, ${last?.place ?? 0},
        ${change.now}, ${change.member.id})`.execute(change.db);
    await remember(change, { action: 'view.saved', about: 'view', id, detail: { shared } });
    return { id };
  });
}

/** Another name, another address, or for others than before. @throws Refusal `missing.view`, `view.not-yours`, `view.name`, `view.too-large`. */
export async function changeView(
  scope: Scope,
  id: string,
  given: { name?: string | undefined; search?: Record<string, unknown> | undefined; shared?: boolean | undefined },
): Promise<void> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  const name = given.name === undefined ? null : nameOrRefuse(given.name);
  const text = given.search === undefined ? null : searchOrRefuse(given.search);
  await wholly(scope, async (change) => {
    const view = await viewOrRefuse(change, id, false);
    // What is for everybody becomes the own view of who made it, and of nobody else.
    const own = given.shared === undefined ? sql`member_id` : given.shared ? sql`null::uuid` : sql`${view.createdBy}::uuid`;
    await sql`update saved_views set name = coalesce(${name}, name), search = coalesce(${text}::jsonb, search), member_id = ${own}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'view.changed', about: 'view', id, detail: { fields } });
  });
}

/** In this order; those not named come after, as they were. Of views for everybody the order is everybody's. */
export async function orderViews(scope: Scope, { of, ids }: { of: ViewOf; ids: string[] }): Promise<void> {
  await wholly(scope, async (change) => {
    await sql`update saved_views s set place = o.place::int from (
        select v.id, row_number() over (order by array_position(${ids}::uuid[], v.id) nulls last, v.place, v.created_at, v.id) - 1 as place
        from saved_views v where v.workspace_id = ${change.workspaceId} and v.of = ${of} and v.removed_at is null and ${seen(change)}) o
      where s.workspace_id = ${change.workspaceId} and s.id = o.id and s.place <> o.place`.execute(change.db);
    await remember(change, { action: 'view.ordered', about: 'view' });
  });
}

/** @throws Refusal `missing.view`, `view.not-yours`. */
export async function removeView(scope: Scope, id: string): Promise<void> {
  await wholly(scope, async (change) => {
    await viewOrRefuse(change, id, false);
    await sql`update saved_views set removed_at = ${change.now}, removed_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'view.removed', about: 'view', id });
  });
}

/** @throws Refusal `missing.view`, `view.not-yours`. */
export async function restoreView(scope: Scope, id: string): Promise<void> {
  await wholly(scope, async (change) => {
    await viewOrRefuse(change, id, true);
    await sql`update saved_views set removed_at = null, removed_by = null
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'view.restored', about: 'view', id });
  });
}

async function viewOrRefuse(change: Change, id: string, removed: boolean): Promise<{ createdBy: string }> {
  const view = await firstOf(
    change.db,
    sql<{ may: boolean; createdBy: string }>`select ${mayChange(change)} as may, v.created_by as "createdBy" from saved_views v
      where v.workspace_id = ${change.workspaceId} and v.id = ${id} and ${seen(change)} and (v.removed_at is not null) = ${removed} for update`,
  );
  if (!view) throw new Refusal('missing.view', 'That view is not here any more.');
  if (!view.may) throw new Refusal('view.not-yours', 'Only who made it, or an admin, can change this view. Save your own instead.');
  return view;
}

function nameOrRefuse(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (!name || name.length > 60) throw new Refusal('view.name', 'A view needs a name of at most 60 letters.');
  return name;
}

function searchOrRefuse(search: Record<string, unknown>): string {
  const text = JSON.stringify(search);
  if (text.length > 4000 || text.includes('\\u0000')) throw new Refusal('view.too-large', 'That sentence is too long to keep.');
  return text;
}
