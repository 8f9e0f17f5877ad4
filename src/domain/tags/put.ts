import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { type About, type TagRef, tagName } from '#model/tag.ts';
import { columnOf, mustBeHere } from '../about.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';

/** Put a tag on somebody or something; a name that no tag has yet makes one. Twice is once. @throws Refusal `tag.name`, `missing.*`. */
export async function putTag(scope: Scope, { about, id, name }: { about: About; id: string; name: string }): Promise<TagRef> {
  return wholly(scope, async (change) => {
    await mustBeHere(change, about, id);
    const tag = await tagCalled(change, name);
    const put = await firstOf(
      change.db,
      sql`insert into taggings (workspace_id, id, tag_id, ${columnOf(about)}, created_at, created_by)
        values (${change.workspaceId}, ${uuidv7()}, ${tag.id}, ${id}, ${change.now}, ${change.member.id}) on conflict do nothing returning id`,
    );
    if (put) await remember(change, { action: 'tag.put', about, id, detail: { tag: tag.id } });
    return tag;
  });
}

/** Take a tag off; what does not hang there is off already. @throws Refusal `missing.tag`, `missing.*`. */
export async function takeTag(scope: Scope, { about, id, tagId }: { about: About; id: string; tagId: string }): Promise<void> {
  await wholly(scope, async (change) => {
    await mustBeHere(change, about, id);
    await tagOrRefuse(change, tagId);
    const taken = await firstOf(
      change.db,
      sql`delete from taggings where workspace_id = ${change.workspaceId} and tag_id = ${tagId} and ${columnOf(about)} = ${id} returning id`,
    );
    if (taken) await remember(change, { action: 'tag.taken', about, id, detail: { tag: tagId } });
  });
}

/** The tag of that name whatever its capitals; made if there is none. @throws Refusal `tag.name`. */
export async function tagCalled(change: Change, typed: string): Promise<TagRef> {
  const name = nameOrRefuse(typed);
  await sql`insert into tags (workspace_id, id, name, created_at, created_by)
    values (${change.workspaceId}, ${uuidv7()}, ${name}, ${change.now}, ${change.member.id}) on conflict do nothing`.execute(change.db);
  const tag = await firstOf(
    change.db,
    sql<TagRef>`select id, name from tags where workspace_id = ${change.workspaceId} and lower(name) = lower(${name}) for share`,
  );
  if (!tag) throw missingTag();
  return tag;
}

/** @throws Refusal `missing.tag`. */
export async function tagOrRefuse(change: Change, id: string): Promise<TagRef> {
  const tag = await firstOf(
    change.db,
    sql<TagRef>`select id, name from tags where workspace_id = ${change.workspaceId} and id = ${id} for share`,
  );
  if (!tag) throw missingTag();
  return tag;
}

export function nameOrRefuse(typed: string): string {
  const name = tagName(typed);
  if (!name) throw new Refusal('tag.name', 'A tag needs a name.');
  return name;
}

function missingTag(): Refusal {
  return new Refusal('missing.tag', 'That tag is not here any more.');
}
