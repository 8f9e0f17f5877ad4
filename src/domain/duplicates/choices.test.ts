import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { ChosenField } from '#model/merge.ts';
import { Refusal } from '#model/refusal.ts';
import { Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
let maya: Mover;
before(async () => {
  world = await newWorld();
});
after(() => world.close());
beforeEach(async () => {
  maya = await newMover(world);
});

const code = (problem: unknown) => (problem instanceof Refusal ? problem.code : String(problem));
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const add = async (name: string, more: { email?: string; organisation?: string; roleTitle?: string } = {}) =>
  (await call(router.people.add, { name, ...more }, maya.as())).id;
const merge = (keepId: string, goneId: string, more: { take?: ChosenField[]; takeCustom?: string[] } = {}) =>
  call(router.duplicates.merge, { keepId, goneId, ...more }, maya.as());
const open = (id: string) => call(router.people.open, { id }, maya.as());
const set = (id: string, column: string, value: unknown) =>
  sql`update people set ${sql.ref(column)} = ${value} where id = ${id}`.execute(world.db);

test('each field is chosen by itself: what is taken counts, and of all others what stays', async () => {
  const [keep, gone] = [await add('Grace Oyelaran', { roleTitle: 'Head' }), await add('Grace O.', { roleTitle: 'Cook' })];
  for (const [id, livesIn, pronouns, nickname] of [
    [keep, 'Porto', 'she/her', ''],
    [gone, 'Leeds', 'they/them', 'Gigi'],
  ] as const) {
    await set(id, 'lives_in', livesIn);
    await set(id, 'pronouns', pronouns);
    await set(id, 'nickname', nickname);
  }
  await merge(keep, gone, { take: ['livesIn', 'name'] });
  const { name, livesIn, pronouns, nickname, roleTitle } = await maya.person('Grace O.');
  assert.deepEqual([name, livesIn, pronouns, nickname, roleTitle], ['Grace O.', 'Leeds', 'she/her', 'Gigi', 'Head']);
  assert.deepEqual((await open(keep)).aliases, ['grace oyelaran'], 'the name that was not chosen still means them');
});

test('taking a field of which the one that goes has nothing empties nothing', async () => {
  const [keep, gone] = [await add('Grace Oyelaran', { roleTitle: 'Head' }), await add('Grace O.')];
  await set(keep, 'lives_in', 'Porto');
  await merge(keep, gone, { take: ['roleTitle', 'livesIn', 'pronouns', 'photo', 'owner', 'birthday', 'phone'] });
  const grace = await maya.person('Grace Oyelaran');
  assert.deepEqual([grace.roleTitle, grace.livesIn], ['Head', 'Porto']);
});

test('a no stays a no, whichever of them said it and whatever is chosen, and goes back to whose it was', async () => {
  const [keep, gone] = [await add('Grace Oyelaran'), await add('Grace O.')];
  await call(router.people.doNotContact, { id: gone, why: 'unsubscribed' }, maya.as());
  const { id } = await merge(keep, gone);
  const grace = await maya.person('Grace Oyelaran');
  assert.deepEqual([grace.doNotContact, grace.doNotContactWhy], [true, 'unsubscribed']);
  await call(router.duplicates.undo, { id }, maya.as());
  assert.deepEqual([(await maya.person('Grace Oyelaran')).doNotContact, (await maya.person('Grace O.')).doNotContact], [false, true]);
});

test('values of one’s own fields are chosen by field; an empty one is filled; a person in a field is the one that stays', async () => {
  const [keep, gone, tom] = [await add('Grace Oyelaran'), await add('Grace O.'), await add('Tom Baker')];
  const field = async (label: string, kind: 'text' | 'person' = 'text') =>
    (await call(router.ownFields.add, { about: 'person', label, kind }, maya.as())).id;
  const fill = (fieldId: string, id: string, value: string) => call(router.ownFields.fill, { fieldId, id, value }, maya.as());
  const [tea, cake, city, mentor] = [await field('Tea'), await field('Cake'), await field('City'), await field('Mentor', 'person')];
  await fill(tea, keep, 'Assam');
  await fill(tea, gone, 'Mint');
  await fill(cake, keep, 'Carrot');
  await fill(cake, gone, 'Apple');
  await fill(city, gone, 'Leeds');
  await fill(mentor, tom, gone);
  const { id } = await merge(keep, gone, { takeCustom: [cake] });
  const said = async (name: string) => (await maya.person(name)).custom.map(({ label, value }) => `${label}: ${value}`);
  assert.deepEqual(await said('Grace Oyelaran'), ['Tea: Assam', 'Cake: Apple', 'City: Leeds']);
  assert.deepEqual(await said('Tom Baker'), ['Mentor: Grace Oyelaran']);
  await call(router.duplicates.undo, { id }, maya.as());
  assert.deepEqual(await said('Grace Oyelaran'), ['Tea: Assam', 'Cake: Carrot']);
  assert.deepEqual(await said('Tom Baker'), ['Mentor: Grace O.']);
});

test('nobody is born twice: the birthday that is chosen stays, and both are back afterwards', async () => {
  await maya.bring({ 'a.csv': 'Name,E-mail,Birthday\nGrace Oyelaran,g@x.example,1980-05-06\nGrace O.,go@x.example,1980-01-01\n' });
  const [keep, gone] = [await maya.person('Grace O.'), await maya.person('Grace Oyelaran')].map(({ externalId }) => externalId ?? '');
  const { id } = await merge(keep ?? '', gone ?? '', { take: ['birthday'] });
  assert.deepEqual(
    (await maya.person('Grace O.')).dates.map(({ month, day }) => [month, day]),
    [[5, 6]],
  );
  await call(router.duplicates.undo, { id }, maya.as());
  assert.deepEqual([(await maya.person('Grace O.')).dates[0]?.day, (await maya.person('Grace Oyelaran')).dates[0]?.day], [1, 6]);
});

test('an old address leads through two merges to who is left, and step by step back', async () => {
  const [one, two, three] = [await add('Grace Oyelaran'), await add('Grace O.'), await add('G. Oyelaran')];
  const first = await merge(two, one);
  const second = await merge(three, two);
  assert.deepEqual([(await open(one)).id, (await open(two)).id], [three, three]);
  await assert.rejects(call(router.duplicates.undo, { id: first.id }, maya.as()), (problem) => code(problem) === 'conflict.merged-since');
  await call(router.duplicates.undo, { id: second.id }, maya.as());
  assert.deepEqual([(await open(one)).id, (await open(three)).id], [two, three]);
  await call(router.duplicates.undo, { id: first.id }, maya.as());
  assert.equal((await open(one)).id, one);
  assert.equal((await call(router.session.read, undefined, maya.as())).counts.people, 3);
});

test('after seven days it stays one, and a guest neither makes one nor takes it back', async () => {
  const { id } = await merge(await add('Grace Oyelaran'), await add('Grace O.'));
  const late = call(router.duplicates.undo, { id }, maya.as(daysOn(7.01)));
  await assert.rejects(late, (problem) => code(problem) === 'merge.too-late');
  const guest = new Mover(world, await world.member('Gina Guest', 'guest', { in: maya.member.workspaceId }));
  await assert.rejects(call(router.duplicates.undo, { id }, guest.as()), (problem) => code(problem) === 'may.not-allowed');
  await assert.rejects(call(router.duplicates.list, {}, guest.as()), (problem) => code(problem) === 'may.not-allowed');
  assert.equal((await maya.kept('person')).length, 1);
});

test('what came from a file knows again whom it was made one with, and brings nobody a second time', async () => {
  const file = { 'a.csv': 'Name,E-mail,Lives in\nGrace Oyelaran,g@x.example,\nGracie O.,gracie@x.example,Leeds\n' };
  await maya.bring(file);
  const [keep, gone] = [await maya.person('Grace Oyelaran'), await maya.person('Gracie O.')].map(({ externalId }) => externalId ?? '');
  await merge(keep ?? '', gone ?? '');
  const { page } = await maya.tried(file);
  assert.deepEqual(page.plan.person, { same: 2 });
  const grace = await maya.person('Grace Oyelaran');
  assert.deepEqual([grace.livesIn, grace.emails.map(({ email }) => email)], ['Leeds', ['g@x.example', 'gracie@x.example']]);
});

test('an import that is taken back after two became one leaves the one, as somebody decided it', async () => {
  const own = await add('Grace Oyelaran', { email: 'g@x.example' });
  const { id } = await maya.bring({ 'a.csv': 'Name,E-mail\nGracie O.,gracie@x.example\n' });
  await merge(own, (await maya.person('Gracie O.')).externalId ?? '');
  await maya.undo(id);
  const grace = await maya.person('Grace Oyelaran');
  assert.deepEqual(
    grace.emails.map(({ email }) => email),
    ['g@x.example', 'gracie@x.example'],
  );
  assert.equal((await call(router.session.read, undefined, maya.as())).counts.people, 1);
});
