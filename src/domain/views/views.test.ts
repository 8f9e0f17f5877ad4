import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
let ada: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
  ada = await world.member('Ada Admin', 'admin');
  for (const name of ['Ines', 'Ruth', 'Sam']) await world.person(name, { kinds: [name === 'Sam' ? 'investor' : 'customer'] });
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const views = async (member = maya) => (await call(router.views.list, {}, as(member))).views;
const names = async (member = maya) => (await views(member)).map(({ name }) => name);
const save = (member: WorldMember, name: string, search: Record<string, unknown>, shared = false) =>
  call(router.views.save, { name, search, shared }, as(member));
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

test('one’s own view is one’s own, a shared one everybody’s, each with how many stand in it for whom it is counted', async () => {
  await save(maya, 'Those who pay', { kinds: ['customer'] });
  await save(tom, 'Mine to call', { owner: 'me' }, true);
  assert.deepEqual(
    (await views()).map(({ name, shared, mine, count }) => [name, shared, mine, count]),
    [
      ['Mine to call', true, true, 0],
      ['Those who pay', false, true, 2],
    ],
  );
  const ines = (await call(router.people.list, { find: 'Ines' }, as(maya))).rows[0];
  await call(router.bulk.change, { ids: [ines?.id ?? ''], change: { what: 'owner', memberId: tom.id } }, as(maya));
  assert.deepEqual(
    (await views(tom)).map(({ name, count }) => [name, count]),
    [['Mine to call', 1]],
  );
  assert.equal((await views(maya))[0]?.count, 0);
});

test('a view is counted as its address lists, also where words in it mean nothing any more', async () => {
  const { id } = await save(maya, 'Old words', { kinds: ['king'], close: 'far', spoke: 'week', x: 1 });
  const view = (await views()).find((one) => one.id === id);
  assert.equal(view?.count, (await call(router.people.list, { spoke: 'week' }, as(maya))).total);
  await call(router.views.remove, { id }, as(maya));
});

test('it is renamed, shows something else, is shared, and stays out of hands that did not make it', async () => {
  const { id } = await save(tom, 'Money', { kinds: ['investor'] });
  await assert.rejects(call(router.views.change, { id, name: 'Taken' }, as(maya)), refusedAs('missing.view'));
  await call(router.views.change, { id, name: 'Money people', shared: true }, as(tom));
  const other = await world.member('Olu Other');
  await assert.rejects(call(router.views.change, { id, name: 'Taken' }, as(other)), refusedAs('view.not-yours'));
  await assert.rejects(call(router.views.remove, { id }, as(other)), refusedAs('view.not-yours'));
  await call(router.views.change, { id, search: { kinds: ['customer'] } }, as(ada));
  const seen = (await views(other)).find((one) => one.id === id);
  assert.deepEqual([seen?.name, seen?.search, seen?.count, seen?.mine], ['Money people', { kinds: ['customer'] }, 2, false]);
  await call(router.views.change, { id, shared: false }, as(ada));
  assert.ok(!(await names(ada)).includes('Money people'));
  assert.ok((await names(tom)).includes('Money people'), 'it is of who made it, not of who took it back');
  assert.deepEqual(await trailOf(world, id), ['view.saved', 'view.changed', 'view.changed', 'view.changed']);
});

test('a removed view comes back where it was', async () => {
  await save(maya, 'Second of mine', {});
  const before = await views();
  const gone = before.find(({ name }) => name === 'Those who pay');
  await call(router.views.remove, { id: gone?.id ?? '' }, as(maya));
  assert.ok(!(await names()).includes('Those who pay'));
  await assert.rejects(call(router.views.change, { id: gone?.id ?? '', name: 'Ghost' }, as(maya)), refusedAs('missing.view'));
  await call(router.views.restore, { id: gone?.id ?? '' }, as(maya));
  assert.deepEqual(await views(), before);
});

test('they stand in the order they are put in; others’ own views are not moved', async () => {
  const toms = (await call(router.views.list, {}, as(tom))).views;
  const own = (await views()).filter(({ shared }) => !shared).reverse();
  await call(router.views.order, { ids: [...own.map(({ id }) => id), ...toms.map(({ id }) => id)] }, as(maya));
  assert.deepEqual(
    (await views()).filter(({ shared }) => !shared),
    own,
  );
  assert.deepEqual(
    (await call(router.views.list, {}, as(tom))).views.filter(({ shared }) => !shared).map(({ id }) => id),
    toms.filter(({ shared }) => !shared).map(({ id }) => id),
  );
});

test('a name is needed, a sentence has an end, and views of other lists are not counted', async () => {
  await assert.rejects(save(maya, 'Long', { find: 'x'.repeat(5000) }), refusedAs('view.too-large'));
  await assert.rejects(save(maya, 'Odd', { find: 'a\u0000' }), refusedAs('view.too-large'));
  await call(router.views.save, { of: 'deals', name: 'Big ones', search: { from: 10_000 } }, as(maya));
  const deals = (await call(router.views.list, { of: 'deals' }, as(maya))).views;
  assert.deepEqual(
    deals.map(({ name, count }) => [name, count]),
    [['Big ones', null]],
  );
  assert.ok(!(await names()).includes('Big ones'));
});
