import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { briefShape } from '#model/brief.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

const CALL = `WEBVTT

1
00:00:01.000 --> 00:00:05.000
Maya Okafor: What happens in your kitchens when the fridges fail at night?

2
00:00:05.500 --> 00:00:15.000
Ines Carvalho: We throw away two hundred meals, and 🚚 nobody knows. Does it work in the tunnel without a signal?

3
00:00:15.500 --> 00:00:29.000
Maya Okafor: Anyway, moving on, let me first show you our dashboards and our automatic alerts, they are lovely.

4
00:00:29.500 --> 00:00:39.000
Ines Carvalho: It is my name on the letter to the schools, and I am afraid of July.
`;

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: string;
let talk: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  talk = (await handIn(world.scope(maya), CALL, { lastModified: new Date().toISOString() })).conversations[0]?.id ?? '';
  const answers = [
    { alias: 'ines carvalho', is: 'new' as const, name: 'Ines Carvalho', organisation: 'Harbour Foods', kinds: ['prospect' as const] },
    { alias: 'maya okafor', is: 'me' as const },
  ];
  await call(router.speakers.name, { answers }, as(maya));
  await understandWaiting(world.scope(maya));
  ines = (await call(router.people.list, {}, as(maya))).rows[0]?.id ?? '';
});
after(() => world.close());

const as = (member: WorldMember, now?: string) => ({ context: asking(world, member, now) });
const brief = async (member = maya, id = ines) => {
  const page = await call(router.people.brief, { id }, as(member));
  briefShape.parse(page);
  return page;
};
const confirm = async (kind: Parameters<typeof suggest>[2]['kind'], turn: number, fields: object) =>
  call(router.findings.confirm, { id: await suggest(world, talk, { kind, turn, fields }) }, as(maya));

test('what they asked and nobody took up is worth asking, in their words whatever letters stand before them', async () => {
  const asked = (await brief()).questions.find(({ sort }) => sort === 'unanswered');
  assert.equal(asked?.quote, 'Does it work in the tunnel without a signal?');
  assert.deepEqual(asked?.said, { conversationId: talk, turn: 1 });
});

test('that we passed over a question is not told to those who may not see how we listened', async () => {
  const sorts = async (member: WorldMember) => (await brief(member)).questions.map(({ sort }) => sort);
  assert.ok(!(await sorts(ben)).includes('unanswered'));
  await call(router.members.shareListening, { shared: true }, as(maya));
  assert.ok((await sorts(ben)).includes('unanswered'));
  await call(router.members.shareListening, { shared: false }, as(maya));
});

test('where digging stopped, who decides, and what was told with nobody beside', async () => {
  await confirm('need', 1, { depth: 0, statement: 'Meals are thrown away' });
  await confirm('need', 3, { depth: 3, statement: 'Her name on the letter' });
  await confirm('feeling', 3, { feeling: 'afraid', tone: 'bad' });
  const page = await brief();
  const gap = page.questions.find(({ sort }) => sort === 'gap');
  assert.deepEqual([gap?.depth, gap?.known, gap?.words], [1, 0, 'Meals are thrown away']);
  assert.deepEqual(
    (await brief(ben)).questions.map(({ sort }) => sort),
    ['gap', 'say-back', 'decider'],
  );
  assert.deepEqual([page.felt?.statement, page.felt?.tone], ['afraid', 'bad']);
  assert.ok(page.ratherNot.some(({ sort, quote }) => sort === 'alone' && quote?.startsWith('It is my')));
});

test('what only one may read stands in that one’s brief alone', async () => {
  const secret = CALL.replace('two hundred meals', 'four hundred meals').replace('my name', 'my whole name');
  const hidden = (await handIn(world.scope(maya), secret, { private: true })).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya));
  const id = await suggest(world, hidden, { kind: 'trait.irritant', turn: 3, fields: { statement: 'Being pitied' } });
  await call(router.findings.confirm, { id }, as(maya));
  assert.ok((await brief()).ratherNot.some(({ words }) => words === 'Being pitied'));
  assert.ok(!JSON.stringify(await brief(ben)).includes('pitied'));
});

test('the reading is in the trail; nobody is read who is not there', async () => {
  const before = (await trailOf(world, ines)).filter((action) => action === 'person.read').length;
  await brief();
  assert.equal((await trailOf(world, ines)).filter((action) => action === 'person.read').length, before + 1);
  await assert.rejects(brief(maya, talk), (problem) => problem instanceof Refusal && problem.code === 'missing.person');
});
