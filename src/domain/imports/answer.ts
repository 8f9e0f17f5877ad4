import { sql } from 'kysely';
import type { ImportOptions } from '#model/import.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { importOf, markImport, merged, mustBe } from './find.ts';
import { tryLater } from './later.ts';
import { lookAnew } from './receive.ts';

/** Told by another reading of the files: what is staged of them does not hold. */
const RELOOK = ['dates', 'columns', 'objects'] as const;

/**
 * Decide what the files cannot tell. What changes how files are read has them looked at again; what changes the plan has it made again where there is one.
 * @throws Refusal `missing.import`, `import.too-late`, `missing.member`.
 */
export async function answerImport(scope: Scope, id: string, given: ImportOptions): Promise<void> {
  await wholly(scope, async (change) => {
    const record = await importOf(change, id, 'lock');
    mustBe(record, ['empty', 'looking', 'looked', 'trying', 'tried']);
    await mustBeMembers(change, Object.values(given.owners ?? {}));
    const options = { ...record.options, ...without(given), ...folded(record.options, given) };
    await markImport(change, id, sql`options = ${JSON.stringify(options)}::jsonb`);
    if (RELOOK.some((part) => given[part])) await lookAnew(change, id);
    else if (record.triedAt || record.progress.trying) await tryAnew(change, id, given.leftOutFiles !== undefined);
    await remember(change, { action: 'import.answered', about: 'import', id, detail: { decided: Object.keys(given) } });
  });
}

/** Parts that are keyed grow by what is given; lists and words are replaced. */
function folded(before: ImportOptions, given: ImportOptions): ImportOptions {
  return {
    ...(given.owners && { owners: { ...before.owners, ...given.owners } }),
    ...(given.dates && { dates: { ...before.dates, ...given.dates } }),
    ...(given.columns && { columns: ofEachFile(before.columns, given.columns) }),
    ...(given.objects && { objects: { ...before.objects, ...given.objects } }),
  };
}

/** What one column means is said by itself: what was said of the others of that file stays. */
function ofEachFile(before: ImportOptions['columns'] = {}, given: NonNullable<ImportOptions['columns']>): ImportOptions['columns'] {
  const meant = Object.entries(given).map(([file, columns]) => [file, { ...before[Number(file)], ...columns }]);
  return { ...before, ...Object.fromEntries(meant) };
}

function without(given: ImportOptions): ImportOptions {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** `unstage`: rows have to be read from the files again, as other files count now. */
async function tryAnew(change: Change, id: string, unstage: boolean): Promise<void> {
  if (unstage) await sql`delete from import_staged where workspace_id = ${change.workspaceId} and import_id = ${id}`.execute(change.db);
  if (unstage) await markImport(change, id, sql`tally = tally - 'staged'`);
  await markImport(change, id, sql`${merged('progress', { trying: change.now })}`);
  await tryLater(change, id);
}

async function mustBeMembers(change: Change, ids: (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((one) => one !== null))];
  const found = await firstOf(
    change.db,
    sql<{ n: number }>`select count(*)::int as n from members where workspace_id = ${change.workspaceId} and id = any(${wanted}::uuid[])`,
  );
  if (found?.n !== wanted.length) throw new Refusal('missing.member', 'There is no such member in this workspace.');
}

/** @throws Refusal `missing.import`, `import.too-late`, `missing.import-file`. */
export async function dropImportFile(scope: Scope, id: string, i: number): Promise<void> {
  await wholly(scope, async (change) => {
    const record = await importOf(change, id, 'lock');
    if (record.startedAt) mustBe(record, ['empty']);
    const gone = await firstOf(
      change.db,
      sql<{
        id: string;
      }>`update import_files set removed_at = ${change.now} where workspace_id = ${change.workspaceId} and import_id = ${id} and i = ${i}
        and removed_at is null returning id`,
    );
    if (!gone) throw new Refusal('missing.import-file', 'That file is not in this import any more.');
    await sql`delete from import_parts where workspace_id = ${change.workspaceId} and file_id = ${gone.id}`.execute(change.db);
    // Files are counted over the whole import: what was said of them by number holds no more.
    await markImport(
      change,
      id,
      sql`options = options - 'dates' - 'columns' - 'objects' - 'leftOutFiles' - 'leftOutRows' - 'filesWord', looked = '{}'`,
    );
    await lookAnew(change, id);
    await remember(change, { action: 'import.file-dropped', about: 'import', id });
  });
}
