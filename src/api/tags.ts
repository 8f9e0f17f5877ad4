import { z } from 'zod';
import { mergeTags, removeTag, renameTag } from '#domain/tags/change.ts';
import { listTags, offerTags, readTags } from '#domain/tags/list.ts';
import { putTag, takeTag } from '#domain/tags/put.ts';
import { aboutShape, tagShape, tagViewShape } from '#model/lists.shape.ts';
import { idShape, okShape, writtenShape } from '#model/names.shape.ts';
import { may, unchecked } from './base.ts';
import { idOf } from './inputs.ts';

const name = writtenShape.trim().min(1).max(60).describe('What it is called');
const on = {
  about: aboutShape.describe('What it hangs on: a person, an organisation or a deal'),
  id: idShape.describe('Id of the person, organisation or deal'),
};
const undoShape = z.object({ undo: idShape });

export const tags = {
  list: may('guest')
    .route({ method: 'GET', path: '/tags', summary: 'The tags, with how often each is used' })
    .output(unchecked(z.object({ tags: z.array(tagViewShape) })))
    .handler(async ({ context }) => ({ tags: await listTags(context.scope) })),
  offer: may('guest')
    .route({ method: 'GET', path: '/tags/offered', summary: 'Tags whose name holds what is typed' })
    .input(z.object({ find: writtenShape.max(60).default('').describe('A piece of the name') }))
    .output(z.object({ tags: z.array(tagShape) }))
    .handler(async ({ context, input }) => ({ tags: await offerTags(context.scope, input.find) })),
  of: may('guest')
    .route({ method: 'GET', path: '/tags/of/{about}/{id}', summary: 'The tags on a person, an organisation or a deal' })
    .input(z.object(on))
    .output(unchecked(z.object({ tags: z.array(tagShape) })))
    .handler(async ({ context, input }) => ({ tags: await readTags(context.scope, input) })),
  put: may('member', 'tag.put')
    .route({ method: 'POST', path: '/tags', summary: 'Put a tag on a person, an organisation or a deal; a new name makes a tag' })
    .input(z.object({ ...on, name }))
    .output(tagShape)
    .handler(({ context, input }) => putTag(context.scope, input)),
  take: may('member', 'tag.taken')
    .route({ method: 'POST', path: '/tags/{tagId}/take', summary: 'Take a tag off' })
    .input(z.object({ ...on, tagId: idShape.describe('Id of the tag') }))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await takeTag(context.scope, input);
      return { ok: true as const };
    }),
  rename: may('member', 'tag.renamed')
    .route({ method: 'PATCH', path: '/tags/{id}', summary: 'Call a tag otherwise, everywhere' })
    .input(z.object({ id: idShape.describe('Id of the tag'), name }))
    .output(tagShape)
    .handler(({ context, input }) => renameTag(context.scope, input)),
  merge: may('member', 'tag.merged')
    .route({ method: 'POST', path: '/tags/{id}/merge', summary: 'Make one tag of two; taken back with bulk.undo' })
    .input(z.object({ id: idShape.describe('Id of the tag that goes'), into: idShape.describe('Id of the tag that stays') }))
    .output(undoShape)
    .handler(({ context, input }) => mergeTags(context.scope, input)),
  remove: may('member', 'tag.removed')
    .route({ method: 'DELETE', path: '/tags/{id}', summary: 'Remove a tag from everything; taken back with bulk.undo' })
    .input(idOf('tag'))
    .output(undoShape)
    .handler(({ context, input }) => removeTag(context.scope, input.id)),
};
