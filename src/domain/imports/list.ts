import { sql } from 'kysely';
import { type ImportListRow, importUndoUntil } from '#model/import-pages.ts';
import type { NameRef, Page } from '#model/pages.ts';
import { momentOf, readCursor, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { type ImportRecord, stateOf } from './find.ts';

type Found = ImportRecord & { by: NameRef | null; names: string[] };

/** What was brought in, the newest first. */
export async function listImports(scope: Scope, asked: { cursor?: string | undefined; limit: number }): Promise<Page<ImportListRow>> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const after = cursor ? sql`and (i.created_at, i.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const found = await documentOf<{ rows: Found[]; total: number }>(
    scope.db,
    sql`select json_build_object(
      'total', (select count(*)::int from imports where workspace_id = ${scope.workspaceId}),
      'rows', coalesce((select json_agg(x) from (select i.id, i.source, i.tally, i.progress, i.created_at as "createdAt", i.looked_at as "lookedAt",
          i.tried_at as "triedAt", i.started_at as "startedAt", i.paused_at as "pausedAt", i.cancelled_at as "cancelledAt", i.done_at as "doneAt",
          i.undoing_at as "undoingAt", i.undone_at as "undoneAt", i.failed_at as "failedAt",
          (select json_build_object('id', m.id, 'name', m.name) from members m where m.workspace_id = i.workspace_id and m.id = i.created_by) as by,
          (select count(*)::int from import_files f where f.workspace_id = i.workspace_id and f.import_id = i.id and f.removed_at is null) as files,
          coalesce((select json_agg(f.name order by f.i) from import_files f where f.workspace_id = i.workspace_id and f.import_id = i.id
            and f.removed_at is null), '[]') as names
        from imports i where i.workspace_id = ${scope.workspaceId} ${after} order by i.created_at desc, i.id desc limit ${asked.limit + 1}) x), '[]'))`,
  );
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    rows: rows.slice(0, asked.limit).map((row) => ({
      ...{ id: row.id, state: stateOf(row), source: row.source, by: row.by, names: row.names },
      ...{ createdAt: row.createdAt, doneAt: row.doneAt, done: row.tally.done ?? {}, undoUntil: importUndoUntil(row, scope.now) },
    })),
    next: last ? writeCursor({ key: last.createdAt, id: last.id, total }) : null,
    total,
  };
}
