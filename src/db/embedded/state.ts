import { accessSync, chmodSync, chownSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Refusal } from '#model/refusal.ts';

/** Who the database runs as: PostgreSQL refuses to run as root, so root lends it another user. Null: as ourselves. */
export interface Lent {
  uid: number;
  gid: number;
  name: string;
}

/** Where everything of one Heed is kept: `HEED_STATE`, else /var/lib/heed for root, else the data folder of the user (XDG). */
export function defaultState(env: NodeJS.ProcessEnv = process.env, uid = process.getuid?.() ?? -1): string {
  if (env.HEED_STATE) return path.resolve(env.HEED_STATE);
  if (uid === 0) return '/var/lib/heed';
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'heed');
  return path.join(env.XDG_DATA_HOME || path.join(env.HOME || homedir(), '.local', 'share'), 'heed');
}

/**
 * The state folder, made when absent, and reachable by whom the database runs as.
 * @throws Refusal `state.unwritable`, `state.unreachable`.
 */
export function makeState(state: string, lent: Lent | null): void {
  try {
    mkdirSync(state, { recursive: true, mode: lent ? 0o755 : 0o700 });
    accessSync(state, constants.W_OK | constants.X_OK);
    // Its own folders inside keep their secrets; the state folder itself must only let it pass.
    if (lent && !mayPass(state, lent)) chmodSync(state, (statSync(state).mode & 0o777) | 0o011);
  } catch (problem) {
    const reason = (problem as Error).message;
    throw new Refusal(
      'state.unwritable',
      `Heed cannot write in its data folder ${state} (${reason}). Set HEED_STATE to a folder it may use.`,
      {
        state,
        reason,
      },
    );
  }
  if (lent) refuseUnreachable(state, lent);
}

/** A folder in the state folder that only the database's own user may open. */
export function makeDatabaseFolder(folder: string, lent: Lent | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lent) chownSync(folder, lent.uid, lent.gid);
}

/** The uid of whose it is; null when it is not there, or not to be seen (which is told when it is written to). */
export function ownerOf(folder: string): number | null {
  try {
    return statSync(folder).uid;
  } catch {
    return null;
  }
}

/** A uid without the right to pass a parent folder (a 0700 home) fails later, in PostgreSQL's own words. */
function refuseUnreachable(state: string, lent: Lent): void {
  for (let folder = state; ; folder = path.dirname(folder)) {
    if (!mayPass(folder, lent))
      throw new Refusal(
        'state.unreachable',
        `The database runs as the user ${lent.name}, who cannot pass through ${folder} to the data folder ${state}. Set HEED_STATE to a folder outside it, such as /var/lib/heed.`,
        { user: lent.name, folder, state },
      );
    if (folder === path.dirname(folder)) return;
  }
}

/** By owner, group and the rest; access lists are not asked. */
export function mayPass(folder: string, lent: Pick<Lent, 'uid' | 'gid'>): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === lent.uid) return Boolean(mode & 0o100);
  if (gid === lent.gid) return Boolean(mode & 0o010);
  return Boolean(mode & 0o001);
}
