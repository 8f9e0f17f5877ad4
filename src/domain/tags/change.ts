import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import type { TagRef } from '#model/tag.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { nameOrRefuse, tagOrRefuse } from './put.ts';

/** Call a tag otherwise, everywhere at once. @throws Refusal `missing.tag`, `tag.name`, `conflict.tag`. */
export async function renameTag(scope: Scope, { id, name: typed }: { id: string; name: string }): Promise<TagRef> {
  const name = nameOrRefuse(typed);
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      await tagOrRefuse(change, id);
      await nobodyIsCalled(change, name, id);
      await sql`update tags set name = ${name} where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
      await remember(change, { action: 'tag.renamed', about: 'tag', id, detail: { fields: ['name'] } });
      return { id, name };
    }),
  );
}

/** @throws Refusal `conflict.tag`. */
export async function nobodyIsCalled(change: Change, name: string, but: string): Promise<void> {
  const other = await firstOf(
    change.db,
    sql`select from tags where workspace_id = ${change.workspaceId} and lower(name) = lower(${name}) and id <> ${but}`,
  );
  if (other) throw new Refusal('conflict.tag', 'There is a tag of that name already. Merge the two instead.');
}

/** Two tags that mean the same become one: what hung from the first hangs from the other. Taken back with the answer's id, for seven days. */
export async function mergeTags(scope: Scope, { id, into }: { id: string; into: string }): Promise<{ undo: string }> {
  if (id === into) throw new Refusal('tag.same', 'That is one tag already.');
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const w = change.workspaceId;
      const gone = await tagOrRefuse(change, id);
      const kept = await tagOrRefuse(change, into);
      const undo = await keepBefore(change, { what: 'tag-merged', tagId: id, name: gone.name, into, to: kept.name });
      await sql`delete from taggings g where g.workspace_id = ${w} and g.tag_id = ${id} and exists (select from taggings k
      where k.workspace_id = ${w} and k.tag_id = ${into} and (k.person_id = g.person_id or k.organisation_id = g.organisation_id
        or k.deal_id = g.deal_id))`.execute(change.db);
      await sql`update taggings set tag_id = ${into} where workspace_id = ${w} and tag_id = ${id}`.execute(change.db);
      // Views that ask for the one that goes ask for the one that stays.
      await sql`update saved_views set search = replace(search::text, ${id}, ${into})::jsonb
      where workspace_id = ${w} and search::text like ${`%${id}%`}`.execute(change.db);
      await sql`delete from tags where workspace_id = ${w} and id = ${id}`.execute(change.db);
      await remember(change, { action: 'tag.merged', about: 'tag', id, detail: { into } });
      return { undo };
    }),
  );
}

/** A tag goes, from everything it hangs on. Taken back with the answer's id, for seven days. @throws Refusal `missing.tag`. */
export async function removeTag(scope: Scope, id: string): Promise<{ undo: string }> {
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const { name } = await tagOrRefuse(change, id);
      const undo = await keepBefore(change, { what: 'tag-removed', tagId: id, name });
      await sql`delete from tags where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
      await remember(change, { action: 'tag.removed', about: 'tag', id });
      return { undo };
    }),
  );
}

/** The tag, what it hangs on and which views ask for it, as they are: a change to many like any other. */
async function keepBefore(
  change: Change,
  told: { what: string; tagId: string; name: string; into?: string; to?: string },
): Promise<string> {
  const w = change.workspaceId;
  const id = uuidv7();
  const rows = (table: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`coalesce((select jsonb_agg(to_jsonb(x)) from ${table} x where x.workspace_id = ${w} and ${where}), '[]')`;
  const hidden = sql`(select count(*)::int from taggings g join people p on p.workspace_id = g.workspace_id and p.id = g.person_id
    where g.workspace_id = ${w} and g.tag_id = ${told.tagId} and p.private_to is not null)`;
  const all = sql`(select count(*)::int from taggings g where g.workspace_id = ${w} and g.tag_id = ${told.tagId})`;
  await rowsOf(
    change.db,
    sql`insert into bulk_changes (workspace_id, id, of, change, before, total, changed, hidden, changed_at, changed_by)
      values (${w}, ${id}, 'people', ${JSON.stringify(told)}::jsonb, jsonb_build_object(
        'tags', ${rows(sql`tags`, sql`x.id = ${told.tagId}`)},
        'taggings', ${rows(sql`taggings`, sql`x.tag_id = ${told.tagId}`)},
        'views', ${rows(sql`saved_views`, sql`x.search::text like ${`%${told.tagId}%`}`)}),
        ${all}, ${all}, ${hidden}, ${change.now}, ${change.member.id})`,
  );
  return id;
}
