import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import type { About } from '#model/tag.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
let ines: string;
let ruth: string;
let harbour: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
  ines = (await world.person('Ines Carvalho')).id;
  ruth = (await world.person('Ruth Adeyemi')).id;
  harbour = uuidv7();
  await world.db
    .insertInto('organisations')
    .values({ workspaceId: world.workspace.id, id: harbour, name: 'Harbour Foods', createdAt: new Date() })
    .execute();
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const put = (id: string, name: string, about: About = 'person') => call(router.tags.put, { about, id, name }, as());
const on = async (id: string, about: About = 'person') => (await call(router.tags.of, { about, id }, as())).tags.map(({ name }) => name);
const tags = async (member = maya) => (await call(router.tags.list, undefined, as(member))).tags;
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

test('a name makes a tag once, whatever its capitals and spaces, and it hangs on people and organisations alike', async () => {
  const first = await put(ines, '  Cold   chain ');
  assert.equal(first.name, 'Cold chain');
  assert.deepEqual(await put(ruth, 'cold CHAIN'), first);
  assert.deepEqual(await put(ines, 'Cold chain'), first);
  await put(harbour, 'Cold chain', 'organisation');
  await put(ines, 'Board');
  assert.deepEqual(await on(ines), ['Board', 'Cold chain']);
  assert.deepEqual(await on(harbour, 'organisation'), ['Cold chain']);
  assert.deepEqual(
    (await tags()).map(({ name, people, organisations, deals }) => [name, people, organisations, deals]),
    [
      ['Board', 1, 0, 0],
      ['Cold chain', 2, 1, 0],
    ],
  );
  const told = (await trailOf(world, ines)).filter((action) => action === 'tag.put');
  assert.equal(told.length, 2, 'what hung there already is not told again');
});

test('tags are offered as one types: those that begin so first, and what is typed has no wildcards', async () => {
  await put(ruth, 'Recold');
  const offered = async (find: string) => (await call(router.tags.offer, { find }, as())).tags.map(({ name }) => name);
  assert.deepEqual(await offered('cold'), ['Cold chain', 'Recold']);
  assert.deepEqual(await offered('%'), []);
  assert.deepEqual(await offered(''), ['Board', 'Cold chain', 'Recold']);
});

test('a tag comes off, and off twice is off once', async () => {
  const tag = await put(ruth, 'Walks in');
  const take = () => call(router.tags.take, { about: 'person' as const, id: ruth, tagId: tag.id }, as());
  await take();
  await take();
  assert.ok(!(await on(ruth)).includes('Walks in'));
  assert.equal((await trailOf(world, ruth)).filter((action) => action === 'tag.taken').length, 1);
});

test('a tag is renamed everywhere, but not to a name that another has', async () => {
  const tag = (await tags()).find(({ name }) => name === 'Board');
  await call(router.tags.rename, { id: tag?.id ?? '', name: 'On the board' }, as());
  assert.ok((await on(ines)).includes('On the board'));
  await call(router.tags.rename, { id: tag?.id ?? '', name: 'on the board' }, as());
  await assert.rejects(call(router.tags.rename, { id: tag?.id ?? '', name: 'COLD chain' }, as()), refusedAs('conflict.tag'));
});

test('two tags become one, a view that asked for the first asks for the other, and both come back as they were', async () => {
  const gone = await put(ines, 'Chilled');
  await put(ruth, 'Chilled');
  const kept = (await tags()).find(({ name }) => name === 'Cold chain');
  // Ines has both, Ruth both as well; somebody third has the one that goes alone.
  const third = (await world.person('Third Person')).id;
  await put(third, 'Chilled');
  await call(router.views.save, { name: 'Chilled ones', search: { tags: [gone.id] } }, as());
  const before = await contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes']);
  const { undo } = await call(router.tags.merge, { id: gone.id, into: kept?.id ?? '' }, as());
  assert.deepEqual(await on(third), ['Cold chain']);
  assert.deepEqual(
    (await on(ines)).filter((name) => /C/.test(name)),
    ['Cold chain'],
  );
  assert.deepEqual((await call(router.views.list, {}, as())).views[0]?.search, { tags: [kept?.id] });
  assert.deepEqual((await call(router.bulk.recent, undefined, as())).changes[0]?.to, 'Cold chain');
  await call(router.bulk.undo, { id: undo }, as());
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes']), before);
});

test('what was untagged after a merge stays so when the merge is taken back', async () => {
  const gone = await put(ines, 'Left');
  const kept = await put(ruth, 'Right');
  const { undo } = await call(router.tags.merge, { id: gone.id, into: kept.id }, as());
  await call(router.tags.take, { about: 'person', id: ines, tagId: kept.id }, as(tom));
  await call(router.bulk.undo, { id: undo }, as());
  assert.deepEqual(
    (await on(ines)).filter((name) => /Left|Right/.test(name)),
    [],
  );
  assert.ok((await tags()).some(({ name, people }) => name === 'Left' && people === 0));
  await assert.rejects(call(router.tags.merge, { id: kept.id, into: kept.id }, as()), refusedAs('tag.same'));
});

test('a removed tag comes back on all it hung on; not while another has its name', async () => {
  const tag = await put(ines, 'Passing');
  await put(harbour, 'Passing', 'organisation');
  const before = await contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes']);
  const { undo } = await call(router.tags.remove, { id: tag.id }, as());
  assert.deepEqual(await on(harbour, 'organisation'), ['Cold chain']);
  await assert.rejects(call(router.tags.take, { about: 'person', id: ines, tagId: tag.id }, as()), refusedAs('missing.tag'));
  const other = await put(ruth, 'passing');
  await assert.rejects(call(router.bulk.undo, { id: undo }, as()), refusedAs('conflict.tag'));
  await call(router.tags.remove, { id: other.id }, as());
  await call(router.bulk.undo, { id: undo }, as());
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes']), before);
});

test('somebody met in private is not counted by others, and cannot be tagged by them', async () => {
  const hidden = (await world.person('Quiet One')).id;
  await sql`update people set private_to = ${maya.id} where id = ${hidden}`.execute(world.db);
  await put(hidden, 'Hushed');
  const countFor = async (member: WorldMember) => (await tags(member)).find(({ name }) => name === 'Hushed')?.people;
  assert.deepEqual([await countFor(maya), await countFor(tom)], [1, 0]);
  for (const asked of [
    call(router.tags.of, { about: 'person', id: hidden }, as(tom)),
    call(router.tags.put, { about: 'person', id: hidden, name: 'Seen' }, as(tom)),
  ])
    await assert.rejects(asked, refusedAs('missing.person'));
  assert.ok(!(await tags()).some(({ name }) => name === 'Seen'));
});
