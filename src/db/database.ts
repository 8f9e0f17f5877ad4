import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { defaultState } from './embedded/state.ts';
import { supervise } from './embedded/supervise.ts';
import { type Db, kyselyOver, openPool } from './pool.ts';

const CLOSE_WITHIN = 3_000;

export interface Database {
  /** Our typed queries. */
  db: Db;
  /** For libraries: dates come as Date. */
  pool: pg.Pool;
  url: string;
  kind: 'embedded' | 'server';
  /** True when an embedded one was found running and taken over. */
  adopted: boolean;
  /** The embedded PostgreSQL's process id; null for a server. */
  pid: number | null;
  /** Ends the pool and, when embedded, stops PostgreSQL. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** A PostgreSQL 16-18; none: the embedded one of the state folder. */
  url?: string | undefined;
  state?: string | undefined;
  /** Told what happens to the database while it runs. */
  tell?: (sentence: string) => void;
  /** The embedded database died and could not be started again. */
  onLost?: (problem: Error) => void;
  /** Connections at most. */
  connections?: number;
}

/**
 * Open the database without touching what is in it; `migrate(database.pool)` is the next step.
 * @throws Refusal `database.in-use`, `state.*`, `database.*`; a server's own error when it cannot be reached.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const tell = options.tell ?? (() => undefined);
  const embedded = options.url ? null : await startEmbedded(options, tell);
  const url = options.url ?? embedded?.url ?? '';
  const pool = openPool(url, (problem) => tell(`A database connection was lost: ${problem.message}`), options.connections);
  return {
    db: kyselyOver(pool),
    pool,
    url,
    kind: embedded ? 'embedded' : 'server',
    adopted: embedded?.adopted ?? false,
    pid: embedded?.pid ?? null,
    close: async () => {
      // It waits for whoever still holds a connection; a request or a job that was given up must not keep the database from being stopped.
      await Promise.race([pool.end(), wait(CLOSE_WITHIN, null, { ref: false })]);
      await embedded?.stop();
    },
  };
}

function startEmbedded(options: OpenOptions, tell: (sentence: string) => void) {
  return supervise({
    state: options.state ?? defaultState(),
    tell,
    onLost:
      options.onLost ??
      ((problem) => {
        throw problem;
      }),
  });
}
