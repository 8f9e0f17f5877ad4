import { sql } from 'kysely';
import type { Affiliation } from '#model/organisation.ts';
import { Refusal } from '#model/refusal.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';
import { newest } from './current.ts';

/** Where somebody is and was, what lasts first, then the newest. @throws Refusal `missing.person`. */
export async function affiliationsOf(scope: Scope, personId: string): Promise<Affiliation[]> {
  const found = await documentOf<Affiliation[]>(
    scope.db,
    sql`select coalesce((select json_agg(json_build_object('id', a.id, 'organisation', json_build_object('id', o.id, 'name', o.name),
        'roleTitle', a.role_title, 'from', a.from_on, 'until', a.until_on, 'part', a.part) order by ${newest('a')})
      from affiliations a join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
      where a.workspace_id = ${scope.workspaceId} and a.person_id = p.id), '[]')
    from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${personId} and ${known(scope, 'p')}`,
  );
  if (!found) throw new Refusal('missing.person', 'That person is not here any more.');
  return found;
}
