import { z } from 'zod';
import { changeTie, tie, untie } from '#domain/ties/tie.ts';
import { tiesOf } from '#domain/ties/view.ts';
import { idShape, writtenShape } from '#model/names.shape.ts';
import { closenessShape, tieKindShape, tieShape } from '#model/organisation.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const kind = tieKindShape.describe('What ties them; who introduced, reports or trusts comes first');
const closeness = closenessShape.describe('1 know each other, 2 well, 3 close');
const note = writtenShape.trim().max(1000).describe('What it rests on: something said or written');

export const ties = {
  ofPerson: may('guest')
    .route({ method: 'GET', path: '/people/{id}/ties', summary: 'Whom somebody is close to' })
    .input(idOf('person'))
    .output(z.object({ ties: z.array(tieShape) }))
    .handler(async ({ context, input }) => ({ ties: await tiesOf(context.scope, input.id) })),
  add: may('member', 'tie.added')
    .route({ method: 'POST', path: '/ties', summary: 'Draw a line between two people' })
    .input(
      z.object({
        fromId: idShape.describe('Id of one person'),
        toId: idShape.describe('Id of the other'),
        kind,
        closeness: closeness.optional(),
        note: note.optional(),
      }),
    )
    .output(tieShape)
    .handler(({ context, input }) => tie(context.scope, input)),
  change: may('member', 'tie.changed')
    .route({ method: 'PATCH', path: '/ties/{id}', summary: 'Change a line between two people' })
    .input(
      z.object({ id: idShape.describe('Id of the line'), kind: kind.optional(), closeness: closeness.optional(), note: note.optional() }),
    )
    .output(tieShape)
    .handler(({ context, input: { id, ...given } }) => changeTie(context.scope, id, given)),
  remove: may('member', 'tie.removed')
    .route({ method: 'DELETE', path: '/ties/{id}', summary: 'Take a line between two people away' })
    .input(idOf('line'))
    .output(tieShape)
    .handler(({ context, input }) => untie(context.scope, input.id)),
};
