import { type RawBuilder, sql } from 'kysely';
import type { ImportOptions, ImportSource, LookedFile } from '#model/import.ts';
import { type ImportJustNow, type ImportProgress, type ImportTally, type ImportTimes, importStateOf } from '#model/import-pages.ts';
import { Refusal } from '#model/refusal.ts';
import type { Place } from '../scope.ts';
import { firstOf } from '../statement.ts';

/** What is kept of an import in its columns of JSON. */
interface Looked {
  files?: LookedFile[];
}
interface Tallied {
  plan?: ImportTally;
  done?: ImportTally;
  perhapsSame?: number;
  peopleBefore?: number;
  /** Rows that were read into the staging table, by object: fewer there than here means that a crash took some. */
  staged?: ImportProgress;
}
export interface Going {
  /** Since when a dry run is asked for and not done. */
  trying?: string | null;
  /** Milliseconds that the last dry run took. */
  triedMs?: number;
  far?: ImportProgress;
  justNow?: ImportJustNow[];
  /** Milliseconds of work so far, pauses not counted. */
  workedMs?: number;
}

export interface ImportRecord extends ImportTimes {
  id: string;
  source: ImportSource | '';
  options: ImportOptions;
  looked: Looked;
  tally: Tallied;
  progress: Going;
  failedWhy: string | null;
  createdBy: string;
  files: number;
}

/** With a lock, so that two steps are not taken at once. @throws Refusal `missing.import`. */
export async function importOf(place: Place, id: string, lock: 'lock' | 'look' = 'look'): Promise<ImportRecord> {
  const found = await firstOf(
    place.db,
    sql<ImportRecord>`select i.*, (select count(*)::int from import_files f where f.workspace_id = i.workspace_id and f.import_id = i.id
        and f.removed_at is null) as files
      from imports i where i.workspace_id = ${place.workspaceId} and i.id = ${id} ${lock === 'lock' ? sql`for update of i` : sql``}`,
  );
  if (!found) throw new Refusal('missing.import', 'There is no such import.');
  return found;
}

export function stateOf(record: ImportRecord) {
  return importStateOf(record, { files: record.files, trying: Boolean(record.progress.trying) });
}

/** Write columns of an import by their names. */
export async function markImport(place: Place, id: string, set: RawBuilder<unknown>): Promise<void> {
  await sql`update imports set ${set} where workspace_id = ${place.workspaceId} and id = ${id}`.execute(place.db);
}

/** Merge into one of its JSON columns. */
export function merged(column: 'looked' | 'tally' | 'progress' | 'options', more: object): RawBuilder<unknown> {
  return sql`${sql.raw(column)} = ${sql.raw(column)} || ${JSON.stringify(more)}::jsonb`;
}

/** @throws Refusal `import.too-late` unless it stands at one of these. */
export function mustBe(record: ImportRecord, states: ReturnType<typeof stateOf>[]): void {
  const state = stateOf(record);
  if (!states.includes(state)) throw new Refusal('import.too-late', 'This import is past that step.', { state });
}
