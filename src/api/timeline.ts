import { z } from 'zod';
import { timelineOf } from '#domain/timeline/of.ts';
import { idShape } from '#model/names.shape.ts';
import { timelinePageShape, timelinePartShape } from '#model/timeline.shape.ts';
import { TIMELINE_PARTS } from '#model/timeline.ts';
import { may, unchecked } from './base.ts';
import { paging } from './inputs.ts';

export const timeline = {
  of: may('guest')
    .route({
      method: 'GET',
      path: '/timeline',
      summary: 'Everything that happened with a person, an organisation or a deal, the newest first',
    })
    .input(
      z.object({
        personId: idShape.optional().describe('Id of the person; or'),
        organisationId: idShape.optional().describe('id of the organisation; or'),
        dealId: idShape.optional().describe('id of the deal'),
        kinds: z
          .union([z.array(timelinePartShape).max(TIMELINE_PARTS.length), timelinePartShape.transform((part) => [part])])
          .optional()
          .describe('Only these parts of it; everything when left out'),
        ...paging,
        limit: paging.limit.default(20),
      }),
    )
    .output(unchecked(timelinePageShape))
    .handler(({ context, input }) => timelineOf(context.scope, input)),
};
