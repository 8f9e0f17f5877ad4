import { z } from 'zod';
import { ACTS } from './act.ts';
import { findingFieldsShape } from './finding.shape.ts';
import type { Finding } from './finding.ts';
import { LANGUAGES, LEFT_OUT } from './language.ts';
import type { Listening, ListeningReport } from './listening.ts';
import { conversationKindShape, findingKindShape, sideShape, timeQualityShape } from './names.shape.ts';

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
      .object({
        n: count,
        open: count.nullable(),
        closed: count.nullable(),
        situation: count.nullable(),
        problem: count.nullable(),
        implication: count.nullable(),
        needPayoff: count.nullable(),
      })
      .nullable(),
    theirs: count.nullable(),
    unanswered: count.nullable(),
    unansweredOf: count.optional(),
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
  by: z.literal('mark').optional(),
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
  engineP: share.optional(),
}) satisfies z.ZodType<Finding>;

const languageShareShape = z.object({ language: z.enum(LANGUAGES), share });
export const leftOutShape = z.object({ language: z.enum(LANGUAGES), turns: count, what: z.array(z.enum(LEFT_OUT)) });

/** What `heed listen --json` prints. */
export const listeningReportShape = z.object({
  conversation: z.object({
    title: z.string(),
    kind: conversationKindShape,
    startedAt: z.string().nullable(),
    durationMs: milliseconds.nullable(),
    timeQuality: timeQualityShape,
    participants: z.array(z.object({ name: z.string(), side: sideShape, turns: count, words: count, ms: milliseconds.nullable() })),
    languages: z.array(languageShareShape),
    leftOut: z.array(leftOutShape),
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
      language: z.enum(LANGUAGES),
      acts: z.array(foundActShape),
    }),
  ),
  findings: z.array(findingShape),
}) satisfies z.ZodType<ListeningReport>;
