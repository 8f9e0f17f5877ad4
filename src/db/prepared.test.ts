import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { documentOf } from '#domain/statement.ts';
import { newWorld, type World } from '#test/world.ts';
import { kyselyOver, openPool, preparedAs } from './pool.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

/** One connection alone, so that what is prepared on it can be seen. */
async function onOne<T>(work: (db: ReturnType<typeof kyselyOver>) => Promise<T>): Promise<T> {
  const pool = openPool(world.url, () => undefined, 1);
  try {
    return await work(kyselyOver(pool));
  } finally {
    await pool.end();
  }
}
const prepared = async (db: ReturnType<typeof kyselyOver>) =>
  (await sql<{ name: string }>`select name from pg_prepared_statements order by name`.execute(db)).rows.map(
    ({ name }) => name.split(' ')[0],
  );

test('a page that has a name is prepared once a connection, whatever is asked of it', async () => {
  await onOne(async (db) => {
    for (const n of [1, 2, 3]) assert.equal(await documentOf<number>(db, sql`select to_json(${n}::int * 2)`, 'double'), n * 2);
    assert.deepEqual(await prepared(db), ['double']);
  });
});

test('the same name with another text is another statement, and none without a name is prepared', async () => {
  await onOne(async (db) => {
    assert.equal(await documentOf<number>(db, sql`select to_json(${2}::int)`, 'page'), 2);
    assert.equal(await documentOf<string>(db, sql`select to_json(${'two'}::text)`, 'page'), 'two');
    assert.equal(await documentOf<number>(db, sql`select to_json(${3}::int)`), 3);
    assert.deepEqual(await prepared(db), ['page', 'page']);
  });
});

test('a prepared page sees what was written since, and goes on when its table has changed', async () => {
  await onOne(async (db) => {
    const names = () => documentOf<string[]>(db, sql`select coalesce(json_agg(w.name order by w.name), '[]') from workspaces w`, 'names');
    assert.deepEqual(await names(), ['Brightwater']);
    await world.otherWorkspace('Another');
    assert.deepEqual(await names(), ['Another', 'Brightwater']);
    await sql`alter table workspaces add column passing int`.execute(world.db);
    assert.deepEqual(await names(), ['Another', 'Brightwater']);
    await sql`alter table workspaces drop column passing`.execute(world.db);
  });
});

test('only the mark at the beginning names a statement: words within it are words', async () => {
  await onOne(async (db) => {
    const said = `${preparedAs('sly')}drop`;
    assert.equal(await documentOf<string>(db, sql`select to_json(${said}::text)`), said);
    assert.deepEqual(await prepared(db), []);
  });
});
