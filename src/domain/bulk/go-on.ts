import { sql } from 'kysely';
import { BULK_AT_ONCE } from '#model/bulk.ts';
import { type Place, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { doneSql, type Kept } from './ways.ts';

/** The next of those a change still waits for, wholly or not at all; what was there before is kept beside it. `waiting`: how many are left. */
export async function goOn(place: Place, id: string, atOnce: number = BULK_AT_ONCE): Promise<{ changed: number; waiting: number }> {
  return wholly(place, async (change) => {
    const w = change.workspaceId;
    const row = await firstOf(
      change.db,
      sql<{ change: Kept; next: string[]; rest: number; at: string; by: string }>`select change, waiting[1:${atOnce}::int] as next,
          greatest(cardinality(waiting) - ${atOnce}::int, 0) as rest, to_json(changed_at)#>>'{}' as at, changed_by as by
        from bulk_changes where workspace_id = ${w} and id = ${id} and undone_at is null and cardinality(waiting) > 0 for update`,
    );
    if (!row) return { changed: 0, waiting: 0 };
    const told = await firstOf(
      change.db,
      sql<{ changed: number }>`with ${doneSql({ workspaceId: w, at: row.at, by: row.by }, row.change, row.next)},
        told as (select count(*)::int as n, coalesce(jsonb_agg(d.entry), '[]') as entries,
          count(*) filter (where p.private_to is not null)::int as hidden
          from done d join people p on p.workspace_id = ${w} and p.id = d.p)
        update bulk_changes b set before = b.before || told.entries, changed = b.changed + told.n, hidden = b.hidden + told.hidden,
          waiting = b.waiting[${atOnce + 1}::int:] from told where b.workspace_id = ${w} and b.id = ${id} returning b.changed`,
    );
    return { changed: told?.changed ?? 0, waiting: row.rest };
  });
}

/** To its end, a part at a time, each for good: what a crash interrupts goes on where it was. */
export async function goOnToTheEnd(place: Place, id: string): Promise<void> {
  let left = 1;
  while (left > 0) left = (await goOn(place, id)).waiting;
}
