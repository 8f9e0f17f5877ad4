import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { promiseViewShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member: WorldMember, at = now) => ({ context: asking(world, member, at) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
type Promised = { by: 'us' | 'them'; what: string; due?: string };
const note = (who: string, promised: Promised[], member = maya, hidden = false) =>
  call(
    router.conversations.log,
    { who: [who], kind: 'call', happenedAt: '2026-11-20T10:00:00Z', lines: 'We spoke.', promised, private: hidden },
    as(member),
  );
const list = async (asked: { whose?: 'ours' | 'theirs' | 'all'; kept?: boolean } = {}, member = maya) => {
  const { promises } = await call(router.promises.list, asked, as(member));
  for (const promise of promises) promiseViewShape.parse(promise);
  return promises;
};
const whatOf = async (asked: Parameters<typeof list>[0] = {}, member = maya) => (await list(asked, member)).map((promise) => promise.what);
const rowOf = async (find: string) => (await call(router.people.list, { find }, as(maya))).rows[0];

test('open ones stand by day, those without one last; ours and theirs apart', async () => {
  await note('Ada', [
    { by: 'us', what: 'later', due: '2026-12-24' },
    { by: 'them', what: 'theirs', due: '2026-12-01' },
    { by: 'us', what: 'someday' },
    { by: 'us', what: 'late', due: '2026-11-01' },
  ]);
  assert.deepEqual(await whatOf(), ['late', 'theirs', 'later', 'someday']);
  assert.deepEqual(await whatOf({ whose: 'ours' }), ['late', 'later', 'someday']);
  assert.deepEqual(await whatOf({ whose: 'theirs' }), ['theirs']);
  assert.deepEqual(await whatOf({ kept: true }), []);
});

test('a promise that is kept leaves what is open, for all who look; once, by who did it first', async () => {
  const [late] = await list();
  const id = late?.id ?? '';
  assert.deepEqual([(await rowOf('Ada'))?.weOwe, (await rowOf('Ada'))?.theyOwe], [3, 1]);
  const kept = await call(router.promises.keep, { id }, as(ben, '2026-11-23T10:00:00Z'));
  assert.equal(Date.parse(kept.keptAt ?? ''), Date.parse('2026-11-23T10:00:00Z'));
  assert.deepEqual(await call(router.promises.keep, { id }, as(maya, '2026-11-24T10:00:00Z')), {
    ...kept,
    by: { ...kept.by, isYou: true },
  });
  assert.deepEqual(await whatOf(), ['theirs', 'later', 'someday']);
  assert.deepEqual(await whatOf({ kept: true }), ['late']);
  assert.equal((await rowOf('Ada'))?.weOwe, 2);
  assert.equal((await call(router.session.read, undefined, as(maya))).counts.promises, 3);
  await call(router.promises.reopen, { id }, as(maya));
  await call(router.promises.reopen, { id }, as(ben));
  assert.equal((await rowOf('Ada'))?.weOwe, 3);
  assert.deepEqual(await trailOf(world, id), ['promise.kept', 'promise.reopened']);
});

test('two who keep the same at once keep it once', async () => {
  const [first] = await list();
  await Promise.all([maya, ben, maya, ben].map((member) => call(router.promises.keep, { id: first?.id ?? '' }, as(member))));
  assert.equal(
    (await trailOf(world, first?.id)).filter((action) => action === 'promise.kept').length,
    2,
    'once now, once in the story before',
  );
  await call(router.promises.reopen, { id: first?.id ?? '' }, as(maya));
});

test('the ones kept last stand first, and the list of those we owe follows', async () => {
  const open = await list({ whose: 'ours' });
  for (const [i, promise] of open.entries()) await call(router.promises.keep, { id: promise.id }, as(maya, `2026-11-23T1${i}:00:00Z`));
  assert.deepEqual(await whatOf({ kept: true }), ['someday', 'later', 'late']);
  assert.equal((await call(router.people.list, { owe: true }, as(maya))).total, 0);
  for (const promise of open) await call(router.promises.reopen, { id: promise.id }, as(maya));
  assert.deepEqual(
    (await call(router.people.list, { owe: true }, as(maya))).rows.map((row) => row.name),
    ['Ada'],
  );
});

test('a promise made in private can be seen, found, kept and counted by that member alone', async () => {
  const counts = async (member: WorldMember) => (await call(router.session.read, undefined, as(member))).counts;
  const before = { maya: await counts(maya), ben: await counts(ben) };
  await note('Ada', [{ by: 'us', what: 'a quiet word', due: '2026-11-20' }], ben, true);
  const mine = (await list({}, ben)).find((promise) => promise.what === 'a quiet word');
  assert.ok(mine);
  assert.ok(!(await whatOf()).includes('a quiet word'));
  for (const act of [router.promises.keep, router.promises.reopen])
    await assert.rejects(call(act, { id: mine.id }, as(maya)), refused('missing.promise'));
  assert.deepEqual(await counts(maya), before.maya);
  assert.deepEqual(await counts(ben), {
    ...before.ben,
    promises: before.ben.promises + 1,
    today: before.ben.today + 1,
    conversations: before.ben.conversations + 1,
  });
  assert.equal((await call(router.people.list, { find: 'Ada' }, as(ben))).rows[0]?.weOwe, 4);
  assert.equal((await rowOf('Ada'))?.weOwe, 3);
});
