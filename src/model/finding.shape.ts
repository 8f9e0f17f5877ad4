import { z } from 'zod';
import type { FindingFields } from './finding.ts';
import { findingKindShape, idShape, nameRefShape, quoteShape, writtenShape } from './names.shape.ts';
import { againstShape } from './offering.shape.ts';
import type { FindingView, SaidView } from './pages.ts';

const line = writtenShape.max(2000);

/** The fields that people may mend; what a kind does not use is left out. */
export const findingFieldsShape = z.object({
  statement: line.nullish().describe('A short wording of ours: what is needed, promised, valued or believed'),
  depth: z
    .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .nullish()
    .describe('How deep a need lies: 0 symptom, 1 cause, 2 cost to the business, 3 meaning for the person, 4 value or feeling at stake'),
  whom: line.nullish().describe('To whom it is owed (a promise), or who is asked (a request)'),
  what: line.nullish().describe('What is promised or asked'),
  due: writtenShape.max(40).nullish().describe('By when: ISO 8601 date or date-time'),
  dueText: line.nullish().describe('The words that said by when'),
  feeling: line.nullish().describe('The word for the feeling'),
  tone: z.enum(['good', 'bad', 'mixed']).nullish().describe('Whether the feeling is good to have'),
  claim: idShape.nullish().describe('A belief: id of the claim of an offering it is held against; null for none'),
  verdict: z.enum(['well', 'better']).nullish().describe('Feedback: what it does well, or must do better'),
  name: line.nullish().describe('The competitor, the one referred, or the subject of the objection'),
}) satisfies z.ZodType<FindingFields>;

/** As stored and sent back: longer than people may type is still shown. */
const found = {
  statement: z.string().nullish(),
  depth: findingFieldsShape.shape.depth,
  must: z.boolean().nullish(),
  whom: z.string().nullish(),
  what: z.string().nullish(),
  due: z.string().nullish(),
  dueText: z.string().nullish(),
  feeling: z.string().nullish(),
  tone: findingFieldsShape.shape.tone,
  cause: z.string().nullish(),
  claim: z.string().nullish(),
  verdict: findingFieldsShape.shape.verdict,
  name: z.string().nullish(),
  by: z.literal('language-model').optional(),
  model: z.string().optional(),
  against: againstShape.nullish(),
};

export const findingViewShape = z.object({
  ...found,
  id: idShape,
  kind: findingKindShape,
  speaker: z.int(),
  turn: z.int(),
  from: z.int(),
  to: z.int(),
  quote: z.string(),
  p: z.number(),
  edited: z.boolean(),
  confirmedBy: nameRefShape.nullable(),
  rejectedBy: nameRefShape.nullable(),
}) satisfies z.ZodType<FindingView>;

export const saidViewShape = z.object({
  ...found,
  id: idShape,
  kind: findingKindShape,
  p: z.number(),
  quote: quoteShape,
}) satisfies z.ZodType<SaidView>;
