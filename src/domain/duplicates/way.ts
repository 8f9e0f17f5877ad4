import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../scope.ts';
import { firstOf } from '../statement.ts';

/** Who an id means now: somebody who went into another, and that one into a third, is the third. Null when nobody is left. */
export function whoNow(workspaceId: string, id: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(with recursive way(id, step) as (
      select ${id}::uuid, 0
      union all select m.kept_id, w.step + 1 from way w join merges m on m.workspace_id = ${workspaceId} and m.gone_id = w.id and m.undone_at is null
      where w.step < 50)
    select p.id from way w join people p on p.workspace_id = ${workspaceId} and p.id = w.id order by w.step desc limit 1)`;
}

/** Where the old address of somebody who went into another leads; null when it leads nowhere. */
export async function nowAt({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, id: string): Promise<string | null> {
  const found = await firstOf(db, sql<{ id: string | null }>`select ${whoNow(workspaceId, sql`${id}`)} as id`);
  return found && found.id !== id ? found.id : null;
}
