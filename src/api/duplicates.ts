import { z } from 'zod';
import { remember } from '#domain/audit.ts';
import { decideLater, decideTwo, undecide } from '#domain/duplicates/decide.ts';
import { peopleLike } from '#domain/duplicates/like.ts';
import { listPairs } from '#domain/duplicates/list.ts';
import { askToLook } from '#domain/duplicates/look.ts';
import { mergePeople } from '#domain/duplicates/merge.ts';
import { openPair } from '#domain/duplicates/open.ts';
import { undoMerge } from '#domain/duplicates/undo.ts';
import { duplicatePageShape, lookShape, mayBeShape, pairsPageShape, takingShape } from '#model/merge.shape.ts';
import { idShape, okShape, writtenShape } from '#model/names.shape.ts';
import { may, unchecked } from './base.ts';
import { flag, idOf, paging } from './inputs.ts';

const pair = z.object({ oneId: idShape.describe('Id of one of them'), otherId: idShape.describe('Id of the other') });

export const duplicates = {
  list: may('member')
    .route({ method: 'GET', path: '/duplicates', summary: 'Pairs of people that may be one, likeliest first' })
    .input(z.object({ ...paging, later: flag.optional().describe('Those that were put off, instead of those nobody has looked at') }))
    .output(unchecked(pairsPageShape))
    .handler(({ context, input }) => listPairs(context.scope, input)),
  like: may('member')
    .route({ method: 'GET', path: '/duplicates/like', summary: 'Who somebody may be, before they are written down' })
    .input(
      z.object({
        name: writtenShape.max(200).describe('The name'),
        email: writtenShape.max(320).optional().describe('An address of theirs'),
        organisation: writtenShape.max(200).optional().describe('Where they work'),
      }),
    )
    .output(z.object({ people: z.array(mayBeShape) }))
    .handler(async ({ context, input }) => ({ people: await peopleLike(context.scope, input) })),
  look: may('member', 'duplicates.looked-for')
    .route({ method: 'POST', path: '/duplicates/look', summary: 'Look over everybody for pairs that may be one person' })
    .output(lookShape)
    .handler(({ context }) => askToLook(context.scope)),
  open: may('member', 'duplicate.read')
    .route({ method: 'GET', path: '/duplicates/{oneId}/{otherId}', summary: 'Two people side by side, and why they may be one' })
    .input(pair)
    .output(unchecked(duplicatePageShape))
    .handler(async ({ context, input }) => {
      const page = await openPair(context.scope, input);
      await remember(context.scope, { action: 'duplicate.read', about: 'person', id: page.one.id, detail: { other: page.other.id } });
      return page;
    }),
  two: may('member', 'duplicate.two')
    .route({ method: 'POST', path: '/duplicates/{oneId}/{otherId}/two', summary: 'They are two people' })
    .input(pair)
    .output(okShape)
    .handler(({ context, input }) => done(decideTwo(context.scope, input))),
  later: may('member', 'duplicate.later')
    .route({ method: 'POST', path: '/duplicates/{oneId}/{otherId}/later', summary: 'Decide later whether they are one' })
    .input(pair)
    .output(okShape)
    .handler(({ context, input }) => done(decideLater(context.scope, input))),
  undecide: may('member', 'duplicate.undecided')
    .route({ method: 'POST', path: '/duplicates/{oneId}/{otherId}/undecide', summary: 'Take back what was decided of two' })
    .input(pair)
    .output(okShape)
    .handler(({ context, input }) => done(undecide(context.scope, input))),
  merge: may('member', 'person.merged')
    .route({
      method: 'POST',
      path: '/duplicates/merge',
      summary: 'Make two records one; everything of both is kept, and it can be taken back for seven days',
    })
    .input(
      z.object({
        keepId: idShape.describe('Id of the one that stays'),
        goneId: idShape.describe('Id of the one that goes into it; its address leads to the other from then on'),
        ...takingShape,
      }),
    )
    .output(z.object({ id: idShape, keptId: idShape, name: z.string() }))
    .handler(({ context, input }) => mergePeople(context.scope, input)),
  undo: may('member', 'person.unmerged')
    .route({ method: 'POST', path: '/duplicates/merges/{id}/undo', summary: 'Bring both back as they were' })
    .input(idOf('merge'))
    .output(z.object({ keptId: idShape, goneId: idShape, changedSince: z.array(z.string()), addedSince: z.int() }))
    .handler(({ context, input }) => undoMerge(context.scope, input.id)),
};

async function done(work: Promise<void>): Promise<{ ok: true }> {
  await work;
  return { ok: true };
}
