import { z } from 'zod';
import type { AttachmentView } from './attachment.ts';
import { idShape, momentShape, nameRefShape } from './names.shape.ts';

export const attachmentViewShape = z.object({
  id: idShape,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  isPrivate: z.boolean(),
  addedAt: momentShape,
  addedBy: nameRefShape.nullable(),
}) satisfies z.ZodType<AttachmentView>;
