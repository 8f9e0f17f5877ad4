import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import type { TaskView } from '#model/task.ts';
import type { Reader, Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';

/** A task that this member may know of: `table` is its alias. Those about somebody whom another met in private are not. */
export function mayKnow(scope: Reader, table: string): RawBuilder<boolean> {
  const t = sql.raw(table);
  return sql<boolean>`(${t}.removed_at is null and (${t}.person_id is null or exists (select from people kp
    where kp.workspace_id = ${scope.workspaceId} and kp.id = ${t}.person_id and ${known(scope, 'kp')})))`;
}

/** A `TaskView` of the row with this alias. */
export function taskJson(scope: Scope, table: string): RawBuilder<unknown> {
  const t = sql.raw(table);
  const named = (from: string, column: string, name = 'name') =>
    sql`(select json_build_object('id', n.id, 'name', n.${sql.ref(name)}) from ${sql.table(from)} n where n.workspace_id = ${scope.workspaceId} and n.id = ${t}.${sql.ref(column)})`;
  return sql`json_build_object('id', ${t}.id, 'what', ${t}.what, 'about', ${t}.about, 'dueOn', ${t}.due_on, 'doneAt', ${t}.done_at, 'createdAt', ${t}.created_at,
    'person', ${named('people', 'person_id')}, 'organisation', ${named('organisations', 'organisation_id')}, 'deal', ${named('deals', 'deal_id', 'title')},
    'owner', (select json_build_object('id', m.id, 'name', m.name, 'isYou', m.id = ${scope.member.id}::uuid) from members m
      where m.workspace_id = ${scope.workspaceId} and m.id = ${t}.owner_id))`;
}

/** The open tasks of a row, by day, those without a day last; then the newest that were done, at most five. */
export function tasksOf(scope: Scope, column: 'person_id' | 'organisation_id' | 'deal_id', id: RawBuilder<unknown>): RawBuilder<unknown> {
  const of = sql`x.workspace_id = ${scope.workspaceId} and x.${sql.ref(column)} = ${id} and ${mayKnow(scope, 'x')}`;
  return sql`(select coalesce(json_agg(${taskJson(scope, 't')} order by t.done_at is not null, t.due_on, t.done_at desc, t.id), '[]') from (
    (select * from tasks x where ${of} and x.done_at is null order by x.due_on, x.id limit 100)
    union all (select * from tasks x where ${of} and x.done_at is not null order by x.done_at desc, x.id limit 5)) t)`;
}

/** @throws Refusal `missing.task`. */
export async function viewTask(scope: Scope, id: string): Promise<TaskView> {
  const view = await documentOf<TaskView>(
    scope.db,
    sql`select ${taskJson(scope, 't')} from tasks t where t.workspace_id = ${scope.workspaceId} and t.id = ${id} and ${mayKnow(scope, 't')}`,
  );
  if (!view) throw missingTask();
  return view;
}

export function missingTask(): Refusal {
  return new Refusal('missing.task', 'That task is not here any more.');
}
