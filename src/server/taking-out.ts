import { PassThrough, Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { scopeOf } from '#api/base.ts';
import { aboutPerson, cardOfPerson } from '#domain/taking-out/person.ts';
import { readableOf } from '#domain/taking-out/readable.ts';
import { Refusal } from '#model/refusal.ts';
import { writeArchive } from './archive-zip.ts';
import { attachmentOf } from './arriving.ts';
import { type Bindings, contextOf, type Ground } from './context.ts';
import { type Log, plainly } from './log.ts';

/** Everything out, as a ZIP that is made while it is fetched: nothing of it lies on a disk, and it is as of one moment. */
export function takingOutRoutes({ log, ...ground }: Ground & { log: Log }): Hono<Bindings> {
  const routes = new Hono<Bindings>();
  routes.get('/export', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'admin');
    const out = new PassThrough();
    const gone = new AbortController();
    c.req.raw.signal.addEventListener('abort', () => gone.abort());
    const begun = Promise.withResolvers<void>();
    writeArchive(scope, out, { signal: gone.signal, begun: begun.resolve }).catch((problem: unknown) => {
      begun.reject(problem);
      out.destroy(problem as Error);
      if (!gone.signal.aborted) log.error({ problem: plainly(problem) }, 'An export broke off');
    });
    await begun.promise;
    c.header('content-type', 'application/zip');
    c.header('content-disposition', attachmentOf(`heed-${scope.now.slice(0, 10)}.zip`));
    c.header('cache-control', 'no-store');
    return c.body(Readable.toWeb(out) as ReadableStream);
  });
  routes.get('/people/:id/card.vcf', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'member');
    const { name, text } = await cardOfPerson(scope, idOf(c.req.param('id')));
    return given(c, { name: `${name}.vcf`, type: 'text/vcard; charset=utf-8', text });
  });
  // For whom it is about: it counts what members keep for themselves, so it is not for everybody here.
  routes.get('/people/:id/everything.html', async (c) => {
    const scope = scopeOf(await contextOf(ground, c), 'admin');
    const about = await aboutPerson(scope, idOf(c.req.param('id')));
    return given(c, { name: `${about.name}.html`, type: 'application/octet-stream', text: readableOf(about, scope.now) });
  });
  return routes;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is no id names nobody; asked of the database it would be a fault. */
function idOf(id: string): string {
  if (!UUID.test(id)) throw new Refusal('missing.person', 'That person is not here any more.');
  return id;
}

/** As a file to keep: never shown as a page of ours. */
function given(c: Context<Bindings>, { name, type, text }: { name: string; type: string; text: string }): Response {
  c.header('content-type', type);
  c.header('content-disposition', attachmentOf(name));
  c.header('cache-control', 'no-store');
  return c.body(text);
}
