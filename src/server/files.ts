import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { type Context, Hono } from 'hono';
import { scopeOf } from '#api/base.ts';
import { rawFileOf } from '#domain/conversations/raw.ts';
import { receiveFile } from '#domain/conversations/receive.ts';
import { Refusal } from '#model/refusal.ts';
import { attachmentOf, keepArriving, tidyName } from './arriving.ts';
import { type Bindings, contextOf, type Ground } from './context.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is read as conversations, and back: raw bytes, so that no procedure holds a file in memory. */
export function fileRoutes(ground: Ground & { incoming: string }): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  routes.post('/conversations/files', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'member');
    return withBody(ground, c, async (file) => {
      const { name, lastModified, private: hidden } = c.req.query();
      const received = await receiveFile(scope, {
        path: file,
        name: tidyName(name),
        lastModified: isoOf(lastModified),
        private: isYes(hidden),
      });
      return c.json(received);
    });
  });
  routes.get('/conversations/:id/file', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'guest');
    const id = c.req.param('id');
    // What is no id at all names no conversation; asked of the database it would be a fault.
    if (!UUID.test(id)) throw new Refusal('missing.conversation', 'That conversation is not here any more, or it is not yours to read.');
    const { name, size, parts } = await rawFileOf(scope, id);
    c.header('content-type', 'application/octet-stream');
    c.header('content-length', String(size));
    c.header('content-disposition', attachmentOf(name));
    c.header('cache-control', 'no-store');
    return c.body(Readable.toWeb(Readable.from(parts)) as ReadableStream);
  });
  return routes;
}

export interface Incoming {
  /** The folder where bodies wait while they are read. */
  incoming: string;
  /** Bytes at most. */
  limit?: number;
}

/** The body as a file of ours, for as long as the work goes on. @throws Refusal `file.too-large`, `file.cut-off`, `file.empty`. */
export async function withBody<T>({ incoming, limit }: Incoming, c: Context, work: (file: string) => Promise<T>): Promise<T> {
  const file = path.join(incoming, randomUUID());
  try {
    await keepArriving({
      ...{ body: bodyOf(c), file, ...(limit !== undefined && { limit }) },
      said: Number(c.req.header('content-length') ?? 0),
      gone: () => c.req.raw.signal.aborted,
    });
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

export function isYes(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

function bodyOf(c: Context): Readable {
  const { body } = c.req.raw;
  if (!body) throw new Refusal('file.empty', 'The file is empty. Choose another one.');
  return Readable.fromWeb(body as WebStream);
}

/** Browsers say when a file was last changed in milliseconds; programs may say it in ISO 8601. What is neither is not a date. */
function isoOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const date = new Date(/^\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
