import type { MiddlewareHandler, Context as Request } from 'hono';
import { Refusal } from '#model/refusal.ts';
import type { Bindings } from './context.ts';

const WINDOW_MS = 60_000;
/** Addresses remembered at most: somebody who comes from everywhere at once must not fill the memory. */
const ADDRESSES = 10_000;

interface Slowly {
  /** Paths that are counted: the doors that open without a session. */
  doors: RegExp;
  /** Requests a minute from one address. */
  most: number;
  addressOf(c: Request<Bindings>): string;
  now(): string;
}

/**
 * Doors that anybody may knock at are opened to one address so many times a minute, so that links are not guessed and nobody is buried in answers.
 * Counted in the memory of this process alone: who came when is kept nowhere.
 */
export function slowlyFrom({ doors, most, addressOf, now }: Slowly): MiddlewareHandler<Bindings> {
  let counted = new Map<string, number>();
  let since = 0;
  return async (c, next) => {
    if (!doors.test(c.req.path)) return next();
    const at = Date.parse(now());
    // A clock that was set back must not keep a door shut for as long as it was set back.
    if (at < since || at - since >= WINDOW_MS || counted.size > ADDRESSES) {
      counted = new Map();
      since = at;
    }
    const address = addressOf(c);
    const times = (counted.get(address) ?? 0) + 1;
    counted.set(address, times);
    if (times <= most) return next();
    c.header('retry-after', String(Math.ceil((since + WINDOW_MS - at) / 1000)));
    throw new Refusal('input.too-often', 'That was a lot at once. Wait a minute and try again.');
  };
}
