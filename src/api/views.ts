import { z } from 'zod';
import { changeView, orderViews, removeView, restoreView, saveView } from '#domain/views/change.ts';
import { listViews } from '#domain/views/list.ts';
import { savedViewShape } from '#model/lists.shape.ts';
import { idShape, okShape, writtenShape } from '#model/names.shape.ts';
import { VIEW_OF } from '#model/saved-view.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const of = z.enum(VIEW_OF).describe('Of which list');
const name = writtenShape.trim().min(1).max(60).describe('What it is called');
const search = z.record(z.string().max(60), z.unknown()).describe('The search of its address, as an object');
const shared = z.boolean().describe('For everybody here, or for you alone');
const ok = { ok: true as const };

export const views = {
  list: may('guest')
    .route({ method: 'GET', path: '/views', summary: 'The saved views, with how many stand in each (1000 is that or more)' })
    .input(z.object({ of: of.default('people') }))
    .output(z.object({ views: z.array(savedViewShape) }))
    .handler(async ({ context, input }) => ({ views: await listViews(context.scope, input.of) })),
  save: may('member', 'view.saved')
    .route({ method: 'POST', path: '/views', summary: 'Keep a list under a name' })
    .input(z.object({ of: of.default('people'), name, search, shared: shared.default(false) }))
    .output(z.object({ id: idShape }))
    .handler(({ context, input }) => saveView(context.scope, input)),
  change: may('member', 'view.changed')
    .route({ method: 'PATCH', path: '/views/{id}', summary: 'Rename a view, share it, or let it show something else' })
    .input(
      z.object({ id: idShape.describe('Id of the view'), name: name.optional(), search: search.optional(), shared: shared.optional() }),
    )
    .output(okShape)
    .handler(async ({ context, input: { id, ...given } }) => {
      await changeView(context.scope, id, given);
      return ok;
    }),
  order: may('member', 'view.ordered')
    .route({ method: 'POST', path: '/views/order', summary: 'Put the views into another order' })
    .input(z.object({ of: of.default('people'), ids: z.array(idShape).max(200).describe('Ids of the views in their new order') }))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await orderViews(context.scope, input);
      return ok;
    }),
  remove: may('member', 'view.removed')
    .route({ method: 'DELETE', path: '/views/{id}', summary: 'Remove a view' })
    .input(idOf('view'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeView(context.scope, input.id);
      return ok;
    }),
  restore: may('member', 'view.restored')
    .route({ method: 'POST', path: '/views/{id}/restore', summary: 'Bring a removed view back' })
    .input(idOf('view'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await restoreView(context.scope, input.id);
      return ok;
    }),
};
