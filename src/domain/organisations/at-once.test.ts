import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const add = async (name: string, more: object = {}, member = maya) =>
  (await call(router.organisations.add, { name, ...more }, as(member))).id;
const listed = async (find: string) => (await call(router.organisations.list, { find }, as())).rows;
const contents = () => contentsOf(world.db, world.workspace.id, ['audit_events', 'merges', 'people']);

async function oneIsTold(asked: Promise<unknown>[], wanted: string): Promise<void> {
  const told = (await Promise.allSettled(asked)).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  assert.equal(told.length, 1, String(told));
  assert.ok(code(wanted)(told[0]), String(told[0]));
}

test('one name that two add at once is one organisation, and the second is told which', async () => {
  for (let round = 0; round < 4; round++) {
    await oneIsTold([add(`Harbour ${round}`), add(`harbour  ${round}`, {}, ben)], 'conflict.organisation');
    assert.equal((await listed(`harbour ${round}`)).length, 1);
  }
});

test('people who join one new organisation at once stand in one, each once', async () => {
  const people = [await world.person('Ann Ost'), await world.person('Bo West'), await world.person('Cy Noord')];
  const join = (personId: string, member: WorldMember) =>
    call(router.affiliations.join, { personId, organisation: 'Eastmere Schools' }, as(member));
  await Promise.all(people.flatMap(({ id }) => [join(id, maya), join(id, ben)]));
  const [row] = await listed('eastmere');
  const page = await call(router.organisations.open, { id: row?.id ?? '' }, as());
  assert.deepEqual(page.people.map(({ name }) => name).sort(), ['Ann Ost', 'Bo West', 'Cy Noord']);
});

test('two that are made a part of each other at once: one is, and the other is told', async () => {
  for (let round = 0; round < 3; round++) {
    const [one, other] = [await add(`Upper ${round}`), await add(`Lower ${round}`)];
    await oneIsTold(
      [
        call(router.organisations.change, { id: one, parentId: other }, as()),
        call(router.organisations.change, { id: other, parentId: one }, as(ben)),
      ],
      'organisation.parent',
    );
  }
});

test('one domain that two organisations take at once is one’s', async () => {
  const [one, other] = [await add('North Quay'), await add('South Quay')];
  await oneIsTold(
    [
      call(router.organisations.change, { id: one, domains: ['quay.example'] }, as()),
      call(router.organisations.change, { id: other, domains: ['https://www.quay.example/x'] }, as(ben)),
    ],
    'conflict.domain',
  );
});

test('two that are merged into each other at once become one, and taken back both are as they were', async () => {
  const [one, other] = [await add('Ropes'), await add('Ropes and Nets')];
  const [ann] = [await world.person('Ann Rope')];
  await call(router.affiliations.join, { personId: ann.id, organisation: 'Ropes' }, as());
  await call(router.tags.put, { about: 'organisation', id: other, name: 'Wet' }, as());
  const before = await contents();
  const results = await Promise.allSettled([
    call(router.organisations.merge, { keepId: one, goneId: other }, as()),
    call(router.organisations.merge, { keepId: other, goneId: one }, as(ben)),
  ]);
  const undos = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.undo] : []));
  assert.deepEqual([undos.length, (await listed('ropes')).length], [1, 1]);
  assert.ok(
    results.every((result) => result.status === 'fulfilled' || code('missing.organisation')(result.reason)),
    JSON.stringify(results),
  );
  await call(router.organisations.takeBack, { undo: undos[0] ?? '' }, as());
  assert.deepEqual(await contents(), before);
});

test('one line between two people that is drawn from both ends at once is one line', async () => {
  for (let round = 0; round < 4; round++) {
    const [a, b] = [await world.person(`Line One ${round}`), await world.person(`Line Two ${round}`)];
    await oneIsTold(
      [
        call(router.ties.add, { fromId: a.id, toId: b.id, kind: 'knows' }, as()),
        call(router.ties.add, { fromId: b.id, toId: a.id, kind: 'knows' }, as(ben)),
      ],
      'conflict.tie',
    );
    assert.equal((await call(router.ties.ofPerson, { id: a.id }, as())).ties.length, 1);
  }
});
