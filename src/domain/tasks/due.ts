import { type RawBuilder, sql } from 'kysely';
import type { Reader, Scope } from '../scope.ts';
import { dayOf } from '../statement.ts';
import { mayKnow, taskJson } from './view.ts';

const MOST = 30;

/** The open tasks t of this member that are due by today or late, as a condition. `now`: ISO 8601. */
export function dueTasks(reader: Reader, now: string): RawBuilder<boolean> {
  return sql<boolean>`t.workspace_id = ${reader.workspaceId} and t.done_at is null and t.owner_id = ${reader.member.id}::uuid
    and t.due_on <= ${dayOf(reader, now)} and ${mayKnow(reader, 't')}`;
}

/** Those same as `TaskView`s, the latest first. */
export function tasksDue(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${taskJson(scope, 't')} order by t.due_on, t.id), '[]')
    from (select * from tasks t where ${dueTasks(scope, scope.now)} order by t.due_on, t.id limit ${MOST}) t)`;
}
