import { type RawBuilder, sql } from 'kysely';
import type { About, TagRef, TagView } from '#model/tag.ts';
import { columnOf, mustBeHere } from '../about.ts';
import { likeText } from '../cursor.ts';
import type { Reader, Scope } from '../scope.ts';
import { documentOf, rowsOf } from '../statement.ts';

/** What is offered while somebody types: those that begin with it, then those that hold it. */
export async function offerTags(scope: Scope, find: string, limit = 20): Promise<TagRef[]> {
  const piece = likeText(find.trim().toLowerCase());
  return rowsOf(
    scope.db,
    sql<TagRef>`select t.id, t.name from tags t where t.workspace_id = ${scope.workspaceId} and lower(t.name) like ${`%${piece}%`}
      order by lower(t.name) not like ${`${piece}%`}, lower(t.name), t.id limit ${limit}`,
  );
}

/** All tags with how often each hangs on what this member may know of. */
export async function listTags(scope: Scope): Promise<TagView[]> {
  const found = await documentOf<TagView[]>(
    scope.db,
    sql`select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'people', coalesce(n.people, 0) - coalesce(h.people, 0),
        'organisations', coalesce(n.organisations, 0), 'deals', coalesce(n.deals, 0) - coalesce(h.deals, 0)) order by lower(t.name), t.id), '[]')
      from tags t
      left join (select tag_id, count(person_id)::int as people, count(organisation_id)::int as organisations, count(deal_id)::int as deals
        from taggings where workspace_id = ${scope.workspaceId} group by tag_id) n on n.tag_id = t.id
      left join (${hiddenSql(scope)}) h on h.tag_id = t.id
      where t.workspace_id = ${scope.workspaceId}`,
  );
  return found ?? [];
}

/** How often each tag hangs on what this member may not know of: few, so that all others need not be looked at one by one. */
function hiddenSql(scope: Scope): RawBuilder<unknown> {
  return sql`select g.tag_id, count(g.person_id)::int as people, count(g.deal_id)::int as deals from taggings g
    where g.workspace_id = ${scope.workspaceId} and (
      g.person_id in (select p.id from people p where p.workspace_id = ${scope.workspaceId} and p.private_to <> ${scope.member.id}::uuid)
      or g.deal_id in (select d.id from deals d where d.workspace_id = ${scope.workspaceId} and d.removed_at is not null))
    group by g.tag_id`;
}

/** The tags on a row of which `table` is the alias, as `TagRef`s in the order of the alphabet. */
function tagsOf(scope: Reader, about: About, table: string): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name), t.id) from taggings g
    join tags t on t.workspace_id = g.workspace_id and t.id = g.tag_id
    where g.workspace_id = ${scope.workspaceId} and g.${columnOf(about)} = ${sql.raw(table)}.id), '[]'::json)`;
}

/** The tags on one person, organisation or deal. @throws Refusal `missing.person`, `missing.organisation`, `missing.deal`. */
export async function readTags(scope: Scope, { about, id }: { about: About; id: string }): Promise<TagRef[]> {
  await mustBeHere(scope, about, id);
  return (await documentOf<TagRef[]>(scope.db, sql`select ${tagsOf(scope, about, 'x')} from (select ${id}::uuid as id) x`)) ?? [];
}
