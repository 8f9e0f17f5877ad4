import { z } from 'zod';
import { ACTS } from './act.ts';
import { findingFieldsShape } from './finding.shape.ts';
import type { Finding } from './finding.ts';
import type { Listening, ListeningReport } from './listening.ts';
import { conversationKindShape, findingKindShape, sideShape, timeQualityShape } from './names.shape.ts';
import { heardShape } from './why.shape.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const milliseconds = z.number().min(0);

export const listeningShape = z.object({
  talkShare: share.nullable(),
  basis: z.enum(['time', 'words']),
  longestMonologueMs: milliseconds.nullable(),
  longestStoryMs: milliseconds.nullable(),
  patienceMs: milliseconds.nullable(),
  switchesPerMinute: z.number().min(0).nullable(),
  paceWordsPerMinute: z.number().min(0).nullable(),
  questions: z.object({
    ours: z
      .object({ n: count, open: count, closed: count, situation: count, problem: count, implication: count, needPayoff: count })
      .nullable(),
    theirs: count.nullable(),
    unanswered: count.nullable(),
    unansweredAt: z.array(z.object({ turn: count, from: count, to: count })).optional(),
  }),
  reflections: z.object({ simple: count, complex: count }).nullable(),
  pitch: z.object({ share, expertise: share, features: share, mission: share, firstAtMs: milliseconds.nullable() }).nullable(),
  n: z.object({ turns: count, ours: count, theirs: count }),
}) satisfies z.ZodType<Listening>;

const foundActShape = z.object({
  act: z.enum(ACTS),
  p: share,
  from: count,
  to: count,
  spin: z.enum(['situation', 'problem', 'implication', 'need-payoff']).optional(),
  why: heardShape.optional(),
});

const findingShape = z.object({
  ...findingFieldsShape.shape,
  kind: findingKindShape,
  who: z.string(),
  quote: z.string().min(1),
  turn: count,
  from: count,
  to: count,
  p: share,
  why: heardShape.optional(),
}) satisfies z.ZodType<Finding>;

/** What `heed listen --json` prints. */
export const listeningReportShape = z.object({
  conversation: z.object({
    title: z.string(),
    kind: conversationKindShape,
    startedAt: z.string().nullable(),
    durationMs: milliseconds.nullable(),
    timeQuality: timeQualityShape,
    participants: z.array(z.object({ name: z.string(), side: sideShape, turns: count, words: count, ms: milliseconds.nullable() })),
  }),
  listening: listeningShape,
  turns: z.array(
    z.object({
      i: count,
      speaker: z.string(),
      side: sideShape,
      startMs: z.number().nullable(),
      endMs: z.number().nullable(),
      text: z.string(),
      acts: z.array(foundActShape),
    }),
  ),
  findings: z.array(findingShape),
}) satisfies z.ZodType<ListeningReport>;
