import { sql } from 'kysely';
import type { Page } from '#model/pages.ts';
import type { TaskView } from '#model/task.ts';
import { dayOf, momentOf, readCursor, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { mayKnow, taskJson } from './view.ts';

export interface TasksAsked {
  cursor?: string | undefined;
  limit: number;
  /** Only this member's own. */
  mine?: boolean | undefined;
  done?: boolean | undefined;
  /** Only those due up to this day (ISO 8601). */
  until?: string | undefined;
  personId?: string | undefined;
  organisationId?: string | undefined;
  dealId?: string | undefined;
}

interface Found {
  rows: { key: string; task: TaskView }[];
  total: number;
}

// A page goes on by key, and a key is never null.
const NO_DAY = '9999-12-31';

/** Tasks: the open ones by day, those without a day last; the done ones newest first. */
export async function listTasks(scope: Scope, asked: TasksAsked): Promise<Page<TaskView>> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const key = asked.done ? sql`t.done_at` : sql`coalesce(t.due_on, ${NO_DAY}::date)`;
  const order = asked.done ? sql`${key} desc, t.id desc` : sql`${key}, t.id`;
  const of = (column: string, id: string | undefined) => (id ? sql`and t.${sql.ref(column)} = ${id}` : sql``);
  const where = sql`t.workspace_id = ${scope.workspaceId} and t.done_at is ${asked.done ? sql`not null` : sql`null`} and ${mayKnow(scope, 't')}
    ${asked.mine ? sql`and t.owner_id = ${scope.member.id}::uuid` : sql``} ${asked.until ? sql`and t.due_on <= ${asked.until}::date` : sql``} ${of('person_id', asked.personId)} ${of('organisation_id', asked.organisationId)}
    ${of('deal_id', asked.dealId)}`;
  const after = cursor
    ? asked.done
      ? sql`and (${key}, t.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)`
      : sql`and (${key}, t.id) > (${dayOf(cursor)}::date, ${cursor.id}::uuid)`
    : sql``;
  const found = await documentOf<Found>(
    scope.db,
    sql`select json_build_object('total', ${cursor ? sql`0` : sql`(select count(*)::int from tasks t where ${where})`},
      'rows', coalesce((select json_agg(json_build_object('key', t.key, 'task', ${taskJson(scope, 't')}) order by t.n)
        from (select t.*, ${key} as key, row_number() over (order by ${order}) as n from tasks t where ${where} ${after} order by ${order} limit ${asked.limit + 1}) t), '[]'))`,
  );
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    rows: rows.slice(0, asked.limit).map(({ task }) => task),
    next: last ? writeCursor({ key: last.key, id: last.task.id, total }) : null,
    total,
  };
}
