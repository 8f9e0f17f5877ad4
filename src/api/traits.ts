import { z } from 'zod';
import { addDeed, removeDeed } from '#domain/deeds/note.ts';
import { addTrait, changeTrait, endTrait, renewTrait, restoreTrait, unnoteTrait } from '#domain/traits/note.ts';
import { idShape, okShape, writtenDayShape, writtenShape } from '#model/names.shape.ts';
import { traitShape } from '#model/person-pages.shape.ts';
import { TRAIT_KINDS } from '#model/trait.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const kind = z.enum(TRAIT_KINDS).describe('What sort of thing it is');
const statement = writtenShape.trim().min(1).max(500).describe('In a few words of ours');

export const traits = {
  add: may('member', 'trait.added')
    .route({ method: 'POST', path: '/traits', summary: 'Note by hand what matters to somebody' })
    .input(z.object({ personId: idShape.describe('Id of the person'), kind, statement }))
    .output(traitShape)
    .handler(({ context, input }) => addTrait(context.scope, input)),
  change: may('member', 'trait.changed')
    .route({ method: 'PATCH', path: '/traits/{id}', summary: 'Word it better; their own words stay' })
    .input(z.object({ id: idShape.describe('Id of the trait'), kind: kind.optional(), statement: statement.optional() }))
    .output(traitShape)
    .handler(({ context, input: { id, ...given } }) => changeTrait(context.scope, id, given)),
  renew: may('member', 'trait.renewed')
    .route({ method: 'POST', path: '/traits/{id}/renew', summary: 'It still holds' })
    .input(idOf('trait'))
    .output(traitShape)
    .handler(({ context, input }) => renewTrait(context.scope, input.id)),
  end: may('member', 'trait.ended')
    .route({ method: 'POST', path: '/traits/{id}/end', summary: 'It no longer holds' })
    .input(idOf('trait'))
    .output(traitShape)
    .handler(({ context, input }) => endTrait(context.scope, input.id)),
  restore: may('member', 'trait.restored')
    .route({ method: 'POST', path: '/traits/{id}/restore', summary: 'Take back that it ended, else that it was renewed' })
    .input(idOf('trait'))
    .output(traitShape)
    .handler(({ context, input }) => restoreTrait(context.scope, input.id)),
  unnote: may('member', 'trait.unnoted')
    .route({ method: 'POST', path: '/traits/{id}/unnote', summary: 'It was noted by mistake' })
    .input(idOf('trait'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await unnoteTrait(context.scope, input.id);
      return { ok: true as const };
    }),
};

export const deeds = {
  add: may('member', 'deed.added')
    .route({ method: 'POST', path: '/deeds', summary: 'Note what you did for somebody as a person' })
    .input(
      z.object({
        personId: idShape.describe('Id of the person'),
        what: writtenShape.trim().min(1).max(2000).describe('What was done'),
        doneOn: writtenDayShape.describe('On which day'),
        traitId: idShape.nullable().optional().describe('For which of what matters to them'),
      }),
    )
    .output(z.object({ id: idShape }))
    .handler(({ context, input }) => addDeed(context.scope, input)),
  remove: may('member', 'deed.removed')
    .route({ method: 'DELETE', path: '/deeds/{id}', summary: 'Take away what was noted as done' })
    .input(idOf('deed'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeDeed(context.scope, input.id);
      return { ok: true as const };
    }),
};
