import { z } from 'zod';
import { idShape, momentShape, nameRefShape } from './names.shape.ts';
import { type Mention, NOTE_KINDS, type NoteView } from './note.ts';

export const noteKindShape = z.enum(NOTE_KINDS);

export const mentionShape = nameRefShape.extend({ kind: z.enum(['person', 'member']) }) satisfies z.ZodType<Mention>;

export const noteFileShape = z.object({ id: idShape, name: z.string(), type: z.string(), size: z.int() });

export const noteViewShape = z.object({
  id: idShape,
  kind: noteKindShape,
  title: z.string(),
  body: z.string(),
  happenedAt: momentShape,
  isPrivate: z.boolean(),
  writtenBy: nameRefShape.nullable(),
  isYours: z.boolean(),
  writtenAt: momentShape,
  changedAt: momentShape.nullable(),
  about: z.object({ people: z.array(nameRefShape), organisations: z.array(nameRefShape), deals: z.array(nameRefShape) }),
  mentions: z.array(mentionShape),
  attachments: z.array(noteFileShape),
}) satisfies z.ZodType<NoteView>;
