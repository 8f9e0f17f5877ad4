import { z } from 'zod';
import { confirmFinding, editFinding, rejectFinding, undoFinding } from '#domain/findings/decide.ts';
import { noteFinding } from '#domain/findings/note.ts';
import { findingFieldsShape, findingViewShape } from '#model/finding.shape.ts';
import { findingKindShape, idShape } from '#model/names.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const edited = z.object({
  id: idShape.describe('Id of the finding'),
  kind: findingKindShape.optional().describe('What it is instead'),
  speaker: z.int().min(0).max(100_000).optional().describe('Index of the speaker it is about'),
  ...findingFieldsShape.shape,
});

const noted = z.object({
  conversationId: idShape.describe('Id of the conversation'),
  turnId: idShape.describe('Id of the turn that holds the words'),
  from: z.int().min(0).describe('Where the words begin in the text of the turn, in UTF-16 units'),
  to: z.int().min(1).describe('Where they end; the unit at this place is not part of them'),
  kind: findingKindShape.describe('What they are'),
  speaker: z.int().min(0).max(100_000).optional().describe('Index of the speaker it is about; whoever spoke the turn when left out'),
  ...findingFieldsShape.shape,
});

const undone = findingViewShape.extend({ gone: z.literal(true).optional().describe('It was noted by hand and is not there any more') });

export const findings = {
  note: may('member', 'finding.noted')
    .route({ method: 'POST', path: '/findings', summary: 'Note what was not suggested: words of a turn, and what they mean' })
    .input(noted)
    .output(findingViewShape)
    .handler(({ context, input }) => noteFinding(context.scope, input)),
  confirm: may('member', 'finding.confirmed')
    .route({ method: 'POST', path: '/findings/{id}/confirm', summary: 'Yes, that is so' })
    .input(
      idOf('finding').extend({
        under: idShape.optional().describe('A need: the need it hangs under, of the same person'),
        into: idShape.optional().describe('A need: the need whose quote it becomes, instead of one of its own'),
      }),
    )
    .output(findingViewShape)
    .handler(({ context, input: { id, ...whither } }) => confirmFinding(context.scope, id, whither)),
  reject: may('member', 'finding.rejected')
    .route({ method: 'POST', path: '/findings/{id}/reject', summary: 'No, that is not so; it is not suggested again' })
    .input(idOf('finding'))
    .output(findingViewShape)
    .handler(({ context, input }) => rejectFinding(context.scope, input.id)),
  undo: may('member', 'finding.undone')
    .route({
      method: 'POST',
      path: '/findings/{id}/undo',
      summary: 'Take the last decision on a finding back; one that was noted by hand goes',
    })
    .input(idOf('finding'))
    .output(undone)
    .handler(({ context, input }) => undoFinding(context.scope, input.id)),
  edit: may('member', 'finding.edited')
    .route({ method: 'POST', path: '/findings/{id}/edit', summary: 'Mend what was understood; the words themselves stay' })
    .input(edited)
    .output(findingViewShape)
    .handler(({ context, input: { id, ...mended } }) => editFinding(context.scope, id, mended)),
};
