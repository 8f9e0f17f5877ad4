import { type RawBuilder, sql } from 'kysely';
import { BULK_UNDO_DAYS } from '#model/bulk.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { valueColumn, valueSql } from '../own-fields/fill.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { bringTagBack } from '../tags/undo.ts';
import type { Kept } from './ways.ts';

type OfTag = { what: 'tag-merged' | 'tag-removed'; tagId: string; name: string; into?: string };

const isOfTag = (told: Kept | OfTag): told is OfTag => told.what === 'tag-merged' || told.what === 'tag-removed';

/**
 * Take a change to many back: what it changed is as it was, what others changed since stays. What it had still to do is not done.
 * Twice is once. @throws Refusal `missing.undo`, `bulk.not-yours`, `bulk.too-late`, `conflict.tag`.
 */
export async function undoMany(scope: Scope, id: string): Promise<void> {
  await againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const row = await firstOf(
        change.db,
        sql<{ change: Kept | OfTag; by: string; at: string; undone: boolean; late: boolean }>`select change, changed_by as by,
            to_json(changed_at)#>>'{}' as at, undone_at is not null as undone,
            changed_at < ${change.now}::timestamptz - make_interval(days => ${BULK_UNDO_DAYS}) as late
          from bulk_changes where workspace_id = ${change.workspaceId} and id = ${id} for update`,
      );
      if (!row) throw new Refusal('missing.undo', 'There is nothing to take back.');
      const admin = change.member.role === 'admin' || change.member.role === 'owner';
      if (row.by !== change.member.id && !admin) throw new Refusal('bulk.not-yours', 'Only who made it, or an admin, can take it back.');
      if (row.undone) return;
      if (row.late) throw new Refusal('bulk.too-late', 'That was more than seven days ago. It cannot be taken back at once any more.');
      const told = row.change;
      if (isOfTag(told)) await bringTagBack(change, id, told);
      else await undoSql(change, { id, at: row.at, kept: told }).execute(change.db);
      await sql`update bulk_changes set undone_at = ${change.now}, undone_by = ${change.member.id}, waiting = '{}'
        where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
      await remember(change, { action: 'many.undone', about: 'many', id });
    }),
  );
}

/** Each entry is held against what is there now: it goes back only where the change still stands as it was made. */
function undoSql({ workspaceId: w }: Change, { id, at, kept }: { id: string; at: string; kept: Kept }): RawBuilder<unknown> {
  const entries = sql`(select (e->>'p')::uuid as p, e from bulk_changes b, jsonb_array_elements(b.before) e
    where b.workspace_id = ${w} and b.id = ${id}) x`;
  const people = (set: RawBuilder<unknown>, still: RawBuilder<unknown>) =>
    sql`update people p set ${set} from ${entries} where p.workspace_id = ${w} and p.id = x.p and ${still}`;
  if (kept.what === 'tag')
    return sql`delete from taggings g using ${entries} where g.workspace_id = ${w} and g.id = (x.e->>'t')::uuid and g.tag_id = ${kept.tagId}::uuid`;
  if (kept.what === 'untag')
    return sql`insert into taggings select r.* from ${entries}, jsonb_populate_record(null::taggings, x.e->'row') r
      where exists (select from people p where p.workspace_id = ${w} and p.id = x.p)
        and exists (select from tags t where t.workspace_id = ${w} and t.id = r.tag_id) on conflict do nothing`;
  if (kept.what === 'kind') {
    const old = sql`array(select jsonb_array_elements_text(x.e->'k'))`;
    const kind = sql`${kept.kind}::text`;
    const mine = kept.take ? sql`array_remove(${old}, ${kind})` : sql`${old} || ${kind}`;
    const back = kept.take ? sql`p.kinds || ${kind}` : sql`array_remove(p.kinds, ${kind})`;
    return people(
      sql`kinds = case when p.kinds = ${mine} then ${old} else ${back} end`,
      kept.take ? sql`not ${kind} = any(p.kinds)` : sql`${kind} = any(p.kinds)`,
    );
  }
  if (kept.what === 'owner') return people(sql`owner_id = (x.e->>'o')::uuid`, sql`p.owner_id is not distinct from ${kept.memberId}::uuid`);
  if (kept.what === 'closeness')
    return people(sql`closeness = (x.e->>'c')::int`, sql`p.closeness is not distinct from ${kept.closeness}::int`);
  if (kept.what === 'contact')
    return people(
      sql`do_not_contact_at = (x.e->>'at')::timestamptz, do_not_contact_by = (x.e->>'by')::uuid, do_not_contact_why = coalesce(x.e->>'why', '')`,
      kept.may ? sql`p.do_not_contact_at is null` : sql`p.do_not_contact_at = ${at}::timestamptz`,
    );
  return unfill(w, { entries, kept });
}

function unfill(
  w: string,
  { entries, kept }: { entries: RawBuilder<unknown>; kept: Extract<Kept, { what: 'field' }> },
): RawBuilder<unknown> {
  const row = sql`jsonb_populate_record(null::custom_values, x.e->'row') r`;
  const alive = sql`exists (select from people p where p.workspace_id = ${w} and p.id = x.p)
    and (r.person_value is null or exists (select from people q where q.workspace_id = ${w} and q.id = r.person_value))`;
  if (kept.value.as === 'none')
    return sql`insert into custom_values select r.* from ${entries}, ${row} where ${alive} on conflict do nothing`;
  const stands = sql`v.workspace_id = ${w} and v.field_id = ${kept.fieldId}::uuid and v.person_id = x.p
    and v.${valueColumn(kept.value)} = ${valueSql(kept.value)}`;
  return sql`with put_back as (update custom_values v set text_value = r.text_value, number_value = r.number_value, date_value = r.date_value,
      person_value = r.person_value, changed_at = r.changed_at, changed_by = r.changed_by
      from ${entries}, ${row} where ${stands} and x.e->'row' <> 'null'::jsonb and ${alive})
    delete from custom_values v using ${entries} where ${stands} and x.e->'row' = 'null'::jsonb`;
}
