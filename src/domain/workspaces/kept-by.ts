import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import { rowsOf } from '../statement.ts';

export interface KeptWorkspace {
  id: string;
  name: string;
  /** Who has owned it longest and is still there. */
  owner: { id: string; name: string };
}

/** Every workspace and its owner: for whoever holds the machine, and for nobody who comes over the net. */
export async function workspacesKept(db: Db): Promise<KeptWorkspace[]> {
  const found = await rowsOf(
    db,
    sql<{
      id: string;
      name: string;
      ownerId: string;
      ownerName: string;
    }>`select distinct on (w.id) w.id, w.name, m.id as owner_id, m.name as owner_name
      from workspaces w join members m on m.workspace_id = w.id and m.role = 'owner' and m.left_at is null
      where not w.is_sample order by w.id, m.created_at, m.id`,
  );
  return found.map(({ id, name, ownerId, ownerName }) => ({ id, name, owner: { id: ownerId, name: ownerName } }));
}
