import { type RawBuilder, sql } from 'kysely';
import type { ImportObject, ImportOutcome } from '#model/import.ts';
import type { ImportRowView } from '#model/import-pages.ts';
import type { Page } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { Place, Scope } from '../scope.ts';
import { known, rowsOf } from '../statement.ts';
import type { KeptReason } from './decision.ts';
import { type ImportRecord, importOf } from './find.ts';

export interface RowsAsked {
  id: string;
  object: ImportObject;
  outcome?: ImportOutcome | undefined;
  cursor?: string | undefined;
  limit: number;
}

interface Found {
  rank: number;
  fileI: number;
  rowNo: number;
  outcome: ImportOutcome;
  reason: KeptReason;
  rowId: string | null;
}

/** Rows and what would happen or happened to them: first those that cannot come in, then those that need a look. @throws Refusal `missing.import`. */
export async function listImportRows(scope: Scope, asked: RowsAsked): Promise<Page<ImportRowView>> {
  const record = await importOf(scope, asked.id);
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const [rank, file, row] = cursor ? placeOf(String(cursor.key)) : [-1, 0, 0];
  const all = sql`select case when x.outcome = 'fail' then 0 when x.reason ? 'look' then 1 else 2 end as rank, x.file_i, x.row_no, x.outcome, x.reason, x.row_id
    from ${tableOf(record)} x where x.workspace_id = ${scope.workspaceId} and x.import_id = ${asked.id} and x.object = ${asked.object} and x.outcome is not null
      ${asked.outcome ? sql`and x.outcome = ${asked.outcome}` : sql``} ${asked.object === 'person' ? mayKnow(scope) : sql``}`;
  const found = await rowsOf(
    scope.db,
    sql<Found>`select * from (${all}) a where (a.rank, a.file_i, a.row_no) > (${rank}, ${file}, ${row}) order by a.rank, a.file_i, a.row_no limit ${asked.limit + 1}`,
  );
  const total = cursor?.total ?? (await rowsOf(scope.db, sql<{ n: number }>`select count(*)::int as n from (${all}) a`))[0]?.n ?? 0;
  const last = found.length > asked.limit ? found[asked.limit - 1] : undefined;
  return {
    rows: found.slice(0, asked.limit).map((one) => viewOf(record, asked.object, one)),
    next: last ? writeCursor({ key: `${last.rank}:${last.fileI}:${last.rowNo}`, id: asked.id, total }) : null,
    total,
  };
}

/** Planned rows until it is started, from then on what was done. */
export function tableOf(record: ImportRecord): RawBuilder<unknown> {
  return record.startedAt ? sql`import_rows` : sql`import_staged`;
}

/** Somebody whom the one who brought it in knows alone is theirs alone here too. */
export function mayKnow(scope: Scope): RawBuilder<unknown> {
  return sql`and not exists (select from people p where p.workspace_id = x.workspace_id and p.id = x.row_id and not ${known(scope, 'p')})`;
}

function placeOf(key: string): [number, number, number] {
  const parts = /^(\d):(\d{1,9}):(\d{1,9})$/.exec(key);
  if (!parts) throw new Refusal('list.cursor', 'This list has moved on. Start again at its top.');
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

export function viewOf(
  { options }: ImportRecord,
  object: ImportObject,
  { fileI, rowNo, outcome, reason, rowId }: Omit<Found, 'rank'>,
): ImportRowView {
  const key = `${fileI}:${rowNo}`;
  return {
    ...{ object, file: fileI, row: rowNo, outcome, rowId, label: reason.label ?? '', where: reason.where ?? '', reasons: reason.why ?? [] },
    leftOut: (options.leftOutRows ?? []).includes(key),
    filesWord: (options.filesWord ?? []).includes(key),
  };
}

/** All rows and reasons, a piece at a time: what a member downloads to mend what could not come in. */
export async function* rowsForResult(
  scope: Scope & Place,
  record: ImportRecord,
  objects: readonly ImportObject[],
): AsyncIterable<ImportRowView[]> {
  for (const object of objects)
    for (let after = { fileI: -1, rowNo: 0 }; ; ) {
      const found = await rowsOf(
        scope.db,
        sql<Found>`select x.file_i, x.row_no, x.outcome, x.reason, x.row_id from ${tableOf(record)} x
          where x.workspace_id = ${scope.workspaceId} and x.import_id = ${record.id} and x.object = ${object} and x.outcome is not null
            and (x.file_i, x.row_no) > (${after.fileI}, ${after.rowNo}) ${object === 'person' ? mayKnow(scope) : sql``} order by x.file_i, x.row_no limit 2000`,
      );
      const last = found.at(-1);
      if (!last) break;
      after = last;
      yield found.map((one) => viewOf(record, object, one));
    }
}
