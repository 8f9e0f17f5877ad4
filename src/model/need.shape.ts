import { z } from 'zod';
import { idShape, momentShape, nameRefShape, quoteShape, writtenShape } from './names.shape.ts';
import { type CandidateTurn, DEEPEST, type Place, SAY_BACK_ANSWERS, VALUE_ELEMENTS } from './need.ts';
import type { NeedView } from './pages.ts';

export const depthShape = z.int().min(0).max(DEEPEST);
export const elementShape = z.enum(VALUE_ELEMENTS);
export const needStatementShape = writtenShape.trim().min(1).max(1000);
export const answerShape = z.enum(SAY_BACK_ANSWERS);

export const placeShape = z.object({ id: idShape, parentId: idShape.nullable(), depth: z.int() }) satisfies z.ZodType<Place>;

export const needShape = placeShape.extend({
  statement: z.string(),
  element: elementShape.nullable(),
  mustHave: z.boolean(),
  understoodAt: momentShape.nullable(),
  healedAt: momentShape.nullable(),
  healedWith: z.string(),
  quotes: z.array(quoteShape),
  confirmations: z.array(
    z.object({
      id: idShape,
      quote: quoteShape.nullable(),
      words: z.string(),
      said: z.string().nullable(),
      confirmedAt: momentShape,
      by: nameRefShape.nullable(),
    }),
  ),
  answers: z.array(z.object({ id: idShape, answer: answerShape, words: z.string(), statement: z.string(), answeredAt: momentShape })),
}) satisfies z.ZodType<NeedView>;

export const candidateTurnShape = z.object({
  conversationId: idShape,
  conversationTitle: z.string(),
  happenedAt: momentShape,
  turnId: idShape,
  turn: z.int(),
  text: z.string(),
  after: z.string(),
  saidBack: z.boolean(),
}) satisfies z.ZodType<CandidateTurn>;
