import { type RawBuilder, sql } from 'kysely';
import type { FilledField, OwnField } from '#model/own-field.ts';
import type { About } from '#model/tag.ts';
import { columnOf, mustBeHere } from '../about.ts';
import type { Reader, Scope } from '../scope.ts';
import { documentOf, known, rowsOf } from '../statement.ts';

/** The fields of the workspace's own in their order; of one kind of thing or of all. */
export async function listFields(
  scope: Scope,
  { about, away = false }: { about?: About | undefined; away?: boolean },
): Promise<OwnField[]> {
  return rowsOf(
    scope.db,
    sql<OwnField>`select f.id, f.about, f.label, f.kind, f.choices, f.removed_at::timestamptz::text as "putAwayAt" from custom_fields f
      where f.workspace_id = ${scope.workspaceId} ${about ? sql`and f.about = ${about}` : sql``} ${away ? sql`` : sql`and f.removed_at is null`}
      order by f.about, f.place, f.created_at, f.id`,
  ).then((fields) => fields.map((one) => ({ ...one, putAwayAt: one.putAwayAt && new Date(one.putAwayAt).toISOString() })));
}

/**
 * The fields that are offered for a row of which `table` is the alias, as `FilledField`s; those nobody filled in with null.
 * A person this member may not know of is as nobody.
 */
function valuesOf(scope: Reader, about: About, table: string): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(json_build_object('id', f.id, 'label', f.label, 'kind', f.kind, 'choices', f.choices, 'value',
      case when f.kind = 'person' then case when q.id is null then null else json_build_object('id', q.id, 'name', q.name) end
        when f.kind = 'number' then to_json(trim_scale(v.number_value)::text) when f.kind = 'date' then to_json(v.date_value::text)
        else to_json(v.text_value) end) order by f.place, f.created_at, f.id)
    from custom_fields f
    left join custom_values v on v.workspace_id = f.workspace_id and v.field_id = f.id and v.${columnOf(about)} = ${sql.raw(table)}.id
    left join people q on q.workspace_id = v.workspace_id and q.id = v.person_value and ${known(scope, 'q')}
    where f.workspace_id = ${scope.workspaceId} and f.about = ${about} and f.removed_at is null), '[]'::json)`;
}

/** What is filled in about one. @throws Refusal `missing.person`, `missing.organisation`, `missing.deal`. */
export async function readFields(scope: Scope, { about, id }: { about: About; id: string }): Promise<FilledField[]> {
  await mustBeHere(scope, about, id);
  return (await documentOf<FilledField[]>(scope.db, sql`select ${valuesOf(scope, about, 'x')} from (select ${id}::uuid as id) x`)) ?? [];
}
