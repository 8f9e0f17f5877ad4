import { z } from 'zod';
import { idShape, momentShape, nameRefShape } from './names.shape.ts';
import { answerShape } from './need.shape.ts';
import type { SaidPage, SayBackView } from './say-back.ts';

export const sayBackShape = z.object({
  id: idShape,
  createdAt: momentShape,
  by: nameRefShape.nullable(),
  expiresAt: momentShape,
  state: z.enum(['open', 'revoked', 'expired']),
  needs: z.array(
    z.object({
      needId: idShape,
      statement: z.string(),
      answers: z.array(z.object({ answer: answerShape, words: z.string(), answeredAt: momentShape })),
    }),
  ),
}) satisfies z.ZodType<SayBackView>;

export const saidPageShape = z.object({
  workspace: z.string(),
  from: z.string(),
  to: z.string(),
  greeting: z.string(),
  expiresAt: momentShape,
  needs: z.array(z.object({ id: idShape, statement: z.string(), answer: answerShape.nullable(), words: z.string() })),
}) satisfies z.ZodType<SaidPage>;
