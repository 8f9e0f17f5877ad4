import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { pino } from 'pino';
import { kyselyOver, openPool } from '#db/pool.ts';
import { newDatabase } from '#test/world.ts';
import { type QueueOptions, startQueue } from './queue.ts';

let database: Awaited<ReturnType<typeof newDatabase>>;
let pool: pg.Pool;
before(async () => {
  database = await newDatabase('migrated');
  pool = openPool(database.url, () => undefined, 10);
});
after(async () => {
  await pool.end();
  await database.close();
});

const lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });

function start(tasks: QueueOptions['tasks'], more: Partial<QueueOptions> = {}) {
  return startQueue({ pool, db: kyselyOver(pool), tasks, log, alone: false, ...more });
}

const enqueue = (name: string, payload: object = {}) =>
  pool.query('select graphile_worker.add_job($1, payload => $2::json)', [name, JSON.stringify(payload)]);

async function until<T>(ask: () => Promise<T> | T, is: (found: T) => boolean): Promise<T> {
  const late = Date.now() + 10_000;
  for (;;) {
    const found = await ask();
    if (is(found)) return found;
    assert.ok(Date.now() < late, `still ${JSON.stringify(found)}`);
    await wait(20);
  }
}

const jobs = async () =>
  (
    await pool.query<{ name: string; attempts: number; locked: boolean }>(
      'select task_identifier as name, attempts, locked_by is not null as locked from graphile_worker.jobs order by id',
    )
  ).rows;

test('a job that fails is told without what it worked on, and tried again until it is done', async () => {
  let tries = 0;
  const queue = await start({
    shaky: async () => {
      tries += 1;
      if (tries < 2) JSON.parse('Ines said in confidence that she leaves');
    },
  });
  await enqueue('shaky', { quote: 'Ines said in confidence' });
  await until(
    () => tries,
    (n) => n === 1,
  );
  const [waiting] = await until(jobs, (rows) => rows[0]?.locked === false);
  assert.equal(waiting?.attempts, 1);
  await pool.query('select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())');
  await until(jobs, (rows) => rows.length === 0);
  assert.equal(tries, 2);
  assert.equal(lines.filter((line) => line.includes('A job failed')).length, 1);
  assert.match(lines.join(''), /"job":"shaky"/);
  assert.doesNotMatch(lines.join(''), /confidence|Ines/);
  await queue.stop();
  assert.equal(queue.isRunning(), false);
});

test('a job in the hands of one that was killed is done at the next start, not four hours later', async () => {
  let done = 0;
  await enqueue('lift');
  await pool.query("update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now(), attempts = 1");
  const queue = await start({
    lift: async () => {
      done += 1;
    },
  });
  await until(
    () => done,
    (n) => n === 1,
  );
  await until(jobs, (rows) => rows.length === 0);
  await queue.stop();
});

test('while another Heed works on the same database nothing is taken out of its hands', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = 0;
  const tasks = {
    long: async () => {
      begun += 1;
      await held;
    },
  };
  const otherPool = openPool(database.url, () => undefined, 10);
  const first = await start(tasks);
  await enqueue('long');
  await until(
    () => begun,
    (n) => n === 1,
  );
  const second = await start(tasks, { pool: otherPool, db: kyselyOver(otherPool) });
  await wait(300);
  assert.equal(begun, 1);
  assert.equal((await jobs())[0]?.locked, true);
  release();
  await until(jobs, (rows) => rows.length === 0);
  await Promise.all([first.stop(), second.stop()]);
  await otherPool.end();
  assert.equal(begun, 1);
  // Who stopped is present no more, as soon as the server has seen the line go.
  const present = () =>
    pool.query(
      "select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );
  await until(present, ({ rows }) => rows.length === 0);
});

test('being told to stop, a job in hand is ended first', async () => {
  let ended = false;
  let begun = false;
  const queue = await start({
    brief: async () => {
      begun = true;
      await wait(300);
      ended = true;
    },
  });
  await enqueue('brief');
  await until(() => begun, Boolean);
  await queue.stop();
  assert.ok(ended);
  // That it is done is being written when the queue has stopped; the pool is only closed after that.
  await until(jobs, (rows) => rows.length === 0);
});
