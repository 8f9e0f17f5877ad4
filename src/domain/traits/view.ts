import { type RawBuilder, sql } from 'kysely';
import type { TraitView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { memberOf } from '../people/card.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, quotesOf } from '../statement.ts';

/** A `TraitView` from the alias x. */
function traitJson(scope: Scope): RawBuilder<unknown> {
  return sql`json_build_object('id', x.id, 'kind', x.kind, 'statement', x.statement, 'createdAt', x.created_at,
    'createdBy', ${memberOf(scope, 'x.created_by')}, 'renewedAt', x.renewed_at, 'renewedBy', ${memberOf(scope, 'x.renewed_by')}, 'endedAt', x.ended_at,
    'tone', (select f.fields->>'tone' from evidence e join findings f on f.workspace_id = e.workspace_id and f.id = e.finding_id
      where e.workspace_id = x.workspace_id and e.about = 'trait' and e.about_id = x.id order by e.created_at desc, e.id desc limit 1),
    'quotes', ${quotesOf(scope, 'trait', 'x')})`;
}

/** What matters to the person of alias p, the newest first; what no longer holds with it. */
export function traitsOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${traitJson(scope)} order by x.created_at desc, x.id desc), '[]')
    from traits x where x.workspace_id = ${scope.workspaceId} and x.person_id = p.id and ${evident(scope, 'trait', 'x')})`;
}

/** @throws Refusal `missing.trait`. */
export async function viewTrait(scope: Scope, id: string): Promise<TraitView & { personId: string }> {
  const view = await documentOf<TraitView & { personId: string }>(
    scope.db,
    sql`select jsonb_build_object('personId', x.person_id) || ${traitJson(scope)}::jsonb from traits x
      join people p on p.workspace_id = x.workspace_id and p.id = x.person_id
      where x.workspace_id = ${scope.workspaceId} and x.id = ${id} and ${evident(scope, 'trait', 'x')} and ${known(scope, 'p')}`,
  );
  if (!view) throw missingTrait();
  return view;
}

export function missingTrait(): Refusal {
  return new Refusal('missing.trait', 'That is not noted here any more.');
}
