import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import type { FieldKind } from '#model/own-field.ts';
import { peoplePageShape } from '#model/person-pages.shape.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { COUNTED_MOST, listPeople } from './list.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
const people: Record<string, string> = {};

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
  for (const name of ['Ada', 'Ben', 'Cas', 'Dee']) people[name] = (await world.person(name)).id;
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const who = async (asked: object, member = maya) =>
  (await call(router.people.list, { sort: 'name', ...asked }, as(member))).rows.map(({ name }) => name).join(' ');
const set = (name: string, what: ReturnType<typeof sql>) => sql`update people set ${what} where id = ${people[name]}`.execute(world.db);

test('all tags that are asked for must hang on them', async () => {
  const put = (name: string, tag: string) => call(router.tags.put, { about: 'person', id: people[name] ?? '', name: tag }, as());
  const red = await put('Ada', 'Red');
  await put('Ben', 'Red');
  const blue = await put('Ben', 'Blue');
  assert.equal(await who({ tags: [red.id] }), 'Ada Ben');
  assert.equal(await who({ tags: [red.id, blue.id] }), 'Ben');
  assert.equal(await who({ tags: red.id }), 'Ada Ben', 'one alone, as REST writes it');
  assert.equal(await who({ tags: [uuidv7()] }), '');
});

test('looked after by oneself, by somebody, by nobody', async () => {
  await set('Ada', sql`owner_id = ${maya.id}`);
  await set('Ben', sql`owner_id = ${tom.id}`);
  assert.equal(await who({ owner: 'me' }), 'Ada');
  assert.equal(await who({ owner: 'me' }, tom), 'Ben');
  assert.equal(await who({ owner: maya.id }, tom), 'Ada');
  assert.equal(await who({ owner: 'nobody' }), 'Cas Dee');
});

test('left alone, and how close', async () => {
  await set('Cas', sql`do_not_contact_at = now(), closeness = 1`);
  await set('Dee', sql`closeness = 3`);
  assert.equal(await who({ contact: 'no' }), 'Cas');
  assert.equal(await who({ contact: 'yes' }), 'Ada Ben Dee');
  assert.equal(await who({ close: [1, 2] }), 'Cas');
  assert.equal(await who({ close: [1, 3] }), 'Cas Dee');
});

test('added since a day, which begins where the workspace is; the newest first when asked so', async () => {
  await sql`update workspaces set zone = 'Europe/Amsterdam' where id = ${world.workspace.id}`.execute(world.db);
  await set('Ada', sql`created_at = '2026-03-09T22:59:00Z'`);
  await set('Ben', sql`created_at = '2026-03-09T23:01:00Z'`);
  await set('Cas', sql`created_at = '2026-03-11T10:00:00Z'`);
  await set('Dee', sql`created_at = '2026-03-01T10:00:00Z'`);
  assert.equal(await who({ added: '2026-03-10' }), 'Ben Cas');
  assert.equal(await who({ sort: 'added' }), 'Cas Ben Ada Dee');
  const first = await call(router.people.list, { sort: 'added', limit: 2 }, as());
  assert.equal(await who({ sort: 'added', limit: 2, cursor: first.next ?? '' }), 'Ada Dee');
});

test('by which import they came', async () => {
  const id = uuidv7();
  await sql`insert into imports (workspace_id, id, created_at, created_by) values (${world.workspace.id}, ${id}, now(), ${maya.id})`.execute(
    world.db,
  );
  for (const [name, outcome] of [
    ['Ada', 'create'],
    ['Ben', 'update'],
  ] as const)
    await sql`insert into import_rows (workspace_id, import_id, object, file_i, row_no, outcome, row_id)
      values (${world.workspace.id}, ${id}, 'person', 0, ${name === 'Ada' ? 1 : 2}, ${outcome}, ${people[name]})`.execute(world.db);
  assert.equal(await who({ brought: id }), 'Ada');
});

test('what is filled in is equal, contained, at least, at most, there or not, by what it is', async () => {
  const field = async (label: string, kind: FieldKind, values: Record<string, string>) => {
    const { id } = await call(router.ownFields.add, { about: 'person', label, kind, choices: ['Gold', 'Tin'] }, as());
    for (const [name, value] of Object.entries(values))
      await call(router.ownFields.fill, { fieldId: id, id: people[name] ?? '', value }, as());
    return (test: string, value?: string) => who({ fields: [{ id, test, ...(value && { value }) }] });
  };
  const text = await field('Comes', 'text', { Ada: 'By bike, 100%', Ben: 'by train' });
  assert.deepEqual(
    [await text('is', 'BY TRAIN'), await text('has', '100%'), await text('has', '%'), await text('has', 'by'), await text('from', 'a')],
    ['Ben', 'Ada', 'Ada', 'Ada Ben', ''],
  );
  assert.deepEqual([await text('any'), await text('none')], ['Ada Ben', 'Cas Dee']);
  const number = await field('Vans', 'number', { Ada: '9', Ben: '10', Cas: '-1,5' });
  assert.deepEqual(
    [await number('from', '10'), await number('until', '9'), await number('is', '10.0'), await number('is', 'ten')],
    ['Ben', 'Ada Cas', 'Ben', ''],
  );
  const day = await field('Since', 'date', { Ada: '2024-01-31', Ben: '2025-01-01' });
  assert.deepEqual([await day('from', '2024-02-01'), await day('until', '2024-01-31'), await day('from', 'soon')], ['Ben', 'Ada', '']);
  const choice = await field('Rank', 'choice', { Dee: 'Gold' });
  assert.equal(await choice('is', 'gold'), 'Dee');
  const person = await field('Through', 'person', { Ada: people.Dee ?? '' });
  assert.deepEqual([await person('is', people.Dee), await person('is', people.Ada), await person('any')], ['Ada', '', 'Ada']);
});

test('the words of a sentence narrow one another, and the total is of all of them', async () => {
  const page = await call(router.people.list, { owner: 'nobody', close: [1, 3], contact: 'yes' }, as());
  assert.deepEqual([page.rows.map(({ name }) => name), page.total], [['Dee'], 1]);
  assert.ok(peoplePageShape.safeParse(page).success);
});

test('beyond ten thousand the count stops, says so, and the list goes on', async () => {
  const w = world.workspace.id;
  await sql`insert into people (workspace_id, id, name, kinds, created_at)
    select ${w}, gen_random_uuid(), 'Many ' || n, '{student}', now() from generate_series(1, ${COUNTED_MOST + 5}::int) n`.execute(world.db);
  const scope = world.scope(maya);
  const page = await listPeople(scope, { kinds: ['student'], sort: 'name', limit: 50 });
  assert.deepEqual([page.total, page.more], [COUNTED_MOST, true]);
  const next = await listPeople(scope, { kinds: ['student'], sort: 'name', limit: 50, cursor: page.next ?? '' });
  assert.deepEqual([next.total, next.more, next.rows.length], [COUNTED_MOST, true, 50]);
  assert.equal((await listPeople(scope, { find: 'Many 1', kinds: ['student'], sort: 'name', limit: 50 })).more, undefined);
});
