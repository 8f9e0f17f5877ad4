import { z } from 'zod';
import { type Reason, SPEAKS_AGAINST, SPEAKS_FOR, type WhySame, type WhyTwo } from './duplicate.ts';
import {
  type CellNote,
  CHOSEN_FIELDS,
  type DuplicateLook,
  type DuplicatePage,
  type MayBe,
  type MergeSide,
  type PairRow,
  TOGETHER,
} from './merge.ts';
import { idShape, momentShape, nameRefShape, pageShape, personKindShape, quoteShape } from './names.shape.ts';

const wordShape = z.enum(['very-likely', 'likely', 'unsure']);
const params = z.record(z.string(), z.string()).optional();
const whyShape = z.object({ code: z.enum(Object.keys(SPEAKS_FOR) as [WhySame]), params }) as z.ZodType<Reason<WhySame>>;
const againstShape = z.object({ code: z.enum(Object.keys(SPEAKS_AGAINST) as [WhyTwo]), params }) as z.ZodType<Reason<WhyTwo>>;

export const mayBeShape = z.object({
  id: idShape,
  name: z.string(),
  roleTitle: z.string(),
  organisation: nameRefShape.nullable(),
  since: momentShape,
  word: wordShape,
  why: z.array(whyShape),
}) satisfies z.ZodType<MayBe>;

export const lookShape = z.object({
  askedAt: momentShape,
  doneAt: momentShape.nullable(),
  waysDone: z.int(),
  ways: z.int(),
  looked: z.int(),
}) satisfies z.ZodType<DuplicateLook>;

const pairRowShape = z.object({
  id: idShape,
  one: nameRefShape,
  other: nameRefShape,
  word: wordShape,
  why: z.array(whyShape),
  laterAt: momentShape.nullable(),
}) satisfies z.ZodType<PairRow>;

export const pairsPageShape = pageShape(pairRowShape).extend({ putOff: z.int(), look: lookShape.nullable() });

const texts = z.array(z.string());
const sideShape = z.object({
  id: idShape,
  name: z.string(),
  since: momentShape,
  from: z.object({ source: z.string(), at: momentShape }).nullable(),
  isPrivate: z.boolean(),
  signsSo: z.boolean(),
  nickname: z.string(),
  roleTitle: z.string(),
  pronouns: z.string(),
  livesIn: z.string(),
  owner: z.string(),
  closeness: z.string(),
  prefers: z.string(),
  photo: z.string(),
  kinds: z.array(personKindShape),
  doNotContact: z.object({ at: momentShape, why: z.string() }).nullable(),
  emails: texts,
  phones: texts,
  links: texts,
  addresses: texts,
  organisations: texts,
  tags: texts,
  birthdays: texts,
  dates: texts,
  custom: z.array(z.object({ id: idShape, label: z.string(), value: z.string() })),
  together: z.object(Object.fromEntries(TOGETHER.map((noun) => [noun, z.int()])) as Record<(typeof TOGETHER)[number], z.ZodInt>),
  quote: quoteShape.nullable(),
}) satisfies z.ZodType<MergeSide>;

const cellShape = z.object({
  values: texts,
  note: z.enum(['signs-so', 'kept-as-name', 'new-year', 'never-asked'] satisfies CellNote[]).nullable(),
});

const rowShape = z.object({
  field: z.union([
    z.enum([...CHOSEN_FIELDS, 'email', 'link', 'address', 'organisation', 'kinds', 'tag', 'date', 'contact']),
    z.templateLiteral(['custom.', z.string()]),
  ]),
  label: z.string().optional(),
  way: z.enum(['choose', 'both', 'no-wins']),
  one: cellShape,
  other: cellShape,
  chosen: z.enum(['one', 'other']),
  note: z.enum(['only-one', 'the-same', 'first-first', 'no-wins', 'chosen-first']).nullable(),
});

export const duplicatePageShape = z.object({
  one: sideShape,
  other: sideShape,
  word: wordShape,
  why: z.array(whyShape),
  against: z.array(againstShape),
  rows: z.array(rowShape),
  saidTwoAt: momentShape.nullable(),
  laterAt: momentShape.nullable(),
}) as z.ZodType<DuplicatePage>;

/** What of the one that goes is taken. */
export const takingShape = {
  take: z
    .array(z.enum(CHOSEN_FIELDS))
    .max(CHOSEN_FIELDS.length)
    .default([])
    .describe('Fields of which the one that goes has the word; of all others the one that stays'),
  takeCustom: z.array(idShape).max(200).default([]).describe('The same for fields of your own, by their ids'),
};
