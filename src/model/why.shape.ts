import { z } from 'zod';
import { ACTS } from './act.ts';
import { findingKindShape, idShape } from './names.shape.ts';
import type { WhyView } from './pages.ts';
import { HEARD_BY, type Heard, MOST_REASONS, MOST_WORDS, WHY_REASONS } from './why.ts';

const count = z.int().min(0);
const sure = { p: z.number().min(0).max(1), confidence: z.enum(['very-likely', 'likely', 'unsure']), from: count, to: count };

export const heardShape = z.object({
  by: z.enum(HEARD_BY),
  words: z.array(z.object({ from: count, to: count, share: z.number().min(0).max(1) })).max(MOST_WORDS),
  reasons: z.array(z.enum(WHY_REASONS)).max(MOST_REASONS),
}) satisfies z.ZodType<Heard>;

export const whyViewShape = z.object({
  turn: count,
  acts: z.array(z.object({ ...heardShape.shape, ...sure, act: z.enum(ACTS) })),
  findings: z.array(z.object({ ...heardShape.shape, ...sure, id: idShape, kind: findingKindShape })),
}) satisfies z.ZodType<WhyView>;
