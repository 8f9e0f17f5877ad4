import { z } from 'zod';
import { listSayBacks } from '#domain/say-backs/list.ts';
import { makeSayBack, revokeSayBack } from '#domain/say-backs/make.ts';
import { answerSayBack, lookAtSayBack } from '#domain/say-backs/said.ts';
import { idShape, momentShape, okShape, writtenShape } from '#model/names.shape.ts';
import { answerShape, needStatementShape } from '#model/need.shape.ts';
import { saidPageShape, sayBackShape } from '#model/say-back.shape.ts';
import { anybody, may } from './base.ts';
import { idOf } from './inputs.ts';

const token = writtenShape.min(1).max(200).describe('The last part of the link');
const personId = idShape.describe('Id of the person');

export const sayBacks = {
  make: may('member', 'say-back.made')
    .route({ method: 'POST', path: '/people/{personId}/say-backs', summary: 'Make a link that asks one person whether you got it right' })
    .input(
      z.object({
        personId,
        needs: z
          .array(z.object({ id: idShape.describe('Id of the need'), statement: needStatementShape.describe('Your words for it') }))
          .min(1)
          .max(20)
          .describe('Which needs, each as they will read it'),
        greeting: writtenShape.trim().max(500).optional().describe('A line above them, from you'),
      }),
    )
    .output(z.object({ id: idShape, url: z.string(), expiresAt: momentShape }))
    .handler(({ context, input }) => makeSayBack(context.scope, { ...input, publicUrl: context.publicUrl })),
  list: may('guest')
    .route({ method: 'GET', path: '/people/{personId}/say-backs', summary: 'The links made for one person, and what was answered' })
    .input(z.object({ personId }))
    .output(z.object({ links: z.array(sayBackShape) }))
    .handler(async ({ context, input }) => ({ links: await listSayBacks(context.scope, input.personId) })),
  revoke: may('member', 'say-back.revoked')
    .route({ method: 'DELETE', path: '/say-backs/{id}', summary: 'The link leads nowhere from here on; what was answered stays' })
    .input(idOf('link'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await revokeSayBack(context.scope, input.id);
      return { ok: true as const };
    }),
  look: anybody()
    .route({ method: 'GET', path: '/said/{token}', summary: 'What a link asks of the one who holds it' })
    .input(z.object({ token }))
    .output(saidPageShape)
    .handler(({ context, input }) => lookAtSayBack(context.db, { token: input.token, now: context.now })),
  answer: anybody('say-back.answered')
    .route({ method: 'POST', path: '/said/{token}', summary: 'Say whether they got it right; can be changed until the link ends' })
    .input(
      z.object({
        token,
        need: idShape.describe('Id of the need, as the page gives it'),
        answer: answerShape.describe('Whether it is so'),
        words: writtenShape.trim().max(2000).default('').describe('In your own words, if you like'),
      }),
    )
    .output(okShape)
    .handler(async ({ context, input }) => {
      await answerSayBack(context.db, context.now, input);
      return { ok: true as const };
    }),
};
