import { z } from 'zod';
import { beliefShape } from './belief.shape.ts';
import { type BriefPage, NOT_SORTS, QUESTION_SORTS } from './brief.ts';
import { idShape, momentShape, nameRefShape, personKindShape, quoteShape } from './names.shape.ts';
import { aroundShape, personCardShape } from './person-card.shape.ts';
import { promiseViewShape, traitShape } from './person-pages.shape.ts';

const questionShape = z.object({
  sort: z.enum(QUESTION_SORTS),
  depth: z.int().nullable(),
  known: z.int().nullable(),
  words: z.string(),
  quote: z.string().nullable(),
  said: z.object({ conversationId: idShape, turn: z.int() }).nullable(),
  at: z.union([momentShape, z.iso.date()]).nullable(),
  kind: personKindShape.nullable(),
  i: z.int().nullable(),
});

const { kinds, givenName, nickname, livesIn, photoId, doNotContact, prefers, prefersNote } = personCardShape.shape;

export const briefShape = z.object({
  id: idShape,
  name: z.string(),
  givenName,
  nickname,
  kinds,
  roleTitle: z.string(),
  pronouns: z.string().nullable(),
  organisation: nameRefShape.nullable(),
  livesIn,
  photoId,
  doNotContact,
  prefers,
  prefersNote,
  lastContactAt: momentShape.nullable(),
  hero: quoteShape.nullable(),
  questions: z.array(questionShape),
  ratherNot: z.array(z.object({ sort: z.enum(NOT_SORTS), words: z.string(), quote: z.string().nullable() })),
  promises: z.array(promiseViewShape),
  traits: z.array(traitShape),
  felt: traitShape.nullable(),
  toRepair: z.array(beliefShape),
  around: z.array(aroundShape),
}) satisfies z.ZodType<BriefPage>;
