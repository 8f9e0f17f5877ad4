import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../scope.ts';
import { mayHear } from './hearing.ts';

/**
 * How much of the talk of alias `c` was theirs or ours, 0 to 1 by time, by words where there are no times; null when it is not known. Shares are
 * somebody's listening figures: only for those who may see those (docs/decisions/007).
 */
export function shareOf(scope: Scope, side: 'us' | 'them'): RawBuilder<unknown> {
  return sql`case when ${mayHear(scope, 'c')} then (select case when bool_and(x->>'ms' is not null) and sum((x->>'ms')::float8) > 0
      then coalesce(sum((x->>'ms')::float8) filter (where x->>'side' = ${side}), 0) / sum((x->>'ms')::float8)
      when sum((x->>'words')::float8) > 0
      then coalesce(sum((x->>'words')::float8) filter (where x->>'side' = ${side}), 0) / sum((x->>'words')::float8) end
    from jsonb_array_elements(c.report->'conversation'->'participants') x) end`;
}

/** The names of who was in the talk of alias `c`, but for one person. */
export function othersIn(scope: Scope, but: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(o.name order by o.i), '[]') from (select s.i, coalesce(q.name, m.name, s.name) as name from speakers s
    left join people q on q.workspace_id = s.workspace_id and q.id = s.person_id
    left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
    where s.workspace_id = ${scope.workspaceId} and s.conversation_id = c.id and s.person_id is distinct from ${but}) o)`;
}
