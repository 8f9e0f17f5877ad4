import { type RawBuilder, sql } from 'kysely';
import { readPeopleSentence } from '#model/people-sentence.ts';
import { type SavedView, VIEW_COUNT_MOST, type ViewOf } from '#model/saved-view.ts';
import { countUpTo } from '../people/fit.ts';
import type { Scope } from '../scope.ts';
import { documentOf, rowsOf } from '../statement.ts';

/** The views of everybody and one's own, in their order, each with how many stand in it: two statements, however many views there are. */
export async function listViews(scope: Scope, of: ViewOf): Promise<SavedView[]> {
  const views = await rowsOf(
    scope.db,
    sql<Omit<SavedView, 'count'>>`select v.id, v.of, v.name, v.search, v.member_id is null as shared, ${mayChange(scope)} as mine
      from saved_views v where v.workspace_id = ${scope.workspaceId} and v.of = ${of} and v.removed_at is null and ${seen(scope)}
      order by v.member_id is not null, v.place, v.created_at, v.id`,
  );
  if (of !== 'people' || views.length === 0) return views.map((view) => ({ ...view, count: null }));
  const counts = await documentOf<number[]>(
    scope.db,
    sql`select json_build_array(${sql.join(views.map(({ search }) => countUpTo(scope, readPeopleSentence(search), VIEW_COUNT_MOST - 1)))})`,
  );
  return views.map((view, i) => ({ ...view, count: counts?.[i] ?? null }));
}

/** Everybody's, or one's own: `v` is the alias. */
export function seen(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(v.member_id is null or v.member_id = ${scope.member.id}::uuid)`;
}

/** One's own, what one made for everybody, and for an admin all that is for everybody. */
export function mayChange(scope: Scope): RawBuilder<boolean> {
  const admin = scope.member.role === 'admin' || scope.member.role === 'owner';
  return sql<boolean>`(v.created_by = ${scope.member.id}::uuid or (v.member_id is null and ${admin}::boolean))`;
}
