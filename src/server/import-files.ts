import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Hono } from 'hono';
import { scopeOf } from '#api/base.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { importResult } from '#domain/imports/result.ts';
import { IMPORT_OUTCOMES } from '#model/import.ts';
import { Refusal } from '#model/refusal.ts';
import { attachmentOf, keepArriving, tidyName } from './arriving.ts';
import { type Bindings, contextOf, type Ground } from './context.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The routes of moving in that carry raw bytes: files in, the result out. */
export function importFileRoutes(ground: Ground & { incoming: string }): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  routes.post('/imports/:id/files', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'member');
    const id = idOrRefuse(c.req.param('id'));
    const { body } = c.req.raw;
    if (!body) throw new Refusal('file.empty', 'The file is empty. Choose another one.');
    const file = path.join(ground.incoming, randomUUID());
    try {
      await keepArriving({
        ...{ body: Readable.fromWeb(body as WebStream), file },
        said: Number(c.req.header('content-length') ?? 0),
        gone: () => c.req.raw.signal.aborted,
      });
      return c.json(await receiveImportFile(scope, id, { path: file, name: tidyName(c.req.query('name')) }));
    } finally {
      await rm(file, { force: true });
    }
  });
  routes.get('/imports/:id/result', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'member');
    const wanted = IMPORT_OUTCOMES.find((outcome) => outcome === c.req.query('outcome'));
    const { name, lines } = await importResult(scope, idOrRefuse(c.req.param('id')), wanted);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', attachmentOf(name));
    c.header('cache-control', 'no-store');
    return c.body(Readable.toWeb(Readable.from(bytesOf(lines))) as ReadableStream);
  });
  return routes;
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncIterable<Buffer> {
  for await (const line of lines) yield Buffer.from(line);
}

function idOrRefuse(id: string): string {
  if (!UUID.test(id)) throw new Refusal('missing.import', 'There is no such import.');
  return id;
}
