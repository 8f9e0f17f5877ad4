import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { peoplePageShape } from '#model/person-pages.shape.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  const add = (name: string, organisation: string) =>
    call(router.people.add, { name, organisation }, { context: asking(world, maya, now) });
  const ines = await add('Ines Carvalho', 'Harbour Foods');
  const daniel = await add('Daniel Brandt', 'Harbour Foods');
  await add('Ruth Adeyemi', 'Field & Fold');
  const talk = (id: string, happenedAt: string) =>
    call(router.conversations.log, { who: [id], kind: 'call', happenedAt, lines: 'We spoke.' }, { context: asking(world, maya, now) });
  await talk(ines.id, '2026-11-20T10:00:00Z');
  await talk(daniel.id, '2026-08-20T10:00:00Z');
  await call(router.promises.note, { personId: ines.id, what: 'The report' }, { context: asking(world, maya, now) });
});
after(() => world.close());

const list = (asked: object = {}) => call(router.people.list, asked, { context: asking(world, maya, now) });
const names = async (asked: object) => (await list(asked)).rows.map((row) => row.name).sort();

test('the people of one organisation, whatever its capitals, and nobody of one that is not there', async () => {
  assert.deepEqual(await names({ of: 'Harbour Foods' }), ['Daniel Brandt', 'Ines Carvalho']);
  assert.deepEqual(await names({ of: 'harbour foods' }), ['Daniel Brandt', 'Ines Carvalho']);
  assert.deepEqual(await names({ of: 'Harbour' }), []);
  assert.equal((await list({ of: 'Harbour Foods' })).total, 2);
});

test('an organisation is one word more in the sentence', async () => {
  assert.deepEqual(await names({ of: 'Harbour Foods', owe: true }), ['Ines Carvalho']);
  assert.deepEqual(await names({ of: 'Harbour Foods', find: 'dan' }), ['Daniel Brandt']);
});

test('a first page says how many stand in each saved view, as those views do, whatever it shows itself', async () => {
  const page = await list({ of: 'Field & Fold', views: true });
  assert.deepEqual(page.views, { owed: 1, quiet: (await list({ spoke: 'quiet-month' })).total, saved: 0 });
  assert.equal(page.views?.owed, (await list({ owe: true })).total);
  // Daniel; with Ruth nobody has spoken yet.
  assert.equal(page.views?.quiet, 1);
  assert.ok(peoplePageShape.safeParse(page).success);
});

test('nothing is counted that was not asked for, nor twice on the way down a list', async () => {
  assert.equal((await list()).views, undefined);
  const first = await list({ views: true, limit: 1 });
  const second = await list({ views: true, limit: 1, cursor: first.next ?? '' });
  assert.equal(second.views, undefined);
  assert.equal(second.total, 3);
});

test('another workspace counts and lists its own', async () => {
  const other = await world.otherWorkspace('Elsewhere');
  const nils = await world.member('Nils Berg', 'owner', { in: other.id });
  const page = await call(router.people.list, { of: 'Harbour Foods', views: true }, { context: asking(world, nils, now) });
  assert.deepEqual([page.rows, page.views], [[], { owed: 0, quiet: 0, saved: 0 }]);
});
