import { z } from 'zod';
import type { ImportedRecord } from '#model/import.ts';

/** What our own export writes: the records of `model/import.ts`, each with its id. What a later version adds is passed over, what an older one lacks is empty. */

const text = z.string().max(1_048_576).default('');
const orNull = z.string().max(1_048_576).nullish().default(null);
const ref = z.object({
  externalId: z.string().optional(),
  name: z.string().optional(),
  domain: z.string().optional(),
  email: z.string().optional(),
  url: z.string().optional(),
});
const refs = z.array(ref).default([]);

const recorded = {
  externalObject: z.string().optional(),
  externalId: z.string().nullish(),
  id: z.string().nullish(),
  owner: text,
  createdAt: orNull,
  tags: z.array(z.string()).default([]),
  custom: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
};

const organisation = z.object({
  ...recorded,
  object: z.literal('organisation'),
  name: text,
  domains: z.array(z.string()).default([]),
  website: text,
  phone: text,
  place: text,
  country: text,
  industry: text,
  about: text,
  parent: ref.nullish().default(null),
});

const person = z.object({
  ...recorded,
  object: z.literal('person'),
  name: text,
  givenName: text,
  familyName: text,
  nickname: text,
  pronouns: text,
  roleTitle: text,
  livesIn: text,
  emails: z.array(z.object({ label: text, email: z.string() })).default([]),
  phones: z.array(z.object({ label: text, phone: z.string() })).default([]),
  links: z.array(z.object({ label: text, url: z.string() })).default([]),
  addresses: z.array(z.object({ label: text, street: text, place: text, region: text, postcode: text, country: text })).default([]),
  dates: z
    .array(
      z.object({
        kind: z.enum(['birthday', 'anniversary', 'other']),
        label: text,
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
        year: z.int().nullish().default(null),
      }),
    )
    .default([]),
  organisations: z.array(ref.extend({ roleTitle: text })).default([]),
  reportsTo: ref.nullish().default(null),
  kinds: z.array(z.string()).default([]),
  doNotContact: z.boolean().default(false),
  doNotContactWhy: text,
  about: text,
  photo: z
    .object({ type: z.string(), base64: z.string().max(2_900_000) })
    .nullish()
    .default(null),
});

const deal = z.object({
  ...recorded,
  object: z.literal('deal'),
  title: text,
  pipeline: text,
  stage: text,
  amount: z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .nullish()
    .default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish()
    .default(null),
  closeOn: orNull,
  ended: z.enum(['won', 'lost']).nullish().default(null),
  endedAt: orNull,
  endedWhy: text,
  nextStep: text,
  about: text,
  organisation: ref.nullish().default(null),
  people: refs,
});

const tied = { people: refs, organisations: refs, deals: refs };

const note = z.object({
  ...recorded,
  ...tied,
  object: z.literal('note'),
  kind: z.enum(['note', 'call', 'email', 'meeting', 'message']).default('note'),
  title: text,
  body: text,
  happenedAt: orNull,
});

const task = z.object({
  ...recorded,
  ...tied,
  object: z.literal('task'),
  what: text,
  about: text,
  dueOn: orNull,
  doneAt: orNull,
  done: z.boolean().optional(),
});

const recordShape = z.discriminatedUnion('object', [organisation, person, deal, note, task]);

/** One record of our own export; or what is wrong with it, in a word or two. */
export function heedRecord(value: unknown): ImportedRecord | string {
  const read = recordShape.safeParse(value);
  if (!read.success) return read.error.issues[0]?.path.join('.') || 'object';
  const { id, externalId, externalObject, ...record } = read.data;
  const whole: unknown = { ...record, externalId: externalId ?? id ?? null, externalObject: externalObject ?? record.object };
  return whole as ImportedRecord;
}
