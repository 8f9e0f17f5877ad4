import { z } from 'zod';
import { beliefShape } from './belief.shape.ts';
import { saidViewShape } from './finding.shape.ts';
import {
  conversationKindShape,
  findingKindShape,
  idShape,
  momentShape,
  nameRefShape,
  pageShape,
  personKindShape,
  quoteShape,
} from './names.shape.ts';
import { needShape } from './need.shape.ts';
import type { Hit, PersonPage, PersonRow, PromiseView, TodayPage, TraitView } from './pages.ts';
import { personCardShape } from './person-card.shape.ts';
import { timelinePageShape } from './timeline.shape.ts';
import { TRAIT_KINDS } from './trait.ts';

const number = z.number().nullable();
const quotes = z.array(quoteShape);

const personRowShape = z.object({
  id: idShape,
  name: z.string(),
  roleTitle: z.string(),
  organisation: nameRefShape.nullable(),
  kinds: z.array(personKindShape),
  quote: z.string().nullable(),
  lastContactAt: momentShape.nullable(),
  lastContactKind: conversationKindShape.nullable(),
  weOwe: z.int(),
  theyOwe: z.int(),
  openFindings: z.int(),
  falseBeliefs: z.int(),
}) satisfies z.ZodType<PersonRow>;

const partyShape = z.object({ kind: z.enum(['member', 'person']), id: idShape, name: z.string(), isYou: z.boolean() });

export const promiseViewShape = z.object({
  id: idShape,
  what: z.string(),
  by: partyShape,
  to: partyShape.nullable(),
  dueOn: z.iso.date().nullable(),
  keptAt: momentShape.nullable(),
  createdAt: momentShape,
  quotes,
}) satisfies z.ZodType<PromiseView>;

export const traitShape = z.object({
  id: idShape,
  kind: z.enum(TRAIT_KINDS),
  statement: z.string(),
  tone: z.enum(['good', 'bad', 'mixed']).nullable(),
  createdAt: momentShape,
  createdBy: nameRefShape.nullable(),
  renewedAt: momentShape.nullable(),
  renewedBy: nameRefShape.nullable(),
  endedAt: momentShape.nullable(),
  quotes,
}) satisfies z.ZodType<TraitView>;

const talkShape = z.object({
  id: idShape,
  title: z.string(),
  kind: conversationKindShape,
  happenedAt: momentShape,
  durationMs: number,
  theirShare: number,
  ourShare: number,
  openFindings: z.int(),
  others: z.array(z.string()),
});

export const personPageShape = personCardShape.extend({
  id: idShape,
  name: z.string(),
  roleTitle: z.string(),
  pronouns: z.string().nullable(),
  organisation: nameRefShape.nullable(),
  aliases: z.array(z.string()),
  metAt: momentShape.nullable(),
  lastContactAt: momentShape.nullable(),
  hero: quoteShape.nullable(),
  traits: z.array(traitShape),
  needs: z.array(needShape),
  beliefs: z.array(beliefShape),
  promises: z.array(promiseViewShape),
  said: z.array(saidViewShape),
  suggestions: z.array(saidViewShape),
  conversations: z.array(talkShape),
  photoId: idShape.nullable(),
  timeline: timelinePageShape,
}) satisfies z.ZodType<PersonPage>;

export const todayPageShape = z.object({
  people: z.array(
    z.object({
      id: idShape.nullable(),
      name: z.string(),
      roleTitle: z.string(),
      organisation: z.string().nullable(),
      waiting: z.int(),
      quote: quoteShape.nullable(),
      kind: findingKindShape,
    }),
  ),
  unknownSpeakers: z.int(),
  fresh: z.array(
    z.object({
      id: idShape,
      title: z.string(),
      kind: conversationKindShape,
      happenedAt: momentShape,
      durationMs: number,
      openFindings: z.int(),
      understoodAt: momentShape.nullable(),
    }),
  ),
  promises: z.array(promiseViewShape),
  peopleInAll: z.int(),
}) satisfies z.ZodType<TodayPage>;

/** A page of people; beside a first one, if asked for, how many stand in the views that everybody has. */
export const peoplePageShape = pageShape(personRowShape).extend({
  more: z.literal(true).optional(),
  views: z.object({ owed: z.int(), quiet: z.int(), saved: z.int() }).optional(),
});

export const hitShape = z.object({
  kind: z.enum(['person', 'organisation', 'conversation', 'words', 'promise', 'need', 'deal', 'task', 'note']),
  id: idShape,
  title: z.string(),
  detail: z.string(),
  personId: idShape.optional(),
  conversationId: idShape.optional(),
  turn: z.int().optional(),
  marks: z.array(z.tuple([z.int(), z.int()])),
}) satisfies z.ZodType<Hit>;
