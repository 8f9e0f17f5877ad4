import { z } from 'zod';
import { affiliationsOf } from '#domain/affiliations/list.ts';
import { changeAffiliation, joinOrganisation, moveOn, putBack, removeAffiliation } from '#domain/affiliations/work.ts';
import { idShape, writtenDayShape, writtenShape } from '#model/names.shape.ts';
import { affiliationShape, partShape } from '#model/organisation.shape.ts';
import { may, unchecked } from './base.ts';
import { idOf } from './inputs.ts';

const organisation = writtenShape.trim().min(1).max(200).describe('Name of the organisation; made when it is new');
const roleTitle = writtenShape.trim().max(200).describe('What they do there');
const words = {
  roleTitle: roleTitle.optional(),
  from: writtenDayShape.nullable().optional().describe('Since which day; null when it is not known'),
  until: writtenDayShape.nullable().optional().describe('Until which day; null while it lasts'),
  part: partShape.nullable().optional().describe('Their part when something is decided there; null when it is not known'),
};
const theirs = unchecked(z.object({ affiliations: z.array(affiliationShape) }));

export const affiliations = {
  ofPerson: may('guest')
    .route({ method: 'GET', path: '/people/{id}/affiliations', summary: 'Where somebody belongs to and did before' })
    .input(idOf('person'))
    .output(theirs)
    .handler(async ({ context, input }) => ({ affiliations: await affiliationsOf(context.scope, input.id) })),
  join: may('member', 'affiliation.joined')
    .route({
      method: 'POST',
      path: '/people/{personId}/affiliations',
      summary: 'Say that somebody belongs to an organisation, or once did',
    })
    .input(z.object({ personId: idShape.describe('Id of the person'), organisation, ...words }))
    .output(theirs)
    .handler(async ({ context, input }) => ({ affiliations: await joinOrganisation(context.scope, input) })),
  change: may('member', 'affiliation.changed')
    .route({ method: 'PATCH', path: '/affiliations/{id}', summary: 'Change what somebody does at an organisation, when, and their part' })
    .input(z.object({ id: idShape.describe('Id of the affiliation'), ...words }))
    .output(theirs)
    .handler(async ({ context, input: { id, ...given } }) => ({ affiliations: await changeAffiliation(context.scope, id, given) })),
  move: may('member', 'affiliation.moved')
    .route({ method: 'POST', path: '/affiliations/{id}/move', summary: 'Say that somebody left an organisation for another' })
    .input(
      z.object({
        id: idShape.describe('Id of the affiliation that ends'),
        organisation,
        roleTitle: roleTitle.optional(),
        on: writtenDayShape.describe('The day on which the one ended and the other began'),
      }),
    )
    .output(theirs)
    .handler(async ({ context, input: { id, ...to } }) => ({ affiliations: await moveOn(context.scope, id, to) })),
  remove: may('member', 'affiliation.removed')
    .route({ method: 'DELETE', path: '/affiliations/{id}', summary: 'Say that somebody never belonged to an organisation' })
    .input(idOf('affiliation'))
    .output(theirs)
    .handler(async ({ context, input }) => ({ affiliations: await removeAffiliation(context.scope, input.id) })),
  putBack: may('member', 'affiliation.put-back')
    .route({
      method: 'PUT',
      path: '/people/{personId}/affiliations',
      summary: 'Put back where somebody belongs to as it stood before a change',
    })
    .input(
      z.object({
        personId: idShape.describe('Id of the person'),
        affiliations: z.array(affiliationShape).max(200).describe('All of them, as they were listed before'),
      }),
    )
    .output(theirs)
    .handler(async ({ context, input }) => ({ affiliations: await putBack(context.scope, input.personId, input.affiliations) })),
};
