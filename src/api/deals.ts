import { z } from 'zod';
import { addDeal, changeDeal, endDeal, putPerson, removeDeal, takePerson } from '#domain/deals/change.ts';
import { listDeals, openBoard } from '#domain/deals/list.ts';
import { addPipeline, addStage, changeStage, listPipelines, removePipeline, removeStage, renamePipeline } from '#domain/deals/pipelines.ts';
import { openDeal } from '#domain/deals/view.ts';
import { boardShape, dealFieldsShape, dealPageShape, dealRowShape, partShape, pipelineViewShape } from '#model/deal.shape.ts';
import { idShape, okShape, pageShape, writtenShape } from '#model/names.shape.ts';
import { may, unchecked } from './base.ts';
import { flag, idOf, paging } from './inputs.ts';

const id = idShape.describe('Id of the deal');
const personId = idShape.describe('Id of the person');
const name = writtenShape.trim().min(1).max(200).describe('What it is called');
const pipelinesShape = z.object({ pipelines: z.array(pipelineViewShape) });
const removed = { ok: true as const };

export const deals = {
  list: may('guest')
    .route({ method: 'GET', path: '/deals', summary: 'Deals, the one that moved last on top' })
    .input(
      z.object({
        ...paging,
        state: z.enum(['open', 'won', 'lost', 'all']).default('open').describe('Open ones, or how they ended'),
        find: writtenShape.max(200).optional().describe('A piece of the title'),
        pipelineId: idShape.optional().describe('Only of this pipeline'),
        stageId: idShape.optional().describe('Only in this stage'),
        personId: idShape.optional().describe('Only those this person has a part in'),
        organisationId: idShape.optional().describe('Only with this organisation'),
        mine: flag.optional().describe('Only what you look after'),
      }),
    )
    .output(unchecked(pageShape(dealRowShape)))
    .handler(({ context, input }) => listDeals(context.scope, input)),
  board: may('guest')
    .route({ method: 'GET', path: '/deals/board', summary: 'A pipeline with its deals by stage' })
    .input(
      z.object({
        pipelineId: idShape.optional().describe('Id of the pipeline; the first when not said'),
        mine: flag.optional().describe('Only what you look after'),
      }),
    )
    .output(unchecked(boardShape))
    .handler(({ context, input }) => openBoard(context.scope, input)),
  open: may('guest')
    .route({ method: 'GET', path: '/deals/{id}', summary: 'One deal: who has a part in it, where it stands, what is to be done' })
    .input(idOf('deal'))
    .output(unchecked(dealPageShape))
    .handler(({ context, input }) => openDeal(context.scope, input.id)),
  add: may('member', 'deal.added')
    .route({ method: 'POST', path: '/deals', summary: 'Write down a deal' })
    .input(dealFieldsShape.extend({ personIds: z.array(idShape).max(50).optional().describe('Ids of the people it is with') }))
    .output(dealPageShape)
    .handler(({ context, input }) => addDeal(context.scope, input)),
  change: may('member', 'deal.changed')
    .route({ method: 'PATCH', path: '/deals/{id}', summary: 'Change a deal, or move it to another stage' })
    .input(dealFieldsShape.partial().extend({ id }))
    .output(dealPageShape)
    .handler(({ context, input: { id: which, ...given } }) => changeDeal(context.scope, which, given)),
  end: may('member', 'deal.ended')
    .route({ method: 'POST', path: '/deals/{id}/end', summary: 'They said yes, or it ended otherwise' })
    .input(
      z.object({
        id,
        how: z.enum(['won', 'lost']).describe('They said yes, or not'),
        why: writtenShape.max(2000).optional().describe('Why, in a sentence'),
      }),
    )
    .output(dealPageShape)
    .handler(({ context, input }) => endDeal(context.scope, input.id, input.how, input.why)),
  reopen: may('member', 'deal.reopened')
    .route({ method: 'POST', path: '/deals/{id}/reopen', summary: 'It goes on after all' })
    .input(idOf('deal'))
    .output(dealPageShape)
    .handler(({ context, input }) => endDeal(context.scope, input.id, null)),
  remove: may('member', 'deal.removed')
    .route({ method: 'DELETE', path: '/deals/{id}', summary: 'Take it away; it can be brought back' })
    .input(idOf('deal'))
    .output(okShape)
    .handler(async ({ context, input }) => removeDeal(context.scope, input.id, true).then(() => removed)),
  bringBack: may('member', 'deal.brought-back')
    .route({ method: 'POST', path: '/deals/{id}/restore', summary: 'Bring it back' })
    .input(idOf('deal'))
    .output(okShape)
    .handler(async ({ context, input }) => removeDeal(context.scope, input.id, false).then(() => removed)),
  putPerson: may('member', 'deal.changed')
    .route({ method: 'PUT', path: '/deals/{id}/people/{personId}', summary: 'Somebody has a part in it' })
    .input(z.object({ id, personId, part: partShape.nullable().default(null).describe('Their part in the decision') }))
    .output(dealPageShape)
    .handler(({ context, input }) => putPerson(context.scope, input.id, input.personId, input.part)),
  takePerson: may('member', 'deal.changed')
    .route({ method: 'DELETE', path: '/deals/{id}/people/{personId}', summary: 'They have no part in it' })
    .input(z.object({ id, personId }))
    .output(dealPageShape)
    .handler(({ context, input }) => takePerson(context.scope, input.id, input.personId)),
};

