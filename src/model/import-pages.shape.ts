import { z } from 'zod';
import { IMPORT_OBJECTS, IMPORT_OUTCOMES, IMPORT_SOURCES, type ImportOptions, type ImportReason, type LookedFile } from './import.ts';
import {
  IMPORT_STATES,
  type ImportListRow,
  type ImportPage,
  type ImportRowOpened,
  type ImportRowView,
  type ImportTimes,
  type ImportUndoLook,
} from './import-pages.ts';
import { idShape, momentShape, nameRefShape, writtenShape } from './names.shape.ts';

export const importObjectShape = z.enum(IMPORT_OBJECTS);
export const importOutcomeShape = z.enum(IMPORT_OUTCOMES);
const sourceShape = z.enum(IMPORT_SOURCES);

const reasonShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
}) satisfies z.ZodType<ImportReason>;

const lookedFileShape = z.object({
  i: z.int(),
  dropped: z.int(),
  name: z.string(),
  sheet: z.string().optional(),
  source: sourceShape.nullable(),
  object: importObjectShape.nullable(),
  rows: z.int(),
  size: z.number(),
  why: reasonShape,
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  columns: z.array(z.object({ header: z.string(), field: z.string(), samples: z.array(z.string()), filled: z.int() })).optional(),
  dates: z
    .object({
      order: z.enum(['day-first', 'month-first', 'iso', 'unknown']),
      sample: z.string().optional(),
      proof: z.number().optional(),
    })
    .optional(),
  owners: z.array(z.object({ owner: z.string(), rows: z.int() })).optional(),
  leftOut: z.boolean().optional(),
}) satisfies z.ZodType<LookedFile>;

const fileKey = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .pipe(z.int().min(0).max(100_000));
const rowKey = writtenShape.regex(/^\d{1,9}:\d{1,12}$/);
const written = writtenShape.max(500);

/** What a member decides; each part that is given takes the place of what was decided before. */
export const importOptionsShape = z.object({
  owners: z.record(written, idShape.nullable()).optional().describe('Owner as written in the files → member id; null for nobody'),
  dates: z
    .record(fileKey, z.enum(['day-first', 'month-first']))
    .optional()
    .describe('File number → which way round its dates stand'),
  conflict: z.enum(['fill', 'file']).optional().describe('Where we know something already: fill what is empty, or take the file’s word'),
  columns: z
    .record(fileKey, z.record(written, written))
    .optional()
    .describe('File number → header → field: a path of a record, custom or nothing'),
  objects: z.record(fileKey, importObjectShape).optional().describe('File number → what it holds, when that was not recognised'),
  leftOutFiles: z.array(z.int().min(0).max(100_000)).max(10_000).optional().describe('Numbers of files that stay out'),
  leftOutRows: z.array(rowKey).max(20_000).optional().describe('Rows that stay out, as file:row'),
  filesWord: z.array(rowKey).max(20_000).optional().describe('Rows of which the file’s word counts, as file:row'),
}) satisfies z.ZodType<ImportOptions>;

const tallyShape = z.partialRecord(importObjectShape, z.partialRecord(importOutcomeShape, z.int()));
const howFar = z.object({ done: z.int(), of: z.int() });
const moment = momentShape.nullable();

const times = {
  createdAt: momentShape,
  lookedAt: moment,
  triedAt: moment,
  startedAt: moment,
  pausedAt: moment,
  cancelledAt: moment,
  doneAt: moment,
  undoingAt: moment,
  undoneAt: moment,
  failedAt: moment,
} satisfies Record<keyof ImportTimes, z.ZodType>;

const stateShape = z.enum(IMPORT_STATES);
const fromShape = z.union([sourceShape, z.literal('')]);

export const importPageShape = z.object({
  ...times,
  id: idShape,
  state: stateShape,
  source: fromShape,
  by: nameRefShape.nullable(),
  dropped: z.array(z.object({ i: z.int(), name: z.string(), size: z.number() })),
  files: z.array(lookedFileShape),
  options: importOptionsShape,
  questions: z.object({
    owners: z.array(z.object({ owner: z.string(), rows: z.int(), guess: idShape.nullable(), answer: idShape.nullable().optional() })),
    dates: z.array(
      z.object({
        file: z.int(),
        name: z.string(),
        order: z.string(),
        sample: z.string().optional(),
        proof: z.number().optional(),
        answer: z.string().optional(),
      }),
    ),
  }),
  members: z.array(nameRefShape),
  plan: tallyShape,
  triedMs: z.number().nullable(),
  done: tallyShape,
  progress: z.partialRecord(z.union([importObjectShape, z.literal('ties')]), howFar),
  rows: howFar,
  leftMs: z.number().nullable(),
  justNow: z.array(
    z.object({
      object: importObjectShape,
      outcome: importOutcomeShape,
      label: z.string(),
      at: z.string().optional(),
      with: z.string().optional(),
    }),
  ),
  people: z.object({ before: z.int().nullable(), now: z.int() }),
  perhapsSame: z.int(),
  failedWhy: z.string().nullable(),
  undoUntil: moment,
}) satisfies z.ZodType<ImportPage>;

export const importListRowShape = z.object({
  id: idShape,
  state: stateShape,
  source: fromShape,
  by: nameRefShape.nullable(),
  names: z.array(z.string()),
  createdAt: momentShape,
  doneAt: moment,
  done: tallyShape,
  undoUntil: moment,
}) satisfies z.ZodType<ImportListRow>;

const row = {
  object: importObjectShape,
  file: z.int(),
  row: z.int(),
  label: z.string(),
  where: z.string(),
  outcome: importOutcomeShape,
  reasons: z.array(reasonShape),
  rowId: idShape.nullable(),
  leftOut: z.boolean(),
  filesWord: z.boolean(),
};
export const importRowShape = z.object(row) satisfies z.ZodType<ImportRowView>;

export const importRowOpenedShape = z.object({
  ...row,
  cells: z.array(
    z.object({ field: z.string(), file: z.string(), now: z.string(), afterwards: z.string(), reason: reasonShape.nullable() }),
  ),
  source: z.string(),
  externalId: z.string().nullable(),
}) satisfies z.ZodType<ImportRowOpened>;

export const importUndoLookShape = z.object({
  kept: z.array(z.object({ object: importObjectShape, id: idShape, label: z.string(), why: reasonShape })),
  keptInAll: z.int(),
  gone: z.int(),
  restored: z.int(),
}) satisfies z.ZodType<ImportUndoLook>;
