import { z } from 'zod';
import { choosePhoto } from '#domain/attachments/keep.ts';
import { removeAttachment, restoreAttachment } from '#domain/attachments/remove.ts';
import { listAttachments } from '#domain/attachments/view.ts';
import { attachmentViewShape } from '#model/attachment.shape.ts';
import { ATTACHED_TO } from '#model/attachment.ts';
import { idShape, okShape } from '#model/names.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

/** The bytes themselves come and go by server/attachments.ts. */
export const attachments = {
  list: may('guest')
    .route({ method: 'GET', path: '/attachments', summary: 'The files beside a person, an organisation, a deal or a note' })
    .input(
      z.object({
        about: z.enum(ATTACHED_TO).default('person').describe('What they stand beside'),
        id: idShape.describe('Its id'),
      }),
    )
    .output(z.object({ attachments: z.array(attachmentViewShape) }))
    .handler(async ({ context, input }) => ({ attachments: await listAttachments(context.scope, input) })),
  remove: may('member', 'attachment.removed')
    .route({ method: 'DELETE', path: '/attachments/{id}', summary: 'Take a file away; it can be brought back' })
    .input(idOf('attachment'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeAttachment(context.scope, input.id);
      return { ok: true as const };
    }),
  restore: may('member', 'attachment.restored')
    .route({ method: 'POST', path: '/attachments/{id}/restore', summary: 'Bring a file back' })
    .input(idOf('attachment'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await restoreAttachment(context.scope, input.id);
      return { ok: true as const };
    }),
  choosePhoto: may('member', 'photo.chosen')
    .route({ method: 'PUT', path: '/people/{personId}/photo', summary: 'Which of their photos is shown, or none' })
    .input(
      z.object({
        personId: idShape.describe('Id of the person'),
        photoId: idShape.nullable().describe('Id of a photo of theirs; null for none'),
      }),
    )
    .output(z.object({ photoId: idShape.nullable(), before: idShape.nullable() }))
    .handler(({ context, input }) => choosePhoto(context.scope, input.personId, input.photoId)),
};
