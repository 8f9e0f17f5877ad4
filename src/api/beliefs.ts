import { z } from 'zod';
import { closeBelief, reopenBelief, takeBackStep } from '#domain/beliefs/close.ts';
import { addBelief, changeBelief, removeBelief, restoreBelief } from '#domain/beliefs/write.ts';
import { beliefKindShape, beliefStatementShape, beliefWayShape, repairShape } from '#model/belief.shape.ts';
import { idShape, okShape, writtenMomentShape, writtenShape } from '#model/names.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const ofBelief = idOf('belief');
const kind = beliefKindShape.describe('Whether it is so, is not so, or is something they do not know');
const statement = beliefStatementShape.describe('What they hold, in your words');
const repair = repairShape.describe('What would repair it, or fill the hole');
const note = writtenShape.trim().max(1000).default('').describe('A line about it, in your words');
const stepShape = z.object({ step: idShape });

const done = async (deed: Promise<unknown>) => {
  await deed;
  return { ok: true as const };
};

export const beliefs = {
  add: may('member', 'belief.added')
    .route({ method: 'POST', path: '/people/{personId}/beliefs', summary: 'Note what somebody holds about you' })
    .input(
      z.object({
        personId: idShape.describe('Id of the person'),
        kind,
        statement,
        claim: idShape.optional().describe('Id of the claim it is held against'),
        repair: repair.optional(),
      }),
    )
    .output(z.object({ id: idShape }))
    .handler(({ context, input }) => addBelief(context.scope, input)),
  change: may('member', 'belief.changed')
    .route({ method: 'PATCH', path: '/beliefs/{id}', summary: 'Say a belief better, or hold it against a claim; tells how it stood' })
    .input(
      ofBelief.extend({
        kind: kind.optional(),
        statement: writtenShape.trim().max(500).optional().describe('What they hold, in your words; empty: their words alone'),
        claim: idShape.nullable().optional().describe('Id of the claim it is held against; null for none'),
        repair: repair.optional(),
      }),
    )
    .output(z.object({ kind: beliefKindShape, statement: z.string(), claim: idShape.nullable(), repair: z.string() }))
    .handler(({ context, input: { id, ...given } }) => changeBelief(context.scope, id, given)),
  close: may('member', 'belief.closed')
    .route({ method: 'POST', path: '/beliefs/{id}/close', summary: 'Something you did repaired it or filled the hole' })
    .input(
      ofBelief.extend({
        how: beliefWayShape.describe('What it was'),
        conversationId: idShape.optional().describe('The talk in which it was, of this person'),
        attachmentId: idShape.optional().describe('The document that was sent, of this person'),
        note,
        at: writtenMomentShape.optional().describe('When; now, or when the talk was, when left out'),
      }),
    )
    .output(stepShape)
    .handler(({ context, input: { id, ...given } }) => closeBelief(context.scope, id, given)),
  reopen: may('member', 'belief.reopened')
    .route({ method: 'POST', path: '/beliefs/{id}/reopen', summary: 'They hold it after all' })
    .input(ofBelief.extend({ note }))
    .output(stepShape)
    .handler(({ context, input: { id, ...given } }) => reopenBelief(context.scope, id, given)),
  takeBack: may('member', 'belief.step-taken-back')
    .route({ method: 'DELETE', path: '/beliefs/{id}/steps/{step}', summary: 'That step was a mistake' })
    .input(ofBelief.extend({ step: idShape.describe('Id of the step') }))
    .output(okShape)
    .handler(({ context, input }) => done(takeBackStep(context.scope, input))),
  remove: may('member', 'belief.removed')
    .route({ method: 'DELETE', path: '/beliefs/{id}', summary: 'They hold no such thing; it can be brought back' })
    .input(ofBelief)
    .output(okShape)
    .handler(({ context, input }) => done(removeBelief(context.scope, input.id))),
  restore: may('member', 'belief.restored')
    .route({ method: 'POST', path: '/beliefs/{id}/restore', summary: 'They do hold it' })
    .input(ofBelief)
    .output(okShape)
    .handler(({ context, input }) => done(restoreBelief(context.scope, input.id))),
};
