import { z } from 'zod';
import { BELIEF_KINDS, BELIEF_WAYS } from './belief.ts';
import { idShape, momentShape, nameRefShape, quoteShape, writtenShape } from './names.shape.ts';
import { againstShape } from './offering.shape.ts';
import type { BeliefView } from './pages.ts';

export const beliefKindShape = z.enum(BELIEF_KINDS);
export const beliefWayShape = z.enum(BELIEF_WAYS);
export const beliefStatementShape = writtenShape.trim().min(1).max(500);
export const repairShape = writtenShape.trim().max(1000);

export const beliefShape = z.object({
  id: idShape,
  kind: beliefKindShape,
  statement: z.string(),
  against: againstShape.nullable(),
  claim: idShape.nullable(),
  repair: z.string(),
  closedAt: momentShape.nullable(),
  reopenedAt: momentShape.nullable(),
  createdAt: momentShape,
  quotes: z.array(quoteShape),
  steps: z.array(
    z.object({
      id: idShape,
      step: z.enum(['closed', 'reopened']),
      how: beliefWayShape.nullable(),
      conversation: nameRefShape.nullable(),
      quote: quoteShape.nullable(),
      document: z.string().nullable(),
      note: z.string(),
      at: momentShape,
      by: nameRefShape.nullable(),
    }),
  ),
}) satisfies z.ZodType<BeliefView>;
