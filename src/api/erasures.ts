import { z } from 'zod';
import { erasePerson, listErasures } from '#domain/erasures/erase.ts';
import { idShape, momentShape, writtenShape } from '#model/names.shape.ts';
import { may } from './base.ts';

const erased = z.object({
  id: idShape,
  erasedAt: momentShape,
  erasedBy: z.string(),
  counts: z.record(z.string(), z.int()).describe('What went, in numbers by kind'),
});

export const erasures = {
  list: may('admin')
    .route({ method: 'GET', path: '/erasures', summary: 'Who was erased, in numbers alone' })
    .output(z.object({ erasures: z.array(erased) }))
    .handler(async ({ context }) => ({ erasures: await listErasures(context.scope) })),
  erase: may('admin', 'person.erased')
    .route({ method: 'POST', path: '/people/{id}/erase', summary: 'Erase somebody for good because they asked; it cannot be undone' })
    .input(
      z.object({
        id: idShape.describe('Id of the person'),
        name: writtenShape.max(200).describe('Their name as it stands here: so that nobody is erased by a slip'),
      }),
    )
    .output(erased)
    .handler(({ context, input }) => erasePerson(context.scope, input.id, input.name, context.marking)),
};
