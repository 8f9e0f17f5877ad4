import { z } from 'zod';
import { readLearning } from '#domain/learning/read.ts';
import { resetLearning, takeResetBack } from '#domain/learning/reset.ts';
import { learnedShape } from '#model/learning.shape.ts';
import { writtenMomentShape } from '#model/names.shape.ts';
import { may } from './base.ts';

export const learning = {
  read: may('member')
    .route({ method: 'GET', path: '/learning', summary: 'What Heed has learned from your decisions' })
    .output(learnedShape)
    .handler(({ context }) => readLearning(context.scope)),
  reset: may('admin', 'learning.reset')
    .route({ method: 'POST', path: '/learning/reset', summary: 'Forget what was learned; the decisions themselves stay' })
    .output(learnedShape)
    .handler(({ context }) => resetLearning(context.scope)),
  unreset: may('admin', 'learning.unreset')
    .route({ method: 'POST', path: '/learning/unreset', summary: 'Take a reset back: what was learned before it counts again' })
    .input(z.object({ resetAt: writtenMomentShape.describe('The moment of the reset, as it was answered; ISO 8601 with offset') }))
    .output(learnedShape)
    .handler(({ context, input }) => takeResetBack(context.scope, input.resetAt)),
};
