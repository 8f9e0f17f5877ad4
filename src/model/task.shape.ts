import { z } from 'zod';
import { idShape, momentShape, nameRefShape, writtenDayShape, writtenShape } from './names.shape.ts';
import type { TaskView } from './task.ts';

export const taskViewShape = z.object({
  id: idShape,
  what: z.string(),
  about: z.string(),
  dueOn: z.iso.date().nullable(),
  person: nameRefShape.nullable(),
  organisation: nameRefShape.nullable(),
  deal: nameRefShape.nullable(),
  owner: nameRefShape.extend({ isYou: z.boolean() }).nullable(),
  doneAt: momentShape.nullable(),
  createdAt: momentShape,
}) satisfies z.ZodType<TaskView>;

export const taskFieldsShape = z.object({
  what: writtenShape.trim().min(1).max(2000).describe('What is to be done'),
  about: writtenShape.max(20_000).optional().describe('Anything else, as Markdown'),
  dueOn: writtenDayShape.nullable().optional().describe('By which day'),
  personId: idShape.nullable().optional().describe('Id of the person it is for'),
  organisationId: idShape.nullable().optional().describe('Id of the organisation it is for'),
  dealId: idShape.nullable().optional().describe('Id of the deal it belongs to'),
  ownerId: idShape.nullable().optional().describe('Id of the member who does it; you when not said'),
});
