import { z } from 'zod';
import { keepPromise, reopenPromise } from '#domain/promises/keep.ts';
import { listPromises } from '#domain/promises/list.ts';
import { notePromise, unnotePromise } from '#domain/promises/note.ts';
import { idShape, okShape, writtenDayShape, writtenShape } from '#model/names.shape.ts';
import { promiseViewShape } from '#model/person-pages.shape.ts';
import { may } from './base.ts';
import { flag, idOf } from './inputs.ts';

export const promises = {
  list: may('guest')
    .route({ method: 'GET', path: '/promises', summary: 'What was promised, by us and by them' })
    .input(
      z.object({
        whose: z.enum(['ours', 'theirs', 'all']).default('all').describe('Whose promises'),
        kept: flag.default(false).describe('Those that were kept, instead of the open ones'),
      }),
    )
    .output(z.object({ promises: z.array(promiseViewShape) }))
    .handler(async ({ context, input }) => ({ promises: await listPromises(context.scope, input) })),
  note: may('member', 'promise.noted')
    .route({ method: 'POST', path: '/promises', summary: 'Note a promise that was made outside of a conversation' })
    .input(
      z.object({
        by: z.enum(['us', 'them']).default('us').describe('Who promised: you, or the person'),
        personId: idShape.describe('Id of the person it is between'),
        what: writtenShape.trim().min(1).max(2000).describe('What was promised'),
        due: writtenDayShape.optional().describe('By which day'),
      }),
    )
    .output(promiseViewShape)
    .handler(({ context, input }) => notePromise(context.scope, input)),
  unnote: may('member', 'promise.unnoted')
    .route({ method: 'POST', path: '/promises/{id}/unnote', summary: 'It was noted by mistake' })
    .input(idOf('promise'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await unnotePromise(context.scope, input.id);
      return { ok: true as const };
    }),
  keep: may('member', 'promise.kept')
    .route({ method: 'POST', path: '/promises/{id}/keep', summary: 'It was done' })
    .input(idOf('promise'))
    .output(promiseViewShape)
    .handler(({ context, input }) => keepPromise(context.scope, input.id)),
  reopen: may('member', 'promise.reopened')
    .route({ method: 'POST', path: '/promises/{id}/reopen', summary: 'It was not done after all' })
    .input(idOf('promise'))
    .output(promiseViewShape)
    .handler(({ context, input }) => reopenPromise(context.scope, input.id)),
};
