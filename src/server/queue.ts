import { Logger, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Db } from '#db/pool.ts';
import { type Log, plainly } from './log.ts';

/** `stop` is raised when Heed is stopping and the job has not ended by itself; `last` says that it is not begun again when it breaks. */
type Task = (db: Db, payload: unknown, stop: AbortSignal, last: boolean) => Promise<void>;

export interface Queue {
  isRunning(): boolean;
  /** Finishes the jobs in hand. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  pool: pg.Pool;
  db: Db;
  tasks: Record<string, Task>;
  log: Log;
  /** No other process can work through these jobs (an embedded database has one Heed). */
  alone: boolean;
}

/** Jobs run in this process, two at a time: understanding is quick, and one long mailbox must not hold up the rest. */
export async function startQueue({ pool, db, tasks, log, alone }: QueueOptions): Promise<Queue> {
  const present = alone ? await freeJobsOfTheDead(pool) : await bePresent(pool);
  const taskList: TaskList = {};
  for (const [name, task] of Object.entries(tasks))
    taskList[name] = async (payload, { abortSignal, job }) => {
      try {
        await task(db, payload, abortSignal, job.attempts >= job.max_attempts);
      } catch (problem) {
        // Told here without the payload; thrown on, so that it is tried again.
        log.error({ job: name, problem: plainly(problem) }, 'A job failed');
        throw problem;
      }
    };
  let running = true;
  const runner = await run({ pgPool: pool, taskList, concurrency: 2, noHandleSignals: true, crontab: '', logger: quietly(log) });
  const ended = runner.promise
    .catch((problem) => log.error({ problem: plainly(problem) }, 'The jobs stopped'))
    .finally(() => {
      running = false;
    });
  return {
    isRunning: () => running,
    stop: async () => {
      if (running) await runner.stop();
      await ended;
      present?.release(true);
    },
  };
}

// Any number will do as long as every Heed uses the same one.
const PRESENT = 4600_0003;

/**
 * A job in the hands of a process that was killed would lie there for four hours. Every Heed that works on a database holds a shared lock
 * for as long as it lives; who finds nobody else there frees what the dead left. With others present their jobs cannot be told from those.
 * When that line breaks the lock is gone; then a job may be done twice, which every one of ours bears.
 */
async function bePresent(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ nobody: boolean }>('select pg_try_advisory_lock($1) as nobody', [PRESENT]);
    const nobody = rows[0]?.nobody ?? false;
    if (nobody) await freeJobsOfTheDead(client);
    await client.query('select pg_advisory_lock_shared($1)', [PRESENT]);
    if (nobody) await client.query('select pg_advisory_unlock($1)', [PRESENT]);
    return client;
  } catch (problem) {
    client.release(true);
    throw problem;
  }
}

async function freeJobsOfTheDead(client: pg.PoolClient | pg.Pool): Promise<null> {
  await client.query(`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs where locked_by is not null))`);
  return null;
}

/** A failed job is told above, without what its error says of the text it worked on. */
function quietly(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if ((level === 'error' || level === 'warning') && !message.startsWith('Failed task')) log.warn({ from: 'jobs' }, message.slice(0, 300));
  });
}
