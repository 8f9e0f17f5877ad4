import { z } from 'zod';
import { confirmFinding, editFinding, rejectFinding, undoFinding } from '#domain/findings/decide.ts';
import { findingFieldsShape, findingViewShape } from '#model/finding.shape.ts';
import { findingKindShape, idShape } from '#model/names.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const edited = z.object({
  id: idShape.describe('Id of the finding'),
  kind: findingKindShape.optional().describe('What it is instead'),
  speaker: z.int().min(0).optional().describe('Index of the speaker it is about'),
  ...findingFieldsShape.shape,
});

export const findings = {
  confirm: may('member', 'finding.confirmed')
    .route({ method: 'POST', path: '/findings/{id}/confirm', summary: 'Yes, that is so' })
    .input(idOf('finding'))
    .output(findingViewShape)
    .handler(({ context, input }) => confirmFinding(context.scope, input.id)),
  reject: may('member', 'finding.rejected')
    .route({ method: 'POST', path: '/findings/{id}/reject', summary: 'No, that is not so; it is not suggested again' })
    .input(idOf('finding'))
    .output(findingViewShape)
    .handler(({ context, input }) => rejectFinding(context.scope, input.id)),
  undo: may('member', 'finding.undone')
    .route({ method: 'POST', path: '/findings/{id}/undo', summary: 'Take the last decision on a finding back' })
    .input(idOf('finding'))
    .output(findingViewShape)
    .handler(({ context, input }) => undoFinding(context.scope, input.id)),
  edit: may('member', 'finding.edited')
    .route({ method: 'POST', path: '/findings/{id}/edit', summary: 'Mend what was understood; the words themselves stay' })
    .input(edited)
    .output(findingViewShape)
    .handler(({ context, input: { id, ...mended } }) => editFinding(context.scope, id, mended)),
};
