import { z } from 'zod';
import { conversationKindShape, idShape, momentShape, nameRefShape } from './names.shape.ts';
import { mentionShape, noteFileShape, noteKindShape } from './note.shape.ts';
import { TIMELINE_PARTS, type TimelinePage } from './timeline.ts';

export const timelinePartShape = z.enum(TIMELINE_PARTS);

const at = { id: idShape, at: momentShape };
const by = z.string().nullable();
const share = z.number().nullable();

const momentOfTimeline = z.discriminatedUnion('kind', [
  z.object({
    ...at,
    kind: z.literal('conversation'),
    title: z.string(),
    conversationKind: conversationKindShape,
    durationMs: share,
    theirShare: share,
    ourShare: share,
    openFindings: z.int(),
    others: z.array(z.string()),
  }),
  z.object({
    ...at,
    kind: z.literal('note'),
    noteKind: noteKindShape,
    title: z.string(),
    body: z.string(),
    isCut: z.boolean(),
    isPrivate: z.boolean(),
    isYours: z.boolean(),
    by: nameRefShape.nullable(),
    isMention: z.boolean(),
    mentions: z.array(mentionShape),
    attachments: z.array(noteFileShape),
  }),
  z.object({ ...at, kind: z.enum(['promised', 'kept']), what: z.string(), by: z.string(), byUs: z.boolean() }),
  z.object({
    ...at,
    kind: z.enum(['understood', 'healed', 'belief-closed', 'belief-reopened']),
    what: z.string(),
    words: z.string().nullable(),
    by,
  }),
  z.object({ ...at, kind: z.enum(['deed', 'task-done', 'deal-opened', 'deal-won', 'deal-lost']), what: z.string(), by }),
  z.object({
    ...at,
    kind: z.literal('file'),
    name: z.string(),
    type: z.string(),
    size: z.int(),
    isPrivate: z.boolean(),
    isYours: z.boolean(),
    by,
  }),
  z.object({ ...at, kind: z.enum(['added', 'imported', 'merged']), what: z.string(), by }),
]);

export const timelinePageShape = z.object({
  rows: z.array(momentOfTimeline),
  next: z.string().nullable(),
}) satisfies z.ZodType<TimelinePage>;
