import { z } from 'zod';
import { findEverything } from '#domain/find/everything.ts';
import { openToday } from '#domain/today/open.ts';
import { writtenShape } from '#model/names.shape.ts';
import { hitShape, todayPageShape } from '#model/person-pages.shape.ts';
import { may, unchecked } from './base.ts';

export const today = {
  open: may('guest')
    .route({ method: 'GET', path: '/today', summary: 'Who and what waits for you today' })
    .output(unchecked(todayPageShape))
    .handler(({ context }) => openToday(context.scope)),
};

export const find = {
  everything: may('guest')
    .route({ method: 'GET', path: '/find', summary: 'Find people, conversations, promises, needs and words said' })
    .input(z.object({ text: writtenShape.max(200).describe('What to look for; the last word may be half typed') }))
    .output(z.object({ hits: z.array(hitShape) }))
    .handler(async ({ context, input }) => ({ hits: await findEverything(context.scope, input.text) })),
};
