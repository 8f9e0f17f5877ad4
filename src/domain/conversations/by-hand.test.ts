import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { ledgerOf, trailOf } from '#test/ledger.ts';
import { understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { understandConversation } from './understand.ts';

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

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const given = { kind: 'call' as const, happenedAt: '2026-11-20T10:00:00+01:00', lines: 'She was kind.' };
const log = async (who: string[], more: object = {}, member = maya) =>
  (await call(router.conversations.log, { ...given, who, ...more }, as(member))).id;
const people = async (find: string) => (await call(router.people.list, { find }, as(maya))).rows;

test('one who is known is met again by name whatever the spaces and capitals; of two namesakes neither is guessed', async () => {
  await log(['Ada  Love']);
  await log([' ada love ']);
  await log(['Ada Love']);
  assert.equal((await people('ada')).length, 1);
  const page = await call(router.people.open, { id: (await people('ada'))[0]?.id ?? '' }, as(maya));
  assert.equal(page.conversations.length, 3);
  await world.person('Jo Park', { email: 'jo1@example.org' });
  await world.person('Jo Park', { email: 'jo2@example.org' });
  await log(['Jo Park']);
  assert.equal((await people('Jo Park')).length, 3);
});

test('several at a table are each there once; by id as well as by name, and what we promise is to the first', async () => {
  const ruth = await world.person('Ruth Adeyemi');
  const id = await log([ruth.id, 'Ruth Adeyemi', 'Joost'], {
    kind: 'meeting',
    promised: [{ by: 'us', what: 'Call back', due: '2026-11-30' }],
  });
  const page = await call(router.conversations.open, { id }, as(maya));
  assert.equal(page.title, 'Ruth Adeyemi, Joost');
  assert.deepEqual(
    page.speakers.map(({ name, side, turns }) => [name, side, turns]),
    [
      ['Maya Okafor', 'us', 2],
      ['Ruth Adeyemi', 'them', 0],
      ['Joost', 'them', 0],
    ],
  );
  const { promises } = await call(router.promises.list, {}, as(maya));
  const ours = promises.find((promise) => promise.what === 'Call back');
  assert.deepEqual([ours?.by.isYou, ours?.to?.id, ours?.dueOn, ours?.quotes[0]?.conversationId], [true, ruth.id, '2026-11-30', id]);
  assert.equal(ours?.quotes[0]?.text, 'Call back');
});

test('a promise of theirs is owed to us; a day that is none is left open', async () => {
  const promised = [
    { by: 'them' as const, what: 'Send the plan', due: '2026-02-31' },
    { by: 'them' as const, what: 'Ask the board', due: 'soon' },
    { by: 'us' as const, what: 'Wait', due: '2028-02-29T12:00:00Z' },
    { by: 'us' as const, what: 'Wait longer', due: '0000-01-01' },
  ];
  await log(['Paul'], { promised });
  const { promises } = await call(router.promises.list, {}, as(maya));
  const dueOf = (what: string) => promises.find((promise) => promise.what === what)?.dueOn;
  assert.deepEqual(
    promised.map(({ what }) => dueOf(what)),
    [null, null, '2028-02-29', null],
  );
  assert.equal(promises.find((promise) => promise.what === 'Send the plan')?.by.name, 'Paul');
  assert.equal(promises.find((promise) => promise.what === 'Send the plan')?.to?.isYou, true);
});

test('a note is of our words: no figures, no suggestions, and the engine leaves it alone', async () => {
  const id = await log(['Nina'], { lines: 'She needs a new van before May.\nI will send her the list by Friday.' });
  await understandWaiting(world.scope(maya));
  await understandConversation(world.scope(maya), id);
  const page = await call(router.conversations.open, { id }, as(maya));
  assert.deepEqual([page.findings, page.listening, page.source], [[], null, 'by-hand']);
  assert.ok(page.understoodAt);
  await call(router.conversations.change, { id, happenedAt: '2026-11-01T09:00:00Z' }, as(maya));
  const jobs = await world.pool.query("select count(*)::int as n from graphile_worker.jobs where key = 'understand:' || $1", [id]);
  assert.equal(jobs.rows[0].n, 0);
});

test('a call counts as contact, a note about somebody does not', async () => {
  await log(['Omar'], { kind: 'note', happenedAt: '2026-11-10T10:00:00Z' });
  assert.equal((await people('Omar'))[0]?.lastContactAt, null);
  await log(['Omar'], { kind: 'visit', happenedAt: '2026-11-02T10:00:00Z' });
  await log(['Omar'], { kind: 'call', happenedAt: '2026-10-02T10:00:00Z' });
  const row = (await people('Omar'))[0];
  assert.deepEqual([row?.lastContactKind, Date.parse(row?.lastContactAt ?? '')], ['visit', Date.parse('2026-11-02T10:00:00Z')]);
});

test('what says nothing, or is of somebody who is not here, is refused and leaves nothing behind', async () => {
  const before = await ledgerOf(world.db, world.workspace.id);
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const far = await world.member('Far Away', 'owner', { in: elsewhere.id });
  await assert.rejects(log(['Brand New'], { lines: ' \n ' }), refused('conversation.empty'));
  await assert.rejects(log(['Brand New', far.id]), refused('missing.person'));
  await assert.rejects(log([]), 'nobody');
  await assert.rejects(log(['Brand New'], { happenedAt: '0000-01-01T00:00:00Z' }), 'no such year');
  await assert.rejects(log(['Brand New'], { happenedAt: 'yesterday' }), 'no moment');
  assert.deepEqual(await ledgerOf(world.db, world.workspace.id), before);
});

test('the note, its people and its promises are one deed in the trail', async () => {
  const before = (await trailOf(world)).length;
  const id = await log(['Quite New'], { promised: [{ by: 'us', what: 'Write' }] });
  assert.deepEqual((await trailOf(world)).slice(before), ['conversation.logged']);
  assert.deepEqual(await trailOf(world, id), ['conversation.logged']);
});

test('two who note a visit to the same new organisation’s people at once get through', async () => {
  const both = await Promise.all([maya, ben, maya, ben].map((member, i) => log([`Guest ${i}`, 'Ruth Adeyemi'], {}, member)));
  assert.equal(new Set(both).size, 4);
  const { conversations } = await call(router.people.open, { id: (await people('Ruth'))[0]?.id ?? '' }, as(maya));
  assert.equal(conversations.length, 5);
});
