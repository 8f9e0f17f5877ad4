import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type pg from 'pg';
import { Refusal } from '#model/refusal.ts';
import { temporaryFolder } from '#test/cluster.ts';
import { newDatabase } from '#test/world.ts';
import { MIGRATIONS, migrate, pendingMigrations, refuseOld } from './migrate.ts';
import { openPool } from './pool.ts';

let folder: string;
let database: Awaited<ReturnType<typeof newDatabase>>;
let pool: pg.Pool;
before(() => {
  folder = temporaryFolder('migrations');
});
after(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(MIGRATIONS, folder, { recursive: true });
  database = await newDatabase('empty');
  pool = openPool(database.url, () => undefined, 4);
});
afterEach(async () => {
  await pool.end();
  await database.close();
});

const add = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const refused = (code: string, words: RegExp) => (problem: unknown) =>
  problem instanceof Refusal && problem.code === code && words.test(problem.message);

test('an empty database is brought to this version, and a second time nothing is left to do', async () => {
  const first = await migrate(pool, folder);
  assert.ok(first.applied >= 5);
  assert.equal(await pendingMigrations(pool), 0);
  assert.deepEqual(await migrate(pool, folder), { at: first.at, applied: 0 });
  const { rows } = await pool.query("select count(*)::int as n from information_schema.tables where table_schema = 'graphile_worker'");
  assert.ok(rows[0].n > 0, 'the queue has its tables too');
});

test('two that start at once apply each step once', async () => {
  const both = await Promise.all([migrate(pool, folder), migrate(pool, folder)]);
  assert.equal(Math.min(...both.map(({ applied }) => applied)), 0);
});

test('a step that breaks stops there, names its line, and leaves the data as it was', async () => {
  await migrate(pool, folder);
  await pool.query("insert into accounts (id, name, email, email_verified) values ('1', 'Ada', 'ada@example.org', true)");
  add('9001-more.sql', 'alter table accounts add column motto text;');
  add('9002-broken.sql', 'delete from accounts;\nalter table accounts\n  add column motto text;');
  await assert.rejects(migrate(pool, folder), refused('migration.failed', /9002-broken\.sql.*already exists.*your data is as it was/));
  const { rows } = await pool.query('select name, motto from accounts');
  assert.deepEqual(rows, [{ name: 'Ada', motto: null }]);
  add('9002-broken.sql', 'selekt 1;');
  await assert.rejects(migrate(pool, folder), refused('migration.failed', /9002-broken\.sql, line 1: syntax error/));
  add('9002-broken.sql', 'alter table accounts add column song text;');
  assert.equal((await migrate(pool, folder)).applied, 1);
});

test('a step that was changed after it was applied is noticed', async () => {
  await migrate(pool, folder);
  add('0002-accounts.sql', '-- Something else.\nselect 1;');
  await assert.rejects(migrate(pool, folder), refused('migration.changed', /0002-accounts\.sql/));
});

test('a database from a newer Heed is not touched by an older one', async () => {
  add('9001-future.sql', 'select 1;');
  await migrate(pool, folder);
  rmSync(path.join(folder, '9001-future.sql'));
  await assert.rejects(migrate(pool, folder), refused('migration.newer', /newer Heed.*9001-future\.sql/));
});

test('a server that is too old is told from one that will do, as each says it', () => {
  for (const version of ['15.18 (Debian 15.18-0+deb12u1)', '14.2', '9.6.24', '15devel'])
    assert.throws(
      () => refuseOld(version),
      refused('database.too-old', new RegExp(`PostgreSQL ${version.slice(0, 3)}.*needs 16 or newer`)),
    );
  for (const version of ['16.0', '16.14', '17.10', '18.4', '19beta1', '18.1 (Ubuntu 18.1-1)', '']) refuseOld(version);
});

test('a database on a server that is too old is left as it was', async () => {
  const client = await pool.connect();
  const old = {
    query: async (text: string) => (/server_version/.test(text) ? { rows: [{ server_version: '15.18' }] } : client.query(text)),
    release: () => client.release(),
  };
  const fake = { connect: async () => old } as unknown as pg.Pool;
  await assert.rejects(migrate(fake, folder), refused('database.too-old', /PostgreSQL 15\.18/));
  const { rows } = await pool.query("select 1 from information_schema.tables where table_schema = 'public'");
  assert.deepEqual(rows, []);
});

test('what is left to do is counted, and a database that is none of ours is no answer', async () => {
  await assert.rejects(pendingMigrations(pool), /heed_migrations/);
  await migrate(pool, folder);
  await pool.query('delete from heed_migrations where number > 3');
  assert.ok((await pendingMigrations(pool)) >= 2);
});
