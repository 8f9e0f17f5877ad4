import { z } from 'zod';
import { answerImport, dropImportFile } from '#domain/imports/answer.ts';
import { createImport } from '#domain/imports/create.ts';
import { listImports } from '#domain/imports/list.ts';
import { openImport } from '#domain/imports/open.ts';
import { openImportRow } from '#domain/imports/open-row.ts';
import { listImportRows } from '#domain/imports/rows.ts';
import { cancelImport, pauseImport, resumeImport, startImport, tryImport, undoImport } from '#domain/imports/steps.ts';
import { lookAtUndo } from '#domain/imports/undo-look.ts';
import type { Scope } from '#domain/scope.ts';
import {
  importListRowShape,
  importObjectShape,
  importOptionsShape,
  importOutcomeShape,
  importPageShape,
  importRowOpenedShape,
  importRowShape,
  importUndoLookShape,
} from '#model/import-pages.shape.ts';
import { idShape, okShape, pageShape } from '#model/names.shape.ts';
import { may, unchecked } from './base.ts';
import { idOf, paging } from './inputs.ts';

const ok = { ok: true as const };
// More than that no column holds.
const place = z.coerce.number().int().min(0).max(2_147_483_647);

/** A step of an import: by its id, done or refused. */
function step(name: string, audit: string, summary: string, take: (scope: Scope, id: string) => Promise<void>) {
  return may('member', audit)
    .route({ method: 'POST', path: `/imports/{id}/${name}`, summary })
    .input(idOf('import'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await take(context.scope, input.id);
      return ok;
    });
}

/** Moving in. Files arrive by POST /api/v1/imports/:id/files, the result leaves by GET /api/v1/imports/:id/result (server/import-files.ts). */
export const imports = {
  create: may('member', 'import.created')
    .route({ method: 'POST', path: '/imports', summary: 'Begin to move in: an import without files yet' })
    .output(z.object({ id: idShape }))
    .handler(({ context }) => createImport(context.scope)),
  list: may('member')
    .route({ method: 'GET', path: '/imports', summary: 'What was brought in so far' })
    .input(z.object(paging))
    .output(unchecked(pageShape(importListRowShape)))
    .handler(({ context, input }) => listImports(context.scope, input)),
  open: may('member')
    .route({ method: 'GET', path: '/imports/{id}', summary: 'One import: its files, what they are, what is asked, how far it is' })
    .input(idOf('import'))
    .output(unchecked(importPageShape))
    .handler(({ context, input }) => openImport(context.scope, input.id)),
  answer: may('member', 'import.answered')
    .route({ method: 'PATCH', path: '/imports/{id}', summary: 'Decide what the files cannot tell' })
    .input(importOptionsShape.extend(idOf('import').shape))
    .output(okShape)
    .handler(async ({ context, input: { id, ...options } }) => {
      await answerImport(context.scope, id, options);
      return ok;
    }),
  dropFile: may('member', 'import.file-dropped')
    .route({ method: 'DELETE', path: '/imports/{id}/files/{i}', summary: 'Take a dropped file away before it is brought in' })
    .input(idOf('import').extend({ i: place.describe('Number of the dropped file') }))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await dropImportFile(context.scope, input.id, input.i);
      return ok;
    }),
  try: step('try', 'import.tried', 'Try it and write nothing: what would happen to each row, and why', tryImport),
  start: step('start', 'import.started', 'Bring it in', startImport),
  pause: step('pause', 'import.paused', 'Pause it; what is in stays in', pauseImport),
  resume: step('resume', 'import.resumed', 'Go on where it was paused', resumeImport),
  cancel: step('cancel', 'import.cancelled', 'Stop it and take back what is in', cancelImport),
  undo: step('undo', 'import.undone', 'Take all of it back, but for what was changed since', undoImport),
  undoLook: may('member')
    .route({ method: 'GET', path: '/imports/{id}/undo', summary: 'What was changed since and would stay if it were taken back' })
    .input(idOf('import'))
    .output(unchecked(importUndoLookShape))
    .handler(({ context, input }) => lookAtUndo(context.scope, input.id)),
  rows: may('member')
    .route({ method: 'GET', path: '/imports/{id}/rows', summary: 'Its rows and what happens to each, those that need a look first' })
    .input(
      z.object({
        ...paging,
        ...idOf('import').shape,
        object: importObjectShape.default('person').describe('Which kind of record'),
        outcome: importOutcomeShape.optional().describe('Only those with this outcome'),
      }),
    )
    .output(unchecked(pageShape(importRowShape)))
    .handler(({ context, input }) => listImportRows(context.scope, input)),
  row: may('member')
    .route({
      method: 'GET',
      path: '/imports/{id}/rows/{object}/{file}/{row}',
      summary: 'One row: in the file, in Heed now, and afterwards',
    })
    .input(
      idOf('import').extend({
        object: importObjectShape.describe('Which kind of record'),
        file: place.describe('Number of the file'),
        row: place.min(1).describe('Row of the file, from 1'),
      }),
    )
    .output(unchecked(importRowOpenedShape))
    .handler(({ context, input }) => openImportRow(context.scope, input)),
};
