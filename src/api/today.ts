import { z } from 'zod';
import { findAsMeant } from '#domain/find/mend.ts';
import { openToday } from '#domain/today/open.ts';
import { writtenShape } from '#model/names.shape.ts';
import { hitShape, todayPageShape } from '#model/person-pages.shape.ts';
import { may, unchecked } from './base.ts';
import { flag } from './inputs.ts';

export const today = {
  open: may('guest')
    .route({ method: 'GET', path: '/today', summary: 'Who and what waits for you today' })
    .output(unchecked(todayPageShape))
    .handler(({ context }) => openToday(context.scope)),
};

export const find = {
  everything: may('guest')
    .route({ method: 'GET', path: '/find', summary: 'Find people, conversations, promises, needs and words said' })
    .input(
      z.object({
        text: writtenShape.max(200).describe('What to look for; the last word may be half typed'),
        exactly: flag.default(false).describe('As it is written, also when it may be a slip'),
      }),
    )
    .output(z.object({ hits: z.array(hitShape), showing: z.string().optional().describe('What was looked for instead of a slip') }))
    .handler(({ context, input }) => findAsMeant(context.scope, input.text, input.exactly)),
};
