import { z } from 'zod';
import { ACTS } from './act.ts';
import { findingViewShape } from './finding.shape.ts';
import { leftOutShape, listeningShape } from './listening.shape.ts';
import { conversationKindShape, idShape, lossShape, momentShape, nameRefShape, sideShape, timeQualityShape } from './names.shape.ts';
import type { ConversationPage, ConversationRow, Received, SpeakerLook, UnknownSpeaker } from './pages.ts';

const number = z.number().nullable();

export const conversationRowShape = z.object({
  id: idShape,
  title: z.string(),
  kind: conversationKindShape,
  happenedAt: momentShape,
  durationMs: number,
  people: z.array(z.object({ id: idShape.nullable(), name: z.string(), side: sideShape })),
  quote: z.string().nullable(),
  openFindings: z.int(),
  unknownSpeakers: z.int(),
  understoodAt: momentShape.nullable(),
  isPrivate: z.boolean(),
}) satisfies z.ZodType<ConversationRow>;

const speakerShape = z.object({
  id: idShape,
  i: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  side: sideShape,
  personId: idShape.nullable(),
  memberId: idShape.nullable(),
  isYou: z.boolean(),
  turns: z.int(),
  words: z.int(),
  ms: number,
});

const foundActShape = z.object({
  act: z.enum(ACTS),
  p: z.number(),
  from: z.int(),
  to: z.int(),
  spin: z.enum(['situation', 'problem', 'implication', 'need-payoff']).optional(),
  by: z.literal('mark').optional(),
});

const turnShape = z.object({
  id: idShape,
  i: z.int(),
  speaker: z.int(),
  startMs: number,
  endMs: number,
  at: momentShape.nullable(),
  line: z.int(),
  text: z.string(),
  acts: z.array(foundActShape),
});

export const conversationPageShape = z.object({
  id: idShape,
  title: z.string(),
  kind: conversationKindShape,
  happenedAt: momentShape,
  datedBy: z.enum(['source', 'file', 'member']),
  durationMs: number,
  timeQuality: timeQualityShape,
  source: z.string(),
  file: z.object({ id: idShape, name: z.string(), size: z.number() }).nullable(),
  losses: z.array(lossShape),
  isPrivate: z.boolean(),
  understoodAt: momentShape.nullable(),
  speakers: z.array(speakerShape),
  turns: z.array(turnShape),
  findings: z.array(findingViewShape),
  listening: listeningShape.nullable(),
  listeningOf: z.array(nameRefShape),
  leftOut: z.array(leftOutShape),
  previousId: idShape.nullable(),
  nextId: idShape.nullable(),
}) satisfies z.ZodType<ConversationPage>;

export const receivedShape = z.object({
  fileId: idShape,
  format: z.string(),
  already: z.boolean(),
  conversations: z.array(z.object({ id: idShape, title: z.string(), turns: z.int() })),
  unknownSpeakers: z.int(),
  losses: z.array(lossShape),
}) satisfies z.ZodType<Received>;

export const speakerLookShape = z.object({
  id: idShape,
  name: z.string(),
  email: z.string().nullable(),
  conversationId: idShape,
  is: z.object({ kind: z.enum(['person', 'member']), id: idShape, name: z.string() }).nullable(),
  isYou: z.boolean(),
  why: z.enum(['answer', 'email', 'name', 'by-hand', 'unknown']),
  answeredBy: nameRefShape.nullable(),
  answeredAt: momentShape.nullable(),
  hereAlone: z.boolean(),
  conversations: z.int(),
}) satisfies z.ZodType<SpeakerLook>;

export const unknownSpeakerShape = z.object({
  alias: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  conversations: z.array(z.object({ id: idShape, title: z.string(), happenedAt: momentShape })),
  turns: z.int(),
  sample: z.string(),
  candidates: z.array(
    z.object({
      kind: z.enum(['person', 'member']),
      id: idShape,
      name: z.string(),
      why: z.enum(['same-name', 'similar-name', 'same-email-domain']),
    }),
  ),
}) satisfies z.ZodType<UnknownSpeaker>;
