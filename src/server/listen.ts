import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Refusal } from '#model/refusal.ts';
import type { Config } from './config.ts';

/** Requests in hand get this long to be finished when Heed is told to stop. */
const FINISH_WITHIN = 5_000;

// A head that drips in is cut soon. A whole request may take long, for 200 MB over a line at home are half an hour: bodies.ts and arriving.ts
// look after the slow ones. Longer than proxies keep an idle line to us, or they would use one that we are just closing.
const TIMES = { headersTimeout: 20_000, requestTimeout: 60 * 60_000, keepAliveTimeout: 75_000, connectionsCheckingInterval: 5_000 };

type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

export interface Listener {
  /** `http://127.0.0.1:4600`, with the port that was really given. */
  url: string;
  /** From now on this answers; until then every request is told to wait. */
  use(app: { fetch: Answer }): void;
  /** Takes no new requests, finishes those in hand. */
  stop(): Promise<void>;
}

/** @throws Refusal `settings.port-in-use`, `settings.host`. */
export async function listen({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Listener> {
  let answer: Answer = () => new Response('Heed is starting.', { status: 503, headers: { 'retry-after': '1' } });
  const server = createAdaptorServer({
    fetch: (request, bindings) => answer(request, bindings as HttpBindings),
    serverOptions: TIMES,
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => reject(inWords(problem, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    url: addressOf(server),
    use: (app) => {
      answer = app.fetch;
    },
    stop: () => finish(server),
  };
}

async function finish(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN);
  await closed;
  clearTimeout(late);
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function inWords(problem: NodeJS.ErrnoException, host: string, port: number): Error {
  if (problem.code === 'EADDRINUSE')
    return new Refusal('settings.port-in-use', `Port ${port} on ${host} is taken by another program. Set HEED_PORT to a free one.`, {
      port,
      host,
    });
  if (problem.code === 'EADDRNOTAVAIL' || problem.code === 'ENOTFOUND')
    return new Refusal('settings.host', `This machine has no address ${host}. Set HEED_HOST to one of its own, such as 127.0.0.1.`, {
      host,
    });
  if (problem.code === 'EACCES')
    return new Refusal('settings.port', `Heed may not use port ${port}. Set HEED_PORT to one above 1023.`, { port });
  return problem;
}
