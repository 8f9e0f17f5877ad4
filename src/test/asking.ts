import type { Context } from '#api/context.ts';
import { markingWith } from '#domain/erasures/marks.ts';
import { sealingWith } from '#domain/seal.ts';
import type { AskModel } from '#model/language-model.ts';
import type { World, WorldMember } from './world.ts';

export interface Asking extends Context {
  /** The workspaces that were chosen on the way. */
  chosen: string[];
}

/** Nothing of a test leaves the machine, unless the test opens a way. */
const noWayOut: AskModel = async () => ({ candidates: [], failure: 'unreachable' });

export const SEALING = sealingWith('the secret of every test, for all to read');

export const MARKING = markingWith('the secret of every test, for all to read');

/** What the server would hand to a procedure that this member calls; null is a stranger without a session. */
export function asking(world: World, member: WorldMember | null, now = new Date().toISOString()): Asking {
  const chosen: string[] = [];
  return {
    db: world.db,
    caller: {
      account: member ? { id: member.accountId, name: member.name, email: member.email } : null,
      sessionId: member ? 'session' : null,
      member: member ? { id: member.id, workspaceId: member.workspaceId, role: member.role, name: member.name } : null,
    },
    now,
    publicUrl: 'https://heed.example',
    languageModel: { ask: noWayOut, sealing: SEALING },
    marking: MARKING,
    setup: { needed: false, token: false },
    chooseWorkspace: (workspaceId) => void chosen.push(workspaceId),
    chosen,
  };
}
