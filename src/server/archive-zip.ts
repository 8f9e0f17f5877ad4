import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Scope } from '#domain/scope.ts';
import { everythingOf } from '#domain/taking-out/archive.ts';

/**
 * Write everything that this member may read as a ZIP, made while it is read: nothing of it lies on a disk in between, and it is as of one moment.
 * `begun` is called once the first of it is on its way. What breaks in an entry breaks the archive: a whole one ends with its table of contents.
 */
export async function writeArchive(
  scope: Scope,
  out: Writable,
  { signal, begun }: { signal?: AbortSignal; begun?: () => void } = {},
): Promise<void> {
  await scope.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const entries = await everythingOf({ ...scope, db });
      begun?.();
      const zip = new ZipFile();
      for (const { path, pieces } of entries)
        zip.addReadStreamLazy(path, (give) => {
          const stream = Readable.from(pieces());
          stream.once('error', (problem) => out.destroy(problem));
          give(null, stream);
        });
      zip.end();
      await pipeline(zip.outputStream, out, signal ? { signal } : {});
    });
}
