import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const note = (member: WorldMember, more: object = {}) =>
  call(router.promises.note, { personId: ines.id, what: 'The July report', due: '2026-11-27', ...more }, as(member));
const open = async () => (await call(router.promises.list, {}, as(maya))).promises.map((promise) => promise.what);
const trail = async (id: string) =>
  (await world.db.selectFrom('auditEvents').select('action').where('subjectId', '=', id).orderBy('id').execute()).map(
    ({ action }) => action,
  );

test('a promise made over the fence is owed at once, and taken back as if it had never been', async () => {
  const noted = await note(maya);
  assert.deepEqual([noted.by.name, noted.by.isYou, noted.to?.name], ['Maya Okafor', true, 'Ines Carvalho']);
  assert.deepEqual([noted.what, noted.dueOn, noted.keptAt, noted.quotes], ['The July report', '2026-11-27', null, []]);
  const row = async () => (await call(router.people.list, { find: 'Ines' }, as(maya))).rows[0];
  assert.equal((await row())?.weOwe, 1);
  assert.deepEqual(await open(), ['The July report']);
  await call(router.promises.unnote, { id: noted.id }, as(maya));
  assert.equal((await row())?.weOwe, 0);
  assert.deepEqual(await open(), []);
  assert.deepEqual(await trail(noted.id), ['promise.noted', 'promise.unnoted']);
});

test('what they promised us is theirs to keep', async () => {
  const noted = await note(maya, { by: 'them', what: 'A list of the vans', due: undefined });
  assert.deepEqual([noted.by.name, noted.to?.isYou, noted.dueOn], ['Ines Carvalho', true, null]);
  const { rows } = await call(router.people.list, { find: 'Ines' }, as(maya));
  assert.equal(rows[0]?.theyOwe, 1);
  await call(router.promises.unnote, { id: noted.id }, as(maya));
});

test('nobody takes back what another noted, nor what was really said', async () => {
  const noted = await note(maya);
  await assert.rejects(call(router.promises.unnote, { id: noted.id }, as(ben)), refused('promise.not-yours'));
  const logged = { who: [ines.id], kind: 'call' as const, happenedAt: now, lines: '', promised: [{ by: 'us' as const, what: 'Call her' }] };
  await call(router.conversations.log, logged, as(maya));
  const { promises } = await call(router.promises.list, {}, as(maya));
  const said = promises.find((promise) => promise.what === 'Call her');
  await assert.rejects(call(router.promises.unnote, { id: said?.id ?? '' }, as(maya)), refused('promise.said'));
  assert.ok((await open()).includes('Call her'));
});

test('a promise to somebody met in private is not noted where all would read it', async () => {
  await call(
    router.conversations.log,
    { who: ['Hana Kimura'], kind: 'visit', happenedAt: now, lines: 'Between us.', private: true },
    as(maya),
  );
  const { rows } = await call(router.people.list, { find: 'Hana' }, as(maya));
  const personId = rows[0]?.id ?? '';
  await assert.rejects(note(maya, { personId }), refused('promise.in-private'));
  await assert.rejects(note(ben, { personId }), refused('missing.person'));
});

test('it wants words, a day that exists and somebody of this workspace; a guest only reads', async () => {
  await assert.rejects(note(maya, { what: '   ' }));
  await assert.rejects(note(maya, { due: '2026-02-30' }));
  const other = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Nils Berg', 'owner', { in: other.id });
  await assert.rejects(note(stranger), refused('missing.person'));
  const guest = await world.member('Gus Guest', 'guest');
  await assert.rejects(note(guest), refused('may.not-allowed'));
});
