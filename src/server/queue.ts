import { Logger, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Db } from '#db/pool.ts';
import { type Log, plainly } from './log.ts';

type Task = (db: Db, payload: unknown) => Promise<void>;

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
  /** No other process works through these jobs (an embedded database has one Heed). */
  alone: boolean;
}

/** Jobs run in this process, two at a time: understanding is quick, and one long mailbox must not hold up the rest. */
export async function startQueue({ pool, db, tasks, log, alone }: QueueOptions): Promise<Queue> {
  if (alone) await freeJobsOfTheDead(pool);
  const taskList: TaskList = {};
  for (const [name, task] of Object.entries(tasks))
    taskList[name] = async (payload) => {
      try {
        await task(db, payload);
      } catch (problem) {
        // Told here without the payload; thrown on, so that it is tried again.
        log.error({ job: name, problem: plainly(problem) }, 'A job failed');
        throw problem;
      }
    };
  let running = true;
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    crontab: '',
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ from: 'jobs' }, message.slice(0, 300));
    }),
  });
  runner.promise
    .catch((problem) => log.error({ problem: plainly(problem) }, 'The jobs stopped'))
    .finally(() => {
      running = false;
    });
  return { isRunning: () => running, stop: () => (running ? runner.stop() : Promise.resolve()) };
}

/** A job in the hands of a process that was killed would lie there for four hours. */
async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs where locked_by is not null))`);
}
