import { Refusal } from '#model/refusal.ts';
import type { ChangedWorkspace } from '#model/session.shape.ts';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';

/** Change what a workspace says of itself; what is not given stays. */
export async function changeWorkspace(scope: Scope, fields: ChangedWorkspace): Promise<void> {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ChangedWorkspace;
  if (Object.keys(given).length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  await wholly(scope, async (change) => {
    await change.db
      .updateTable('workspaces')
      .set(given)
      .where('workspaceId', '=', change.workspaceId)
      .where('id', '=', change.workspaceId)
      .execute();
    await remember(change, {
      action: 'workspace.changed',
      about: 'workspace',
      id: change.workspaceId,
      detail: { fields: Object.keys(given) },
    });
  });
}
