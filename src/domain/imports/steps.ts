import { type RawBuilder, sql } from 'kysely';
import { type ImportState, importUndoUntil } from '#model/import-pages.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { type ImportRecord, importOf, markImport, merged, mustBe } from './find.ts';
import { bringInLater, tryLater, undoLater } from './later.ts';

interface Step {
  from: ImportState[];
  action: string;
  set: (change: Change) => RawBuilder<unknown>;
  next?: (change: Change, id: string) => Promise<void>;
  judge?: (record: ImportRecord, change: Change) => void;
}

/** @throws Refusal `missing.import`, `import.too-late`, and what the step itself refuses. */
function stepOf({ from, action, set, next, judge }: Step): (scope: Scope, id: string) => Promise<void> {
  return (scope, id) =>
    wholly(scope, async (change) => {
      const record = await importOf(change, id, 'lock');
      mustBe(record, from);
      judge?.(record, change);
      await markImport(change, id, set(change));
      await next?.(change, id);
      await remember(change, { action, about: 'import', id });
    });
}

/** Have a dry run made: nothing is written but what would happen. */
export const tryImport = stepOf({
  from: ['looked', 'tried'],
  action: 'import.tried',
  set: ({ now }) => merged('progress', { trying: now }),
  next: tryLater,
});

/** Bring it in, tried or not. @throws Refusal `import.nothing-to-do` when a dry run said that no row would come in. */
export const startImport = stepOf({
  from: ['looked', 'tried'],
  action: 'import.started',
  judge: ({ tally }) => {
    if (!tally.plan) return;
    const ready = Object.values(tally.plan).some((by) => (by.create ?? 0) + (by.update ?? 0) > 0);
    if (!ready) throw new Refusal('import.nothing-to-do', 'There is nothing to bring in: no row would change anything.');
  },
  set: ({ now }) => sql`started_at = ${now}`,
  next: bringInLater,
});

export const pauseImport = stepOf({ from: ['running'], action: 'import.paused', set: ({ now }) => sql`paused_at = ${now}` });

/** Go on where it was, after a pause or after it broke. */
export const resumeImport = stepOf({
  from: ['paused', 'failed'],
  action: 'import.resumed',
  judge: mustHaveStarted,
  set: () => sql`paused_at = null, failed_at = null, failed_why = null`,
  next: bringInLater,
});

/** Stop and take back what is in. */
export const cancelImport = stepOf({
  from: ['running', 'paused', 'failed'],
  action: 'import.cancelled',
  judge: mustHaveStarted,
  set: ({ now }) => sql`cancelled_at = ${now}, undoing_at = ${now}`,
  next: undoLater,
});

/** @throws Refusal `import.undo-over` when the seven days are over. */
export const undoImport = stepOf({
  from: ['done'],
  action: 'import.undone',
  judge: (record, { now }) => {
    if (!importUndoUntil(record, now)) throw new Refusal('import.undo-over', 'The seven days in which this could be taken back are over.');
  },
  set: ({ now }) => sql`undoing_at = ${now}`,
  next: undoLater,
});

function mustHaveStarted({ startedAt }: ImportRecord): void {
  if (!startedAt) throw new Refusal('import.too-late', 'This import is past that step.', { state: 'failed' });
}
