import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { type Context, Hono } from 'hono';
import { scopeOf } from '#api/base.ts';
import { rawFileOf } from '#domain/conversations/raw.ts';
import { receiveFile } from '#domain/conversations/receive.ts';
import { Refusal } from '#model/refusal.ts';
import { type Bindings, contextOf, type Ground } from './context.ts';

const LIMIT = 200 * 1024 * 1024;

/** The two routes that carry raw bytes, so that no procedure holds a file in memory. */
export function fileRoutes(ground: Ground & { incoming: string }): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  routes.post('/conversations/files', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'member');
    const file = path.join(ground.incoming, randomUUID());
    try {
      await keep(c, file);
      const { name, lastModified, private: hidden } = c.req.query();
      const received = await receiveFile(scope, {
        path: file,
        name: name?.slice(0, 300) || 'conversation',
        lastModified: isoOf(lastModified),
        private: hidden === 'true' || hidden === '1',
      });
      return c.json(received);
    } finally {
      await rm(file, { force: true });
    }
  });
  routes.get('/conversations/:id/file', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'guest');
    const { name, size, parts } = await rawFileOf(scope, c.req.param('id'));
    c.header('content-type', 'application/octet-stream');
    c.header('content-length', String(size));
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    c.header('cache-control', 'no-store');
    return c.body(Readable.toWeb(Readable.from(parts)) as ReadableStream);
  });
  return routes;
}

/** The body to a file of ours, counted on the way: what says less than it sends is stopped too. */
async function keep(c: Context, file: string): Promise<void> {
  if (Number(c.req.header('content-length') ?? 0) > LIMIT) throw tooLarge();
  const body = c.req.raw.body;
  if (!body) throw new Refusal('file.empty', 'The file is empty. Choose another one.');
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > LIMIT) done(tooLarge());
      else done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(body as WebStream), counted, createWriteStream(file, { mode: 0o600 })).catch((problem) => {
    // The page was closed or the line broke: nobody reads this answer, and it is no fault of ours.
    if (c.req.raw.signal.aborted) throw new Refusal('file.cut-off', 'The file did not arrive whole. Send it again.');
    throw problem;
  });
}

function tooLarge(): Refusal {
  return new Refusal('file.too-large', 'The file is larger than 200 MB. Split it, or bring in the parts you need.', { limit: 200 });
}

/** Browsers say when a file was last changed in milliseconds; programs may say it in ISO 8601. What is neither is not a date. */
function isoOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const date = new Date(/^\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
