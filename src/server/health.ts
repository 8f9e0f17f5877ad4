import { setTimeout as wait } from 'node:timers/promises';
import type { Handler } from 'hono';
import type pg from 'pg';
import { pendingMigrations } from '#db/migrate.ts';

// A server behind a broken line gives no answer at all, and who watches over us waits for ours.
const ANSWER_WITHIN_MS = 3_000;

export interface Health {
  version: string;
  database: 'up' | 'down';
  queue: 'up' | 'down';
  /** `pending`: a newer version is being brought in, or the database is not ours. */
  migrations: 'done' | 'pending' | 'unknown';
}

export interface HealthSources {
  version: string;
  pool: pg.Pool;
  queue: { isRunning(): boolean };
}

/** Asked of the database itself each time; it says nothing of what is in it. */
export async function healthOf({ version, pool, queue }: HealthSources): Promise<Health> {
  const pending = await Promise.race([pendingMigrations(pool).catch(() => null), wait(ANSWER_WITHIN_MS, null, { ref: false })]);
  return {
    version,
    database: pending === null ? 'down' : 'up',
    queue: pending !== null && queue.isRunning() ? 'up' : 'down',
    migrations: pending === null ? 'unknown' : pending === 0 ? 'done' : 'pending',
  };
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
