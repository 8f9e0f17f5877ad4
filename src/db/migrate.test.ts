import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type pg from 'pg';
import { Refusal } from '#model/refusal.ts';
import { temporaryFolder } from '#test/cluster.ts';
import { newDatabase } from '#test/world.ts';
import { MIGRATIONS, migrate, pendingMigrations } from './migrate.ts';
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
