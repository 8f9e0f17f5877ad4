import type { Handler } from 'hono';

export interface Health {
  version: string;
  database: 'up' | 'down';
  queue: 'up' | 'down';
  /** `done`, or how many are missing. */
  migrations: 'done' | 'pending' | 'unknown';
}

/** Public: for whoever watches over the server. 503 when something of it is down. */
export function healthRoute(ask: () => Promise<Health>): Handler {
  return async (c) => {
    const health = await ask();
    const well = health.database === 'up' && health.queue === 'up' && health.migrations === 'done';
    c.header('cache-control', 'no-store');
    return c.json(health, well ? 200 : 503);
  };
}
