import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { RPCHandler } from '@orpc/server/fetch';
import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { scopeOf } from '#api/base.ts';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { ADDRESS_HEADER } from './accounts.ts';
import { answer, asOrpcError } from './answers.ts';
import { attachmentRoutes } from './attachments.ts';
import { boundedBodies } from './bodies.ts';
import { addressOf, type Bindings, contextOf, type Ground } from './context.ts';
import { fileRoutes } from './files.ts';
import { type Health, healthRoute } from './health.ts';
import { importFileRoutes } from './import-files.ts';
import { openApiDocument } from './openapi.ts';
import { safeHeaders, sameOriginOnly } from './security.ts';
import { signUpGate } from './sign-up.ts';
import { slowlyFrom } from './slowly.ts';
import { webApp } from './static.ts';
import { takingOutRoutes } from './taking-out.ts';

export interface AppOptions extends Ground {
  log: Logger;
  /** Where uploads wait while they are read. */
  incoming: string;
  /** The built web app. */
  web: string;
  health: () => Promise<Health>;
  /** Whether a page of this origin, asking for this host, is one of ours. */
  isOurs: (origin: string, host: string) => boolean;
}

/** Everything that answers over HTTP. Nothing of it listens yet. */
export function makeApp(options: AppOptions): Hono<Bindings> {
  const { log, publicUrl } = options;
  const app = new Hono<Bindings>();
  app.use(safeHeaders(publicUrl.startsWith('https:')));
  app.onError((problem, c) => answer(c, problem, log));
  app.use(sameOriginOnly(options.isOurs));
  app.use(boundedBodies({ refuseStranger: async (c) => void scopeOf(await contextOf(options, c), 'member') }));
  mountAccounts(app, options);
  app.get('/api/v1/health', healthRoute(options.health));
  app.get('/api/v1/openapi.json', async (c) => c.json(await openApiDocument(publicUrl)));
  app.route('/api/v1', fileRoutes(options));
  app.route('/api/v1', takingOutRoutes(options));
  app.route('/api/v1', importFileRoutes(options));
  app.route('/api/v1', attachmentRoutes(options));
  app.use(slowlyFrom({ doors: /^\/(rpc\/sayBacks\/(look|answer)|api\/v1\/said\/)/, most: 60, addressOf, now: options.now }));
  mountProcedures(app, options);
  const web = webApp(options.web);
  app.get('*', (c, next) => (/^\/(api|rpc)(\/|$)/.test(c.req.path) ? next() : web(c, next)));
  app.notFound((c) => answer(c, new Refusal('missing.address', 'There is nothing at this address.'), log));
  return app;
}

/** The three doors of better-auth that we use, by their exact names; all others (and other spellings of these) lead nowhere. */
function mountAccounts(app: Hono<Bindings>, options: AppOptions): void {
  app.post('/api/auth/sign-up/email', (c) => signUpGate(options, c, knock(options, c, '/sign-up/email')));
  for (const door of ['/sign-in/email', '/sign-out']) app.post(`/api/auth${door}`, async (c) => (await knock(options, c, door))());
}

/** Reads the body whole, so that a slow one holds nobody up, and returns what passes it on. */
async function knock({ accounts, publicUrl, db }: AppOptions, c: Context<Bindings>, door: string): Promise<() => Promise<Response>> {
  const body = await c.req.arrayBuffer();
  const headers = new Headers(c.req.raw.headers);
  headers.set(ADDRESS_HEADER, addressOf(c));
  return async () => {
    const answered = await accounts.handler(new Request(`${publicUrl}/api/auth${door}`, { method: 'POST', headers, body }));
    if (answered.status >= 500) {
      // It keeps to itself why. When the database is away, that is said here; else it is a bug, and answered like one.
      await db.selectFrom('accounts').select('id').limit(1).execute();
      throw new Error(`The account library answered ${answered.status} at ${door}`);
    }
    const wait = answered.headers.get('x-retry-after');
    if (wait) answered.headers.set('retry-after', wait);
    return answered;
  };
}

function mountProcedures(app: Hono<Bindings>, options: AppOptions): void {
  const { log } = options;
  const clientInterceptors = [
    async ({ next }: { next: () => Promise<unknown> }) => {
      try {
        return await next();
      } catch (problem) {
        throw asOrpcError(problem, log);
      }
    },
  ];
  // Each handler puts its own into the list it is given: one list for both would run the other's too.
  const rpc = new RPCHandler(router, { clientInterceptors: [...clientInterceptors] });
  const rest = new OpenAPIHandler(router, {
    clientInterceptors: [...clientInterceptors],
    customErrorResponseBodyEncoder: (error) => {
      const data = error.data as { code?: string; params?: object } | undefined;
      return { code: data?.code ?? `input.${error.code.toLowerCase()}`, message: error.message, params: data?.params ?? {} };
    },
  });
  const handlers = [
    ['/rpc', rpc],
    ['/api/v1', rest],
  ] as const;
  for (const [prefix, handler] of handlers) {
    app.use(`${prefix}/*`, async (c, next) => {
      const { matched, response } = await handler.handle(c.req.raw, { prefix, context: await contextOf(options, c) });
      return matched ? c.newResponse(response.body, response) : next();
    });
  }
}
