import { z } from 'zod';
import type { BulkTold } from './bulk.ts';
import { idShape, momentShape, nameRefShape } from './names.shape.ts';
import { FIELD_KINDS, type FilledField, type OwnField } from './own-field.ts';
import { type SavedView, VIEW_OF } from './saved-view.ts';
import { ABOUT, type TagRef, type TagView } from './tag.ts';

export const aboutShape = z.enum(ABOUT);
export const tagShape = z.object({ id: idShape, name: z.string() }) satisfies z.ZodType<TagRef>;
export const tagViewShape = tagShape.extend({ people: z.int(), organisations: z.int(), deals: z.int() }) satisfies z.ZodType<TagView>;

export const ownFieldShape = z.object({
  id: idShape,
  about: aboutShape,
  label: z.string(),
  kind: z.enum(FIELD_KINDS),
  choices: z.array(z.string()),
  putAwayAt: momentShape.nullable(),
}) satisfies z.ZodType<OwnField>;

export const filledFieldShape = z.object({
  id: idShape,
  label: z.string(),
  kind: z.enum(FIELD_KINDS),
  choices: z.array(z.string()),
  value: z.union([z.string(), nameRefShape]).nullable(),
}) satisfies z.ZodType<FilledField>;

export const savedViewShape = z.object({
  id: idShape,
  of: z.enum(VIEW_OF),
  name: z.string(),
  search: z.record(z.string(), z.unknown()),
  shared: z.boolean(),
  mine: z.boolean(),
  count: z.int().nullable(),
}) satisfies z.ZodType<SavedView>;

export const bulkToldShape = z.object({
  id: idShape,
  what: z.enum(['tag', 'untag', 'kind', 'owner', 'closeness', 'field', 'contact', 'tag-merged', 'tag-removed']),
  name: z.string(),
  to: z.string(),
  taken: z.boolean(),
  changed: z.int(),
  waiting: z.int(),
  by: nameRefShape,
  at: momentShape,
  undoneAt: momentShape.nullable(),
  mayUndo: z.boolean(),
}) satisfies z.ZodType<BulkTold>;
