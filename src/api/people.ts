import { z } from 'zod';
import { remember } from '#domain/audit.ts';
import { briefOn } from '#domain/people/brief.ts';
import { addPerson, changePerson } from '#domain/people/change.ts';
import { doNotContact, mayContactAgain } from '#domain/people/contact.ts';
import { listPeople } from '#domain/people/list.ts';
import { openPerson } from '#domain/people/open.ts';
import { briefShape } from '#model/brief.shape.ts';
import { mayBeShape } from '#model/merge.shape.ts';
import { idShape, okShape, personKindShape, writtenShape } from '#model/names.shape.ts';
import { SORTS } from '#model/people-sentence.ts';
import { emailShape, writtenCardShape } from '#model/person-card.shape.ts';
import { peoplePageShape, personPageShape } from '#model/person-pages.shape.ts';
import { may, unchecked } from './base.ts';
import { flag, idOf, paging } from './inputs.ts';
import { peopleWords } from './people-words.ts';

const name = writtenShape.trim().min(1).max(200).describe('The full name');
const kinds = z.array(personKindShape).max(8).describe('Kinds of relationship');
const roleTitle = writtenShape.trim().max(200).describe('What they do');
const organisation = writtenShape.trim().max(200).describe('Where they work');
const pronouns = writtenShape.trim().max(60).describe('As they want to be spoken of; empty when not known');

export const people = {
  list: may('guest')
    .route({ method: 'GET', path: '/people', summary: 'The people you know' })
    .input(
      z.object({
        ...paging,
        ...peopleWords,
        views: flag.optional().describe('Also how many stand in each saved view; with the first page'),
        sort: z
          .enum(SORTS)
          .default('spoke')
          .describe('By last contact, by name, by how much is open between you, or by when they were added'),
      }),
    )
    .output(unchecked(peoplePageShape))
    .handler(({ context, input }) => listPeople(context.scope, input)),
  open: may('guest', 'person.read')
    .route({ method: 'GET', path: '/people/{id}', summary: 'One person: what matters to them, what is between you, what was said' })
    .input(idOf('person'))
    .output(unchecked(personPageShape))
    .handler(async ({ context, input }) => {
      const page = await openPerson(context.scope, input.id);
      await remember(context.scope, { action: 'person.read', about: 'person', id: page.id });
      return page;
    }),
  add: may('member', 'person.added')
    .route({ method: 'POST', path: '/people', summary: 'Add somebody you know' })
    .input(
      z.object({
        name,
        kinds: kinds.optional(),
        roleTitle: roleTitle.optional(),
        organisation: organisation.optional(),
        email: emailShape.optional(),
        pronouns: pronouns.optional(),
        ...writtenCardShape.shape,
      }),
    )
    .output(z.object({ id: idShape, mayBe: z.array(mayBeShape) }))
    .handler(({ context, input }) => addPerson(context.scope, input)),
  change: may('member', 'person.changed')
    .route({ method: 'PATCH', path: '/people/{id}', summary: 'Change what you know of somebody' })
    .input(
      z.object({
        id: idShape.describe('Id of the person'),
        name: name.optional(),
        kinds: kinds.optional(),
        roleTitle: roleTitle.optional(),
        organisation: organisation.optional().describe('Where they work; empty for nowhere'),
        pronouns: pronouns.optional(),
        ...writtenCardShape.shape,
      }),
    )
    .output(okShape)
    .handler(async ({ context, input: { id, ...fields } }) => {
      await changePerson(context.scope, id, fields);
      return { ok: true as const };
    }),
  brief: may('guest', 'person.read')
    .route({
      method: 'GET',
      path: '/people/{id}/brief',
      summary: 'Before you walk in: what to ask somebody and why, and what not to bring up',
    })
    .input(idOf('person'))
    .output(unchecked(briefShape))
    .handler(async ({ context, input }) => {
      const brief = await briefOn(context.scope, input.id);
      await remember(context.scope, { action: 'person.read', about: 'person', id: input.id });
      return brief;
    }),
  doNotContact: may('member', 'person.not-contacted')
    .route({ method: 'POST', path: '/people/{id}/do-not-contact', summary: 'They do not want to be reached' })
    .input(
      z.object({
        id: idShape.describe('Id of the person'),
        why: writtenShape.trim().max(500).default('').describe('What they said, or why'),
      }),
    )
    .output(okShape)
    .handler(async ({ context, input }) => {
      await doNotContact(context.scope, input);
      return { ok: true as const };
    }),
  mayContact: may('member', 'person.contacted-again')
    .route({ method: 'DELETE', path: '/people/{id}/do-not-contact', summary: 'They may be reached again' })
    .input(idOf('person'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await mayContactAgain(context.scope, input.id);
      return { ok: true as const };
    }),
};
