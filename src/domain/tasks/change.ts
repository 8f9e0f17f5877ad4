import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import type { TaskView } from '#model/task.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { mayKnow, missingTask, viewTask } from './view.ts';

export interface TaskFields {
  what?: string | undefined;
  about?: string | undefined;
  dueOn?: string | null | undefined;
  personId?: string | null | undefined;
  organisationId?: string | null | undefined;
  dealId?: string | null | undefined;
  ownerId?: string | null | undefined;
}

/** @throws Refusal `missing.person`, `missing.organisation`, `missing.deal`, `missing.member`, `task.in-private`. */
export function addTask(
  scope: Scope,
  { what, about, dueOn, personId, organisationId, dealId, ownerId }: TaskFields & { what: string },
): Promise<TaskView> {
  return wholly(scope, async (change) => {
    await checkFor(change, { personId, organisationId, dealId, ownerId });
    const id = uuidv7();
    await sql`insert into tasks (workspace_id, id, what, about, due_on, person_id, organisation_id, deal_id, owner_id, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${what.trim()}, ${about ?? ''}, ${dueOn ?? null}, ${personId ?? null}, ${organisationId ?? null}, ${dealId ?? null},
        ${ownerId === undefined ? change.member.id : ownerId}, ${change.now}, ${change.member.id})`.execute(change.db);
    await remember(change, { action: 'task.added', about: 'task', id });
    return viewTask(change, id);
  });
}

/** What is not given stays. @throws Refusal `missing.task` and those of `addTask`. */
export function changeTask(scope: Scope, id: string, given: TaskFields): Promise<TaskView> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    await lockTask(change, id);
    await checkFor(change, given);
    const or = (value: unknown, column: string, type: string) =>
      value === undefined ? sql.ref(column) : sql`${value === '' ? null : value}::${sql.raw(type)}`;
    await sql`update tasks set what = coalesce(${given.what?.trim() ?? null}, what), about = coalesce(${given.about ?? null}, about),
      due_on = ${or(given.dueOn, 'due_on', 'date')}, person_id = ${or(given.personId, 'person_id', 'uuid')},
      organisation_id = ${or(given.organisationId, 'organisation_id', 'uuid')}, deal_id = ${or(given.dealId, 'deal_id', 'uuid')},
      owner_id = ${or(given.ownerId, 'owner_id', 'uuid')} where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'task.changed', about: 'task', id, detail: { fields } });
    return viewTask(change, id);
  });
}

/** It is done, or not after all. Twice is once. @throws Refusal `missing.task`. */
export function doTask(scope: Scope, id: string, done: boolean): Promise<TaskView> {
  return wholly(scope, async (change) => {
    const task = await lockTask(change, id);
    if ((task.doneAt !== null) === done) return viewTask(change, id);
    await sql`update tasks set done_at = ${done ? change.now : null}, done_by = ${done ? change.member.id : null}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: done ? 'task.done' : 'task.reopened', about: 'task', id });
    return viewTask(change, id);
  });
}

/** Away, or back again. @throws Refusal `missing.task`. */
export function removeTask(scope: Scope, id: string, away: boolean): Promise<void> {
  return wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<{ id: string }>`update tasks t set removed_at = ${away ? change.now : null}, removed_by = ${away ? change.member.id : null}
        where t.workspace_id = ${change.workspaceId} and t.id = ${id} and (t.person_id is null or exists (select from people p
          where p.workspace_id = t.workspace_id and p.id = t.person_id and ${known(change, 'p')})) returning t.id`,
    );
    if (!found) throw missingTask();
    await remember(change, { action: away ? 'task.removed' : 'task.brought-back', about: 'task', id });
  });
}

async function lockTask(change: Change, id: string): Promise<{ doneAt: string | null }> {
  const task = await firstOf(
    change.db,
    sql<{
      doneAt: string | null;
    }>`select t.done_at from tasks t where t.workspace_id = ${change.workspaceId} and t.id = ${id} and ${mayKnow(change, 't')} for update`,
  );
  if (!task) throw missingTask();
  return task;
}

/** Whom it is for is somebody of this workspace; what the whole team reads names nobody whom one member met in private. */
async function checkFor(change: Change, { personId, organisationId, dealId, ownerId }: TaskFields): Promise<void> {
  const w = change.workspaceId;
  const found = await firstOf(
    change.db,
    sql<{ person: boolean; hidden: boolean; organisation: boolean; deal: boolean; owner: boolean }>`select
      exists (select from people p where p.workspace_id = ${w} and p.id = ${personId ?? null} and ${known(change, 'p')}) as person,
      exists (select from people p where p.workspace_id = ${w} and p.id = ${personId ?? null} and p.private_to is not null) as hidden,
      exists (select from organisations o where o.workspace_id = ${w} and o.id = ${organisationId ?? null}) as organisation,
      exists (select from deals d where d.workspace_id = ${w} and d.id = ${dealId ?? null} and d.removed_at is null) as deal,
      exists (select from members m where m.workspace_id = ${w} and m.id = ${ownerId ?? null} and m.left_at is null) as owner`,
  );
  if (personId && !found?.person) throw new Refusal('missing.person', 'That person is not here any more. Choose somebody else.');
  if (personId && found?.hidden)
    throw new Refusal('task.in-private', 'You met them in private, and a task is seen by all. Write a private note instead.');
  if (organisationId && !found?.organisation) throw new Refusal('missing.organisation', 'That organisation is not here any more.');
  if (dealId && !found?.deal) throw new Refusal('missing.deal', 'That deal is not here any more.');
  if (ownerId && !found?.owner) throw new Refusal('missing.member', 'That member is not here any more.');
}
