import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { todayPageShape } from '#model/person-pages.shape.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { handIn } from '#test/told.ts';
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
const today = async (member = maya, at = now) => {
  const page = await call(router.today.open, undefined, as(member, at));
  todayPageShape.parse(page);
  return page;
};
const counts = async (member = maya, at = now) => (await call(router.session.read, undefined, as(member, at))).counts;
const talk = async (name: string, member = maya, hidden = false) =>
  (
    await handIn(
      world.scope(member, now),
      `${name}: We need it sooner, said ${name}.\nMaya Okafor: Why is that?\n${name}: Because of May.`,
      { name: `${name}.txt`, private: hidden },
    )
  ).conversations[0]?.id ?? '';
const notePromise = (due: string, by: 'us' | 'them' = 'us', member = maya) =>
  call(
    router.conversations.log,
    {
      who: ['Ines Carvalho'],
      kind: 'call',
      happenedAt: '2026-11-01T10:00:00Z',
      lines: 'x',
      promised: [{ by, what: `due ${due} ${by}`, due }],
    },
    as(member),
  );

test('nothing waits at first', async () => {
  assert.deepEqual(await today(), { people: [], unknownSpeakers: 0, fresh: [], promises: [], tasks: [], peopleInAll: 0 });
});

test('the weightiest words stand first, one line a person, with how many more wait', async () => {
  const [ines, tom, ann] = [await world.person('Ines Carvalho'), await world.person('Tom Baker'), await world.person('Ann Cho')];
  const talks = { ines: await talk('Ines Carvalho'), tom: await talk('Tom Baker'), ann: await talk('Ann Cho') };
  await suggest(world, talks.ines, { kind: 'competitor', turn: 0, p: 0.9 });
  await suggest(world, talks.tom, { kind: 'need', turn: 0, fields: { depth: 1 } });
  await suggest(world, talks.tom, { kind: 'need', turn: 2, fields: { depth: 3 } });
  await suggest(world, talks.ann, { kind: 'feeling', turn: 2, fields: { feeling: 'worried' } });
  await suggest(world, talks.ann, { kind: 'request', turn: 0, p: 0.99 });
  const { people } = await today();
  assert.deepEqual(
    people.map(({ id, waiting, kind }) => [id, waiting, kind]),
    [
      [ann.id, 2, 'feeling'],
      [tom.id, 2, 'need'],
      [ines.id, 1, 'competitor'],
    ],
  );
  assert.equal(people[1]?.quote?.turn, 2);
  assert.equal(people[1]?.quote?.confirmedBy, null);
  assert.equal((await counts()).today, 3);
});

test('what our own side said waits on nobody’s line, and who is not named yet has one without an id', async () => {
  const id = await talk('Otto Weiss');
  await suggest(world, id, { kind: 'commitment', turn: 1 });
  const before = await today();
  assert.equal(before.people.length, 3);
  assert.equal(before.unknownSpeakers, 1);
  await suggest(world, id, { kind: 'objection', turn: 0 });
  const { people } = await today();
  const otto = people.find((one) => one.name === 'Otto Weiss');
  assert.deepEqual([otto?.id, otto?.waiting, otto?.organisation], [null, 1, null]);
  assert.equal((await counts()).today, people.length);
});

test('whose words were all decided on waits no longer', async () => {
  const { people } = await today();
  const findingId = people.find((one) => one.name === 'Ines Carvalho')?.quote?.findingId ?? '';
  await call(router.findings.reject, { id: findingId }, as(ben));
  assert.ok(!(await today()).people.some((one) => one.name === 'Ines Carvalho'));
  await call(router.findings.undo, { id: findingId }, as(ben));
  assert.ok((await today()).people.some((one) => one.name === 'Ines Carvalho'));
});

test('what one keeps private waits on that one’s day alone', async () => {
  const before = await today(ben);
  const id = await talk('Secret Sam', maya, true);
  await suggest(world, id, { kind: 'feeling', turn: 0 });
  assert.deepEqual(await today(ben), before);
  assert.ok((await today(maya)).people.some((one) => one.name === 'Secret Sam'));
  assert.equal((await counts(maya)).today, (await counts(ben)).today + 1);
});

test('what came in this week and is not done with is fresh; older, or decided on, it is not', async () => {
  const { fresh } = await today();
  assert.equal(fresh.length, 5);
  assert.deepEqual(await today(maya, '2026-12-02T09:00:00Z').then((page) => page.fresh), []);
  assert.deepEqual(
    [...fresh].sort((a, b) => Date.parse(b.happenedAt) - Date.parse(a.happenedAt)),
    fresh,
  );
});

test('promises of both sides that are late or due within a week stand by day; the count has mine that are due', async () => {
  const people = (await counts()).today;
  for (const due of ['2026-11-30', '2026-10-01', '2026-12-01', '2026-11-23']) await notePromise(due);
  await notePromise('2026-11-24', 'them');
  assert.deepEqual(
    (await today()).promises.map((promise) => promise.what),
    ['due 2026-10-01 us', 'due 2026-11-23 us', 'due 2026-11-24 them', 'due 2026-11-30 us'],
  );
  assert.equal((await counts()).today, people + 2);
  assert.equal((await counts(ben)).today, people - 1, 'not Ben’s promises, nor what is Maya’s alone');
});

test('the day is that of the workspace, not of the machine', async () => {
  const late = '2026-11-23T23:30:00Z';
  const due = async () => (await counts(maya, late)).today;
  const here = await due();
  await notePromise('2026-11-24');
  assert.equal(await due(), here);
  await world.db.updateTable('workspaces').set({ zone: 'Europe/Amsterdam' }).where('id', '=', world.workspace.id).execute();
  assert.equal(await due(), here + 1);
  const week = async () => (await today(maya, late)).promises.some((promise) => promise.what === 'due 2026-12-01 us');
  assert.equal(await week(), true);
  await world.db.updateTable('workspaces').set({ zone: 'America/New_York' }).where('id', '=', world.workspace.id).execute();
  assert.equal(await week(), false);
});

test('own tasks that are due today or late stand here and are counted; others’, later and done ones are not', async () => {
  const before = (await counts()).today;
  const late = await call(router.tasks.add, { what: 'Late', dueOn: '2026-11-20' }, as(maya));
  await call(router.tasks.add, { what: 'Today', dueOn: '2026-11-23' }, as(maya));
  await call(router.tasks.add, { what: 'Tomorrow', dueOn: '2026-11-24' }, as(maya));
  await call(router.tasks.add, { what: 'Some day' }, as(maya));
  await call(router.tasks.add, { what: 'For Ben', dueOn: '2026-11-23', ownerId: ben.id }, as(maya));
  assert.deepEqual(
    (await today()).tasks.map(({ what }) => what),
    ['Late', 'Today'],
  );
  assert.equal((await counts()).today, before + 2);
  await call(router.tasks.done, { id: late.id }, as(maya));
  assert.deepEqual(
    (await today()).tasks.map(({ what }) => what),
    ['Today'],
  );
  assert.deepEqual(
    (await today(ben)).tasks.map(({ what }) => what),
    ['For Ben'],
  );
});
