import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '#model/refusal.ts';
import type { Bindings } from './context.ts';

const KB = 1024;
const MB = 1024 * KB;
/** What a person fills in. A paste may be as long as an export of a chat; a file has a route of its own, which keeps nothing in memory. */
const FILLED_IN = 1 * MB;
const PASTED = 64 * MB;
const SIGNING_IN = 16 * KB;
const PASTES = new Set(['/rpc/conversations/paste', '/api/v1/conversations/text']);
/** They count, and cut what falls silent, by themselves (arriving.ts). */
const FILES = /^\/api\/v1\/((conversations|imports\/[^/]+)\/files|attachments)$/;

// A line this slow is no person's: a body that drips in would hold its place for ever.
const BYTES_A_SECOND = 20 * KB;
const AT_LEAST_MS = 30_000;

export interface BodyOptions {
  /** Throws unless somebody is signed in: a stranger has nothing long to say. */
  refuseStranger: (c: Context<Bindings>) => Promise<void>;
  /** How long the shortest body may take; for tests. */
  patienceMs?: number;
}

/**
 * Refuses a body that is too long before it is read, and cuts one that comes in too slowly.
 * @throws Refusal `input.too-large`, and what `refuseStranger` throws.
 */
export function boundedBodies({ refuseStranger, patienceMs = AT_LEAST_MS }: BodyOptions): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || FILES.test(c.req.path)) return next();
    const limit = limitOf(c.req.path);
    const length = c.req.header('content-length');
    if (Number(length ?? 0) > limit) throw tooLarge(limit);
    if (Number(length ?? 0) > FILLED_IN) await refuseStranger(c);
    const stop = cutWhenSlow(c, patienceMs + (Number(length ?? 0) / BYTES_A_SECOND) * 1000);
    try {
      // Without a length it is counted as it comes, and has no claim to more than anybody may send.
      return await (length === undefined ? counted(Math.min(limit, FILLED_IN))(c, next) : next());
    } finally {
      stop();
    }
  };
}

function limitOf(path: string): number {
  if (path.startsWith('/api/auth/')) return SIGNING_IN;
  return PASTES.has(path) ? PASTED : FILLED_IN;
}

function counted(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize);
    },
  });
}

function cutWhenSlow(c: Context<Bindings>, withinMs: number): () => void {
  const { incoming } = c.env;
  if (incoming.complete) return () => undefined;
  const late = setTimeout(() => {
    if (!incoming.complete) incoming.socket.destroy();
  }, withinMs);
  return () => clearTimeout(late);
}

function tooLarge(limit: number): Refusal {
  const kilobytes = Math.floor(limit / KB);
  return new Refusal('input.too-large', `That is more than ${kilobytes} KB at once. Bring long texts in as a file.`, { kilobytes });
}
