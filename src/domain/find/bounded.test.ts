import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { soughtOf } from './sought.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  await sql`insert into people (workspace_id, id, name, match_key, last_contact_at, private_to, created_at)
    select ${world.workspace.id}, gen_random_uuid(), 'Marta Crowd ' || n, 'crowd marta', timestamptz '2020-01-01' + n * interval '1 hour',
      case when n % 10 = 0 then ${ben.id}::uuid end, now() from generate_series(1, 2000) n`.execute(world.db);
  await world.person('Ada Crowding');
});
after(() => world.close());

const people = async (text: string, member = maya) =>
  (await call(router.find.everything, { text }, { context: asking(world, member) })).hits
    .filter(({ kind }) => kind === 'person')
    .map(({ title }) => title);

test('of a crowd six are shown, and whoever is meant is found among them', async () => {
  assert.equal((await people('marta')).length, 6);
  assert.deepEqual(await people('ada crowding'), ['Ada Crowding']);
  assert.ok((await people('crowdin')).includes('Ada Crowding'));
});

test('nobody whom another met in private is among them, also where thousands are called so', async () => {
  const hidden = (title: string) => Number(title.split(' ').at(-1)) % 10 === 0;
  for (const text of ['marta', 'marta crowd', 'ma', 'crowd marta']) assert.ok(!(await people(text)).some(hidden), text);
  assert.ok(!(await people('marta crowd 1990')).includes('Marta Crowd 1990'), 'those like it, not him');
  assert.deepEqual(await people('marta crowd 1990', ben), ['Marta Crowd 1990']);
});

test('letters and digits alone are looked for, six words at most, and one letter is a beginning', () => {
  assert.equal(soughtOf('  ???  '), null);
  assert.equal(soughtOf('a b c d e f g h')?.names.length, 6);
  assert.equal(soughtOf("o'neil & sons:*")?.query, 'o & neil & sons:*');
  assert.equal(soughtOf('an')?.query, 'an', 'half the dictionary begins so');
  assert.deepEqual(soughtOf('an tunnel')?.long, ['tunnel']);
  assert.deepEqual(soughtOf('Liz')?.names, [{ typed: 'liz', full: 'elizabeth' }]);
});

test('wildcards of the database are letters like others', async () => {
  assert.deepEqual(await people('%'), []);
  assert.deepEqual(await people('marta_crowd'), (await people('marta crowd')).slice(0, 6));
});
