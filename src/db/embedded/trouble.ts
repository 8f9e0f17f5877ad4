import { Refusal } from '#model/refusal.ts';

/** What keeps the data folder from being made, in words that say what to do; what is not of the machine stays as it is. */
export function inWords(problem: unknown, state: string): unknown {
  const { code = '', stderr = '', message = '' } = problem as { code?: string; stderr?: string; message?: string };
  const last = lastLines(stderr || message);
  if (code === 'ENOSPC' || code === 'EDQUOT' || isFull(stderr)) return noRoom(state);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal(
      'state.unwritable',
      `Heed cannot write in its data folder ${state} (${message}). Set HEED_STATE to a folder it may use.`,
      { state, reason: message },
    );
  if (stderr)
    return new Refusal('database.not-made', `The embedded database could not be made in ${state}. What it said: ${last}`, { state, last });
  return problem;
}

export function noRoom(state: string): Refusal {
  return new Refusal(
    'state.no-room',
    `The disk with the data folder ${state} is full. Make room there (a new one needs some 150 MB), or set HEED_STATE to a folder on another disk.`,
    { state },
  );
}

/** PostgreSQL's own words for a full disk. */
export function isFull(said: string): boolean {
  return /No space left on device|Disk quota exceeded|Check free disk space/.test(said);
}

export function lastLines(said: string): string {
  return said.trimEnd().split('\n').slice(-3).join(' | ');
}
