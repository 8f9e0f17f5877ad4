import { z } from 'zod';
import { type Board, type DealPage, type DealRow, PARTS, type PipelineView, type StageView } from './deal.ts';
import { idShape, momentShape, nameRefShape, writtenDayShape, writtenShape } from './names.shape.ts';
import { taskViewShape } from './task.shape.ts';

export const partShape = z.enum(PARTS);
export const currencyShape = z.string().regex(/^[A-Z]{3}$/, 'three capital letters, like EUR');
export const amountShape = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/, 'a number like 1200 or 1200.50');

export const dealRowShape = z.object({
  id: idShape,
  title: z.string(),
  pipeline: nameRefShape,
  stage: nameRefShape,
  organisation: nameRefShape.nullable(),
  people: z.array(nameRefShape.extend({ part: partShape.nullable() })),
  quote: z.string().nullable(),
  owner: nameRefShape.nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  closeOn: z.iso.date().nullable(),
  nextStep: z.string(),
  nextOn: z.iso.date().nullable(),
  spokeAt: momentShape.nullable(),
  movedAt: momentShape,
  wonAt: momentShape.nullable(),
  lostAt: momentShape.nullable(),
}) satisfies z.ZodType<DealRow>;

export const dealPageShape = dealRowShape.extend({
  about: z.string(),
  endedWhy: z.string(),
  createdAt: momentShape,
  people: z.array(
    nameRefShape.extend({
      part: partShape.nullable(),
      roleTitle: z.string(),
      quote: z.string().nullable(),
      lastContactAt: momentShape.nullable(),
    }),
  ),
  tasks: z.array(taskViewShape),
}) satisfies z.ZodType<DealPage>;

const stageViewShape = nameRefShape.extend({ deals: z.int() }) satisfies z.ZodType<StageView>;
export const pipelineViewShape = nameRefShape.extend({ stages: z.array(stageViewShape) }) satisfies z.ZodType<PipelineView>;
export const boardShape = z.object({
  pipelines: z.array(nameRefShape),
  pipeline: nameRefShape.nullable(),
  stages: z.array(stageViewShape.extend({ rows: z.array(dealRowShape) })),
  open: z.int(),
}) satisfies z.ZodType<Board>;

/** What is said of a deal, new or changed. */
export const dealFieldsShape = z.object({
  title: writtenShape.trim().min(1).max(300).describe('What it is about'),
  stageId: idShape.optional().describe('Id of the stage it stands in; the first of the first pipeline when not said'),
  organisationId: idShape.nullable().optional().describe('Id of the organisation it is with'),
  ownerId: idShape.nullable().optional().describe('Id of the member who looks after it; you when not said'),
  amount: amountShape.nullable().optional().describe('How much, as a number with a point'),
  currency: currencyShape.nullable().optional().describe("Currency (ISO 4217); the workspace's own when not said"),
  closeOn: writtenDayShape.nullable().optional().describe('The day by which it should be decided'),
  nextStep: writtenShape.trim().max(500).optional().describe('The next step that they agreed to'),
  nextOn: writtenDayShape.nullable().optional().describe('The day of that step'),
  about: writtenShape.max(20_000).optional().describe('Anything else, as Markdown'),
});
