import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: string;
let ruth: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = (await world.person('Ines Carvalho')).id;
  ruth = (await world.person('Ruth Adeyemi')).id;
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const of = async (id: string, member = maya) => (await call(router.ties.ofPerson, { id }, as(member))).ties;

test('a line is drawn, made thicker, and taken away; both see it, the closest first', async () => {
  const knows = await call(router.ties.add, { fromId: ruth, toId: ines, kind: 'knows' }, as(maya));
  assert.deepEqual([knows.closeness, knows.note, knows.from.name, knows.to.name], [1, '', 'Ruth Adeyemi', 'Ines Carvalho']);
  const introduced = await call(
    router.ties.add,
    { fromId: ruth, toId: ines, kind: 'introduced', closeness: 2, note: ' Ten years ' },
    as(maya),
  );
  assert.deepEqual(
    (await of(ines)).map(({ id, note }) => [id, note]),
    [
      [introduced.id, 'Ten years'],
      [knows.id, ''],
    ],
  );
  const changed = await call(router.ties.change, { id: knows.id, closeness: 3, kind: 'friend' }, as(maya));
  assert.deepEqual([changed.closeness, changed.kind], [3, 'friend']);
  assert.equal((await of(ruth))[0]?.id, knows.id);
  assert.equal((await call(router.ties.remove, { id: knows.id }, as(maya))).kind, 'friend');
  assert.equal((await of(ruth)).length, 1);
  assert.deepEqual(await trailOf(world, knows.id), ['tie.added', 'tie.changed', 'tie.removed']);
});

test('what holds both ways is said once, what has a direction once each way', async () => {
  const friend = (fromId: string, toId: string) => call(router.ties.add, { fromId, toId, kind: 'friend' }, as(maya));
  const first = await friend(ines, ruth);
  await assert.rejects(friend(ruth, ines), refused('conflict.tie'));
  const trusts = (fromId: string, toId: string) => call(router.ties.add, { fromId, toId, kind: 'trusts' }, as(maya));
  await trusts(ines, ruth);
  await trusts(ruth, ines);
  await assert.rejects(trusts(ruth, ines), refused('conflict.tie'));
  const family = await call(router.ties.add, { fromId: ruth, toId: ines, kind: 'family' }, as(maya));
  await assert.rejects(call(router.ties.change, { id: family.id, kind: 'friend' }, as(maya)), refused('conflict.tie'));
  await call(router.ties.change, { id: first.id, kind: 'friend', note: 'Still' }, as(maya));
});

test('what cannot be is refused in words', async () => {
  const add = (fromId: string, toId: string) => call(router.ties.add, { fromId, toId, kind: 'knows' }, as(maya));
  await assert.rejects(add(ines, ines), refused('tie.self'));
  await assert.rejects(add(ines, uuidv7()), refused('missing.person'));
  await assert.rejects(call(router.ties.change, { id: uuidv7(), closeness: 2 }, as(maya)), refused('missing.tie'));
  await assert.rejects(call(router.ties.remove, { id: uuidv7() }, as(maya)), refused('missing.tie'));
  await assert.rejects(of(uuidv7()), refused('missing.person'));
});

test('a line to somebody whom one member met in private is that member’s alone', async () => {
  const talk = { who: ['Zelda Quist'], kind: 'visit' as const, happenedAt: '2026-11-20T10:00:00Z', lines: 'x', private: true };
  await call(router.conversations.log, talk, as(ben));
  const zelda = (await call(router.people.list, { find: 'zelda' }, as(ben))).rows[0]?.id ?? '';
  const line = await call(router.ties.add, { fromId: zelda, toId: ines, kind: 'works-with' }, as(ben));
  assert.ok((await of(ines, ben)).some(({ id }) => id === line.id));
  assert.doesNotMatch(JSON.stringify(await of(ines)), /Zelda/);
  await assert.rejects(call(router.ties.add, { fromId: zelda, toId: ruth, kind: 'knows' }, as(maya)), refused('missing.person'));
  await assert.rejects(call(router.ties.change, { id: line.id, closeness: 2 }, as(maya)), refused('missing.tie'));
  await assert.rejects(call(router.ties.remove, { id: line.id }, as(maya)), refused('missing.tie'));
});
