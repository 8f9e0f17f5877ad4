import { type RawBuilder, sql } from 'kysely';
import type { TieView } from '#model/organisation.ts';
import { Refusal } from '#model/refusal.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';

/** A `TieView` from a row of ties of that alias, with from_name and to_name. */
export function tieJson(table: string): RawBuilder<unknown> {
  const t = sql.raw(table);
  return sql`json_build_object('id', ${t}.id, 'from', json_build_object('id', ${t}.from_id, 'name', ${t}.from_name),
    'to', json_build_object('id', ${t}.to_id, 'name', ${t}.to_name), 'kind', ${t}.kind, 'closeness', ${t}.closeness, 'note', ${t}.note)`;
}

/** Ties between two whom this member may know of. */
function tiesWhere(scope: Scope, which: RawBuilder<unknown>): RawBuilder<unknown> {
  const w = scope.workspaceId;
  return sql`(select t.*, f.name as from_name, g.name as to_name from ties t
    join people f on f.workspace_id = ${w} and f.id = t.from_id and ${known(scope, 'f')}
    join people g on g.workspace_id = ${w} and g.id = t.to_id and ${known(scope, 'g')}
    where t.workspace_id = ${w} and ${which})`;
}

/** Whom somebody is close to, the closest first. @throws Refusal `missing.person`. */
export async function tiesOf(scope: Scope, personId: string): Promise<TieView[]> {
  const found = await documentOf<TieView[]>(
    scope.db,
    sql`select coalesce((select json_agg(${tieJson('t')} order by t.closeness desc, t.id)
        from ${tiesWhere(scope, sql`(t.from_id = ${personId} or t.to_id = ${personId})`)} t), '[]')
      from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${personId} and ${known(scope, 'p')}`,
  );
  if (!found) throw new Refusal('missing.person', 'That person is not here any more.');
  return found;
}

/** @throws Refusal `missing.tie`. */
export async function viewTie(scope: Scope, id: string): Promise<TieView> {
  const found = await documentOf<TieView>(scope.db, sql`select ${tieJson('t')} from ${tiesWhere(scope, sql`t.id = ${id}`)} t`);
  if (!found) throw new Refusal('missing.tie', 'That line is not here any more.');
  return found;
}
