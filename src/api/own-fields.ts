import { z } from 'zod';
import { addField, bringFieldBack, changeField, orderFields, putFieldAway } from '#domain/own-fields/change.ts';
import { fillField } from '#domain/own-fields/fill.ts';
import { listFields, readFields } from '#domain/own-fields/list.ts';
import { aboutShape, filledFieldShape, ownFieldShape } from '#model/lists.shape.ts';
import { idShape, okShape, writtenShape } from '#model/names.shape.ts';
import { FIELD_KINDS } from '#model/own-field.ts';
import { may, unchecked } from './base.ts';
import { flag, idOf } from './inputs.ts';

const about = aboutShape.describe('What it is about: persons, organisations or deals');
const label = writtenShape.trim().min(1).max(100).describe('What it is called');
const choices = z.array(writtenShape.max(200)).max(200).describe('What can be chosen, in this order');
const ok = { ok: true as const };

export const ownFields = {
  list: may('guest')
    .route({ method: 'GET', path: '/fields', summary: 'The fields of your own' })
    .input(z.object({ about: about.optional(), away: flag.default(false).describe('Also those that were put away') }))
    .output(z.object({ fields: z.array(ownFieldShape) }))
    .handler(async ({ context, input }) => ({ fields: await listFields(context.scope, input) })),
  of: may('guest')
    .route({ method: 'GET', path: '/fields/of/{about}/{id}', summary: 'What is filled in about a person, an organisation or a deal' })
    .input(z.object({ about, id: idShape.describe('Id of the person, organisation or deal') }))
    .output(unchecked(z.object({ fields: z.array(filledFieldShape) })))
    .handler(async ({ context, input }) => ({ fields: await readFields(context.scope, input) })),
  add: may('member', 'field.added')
    .route({ method: 'POST', path: '/fields', summary: 'Add a field of your own' })
    .input(
      z.object({
        about,
        label,
        kind: z.enum(FIELD_KINDS).describe('What is filled in: text, a number, a day, a choice, or somebody you know'),
        choices: choices.optional(),
      }),
    )
    .output(ownFieldShape)
    .handler(({ context, input }) => addField(context.scope, input)),
  change: may('member', 'field.changed')
    .route({ method: 'PATCH', path: '/fields/{id}', summary: 'Call a field otherwise, or offer other choices' })
    .input(z.object({ id: idShape.describe('Id of the field'), label: label.optional(), choices: choices.optional() }))
    .output(ownFieldShape)
    .handler(({ context, input: { id, ...given } }) => changeField(context.scope, id, given)),
  order: may('member', 'field.ordered')
    .route({ method: 'POST', path: '/fields/order', summary: 'Put the fields into another order' })
    .input(z.object({ about, ids: z.array(idShape).max(500).describe('Ids of the fields in their new order') }))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await orderFields(context.scope, input);
      return ok;
    }),
  putAway: may('member', 'field.put-away')
    .route({ method: 'DELETE', path: '/fields/{id}', summary: 'Offer a field no more; what was filled in is kept' })
    .input(idOf('field'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await putFieldAway(context.scope, input.id);
      return ok;
    }),
  bringBack: may('member', 'field.brought-back')
    .route({ method: 'POST', path: '/fields/{id}/restore', summary: 'Offer a field again, with what was filled in' })
    .input(idOf('field'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await bringFieldBack(context.scope, input.id);
      return ok;
    }),
  fill: may('member', 'field.filled')
    .route({ method: 'PUT', path: '/fields/{fieldId}/of/{id}', summary: 'Fill in a field of a person, an organisation or a deal' })
    .input(
      z.object({
        fieldId: idShape.describe('Id of the field'),
        id: idShape.describe('Id of the person, organisation or deal'),
        value: writtenShape
          .max(20_000)
          .nullable()
          .describe('Text, a number, a day, one of the choices, or the id of a person; null empties it'),
      }),
    )
    .output(okShape)
    .handler(async ({ context, input }) => {
      await fillField(context.scope, input);
      return ok;
    }),
};
