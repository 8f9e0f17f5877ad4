import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { conversationPageShape } from '#model/conversation-pages.shape.ts';
import { asking } from '#test/asking.ts';
import { handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

// docs/decisions/007: a member's listening figures are seen by that member, and by others when each who spoke for us shares.

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let carl: WorldMember;
let everybody: WorldMember[];

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'member');
  ben = await world.member('Ben Adler', 'member');
  carl = await world.member('Carl Owner', 'owner');
  everybody = [maya, ben, carl, await world.member('Gus Guest', 'guest'), await world.member('Ada Admin', 'admin')];
  await world.person('Ines Carvalho');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const share = (member: WorldMember, shared: boolean) => call(router.members.shareListening, { shared }, as(member));

/** A talk of Ines with these of us, brought in by `by`. */
async function talk(ours: string[], by: WorldMember): Promise<string> {
  const lines = ours.flatMap((name, i) => [
    `${name}: What happens then, number ${i} of ${ours.length}?`,
    'Ines Carvalho: We need to know it sooner.',
  ]);
  const text = `${lines.join('\n')}\n${ours.length ? '' : 'Ines Carvalho: Nobody of you is here.\nOtto Weiss: Indeed, nobody.\nInes Carvalho: Well.\nOtto Weiss: Well then.\n'}Ines Carvalho: For ${by.name}.`;
  const id = (await handIn(world.scope(by), text, { name: 'talk.txt' })).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(by));
  return id;
}

/** Who of everybody sees the figures of this talk, on its own page and as shares on the page of Ines: the two must be the same. */
async function seenBy(id: string): Promise<string[]> {
  const seen: string[] = [];
  const ines = (await call(router.people.list, { find: 'Ines' }, as(carl))).rows[0]?.id ?? '';
  for (const member of everybody) {
    const page = await call(router.conversations.open, { id }, as(member));
    conversationPageShape.parse(page);
    const row = (await call(router.people.open, { id: ines }, as(member))).conversations.find((one) => one.id === id);
    assert.equal(row?.ourShare !== null, page.listening !== null, member.name);
    assert.equal(row?.theirShare !== null, page.listening !== null, member.name);
    if (page.listening) seen.push(member.name);
  }
  return seen;
}

const ALL = ['Maya Okafor', 'Ben Adler', 'Carl Owner', 'Gus Guest', 'Ada Admin'];

test('one spoke for us: that one sees it, and all do once it is shared; no role sees more', async () => {
  const id = await talk(['Maya Okafor'], ben);
  assert.deepEqual(await seenBy(id), ['Maya Okafor']);
  await share(ben, true);
  assert.deepEqual(await seenBy(id), ['Maya Okafor'], 'sharing is each one’s own');
  await share(maya, true);
  assert.deepEqual(await seenBy(id), ALL);
  await share(maya, false);
  assert.deepEqual(await seenBy(id), ['Maya Okafor']);
  await share(ben, false);
});

test('two spoke for us: both see it, others only when both share', async () => {
  const id = await talk(['Maya Okafor', 'Ben Adler'], carl);
  for (const [mayaShares, benShares] of [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    await share(maya, mayaShares);
    await share(ben, benShares);
    assert.deepEqual(await seenBy(id), mayaShares && benShares ? ALL : ['Maya Okafor', 'Ben Adler']);
  }
  await share(maya, false);
  await share(ben, false);
});

test('none of us is known to have spoken: who brought it in sees it, until a speaker turns out to be one of us', async () => {
  const id = await talk([], carl);
  assert.deepEqual(await seenBy(id), ['Carl Owner']);
  const { undo } = await call(router.speakers.name, { answers: [{ alias: 'otto weiss', is: 'member', memberId: ben.id }] }, as(carl));
  await understandWaiting(world.scope(carl));
  assert.deepEqual(await seenBy(id), ['Ben Adler']);
  await call(router.speakers.unname, { undo }, as(carl));
  await understandWaiting(world.scope(carl));
  assert.deepEqual(await seenBy(id), ['Carl Owner']);
});

test('whose figures they are is said to all, the figures are not', async () => {
  const id = await talk(['Ben Adler', 'Maya Okafor'], maya);
  const page = await call(router.conversations.open, { id }, as(carl));
  assert.equal(page.listening, null);
  assert.deepEqual(
    page.listeningOf.map((one) => one.name),
    ['Ben Adler', 'Maya Okafor'],
  );
  assert.doesNotMatch(JSON.stringify(page), /talkShare|patience|longestMonologue/);
});

test('who left keeps what was theirs to themselves', async () => {
  const leaver = await world.member('Lee Leaver');
  const id = await talk(['Lee Leaver'], maya);
  await call(router.members.change, { id: leaver.id, left: true }, as(carl));
  assert.deepEqual(await seenBy(id), []);
});