const stageId = idShape.describe('Id of the stage');
const pipelineId = idShape.describe('Id of the pipeline');

export const pipelines = {
  list: may('guest')
    .route({ method: 'GET', path: '/pipelines', summary: 'The pipelines and their stages' })
    .output(pipelinesShape)
    .handler(async ({ context }) => ({ pipelines: await listPipelines(context.scope) })),
  add: may('admin', 'pipeline.added')
    .route({ method: 'POST', path: '/pipelines', summary: 'A way in which deals go' })
    .input(z.object({ name, stages: z.array(name).min(1).max(30).describe('Its stages in order') }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await addPipeline(context.scope, input.name, input.stages) })),
  rename: may('admin', 'pipeline.changed')
    .route({ method: 'PATCH', path: '/pipelines/{id}', summary: 'Call it something else' })
    .input(z.object({ id: pipelineId, name }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await renamePipeline(context.scope, input.id, input.name) })),
  remove: may('admin', 'pipeline.removed')
    .route({ method: 'DELETE', path: '/pipelines/{id}', summary: 'Put it away when no deal stands in it' })
    .input(z.object({ id: pipelineId }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await removePipeline(context.scope, input.id, true) })),
  bringBack: may('admin', 'pipeline.brought-back')
    .route({ method: 'POST', path: '/pipelines/{id}/restore', summary: 'Bring it back' })
    .input(z.object({ id: pipelineId }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await removePipeline(context.scope, input.id, false) })),
  addStage: may('admin', 'stage.added')
    .route({ method: 'POST', path: '/pipelines/{id}/stages', summary: 'One more stage, at the end' })
    .input(z.object({ id: pipelineId, name }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await addStage(context.scope, input.id, input.name) })),
  changeStage: may('admin', 'stage.changed')
    .route({ method: 'PATCH', path: '/stages/{id}', summary: 'Call a stage something else, or move it' })
    .input(
      z.object({
        id: stageId,
        name: name.optional(),
        place: z.int().min(0).max(100).optional().describe('Its place in the pipeline; 0 is the first'),
      }),
    )
    .output(pipelinesShape)
    .handler(async ({ context, input: { id: which, ...given } }) => ({ pipelines: await changeStage(context.scope, which, given) })),
  removeStage: may('admin', 'stage.removed')
    .route({ method: 'DELETE', path: '/stages/{id}', summary: 'Put a stage away when no deal stands in it' })
    .input(z.object({ id: stageId }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await removeStage(context.scope, input.id, true) })),
  bringBackStage: may('admin', 'stage.brought-back')
    .route({ method: 'POST', path: '/stages/{id}/restore', summary: 'Bring a stage back' })
    .input(z.object({ id: stageId }))
    .output(pipelinesShape)
    .handler(async ({ context, input }) => ({ pipelines: await removeStage(context.scope, input.id, false) })),
};
