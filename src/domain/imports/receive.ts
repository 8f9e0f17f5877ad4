import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { importOf, markImport, mustBe } from './find.ts';
import { lookLater } from './later.ts';

const PART = 1024 * 1024;
const MOST_FILES = 1000;

/**
 * Keep a dropped file by the megabyte and have it looked at. The same bytes twice in one import are one file.
 * @throws Refusal `missing.import`, `import.too-late`, `import.too-many`, `file.empty`.
 */
export async function receiveImportFile(
  scope: Scope,
  importId: string,
  file: { path: string; name: string },
): Promise<{ i: number; known: boolean }> {
  return wholly(scope, async (change) => {
    const record = await importOf(change, importId, 'lock');
    mustBe(record, ['empty', 'looking', 'looked', 'trying', 'tried', 'failed']);
    if (record.startedAt) throw new Refusal('import.too-late', 'This import is past that step.', { state: 'failed' });
    const id = uuidv7();
    const next = await firstOf(
      change.db,
      sql<{
        i: number;
      }>`select coalesce(max(i) + 1, 0) as i from import_files where workspace_id = ${change.workspaceId} and import_id = ${importId}`,
    );
    const i = next?.i ?? 0;
    if (i >= MOST_FILES) throw new Refusal('import.too-many', `An import holds at most ${MOST_FILES} files.`, { most: MOST_FILES });
    await sql`insert into import_files (workspace_id, id, import_id, i, name, size, sha256, created_at)
      values (${change.workspaceId}, ${id}, ${importId}, ${i}, ${file.name}, 0, '', ${change.now})`.execute(change.db);
    const { size, sha256 } = await keepParts(change, id, file.path);
    if (size === 0) throw new Refusal('file.empty', 'The file is empty. Choose another one.');
    const same = await firstOf(
      change.db,
      sql<{
        i: number;
      }>`select i from import_files where workspace_id = ${change.workspaceId} and import_id = ${importId} and sha256 = ${sha256}
        and removed_at is null`,
    );
    if (same) {
      await sql`delete from import_files where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
      return { i: same.i, known: true };
    }
    await sql`update import_files set size = ${size}, sha256 = ${sha256} where workspace_id = ${change.workspaceId} and id = ${id}`.execute(
      change.db,
    );
    await lookAnew(change, importId);
    await remember(change, { action: 'import.file-received', about: 'import', id: importId, detail: { size } });
    return { i, known: false };
  });
}

/** What was recognised, planned or went wrong before does not hold any more: look at the files again. */
export async function lookAnew(change: Change, importId: string): Promise<void> {
  await markImport(
    change,
    importId,
    sql`looked_at = null, tried_at = null, failed_at = null, failed_why = null, tally = '{}', progress = '{}'`,
  );
  await lookLater(change, importId);
}

async function keepParts(change: Change, fileId: string, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  let i = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: PART }) as AsyncIterable<Buffer>) {
    hash.update(bytes);
    size += bytes.length;
    await sql`insert into import_parts (workspace_id, file_id, i, bytes) values (${change.workspaceId}, ${fileId}, ${i++}, ${bytes})`.execute(
      change.db,
    );
  }
  return { size, sha256: hash.digest('hex') };
}

/** The bytes of a dropped file, a part at a time. */
export async function* importBytes({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, fileId: string): AsyncIterable<Uint8Array> {
  for (let i = 0; ; i++) {
    const part = await firstOf(
      db,
      sql<{ bytes: Buffer }>`select bytes from import_parts where workspace_id = ${workspaceId} and file_id = ${fileId} and i = ${i}`,
    );
    if (!part) return;
    yield part.bytes;
  }
}
