import { sql } from 'kysely';
import type { Learned } from '#model/learning.ts';
import type { Scope } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { teaching } from './decisions.ts';

const NOTHING: Learned = { decisions: 0, since: null, until: null, kinds: [], resetAt: null, resetBy: null };

/** What the workspace has taught Heed: how many decisions, since when, and how each kind of suggestion fared. */
export async function readLearning(scope: Scope): Promise<Learned> {
  const learned = await documentOf<Learned>(
    scope.db,
    sql`with d as (${teaching(scope)}), n as (
        select kind, count(*) filter (where yes)::int as confirmed, count(*) filter (where not yes)::int as rejected from d group by kind)
      select json_build_object('decisions', (select count(*)::int from d), 'since', (select min(at) from d), 'until', (select max(at) from d),
        'kinds', (select coalesce(json_agg(json_build_object('kind', n.kind, 'confirmed', n.confirmed, 'rejected', n.rejected)
          order by n.confirmed + n.rejected desc, n.kind), '[]') from n),
        'resetAt', k.reset_at,
        'resetBy', case when m.id is null then null else json_build_object('id', m.id, 'name', m.name) end)
      from (select ${scope.workspaceId}::uuid as id) w
      left join corrections k on k.workspace_id = w.id and k.id = w.id
      left join members m on m.workspace_id = k.workspace_id and m.id = k.reset_by`,
  );
  return learned ?? NOTHING;
}
