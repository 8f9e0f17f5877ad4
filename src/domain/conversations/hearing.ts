import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../scope.ts';

/** Members who spoke for us in the conversation of alias `table`, as rows (id, name, shares). */
function ours(scope: Scope, table: string): RawBuilder<unknown> {
  const c = sql.raw(table);
  return sql`select distinct om.id, om.name, om.shares_listening as shares from speakers os
    join members om on om.workspace_id = os.workspace_id and om.id = os.member_id
    where os.workspace_id = ${scope.workspaceId} and os.conversation_id = ${c}.id and os.turns > 0`;
}

/**
 * May this member see how we listened in the conversation of alias `table`? Those who spoke for us in it, and others when each of those shares;
 * where none of us is known to have spoken, the one who brought it in. (docs/decisions/007)
 */
export function mayHear(scope: Scope, table: string): RawBuilder<boolean> {
  const c = sql.raw(table);
  return sql<boolean>`(select case when count(*) = 0 then ${c}.created_by = ${scope.member.id}::uuid
    else bool_or(o.id = ${scope.member.id}::uuid) or bool_and(o.shares) end from (${ours(scope, table)}) o)`;
}

/** Whose figures they are, as `NameRef`s. */
export function heardOf(scope: Scope, table: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]') from (${ours(scope, table)}) o)`;
}
