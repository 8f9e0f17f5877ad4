import { z } from 'zod';
import { candidatesFor } from '#domain/needs/candidates.ts';
import { mergeNeeds, splitNeed, unmergeNeeds } from '#domain/needs/join.ts';
import { arrangeNeeds, moveNeed } from '#domain/needs/move.ts';
import { attachQuote, detachQuote } from '#domain/needs/quotes.ts';
import { confirmNeed, unconfirmNeed } from '#domain/needs/understood.ts';
import { addNeed, changeNeed, healNeed, removeNeed, restoreNeed, unhealNeed } from '#domain/needs/write.ts';
import { idShape, okShape, writtenShape } from '#model/names.shape.ts';
import { candidateTurnShape, depthShape, elementShape, needStatementShape, placeShape } from '#model/need.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const ofNeed = idOf('need');
const madeShape = z.object({ id: idShape });
const depth = depthShape.describe(
  'How deep: 0 what happens, 1 why, 2 what it costs, 3 what it means to them, 4 the value or feeling at stake',
);
const findingId = idShape.describe('Id of the confirmed finding whose words these are');
const saidWords = {
  turnId: idShape.describe('Id of the turn in which they confirmed it'),
  from: z.int().min(0).describe('Where their words begin in the text of the turn, in UTF-16 units'),
  to: z.int().min(1).describe('Where they end; the unit at this place is not part of them'),
};

/** Something was done, and there is nothing to tell of it. */
const done = async (deed: Promise<unknown>) => {
  await deed;
  return { ok: true as const };
};

