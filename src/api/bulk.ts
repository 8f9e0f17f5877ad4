import { z } from 'zod';
import { changeMany } from '#domain/bulk/change.ts';
import { recentChanges } from '#domain/bulk/recent.ts';
import { undoMany } from '#domain/bulk/undo.ts';
import { bulkToldShape } from '#model/lists.shape.ts';
import { idShape, okShape, personKindShape, writtenShape } from '#model/names.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';
import { peopleWords } from './people-words.ts';

const changeShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('tag'), name: writtenShape.trim().min(1).max(60).describe('Name of the tag; made if there is none') }),
  z.object({ what: z.literal('untag'), tagId: idShape.describe('Id of the tag that is taken off') }),
  z.object({
    what: z.literal('kind'),
    kind: personKindShape.describe('The kind of relationship'),
    take: z.boolean().optional().describe('Take it away instead of giving it'),
  }),
  z.object({ what: z.literal('owner'), memberId: idShape.nullable().describe('Who looks after them; null for nobody') }),
  z.object({ what: z.literal('closeness'), closeness: z.int().min(1).max(4).nullable().describe('How close, 1 (a handful) to 4') }),
  z.object({
    what: z.literal('field'),
    fieldId: idShape.describe('Id of a field of your own'),
    value: writtenShape.max(20_000).nullable().describe('What is filled in; null empties it'),
  }),
  z.object({ what: z.literal('contact'), may: z.boolean().describe('Whether they may be contacted') }),
]);

export const bulk = {
  change: may('member', 'many.changed')
    .route({ method: 'POST', path: '/changes-to-many', summary: 'Make one change to many people; more than 5,000 go on by themselves' })
    .input(
      z
        .object({
          ids: z.array(idShape).min(1).max(10_000).optional().describe('Ids of the people; without them, whom `fits` fits'),
          fits: z.object(peopleWords).optional().describe('The sentence of the list: everybody it fits'),
          but: z.array(idShape).max(10_000).optional().describe('Ids of those it fits who are left out'),
          change: changeShape.describe('What is changed'),
        })
        .refine(({ ids, fits }) => (ids === undefined) !== (fits === undefined), 'Give either ids or fits'),
    )
    .output(z.object({ id: idShape, changed: z.int(), waiting: z.int() }))
    .handler(({ context, input }) => changeMany(context.scope, input)),
  recent: may('member')
    .route({ method: 'GET', path: '/changes-to-many', summary: 'Changes to many of the last seven days' })
    .output(z.object({ changes: z.array(bulkToldShape) }))
    .handler(async ({ context }) => ({ changes: await recentChanges(context.scope) })),
  undo: may('member', 'many.undone')
    .route({ method: 'POST', path: '/changes-to-many/{id}/undo', summary: 'Take a change to many back; what others changed since stays' })
    .input(idOf('change'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await undoMany(context.scope, input.id);
      return { ok: true as const };
    }),
};
