import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newDatabase, newWorld, type World } from '#test/world.ts';
import { openDatabase } from './database.ts';
import { later } from './later.ts';
import { kyselyOver, openPool } from './pool.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

test('a moment is ISO 8601 for us and a Date for the libraries, a day is a day, a count is a number', async () => {
  const question =
    "select '2026-11-22 00:13:35.5+00'::timestamptz as at, '2026-11-22'::date as on, 7::int8 as n, null::timestamptz as never";
  const { rows } = await sql.raw<Record<string, unknown>>(question).execute(world.db);
  assert.deepEqual(rows, [{ at: '2026-11-22T00:13:35.5+00:00', on: '2026-11-22', n: 7, never: null }]);
  const raw = await world.pool.query(question);
  assert.ok(raw.rows[0].at instanceof Date);
});

test('an offset of half an hour is kept', async () => {
  await world.db.connection().execute(async (one) => {
    await sql`set time zone 'Asia/Kolkata'`.execute(one);
    const { rows } = await sql<{ at: string }>`select '2026-11-22 00:00:00+00'::timestamptz as at`.execute(one);
    assert.equal(rows[0]?.at, '2026-11-22T05:30:00+05:30');
    await sql`set time zone 'UTC'`.execute(one);
  });
});

test('what is stored as JSON keeps the names that it has', async () => {
  const { rows } = await sql<{ someDetail: object }>`select '{"a_b":{"c_d":1}}'::jsonb as some_detail`.execute(world.db);
  assert.deepEqual(rows, [{ someDetail: { a_b: { c_d: 1 } } }]);
});

test('a job is there when its transaction is, and once for its key however often it was asked', async () => {
  const count = async () =>
    (await world.pool.query("select count(*)::int as n from graphile_worker.jobs where task_identifier = 'lift'")).rows[0].n;
  await assert.rejects(
    world.db.transaction().execute(async (tx) => {
      await later(tx, 'lift', { id: 1 });
      throw new Error('thought better of it');
    }),
  );
  assert.equal(await count(), 0);
  for (let i = 0; i < 3; i++) await world.db.transaction().execute((tx) => later(tx, 'lift', { id: 1 }, { key: 'lift:1' }));
  assert.equal(await count(), 1);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await world.db.transaction().execute((tx) => later(tx, 'lift', { id: 2 }, { runAt: tomorrow }));
  const { rows } = await world.pool.query(
    "select run_at > now() + interval '23 hours' as waits from graphile_worker.jobs where key is null",
  );
  assert.deepEqual(rows, [{ waits: true }]);
});

test('a pool outlives the loss of its connections, and tells of it', async () => {
  const { url, close } = await newDatabase('migrated');
  const told: string[] = [];
  const pool = openPool(url, (problem) => told.push(problem.message), 2);
  const db = kyselyOver(pool);
  const one = async () => (await sql<{ n: number }>`select 1 as n`.execute(db)).rows;
  assert.deepEqual(await one(), [{ n: 1 }]);
  const gone = new Promise((resolve) => pool.once('remove', resolve));
  await world.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [new URL(url).pathname.slice(1)]);
  await gone;
  assert.match(told[0] ?? '', /terminating connection/);
  assert.deepEqual(await one(), [{ n: 1 }]);
  await pool.end();
  await close();
});

test('a server of ones own is opened without a word to the embedded one, and closed though somebody still holds a connection', async () => {
  const { url, close } = await newDatabase('migrated');
  const database = await openDatabase({ url, state: '/nonexistent/heed' });
  assert.deepEqual([database.kind, database.adopted, database.pid], ['server', false, null]);
  await database.pool.connect();
  const began = Date.now();
  await database.close();
  assert.ok(Date.now() - began < 5_000);
  await close();
});

test('a server that takes the call and says nothing is given up', { timeout: 60_000 }, async () => {
  const lines: Socket[] = [];
  const mute = createServer((line) => lines.push(line)).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  const pool = openPool(`postgres://heed@127.0.0.1:${port}/heed`, () => undefined, 1);
  pool.options.connectionTimeoutMillis = 200;
  await assert.rejects(pool.query('select 1'), /timeout/);
  for (const line of lines) line.destroy();
  mute.close();
  await pool.end();
});
