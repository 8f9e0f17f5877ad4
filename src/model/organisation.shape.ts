import { z } from 'zod';
import { conversationKindShape, idShape, momentShape, nameRefShape, quoteShape } from './names.shape.ts';
import { type Affiliation, type OrganisationPage, type OrganisationRow, PARTS, TIE_KINDS, type TieView } from './organisation.ts';
import { promiseViewShape } from './person-pages.shape.ts';

export const partShape = z.enum(PARTS);
export const tieKindShape = z.enum(TIE_KINDS);
export const closenessShape = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const dayShape = z.iso.date();

export const affiliationShape = z.object({
  id: idShape,
  organisation: nameRefShape,
  roleTitle: z.string(),
  from: dayShape.nullable(),
  until: dayShape.nullable(),
  part: partShape.nullable(),
}) satisfies z.ZodType<Affiliation>;

export const tieShape = z.object({
  id: idShape,
  from: nameRefShape,
  to: nameRefShape,
  kind: tieKindShape,
  closeness: closenessShape,
  note: z.string(),
}) satisfies z.ZodType<TieView>;

export const organisationRowShape = z.object({
  id: idShape,
  name: z.string(),
  about: z.string(),
  place: z.string(),
  people: z.int(),
  who: z.array(nameRefShape),
  lastContactAt: momentShape.nullable(),
}) satisfies z.ZodType<OrganisationRow>;

const colleagueShape = z.object({
  id: idShape,
  name: z.string(),
  affiliationId: idShape,
  roleTitle: z.string(),
  part: partShape.nullable(),
  from: dayShape.nullable(),
  until: dayShape.nullable(),
  here: z.boolean(),
  quote: z.string().nullable(),
  lastContactAt: momentShape.nullable(),
});

const talksShape = z.object({
  member: nameRefShape.extend({ isYou: z.boolean() }),
  personId: idShape,
  count: z.int(),
  newest: z.array(z.object({ id: idShape, title: z.string(), happenedAt: momentShape })),
});

const needShape = z.object({
  id: idShape,
  personId: idShape,
  depth: z.int(),
  statement: z.string(),
  element: z.string().nullable(),
  understoodAt: momentShape.nullable(),
  healedAt: momentShape.nullable(),
  quotes: z.array(quoteShape),
});

export const organisationPageShape = z.object({
  id: idShape,
  name: z.string(),
  about: z.string(),
  website: z.string(),
  phone: z.string(),
  place: z.string(),
  country: z.string(),
  industry: z.string(),
  domains: z.array(z.string()),
  parent: nameRefShape.nullable(),
  children: z.array(nameRefShape),
  owner: nameRefShape.nullable(),
  tags: z.array(nameRefShape),
  people: z.array(colleagueShape),
  peopleInAll: z.int(),
  outsiders: z.array(
    z.object({ id: idShape, name: z.string(), organisation: nameRefShape.nullable(), lastContactAt: momentShape.nullable() }),
  ),
  ties: z.array(tieShape),
  talks: z.array(talksShape),
  needs: z.array(needShape),
  promises: z.array(promiseViewShape),
  conversations: z.array(
    z.object({
      id: idShape,
      title: z.string(),
      kind: conversationKindShape,
      happenedAt: momentShape,
      durationMs: z.number().nullable(),
      who: z.array(z.string()),
    }),
  ),
  conversationsInAll: z.int(),
  deals: z.array(z.object({ id: idShape, title: z.string(), stage: z.string(), won: z.boolean(), lost: z.boolean() })),
  unplaced: z.array(z.object({ domain: z.string(), people: z.array(nameRefShape) })),
}) satisfies z.ZodType<OrganisationPage>;
