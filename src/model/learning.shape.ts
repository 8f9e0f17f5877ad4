import { z } from 'zod';
import type { Learned } from './learning.ts';
import { findingKindShape, momentShape, nameRefShape } from './names.shape.ts';

export const learnedShape = z.object({
  decisions: z.int(),
  since: momentShape.nullable(),
  until: momentShape.nullable(),
  kinds: z.array(z.object({ kind: findingKindShape, confirmed: z.int(), rejected: z.int() })),
  resetAt: momentShape.nullable(),
  resetBy: nameRefShape.nullable(),
}) satisfies z.ZodType<Learned>;
