import { sql } from 'kysely';
import { BULK_UNDO_DAYS, type BulkTold, type BulkWhat } from '#model/bulk.ts';
import type { Scope } from '../scope.ts';
import { known, rowsOf } from '../statement.ts';

interface Row extends Omit<BulkTold, 'what' | 'name' | 'to' | 'taken'> {
  change: { what: BulkWhat } & Record<string, unknown>;
}

/** Changes to many of the last seven days, the newest first. People whom one member alone knows of are counted for that member alone. */
export async function recentChanges(scope: Scope): Promise<BulkTold[]> {
  const admin = scope.member.role === 'admin' || scope.member.role === 'owner';
  const rows = await rowsOf(
    scope.db,
    sql<Row>`select b.id, b.change, b.changed - ${sql`case when b.changed_by = ${scope.member.id}::uuid then 0 else b.hidden end`} as changed,
        (select count(*)::int from unnest(b.waiting) u(id) join people p on p.workspace_id = b.workspace_id and p.id = u.id
          where ${known(scope, 'p')}) as waiting, json_build_object('id', m.id, 'name', m.name) as by, to_json(b.changed_at)#>>'{}' as at,
        to_json(b.undone_at)#>>'{}' as "undoneAt", (${admin}::boolean or b.changed_by = ${scope.member.id}::uuid) as "mayUndo"
      from bulk_changes b join members m on m.workspace_id = b.workspace_id and m.id = b.changed_by
      where b.workspace_id = ${scope.workspaceId} and b.of = 'people'
        and b.changed_at >= ${scope.now}::timestamptz - make_interval(days => ${BULK_UNDO_DAYS})
        and (b.changed_by = ${scope.member.id}::uuid or b.changed > b.hidden or b.total = 0 or cardinality(b.waiting) > 0)
      order by b.changed_at desc, b.id desc limit 50`,
  );
  return rows.map(({ change, ...row }) => ({ ...row, ...tell(change) }));
}

function tell(change: Row['change']): Pick<BulkTold, 'what' | 'name' | 'to' | 'taken'> {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const { what, name, to, kind, closeness, value, may, take } = change;
  // Somebody who was filled in may be one whom not all may know of: told without the name.
  const filled = value && (value as { as: string }).as !== 'person' ? text((value as { value?: unknown }).value) : '';
  return {
    what,
    name: text(name),
    to: text(to) || text(kind) || text(closeness) || filled,
    taken: what === 'untag' || take === true || may === true || (value as { as?: string } | undefined)?.as === 'none',
  };
}
