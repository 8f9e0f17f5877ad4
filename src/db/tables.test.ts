import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newWorld, type World } from '#test/world.ts';
import { later } from './later.ts';
import { tablesText } from './tables-text.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

test('the written types are what the migrations make', async () => {
  const written = readFileSync(path.join(import.meta.dirname, 'tables.ts'), 'utf8');
  assert.equal(written, await tablesText(world.pool), 'run npm run tables');
});

test('our queries give times as ISO text, days as days, counts as numbers; libraries get Date', async () => {
  const at = '2026-11-22T00:13:35.5+00:00';
  const columns = sql<{
    at: string;
    onDay: string;
    n: number;
  }>`select ${at}::timestamptz as at, date '2026-03-01' as on_day, count(*) as n`;
  assert.deepEqual((await columns.execute(world.db)).rows, [{ at, onDay: '2026-03-01', n: 1 }]);
  const { rows } = await world.pool.query('select $1::timestamptz as at', [at]);
  assert.deepEqual(rows, [{ at: new Date(at) }]);
});

test('keys inside a JSON document stay as they were written', async () => {
  const document = sql<{ found: unknown }>`select json_build_object('snake_key', 1, 'camelKey', 2) as found`;
  assert.deepEqual((await document.execute(world.db)).rows[0]?.found, { snake_key: 1, camelKey: 2 });
});

test('what is to be done later is done only when the change is kept', async () => {
  await world.db.transaction().execute((tx) => later(tx, 'greet', { name: 'Ada' }, { key: 'ada' }));
  await assert.rejects(
    world.db.transaction().execute(async (tx) => {
      await later(tx, 'greet', { name: 'Grace' });
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  const { rows } = await world.pool.query<{ task_identifier: string; key: string }>(
    'select task_identifier, key from graphile_worker.jobs',
  );
  assert.deepEqual(rows, [{ task_identifier: 'greet', key: 'ada' }]);
});
