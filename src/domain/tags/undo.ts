import { sql } from 'kysely';
import type { Change } from '../scope.ts';
import { nobodyIsCalled } from './change.ts';

/**
 * A tag that was removed or merged away comes back, on whatever it hung and still is here. What was untagged since stays so.
 * @throws Refusal `conflict.tag` when another tag has its name now.
 */
export async function bringTagBack(change: Change, id: string, told: { tagId: string; name: string; into?: string }): Promise<void> {
  const w = change.workspaceId;
  await nobodyIsCalled(change, told.name, told.tagId);
  const before = sql`(select b.before from bulk_changes b where b.workspace_id = ${w} and b.id = ${id})`;
  await sql`insert into tags select x.* from jsonb_populate_recordset(null::tags, ${before}->'tags') x where x.workspace_id = ${w}
    on conflict do nothing`.execute(change.db);
  const was = sql`jsonb_populate_recordset(null::taggings, ${before}->'taggings') x`;
  // Merged: those that moved and are still there move back. Those that stood beside one of the other were dropped, and come back with it.
  if (told.into) {
    const dropped = sql`exists (select from taggings k where k.workspace_id = ${w} and k.tag_id = ${told.into}
      and (k.person_id = x.person_id or k.organisation_id = x.organisation_id or k.deal_id = x.deal_id) and k.id <> x.id)`;
    await sql`insert into taggings select x.* from ${was} where ${stillHere(w)} and ${dropped}
      and not exists (select from taggings g where g.workspace_id = ${w} and g.id = x.id) on conflict do nothing`.execute(change.db);
    await sql`update taggings g set tag_id = x.tag_id from ${was} where g.workspace_id = ${w} and g.id = x.id and g.tag_id = ${told.into}`.execute(
      change.db,
    );
  } else await sql`insert into taggings select x.* from ${was} where ${stillHere(w)} on conflict do nothing`.execute(change.db);
  if (!told.into) return;
  await sql`update saved_views v set search = x.search from jsonb_populate_recordset(null::saved_views, ${before}->'views') x
    where v.workspace_id = ${w} and v.id = x.id and v.search = replace(x.search::text, ${told.tagId}, ${told.into})::jsonb`.execute(
    change.db,
  );
}

function stillHere(w: string) {
  return sql`x.workspace_id = ${w}
    and (x.person_id is null or exists (select from people p where p.workspace_id = ${w} and p.id = x.person_id))
    and (x.organisation_id is null or exists (select from organisations o where o.workspace_id = ${w} and o.id = x.organisation_id))
    and (x.deal_id is null or exists (select from deals d where d.workspace_id = ${w} and d.id = x.deal_id))`;
}