export const needs = {
  add: may('member', 'need.added')
    .route({ method: 'POST', path: '/people/{personId}/needs', summary: 'Note a need that somebody has, in your words' })
    .input(
      z.object({
        personId: idShape.describe('Id of the person'),
        statement: needStatementShape.describe('What they need, in your words'),
        depth: depth.default(0),
        under: idShape.optional().describe('Id of the need it hangs under; none: it stands on its own'),
        element: elementShape.optional().describe('The element of value that it touches'),
        mustHave: z.boolean().optional().describe('They say it is a condition'),
      }),
    )
    .output(madeShape)
    .handler(({ context, input }) => addNeed(context.scope, input)),
  change: may('member', 'need.changed')
    .route({ method: 'PATCH', path: '/needs/{id}', summary: 'Say a need better, or say what it touches; tells how it stood' })
    .input(
      ofNeed.extend({
        statement: writtenShape.trim().max(1000).optional().describe('What they need, in your words; empty: their words alone'),
        element: elementShape.nullable().optional().describe('The element of value that it touches; null for none'),
        mustHave: z.boolean().optional().describe('They say it is a condition'),
      }),
    )
    .output(z.object({ statement: z.string(), element: elementShape.nullable(), mustHave: z.boolean() }))
    .handler(({ context, input: { id, ...given } }) => changeNeed(context.scope, id, given)),
  move: may('member', 'need.moved')
    .route({
      method: 'POST',
      path: '/needs/{id}/move',
      summary: 'Hang a need elsewhere, or say how deep it goes; tells where all of it hung',
    })
    .input(
      ofNeed.extend({
        parentId: idShape.nullable().optional().describe('The need it hangs under; null: on its own; left out: where it hangs'),
        depth: depth.optional(),
      }),
    )
    .output(z.object({ before: z.array(placeShape) }))
    .handler(({ context, input }) => moveNeed(context.scope, input)),
  arrange: may('member', 'need.moved')
    .route({ method: 'POST', path: '/needs/arrange', summary: 'Put needs of one person where they were, as a move told it' })
    .input(z.object({ places: z.array(placeShape).max(1000).describe('Where each need hangs and how deep it goes') }))
    .output(okShape)
    .handler(({ context, input }) => done(arrangeNeeds(context.scope, input))),
  merge: may('member', 'need.merged')
    .route({ method: 'POST', path: '/needs/{id}/merge', summary: 'Two needs are one: the words of the first go to the second' })
    .input(ofNeed.extend({ into: idShape.describe('Id of the need that stays') }))
    .output(z.object({ undo: z.string() }))
    .handler(({ context, input }) => mergeNeeds(context.scope, input)),
  unmerge: may('member', 'need.unmerged')
    .route({ method: 'POST', path: '/needs/unmerge', summary: 'They are two needs after all' })
    .input(z.object({ undo: idShape.describe('What merging told') }))
    .output(okShape)
    .handler(({ context, input }) => done(unmergeNeeds(context.scope, input.undo))),
  split: may('member', 'need.split')
    .route({ method: 'POST', path: '/needs/{id}/split', summary: 'Some of its words show another need: they get one of their own' })
    .input(
      ofNeed.extend({
        findingIds: z.array(idShape).min(1).max(200).describe('Ids of the findings whose words go to the new need'),
        statement: writtenShape.trim().max(1000).default('').describe('The new need in your words'),
      }),
    )
    .output(madeShape)
    .handler(({ context, input }) => splitNeed(context.scope, input)),
  attach: may('member', 'need.quote-added')
    .route({ method: 'POST', path: '/needs/{id}/quotes', summary: 'Words confirmed as something else show this need as well' })
    .input(ofNeed.extend({ findingId }))
    .output(okShape)
    .handler(({ context, input }) => done(attachQuote(context.scope, input))),
  detach: may('member', 'need.quote-taken')
    .route({ method: 'DELETE', path: '/needs/{id}/quotes/{findingId}', summary: 'Those words do not show this need' })
    .input(ofNeed.extend({ findingId }))
    .output(okShape)
    .handler(({ context, input }) => done(detachQuote(context.scope, input))),
  heal: may('member', 'need.healed')
    .route({ method: 'POST', path: '/needs/{id}/heal', summary: 'Something healed it' })
    .input(ofNeed.extend({ what: writtenShape.trim().max(1000).default('').describe('What healed it, in your words') }))
    .output(okShape)
    .handler(({ context, input: { id, what } }) => done(healNeed(context.scope, id, { what }))),
  unheal: may('member', 'need.not-healed')
    .route({ method: 'POST', path: '/needs/{id}/unheal', summary: 'It hurts after all' })
    .input(ofNeed)
    .output(okShape)
    .handler(({ context, input }) => done(unhealNeed(context.scope, input.id))),
  remove: may('member', 'need.removed')
    .route({ method: 'DELETE', path: '/needs/{id}', summary: 'Take a need off its ladder; it can be brought back' })
    .input(ofNeed)
    .output(okShape)
    .handler(({ context, input }) => done(removeNeed(context.scope, input.id))),
  restore: may('member', 'need.restored')
    .route({ method: 'POST', path: '/needs/{id}/restore', summary: 'Bring a need back to where it was' })
    .input(ofNeed)
    .output(okShape)
    .handler(({ context, input }) => done(restoreNeed(context.scope, input.id))),
  candidates: may('guest')
    .route({ method: 'GET', path: '/needs/{id}/candidates', summary: 'Turns in which they may have confirmed what you said back' })
    .input(ofNeed)
    .output(z.object({ turns: z.array(candidateTurnShape) }))
    .handler(async ({ context, input }) => ({ turns: await candidatesFor(context.scope, input.id) })),
  understand: may('member', 'need.understood')
    .route({ method: 'POST', path: '/needs/{needId}/confirmations', summary: 'They confirmed it, in these words: it is understood' })
    .input(z.object({ needId: idShape.describe('Id of the need'), ...saidWords }))
    .output(madeShape)
    .handler(({ context, input }) => confirmNeed(context.scope, input)),
  misunderstand: may('member', 'need.not-understood')
    .route({ method: 'DELETE', path: '/needs/{needId}/confirmations/{id}', summary: 'That was no confirmation; tells where it was' })
    .input(z.object({ needId: idShape.describe('Id of the need'), id: idShape.describe('Id of the confirmation') }))
    .output(z.object({ turnId: idShape, from: z.int(), to: z.int() }))
    .handler(({ context, input }) => unconfirmNeed(context.scope, input)),
};
