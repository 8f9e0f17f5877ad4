import { z } from 'zod';
import { remember } from '#domain/audit.ts';
import { addOrganisation, changeOrganisation, placePeople } from '#domain/organisations/change.ts';
import { listOrganisations } from '#domain/organisations/list.ts';
import { mergeOrganisations, removeOrganisation, takeBack } from '#domain/organisations/merge.ts';
import { openOrganisation } from '#domain/organisations/open.ts';
import { idShape, okShape, pageShape, writtenShape } from '#model/names.shape.ts';
import { organisationPageShape, organisationRowShape } from '#model/organisation.shape.ts';
import { may, unchecked } from './base.ts';
import { idOf, paging } from './inputs.ts';

const name = writtenShape.trim().min(1).max(200).describe('What it is called');
const words = {
  about: writtenShape.trim().max(1000).optional().describe('What it does, in a line or two'),
  website: writtenShape.trim().max(2000).optional().describe('Its website'),
  phone: writtenShape.trim().max(60).optional().describe('Its phone'),
  place: writtenShape.trim().max(200).optional().describe('The town it is in'),
  country: writtenShape.trim().max(100).optional().describe('The country it is in'),
  industry: writtenShape.trim().max(200).optional().describe('What kind of work it is in'),
  domains: z.array(writtenShape.max(300)).max(50).optional().describe('All domains its people write from; never one that anybody can have'),
  parentId: idShape.nullable().optional().describe('Id of the organisation it is a part of; null for none'),
  ownerId: idShape.nullable().optional().describe('Id of the member who looks after it; null for nobody'),
};

export const organisations = {
  list: may('guest')
    .route({ method: 'GET', path: '/organisations', summary: 'The organisations that people you know belong to' })
    .input(
      z.object({
        ...paging,
        find: writtenShape.max(200).optional().describe('A piece of a name'),
        sort: z
          .enum(['name', 'people', 'spoke'])
          .default('name')
          .describe('By name, by how many people you know there, or by last contact'),
      }),
    )
    .output(unchecked(pageShape(organisationRowShape)))
    .handler(({ context, input }) => listOrganisations(context.scope, input)),
  open: may('guest', 'organisation.read')
    .route({
      method: 'GET',
      path: '/organisations/{id}',
      summary: 'One organisation: its people, who is close to whom, what they need together',
    })
    .input(idOf('organisation'))
    .output(unchecked(organisationPageShape))
    .handler(async ({ context, input }) => {
      const page = await openOrganisation(context.scope, input.id);
      await remember(context.scope, { action: 'organisation.read', about: 'organisation', id: page.id });
      return page;
    }),
  add: may('member', 'organisation.added')
    .route({ method: 'POST', path: '/organisations', summary: 'Add an organisation' })
    .input(z.object({ name, ...words }))
    .output(z.object({ id: idShape }))
    .handler(({ context, input }) => addOrganisation(context.scope, input)),
  change: may('member', 'organisation.changed')
    .route({ method: 'PATCH', path: '/organisations/{id}', summary: 'Change what you know of an organisation' })
    .input(z.object({ id: idShape.describe('Id of the organisation'), name: name.optional(), ...words }))
    .output(okShape)
    .handler(async ({ context, input: { id, ...given } }) => {
      await changeOrganisation(context.scope, id, given);
      return { ok: true as const };
    }),
  place: may('member', 'organisation.people-placed')
    .route({ method: 'POST', path: '/organisations/{id}/people', summary: 'Place people who write from its domains at an organisation' })
    .input(
      z.object({
        id: idShape.describe('Id of the organisation'),
        personIds: z.array(idShape).min(1).max(200).describe('Ids of the people'),
      }),
    )
    .output(z.object({ placed: z.array(idShape) }))
    .handler(({ context, input }) => placePeople(context.scope, input.id, input.personIds)),
  merge: may('member', 'organisation.merged')
    .route({ method: 'POST', path: '/organisations/{keepId}/merge', summary: 'Make one organisation of two; the undo takes it back' })
    .input(
      z.object({
        keepId: idShape.describe('Id of the one that stays'),
        goneId: idShape.describe('Id of the one whose people, deals, notes and tags move'),
        name: z.enum(['kept', 'gone']).default('kept').describe('Whose name it has from now on'),
      }),
    )
    .output(z.object({ undo: idShape }))
    .handler(({ context, input }) => mergeOrganisations(context.scope, input)),
  remove: may('member', 'organisation.removed')
    .route({ method: 'DELETE', path: '/organisations/{id}', summary: 'Remove an organisation with nothing in it; the undo brings it back' })
    .input(idOf('organisation'))
    .output(z.object({ undo: idShape }))
    .handler(({ context, input }) => removeOrganisation(context.scope, input.id)),
  takeBack: may('member', 'organisation.taken-back')
    .route({ method: 'POST', path: '/organisations/undo/{undo}', summary: 'Take a merge or a removal of an organisation back' })
    .input(z.object({ undo: idShape.describe('What the merge or removal answered') }))
    .output(z.object({ id: idShape }))
    .handler(({ context, input }) => takeBack(context.scope, input.undo)),
};
