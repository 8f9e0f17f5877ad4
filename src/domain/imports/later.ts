import { later } from '#db/later.ts';
import type { ChangingPlace } from '../scope.ts';

type Job = 'look-at-import' | 'try-import' | 'bring-in-import' | 'undo-import';

/** One after another in a workspace: two imports at once would not see what the other brings. Asked for twice while it waits is once. */
async function ask(change: ChangingPlace, job: Job, importId: string): Promise<void> {
  const payload = { workspaceId: change.workspaceId, importId };
  await later(change.db, job, payload, { key: `${job}:${importId}`, queue: `imports:${change.workspaceId}`, priority: 5, attempts: 8 });
}

export const lookLater = (change: ChangingPlace, importId: string) => ask(change, 'look-at-import', importId);
export const tryLater = (change: ChangingPlace, importId: string) => ask(change, 'try-import', importId);
export const bringInLater = (change: ChangingPlace, importId: string) => ask(change, 'bring-in-import', importId);
export const undoLater = (change: ChangingPlace, importId: string) => ask(change, 'undo-import', importId);

/** When the seven days are over: bytes and what was there before go. */
export async function cleanLater(change: ChangingPlace, importId: string, at: string): Promise<void> {
  const payload = { workspaceId: change.workspaceId, importId };
  await later(change.db, 'clean-import', payload, { key: `clean-import:${importId}`, runAt: at, priority: 20 });
}
