import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
const ids: string[] = [];

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
  for (let n = 0; n < 4; n++) ids.push((await world.person(`Person ${n}`)).id);
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const put = (id: string, name: string, member = maya) => call(router.tags.put, { about: 'person', id, name }, as(member));
const hangingOn = async (name: string) => (await call(router.tags.list, undefined, as())).tags.find((tag) => tag.name === name);
const contents = async () => contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes']);
/** What may come of two who do the same at once: it is done, or they are told in words. */
const toldOrDone = (results: PromiseSettledResult<unknown>[]) =>
  assert.ok(
    results.every((one) => one.status === 'fulfilled' || one.reason instanceof Refusal),
    JSON.stringify(results.map((one) => (one.status === 'rejected' ? String(one.reason) : 'done'))),
  );

test('a new name that several give at once is one tag, and hangs once on each', async () => {
  const names = ['Port', 'PORT', ' port ', 'Port'];
  const made = await Promise.all(ids.flatMap((id, n) => [put(id, names[n] ?? ''), put(id, names[3 - n] ?? '', tom)]));
  assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  const { tags } = await call(router.tags.list, undefined, as());
  assert.deepEqual(
    tags.map(({ people }) => people),
    [4],
  );
});

test('two tags that are merged into each other at once end as one, and nothing they hung on loses it', async () => {
  for (let round = 0; round < 4; round++) {
    const [one, other] = [await put(ids[0] ?? '', `Left ${round}`), await put(ids[1] ?? '', `Right ${round}`)];
    const results = await Promise.allSettled([
      call(router.tags.merge, { id: one.id, into: other.id }, as()),
      call(router.tags.merge, { id: other.id, into: one.id }, as(tom)),
    ]);
    toldOrDone(results);
    const left = (await call(router.tags.list, undefined, as())).tags.filter(({ name }) => name.endsWith(` ${round}`));
    assert.deepEqual(
      left.map(({ people }) => people),
      [2],
      `round ${round}`,
    );
  }
});

test('one who removes a tag while another puts it on leaves it either there with its tagging, or gone', async () => {
  for (let round = 0; round < 4; round++) {
    const tag = await put(ids[0] ?? '', `Now ${round}`);
    toldOrDone(await Promise.allSettled([call(router.tags.remove, { id: tag.id }, as()), put(ids[1] ?? '', `now ${round}`, tom)]));
    const left = (await hangingOn(`now ${round}`)) ?? (await hangingOn(`Now ${round}`));
    if (left) assert.equal(left.people >= 1, true);
  }
});

test('two who give one name to two tags at once: one of them is told that it is taken', async () => {
  const [one, other] = [await put(ids[0] ?? '', 'Alpha'), await put(ids[0] ?? '', 'Beta')];
  const results = await Promise.allSettled([
    call(router.tags.rename, { id: one.id, name: 'Gamma' }, as()),
    call(router.tags.rename, { id: other.id, name: 'gamma' }, as(tom)),
  ]);
  toldOrDone(results);
  const told = results.filter((one) => one.status === 'rejected');
  assert.equal(told.length, 1);
  assert.ok(told.every(({ reason }) => code('conflict.tag')(reason)));
});

test('a removed tag comes back exactly, also on a deal and an organisation, and a second taking back does nothing', async () => {
  const organisation = await call(router.organisations.add, { name: 'Harbour Foods' }, as());
  const deal = await call(router.deals.add, { title: 'Nets' }, as());
  const tag = await put(ids[2] ?? '', 'Everywhere');
  await call(router.tags.put, { about: 'organisation', id: organisation.id, name: 'Everywhere' }, as());
  await call(router.tags.put, { about: 'deal', id: deal.id, name: 'Everywhere' }, as(tom));
  const before = await contents();
  const { undo } = await call(router.tags.remove, { id: tag.id }, as(tom));
  assert.equal(await hangingOn('Everywhere'), undefined);
  await Promise.all([call(router.bulk.undo, { id: undo }, as()), call(router.bulk.undo, { id: undo }, as(tom))]);
  assert.deepEqual(await contents(), before);
  await call(router.tags.take, { about: 'deal', id: deal.id, tagId: tag.id }, as());
  await call(router.bulk.undo, { id: undo }, as());
  const found = await hangingOn('Everywhere');
  assert.deepEqual([found?.people, found?.organisations, found?.deals], [1, 1, 0], 'what was untagged since stays so');
});

test('a tag counts no deal that was taken away, and counts it again when it is back', async () => {
  const deal = await call(router.deals.add, { title: 'Ropes' }, as());
  await call(router.tags.put, { about: 'deal', id: deal.id, name: 'Wet' }, as());
  await call(router.deals.remove, { id: deal.id }, as());
  assert.equal((await hangingOn('Wet'))?.deals, 0);
  await assert.rejects(call(router.tags.of, { about: 'deal', id: deal.id }, as()), code('missing.deal'));
  await call(router.deals.bringBack, { id: deal.id }, as());
  assert.equal((await hangingOn('Wet'))?.deals, 1);
});

test('a merge is taken back around whom it had merged since: two people who are one by now', async () => {
  const [one, other] = [(await world.person('Grace Olsen')).id, (await world.person('Gracie Olsen')).id];
  const [cold, chill] = [await put(one, 'Cold'), await put(other, 'Chill')];
  const { undo } = await call(router.tags.merge, { id: chill.id, into: cold.id }, as());
  await call(router.duplicates.merge, { keepId: one, goneId: other }, as());
  await call(router.bulk.undo, { id: undo }, as());
  assert.ok(await hangingOn('Chill'), 'the tag is back');
  const hers = (await call(router.tags.of, { about: 'person', id: one }, as())).tags.map(({ name }) => name);
  assert.ok(hers.includes('Cold'));
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from taggings where person_id = ${other}`.execute(world.db);
  assert.equal(rows[0]?.n, 0, 'nothing hangs on who is not there');
});

test('a view that asked for a merged tag finds the same people all the way, also when it was changed in between', async () => {
  const [salt, sea] = [await put(ids[0] ?? '', 'Salt'), await put(ids[1] ?? '', 'Sea')];
  const view = await call(router.views.save, { name: 'Salty', search: { tags: [salt.id] }, shared: true }, as());
  const own = await call(router.views.save, { name: 'Mine', search: { tags: [salt.id] }, shared: false }, as(tom));
  const searchOf = async (id: string, member = maya) =>
    (await call(router.views.list, { of: 'people' }, as(member))).views.find((one) => one.id === id)?.search;
  const { undo } = await call(router.tags.merge, { id: salt.id, into: sea.id }, as());
  assert.deepEqual(await searchOf(own.id, tom), { tags: [sea.id] }, 'the own view of another follows too');
  await call(router.views.change, { id: view.id, search: { tags: [sea.id], owner: 'me' } }, as());
  await call(router.bulk.undo, { id: undo }, as());
  assert.deepEqual(await searchOf(view.id), { tags: [sea.id], owner: 'me' }, 'what was chosen since stays');
  assert.deepEqual(await searchOf(own.id, tom), { tags: [salt.id] });
});
