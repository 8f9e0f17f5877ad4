import { type RawBuilder, sql } from 'kysely';
import type { PersonKind } from '#model/person.ts';
import { type KeptValue, valueColumn, valueSql } from '../own-fields/fill.ts';
import { newIds } from './new-ids.ts';

/** A change to many as it is kept: what was meant, found and named. */
export type Kept =
  | { what: 'tag'; tagId: string; name: string }
  | { what: 'untag'; tagId: string; name: string }
  | { what: 'kind'; kind: PersonKind; take: boolean }
  | { what: 'owner'; memberId: string | null; name: string }
  | { what: 'closeness'; closeness: number | null }
  | { what: 'field'; fieldId: string; name: string; value: KeptValue }
  | { what: 'contact'; may: boolean };

export interface Where {
  workspaceId: string;
  /** When and by whom the whole change was made: the same for all its parts. */
  at: string;
  by: string;
}

/**
 * What makes the change for these people, as named queries of which the last is `done (p, entry)`: whom it changed, and what is needed to take it
 * back (`p` the person; the rest as `undoSql` reads it). Whom it would not change is not among them.
 */
export function doneSql(where: Where, kept: Kept, who: string[]): RawBuilder<unknown> {
  if (kept.what === 'tag') return tagged(where, kept.tagId, who);
  if (kept.what === 'untag') return untagged(where, kept.tagId, who);
  if (kept.what === 'field')
    return kept.value.as === 'none' ? emptied(where, kept.fieldId, who) : filled(where, kept.fieldId, kept.value, who);
  if (kept.what === 'kind') {
    const kind = sql`${kept.kind}::text`;
    const has = sql`${kind} = any(x.kinds)`;
    return kept.take
      ? written(where, who, { from: has, set: sql`kinds = array_remove(p.kinds, ${kind})`, keep: sql`'k', x.kinds` })
      : written(where, who, { from: sql`not ${has}`, set: sql`kinds = p.kinds || ${kind}`, keep: sql`'k', x.kinds` });
  }
  if (kept.what === 'owner') {
    const to = sql`${kept.memberId}::uuid`;
    return written(where, who, { from: sql`x.owner_id is distinct from ${to}`, set: sql`owner_id = ${to}`, keep: sql`'o', x.owner_id` });
  }
  if (kept.what === 'closeness') {
    const to = sql`${kept.closeness}::int`;
    return written(where, who, { from: sql`x.closeness is distinct from ${to}`, set: sql`closeness = ${to}`, keep: sql`'c', x.closeness` });
  }
  return written(where, who, {
    from: kept.may ? sql`x.do_not_contact_at is not null` : sql`x.do_not_contact_at is null`,
    set: kept.may
      ? sql`do_not_contact_at = null, do_not_contact_by = null, do_not_contact_why = ''`
      : sql`do_not_contact_at = ${where.at}::timestamptz, do_not_contact_by = ${where.by}::uuid, do_not_contact_why = ''`,
    keep: sql`'at', x.do_not_contact_at, 'by', x.do_not_contact_by, 'why', x.do_not_contact_why`,
  });
}

/** A column of theirs: `x` is the person as they were, `p` as they become. */
function written(
  { workspaceId: w }: Where,
  who: string[],
  { from, set, keep }: { from: RawBuilder<unknown>; set: RawBuilder<unknown>; keep: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`was as (select x.* from people x where x.workspace_id = ${w} and x.id = any(${who}::uuid[]) and ${from} order by x.id for update),
    done as (update people p set ${set} from was x where p.workspace_id = ${w} and p.id = x.id
      returning p.id as p, jsonb_build_object('p', p.id, ${keep}) as entry)`;
}

function tagged({ workspaceId: w, at, by }: Where, tagId: string, who: string[]): RawBuilder<unknown> {
  return sql`done as (insert into taggings (workspace_id, id, tag_id, person_id, created_at, created_by)
      select ${w}, n.id, ${tagId}::uuid, p.id, ${at}::timestamptz, ${by}::uuid
      from unnest(${who}::uuid[], ${newIds(who.length)}::uuid[]) as n(p, id) join people p on p.workspace_id = ${w} and p.id = n.p
      where exists (select from tags t where t.workspace_id = ${w} and t.id = ${tagId}::uuid)
      on conflict do nothing returning person_id as p, jsonb_build_object('p', person_id, 't', id) as entry)`;
}

function untagged({ workspaceId: w }: Where, tagId: string, who: string[]): RawBuilder<unknown> {
  return sql`done as (delete from taggings g where g.workspace_id = ${w} and g.tag_id = ${tagId}::uuid and g.person_id = any(${who}::uuid[])
      returning g.person_id as p, jsonb_build_object('p', g.person_id, 'row', to_jsonb(g)) as entry)`;
}

function emptied({ workspaceId: w }: Where, fieldId: string, who: string[]): RawBuilder<unknown> {
  return sql`done as (delete from custom_values v where v.workspace_id = ${w} and v.field_id = ${fieldId}::uuid and v.person_id = any(${who}::uuid[])
      returning v.person_id as p, jsonb_build_object('p', v.person_id, 'row', to_jsonb(v)) as entry)`;
}

function filled({ workspaceId: w, at, by }: Where, fieldId: string, value: Exclude<KeptValue, { as: 'none' }>, who: string[]) {
  const column = valueColumn(value);
  return sql`was as (select v.* from custom_values v where v.workspace_id = ${w} and v.field_id = ${fieldId}::uuid
      and v.person_id = any(${who}::uuid[]) order by v.person_id for update),
    put as (insert into custom_values (workspace_id, id, field_id, person_id, ${column}, changed_at, changed_by)
      select ${w}, n.id, ${fieldId}::uuid, p.id, ${valueSql(value)}, ${at}::timestamptz, ${by}::uuid
      from unnest(${who}::uuid[], ${newIds(who.length)}::uuid[]) as n(p, id) join people p on p.workspace_id = ${w} and p.id = n.p
      left join was on was.person_id = p.id where was.${column} is distinct from ${valueSql(value)}
      on conflict (workspace_id, field_id, person_id, organisation_id, deal_id) do update
        set ${column} = excluded.${column}, changed_at = excluded.changed_at, changed_by = excluded.changed_by returning person_id),
    done as (select put.person_id as p, jsonb_build_object('p', put.person_id, 'row', to_jsonb(was)) as entry
      from put left join was on was.person_id = put.person_id)`;
}
