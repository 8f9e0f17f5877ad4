import type { Client } from '@orpc/client';
import type { ImportObject, ImportOptions, ImportOutcome } from '#model/import.ts';
import type { ImportListRow, ImportPage, ImportRowOpened, ImportRowView, ImportUndoLook } from '#model/import-pages.ts';
import type { Page } from '#model/pages.ts';

type Asks<Input, Output> = Client<Record<never, never>, Input, Output, Error>;
type Ok = { ok: boolean };
type Step = Asks<{ id: string }, Ok>;

/** What the web asks about moving in; files go up beside it (imports/arrivals.ts). */
export type ImportsApi = {
  create: Asks<undefined, { id: string }>;
  list: Asks<{ cursor?: string; limit?: number }, Page<ImportListRow>>;
  open: Asks<{ id: string }, ImportPage>;
  answer: Asks<ImportOptions & { id: string }, Ok>;
  dropFile: Asks<{ id: string; i: number }, Ok>;
  try: Step;
  start: Step;
  pause: Step;
  resume: Step;
  cancel: Step;
  undo: Step;
  undoLook: Asks<{ id: string }, ImportUndoLook>;
  rows: Asks<{ id: string; object?: ImportObject; outcome?: ImportOutcome; cursor?: string; limit?: number }, Page<ImportRowView>>;
  row: Asks<{ id: string; object: ImportObject; file: number; row: number }, ImportRowOpened>;
};
