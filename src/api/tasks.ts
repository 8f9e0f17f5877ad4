import { z } from 'zod';
import { addTask, changeTask, doTask, removeTask } from '#domain/tasks/change.ts';
import { listTasks } from '#domain/tasks/list.ts';
import { idShape, okShape, pageShape, writtenDayShape } from '#model/names.shape.ts';
import { taskFieldsShape, taskViewShape } from '#model/task.shape.ts';
import { may, unchecked } from './base.ts';
import { flag, idOf, paging } from './inputs.ts';

export const tasks = {
  list: may('guest')
    .route({ method: 'GET', path: '/tasks', summary: 'What is to be done' })
    .input(
      z.object({
        ...paging,
        mine: flag.optional().describe('Only your own'),
        done: flag.optional().describe('Those that were done, instead of the open ones'),
        until: writtenDayShape.optional().describe('Only those due up to this day'),
      }),
    )
    .output(unchecked(pageShape(taskViewShape)))
    .handler(({ context, input }) => listTasks(context.scope, input)),
  add: may('member', 'task.added')
    .route({ method: 'POST', path: '/tasks', summary: 'Set yourself or a colleague something to do' })
    .input(taskFieldsShape)
    .output(taskViewShape)
    .handler(({ context, input }) => addTask(context.scope, input)),
  change: may('member', 'task.changed')
    .route({ method: 'PATCH', path: '/tasks/{id}', summary: 'Change what is to be done, by when, for whom, by whom' })
    .input(taskFieldsShape.partial().extend({ id: idShape.describe('Id of the task') }))
    .output(taskViewShape)
    .handler(({ context, input: { id, ...given } }) => changeTask(context.scope, id, given)),
  done: may('member', 'task.done')
    .route({ method: 'POST', path: '/tasks/{id}/done', summary: 'It is done' })
    .input(idOf('task'))
    .output(taskViewShape)
    .handler(({ context, input }) => doTask(context.scope, input.id, true)),
  reopen: may('member', 'task.reopened')
    .route({ method: 'POST', path: '/tasks/{id}/reopen', summary: 'It is not done after all' })
    .input(idOf('task'))
    .output(taskViewShape)
    .handler(({ context, input }) => doTask(context.scope, input.id, false)),
  remove: may('member', 'task.removed')
    .route({ method: 'DELETE', path: '/tasks/{id}', summary: 'It need not be done; it can be brought back' })
    .input(idOf('task'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeTask(context.scope, input.id, true);
      return { ok: true as const };
    }),
  bringBack: may('member', 'task.brought-back')
    .route({ method: 'POST', path: '/tasks/{id}/restore', summary: 'It is to be done after all' })
    .input(idOf('task'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeTask(context.scope, input.id, false);
      return { ok: true as const };
    }),
};
