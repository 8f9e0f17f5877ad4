import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import type { FindingKind } from '#model/finding.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { rawFileOf } from './raw.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let admin: WorldMember;
let ines: { id: string };
let id: string;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  admin = await world.member('Ada Admin', 'admin');
  ines = await world.person('Ines Carvalho');
  id = (await handIn(world.scope(ben, now), FIRST_CALL.replaceAll('meals', 'zebras'))).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(ben, now));
  for (const kind of ['need', 'commitment', 'trait.value', 'belief.false', 'objection'] as FindingKind[]) {
    const found = await suggest(world, id, {
      kind,
      turn: 1,
      fields: { statement: `zebra ${kind}`, what: 'zebra list', due: '2026-11-20' },
    });
    await call(router.findings.confirm, { id: found }, as(ben));
  }
  await suggest(world, id, { kind: 'request', turn: 1, fields: { what: 'zebra request' } });
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

/** What all pages show this member; the trail of reading aside, looking changes nothing. */
async function everything(member: WorldMember) {
  const context = as(member);
  return {
    person: await call(router.people.open, { id: ines.id }, context),
    people: await call(router.people.list, {}, context),
    owed: await call(router.people.list, { owe: true }, context),
    conversations: await call(router.conversations.list, {}, context),
    waiting: await call(router.conversations.list, { waiting: true }, context),
    promises: await call(router.promises.list, {}, context),
    today: await call(router.today.open, undefined, context),
    found: await call(router.find.everything, { text: 'zebra' }, context),
    unknown: await call(router.speakers.unknown, {}, context),
    counts: (await call(router.session.read, undefined, context)).counts,
  };
}

test('what is taken away is gone from every page with all that came of it, and comes back exactly', async () => {
  const before = { maya: await everything(maya), ben: await everything(ben) };
  assert.match(JSON.stringify(before.maya), /zebra/);
  const [finding] = (await call(router.conversations.open, { id }, as(maya))).findings;
  const promise = before.maya.promises.promises[0];
  const kept = await contentsOf(world.db, world.workspace.id);
  await call(router.conversations.remove, { id }, as(ben));
  for (const member of [maya, ben]) {
    const now = await everything(member);
    assert.doesNotMatch(JSON.stringify(now), /zebra/);
    assert.deepEqual(now.counts, { today: 0, people: 1, conversations: 0, promises: 0, deals: 0, pairs: 0 });
    assert.deepEqual([now.person.needs, now.person.traits, now.person.beliefs, now.person.promises, now.person.said], [[], [], [], [], []]);
    assert.deepEqual([now.person.hero, now.person.lastContactAt, now.people.rows[0]?.quote], [null, null, null]);
    const gone = [
      () => call(router.conversations.open, { id }, as(member)),
      () => call(router.conversations.change, { id, title: 'Zebra' }, as(member)),
      () => rawFileOf(world.scope(member), id),
    ];
    for (const one of gone) await assert.rejects(one(), refused('missing.conversation'));
    const decisions = [
      () => call(router.findings.confirm, { id: finding?.id ?? '' }, as(member)),
      () => call(router.findings.undo, { id: finding?.id ?? '' }, as(member)),
    ];
    for (const one of decisions) await assert.rejects(one(), refused('missing.finding'));
    await assert.rejects(call(router.promises.keep, { id: promise?.id ?? '' }, as(member)), refused('missing.promise'));
    await assert.rejects(
      call(router.speakers.name, { answers: [{ alias: 'ines carvalho', is: 'me' }] }, as(member)),
      refused('missing.speaker'),
    );
  }
  await call(router.conversations.restore, { id }, as(ben));
  assert.deepEqual({ maya: await everything(maya), ben: await everything(ben) }, before);
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), kept);
});

test('only who brought it in, or an admin, takes it away or brings it back; twice is once', async () => {
  const other = await world.member('Other Member');
  for (const act of [router.conversations.remove, router.conversations.restore])
    await assert.rejects(call(act, { id }, as(other)), refused('may.not-yours'));
  const before = (await trailOf(world, id)).filter((action) => action !== 'conversation.read').length;
  await call(router.conversations.remove, { id }, as(admin));
  await call(router.conversations.remove, { id }, as(maya));
  await call(router.conversations.restore, { id }, as(maya));
  await call(router.conversations.restore, { id }, as(ben));
  const trail = (await trailOf(world, id)).filter((action) => action !== 'conversation.read').slice(before);
  assert.deepEqual(trail, ['conversation.removed', 'conversation.restored']);
});

test('of a private one nobody else can so much as tell that it is there, an owner included', async () => {
  const hidden = (await handIn(world.scope(ben), FIRST_CALL.replaceAll('meals', 'okapis'), { private: true })).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(ben));
  for (const member of [maya, admin]) {
    const acts = [
      () => call(router.conversations.open, { id: hidden }, as(member)),
      () => call(router.conversations.remove, { id: hidden }, as(member)),
      () => call(router.conversations.restore, { id: hidden }, as(member)),
      () => call(router.conversations.change, { id: hidden, title: 'Seen' }, as(member)),
    ];
    for (const one of acts) await assert.rejects(one(), refused('missing.conversation'));
    assert.doesNotMatch(JSON.stringify(await everything(member)), /okapi/);
  }
  await call(router.conversations.remove, { id: hidden }, as(ben));
  await call(router.conversations.restore, { id: hidden }, as(ben));
  assert.ok(await call(router.conversations.open, { id: hidden }, as(ben)));
});

test('what came out of two conversations stays as long as one of them does', async () => {
  const second = (await handIn(world.scope(ben), FIRST_CALL.replaceAll('meals', 'gnus'))).conversations[0]?.id ?? '';
  const found = await suggest(world, second, { kind: 'need', turn: 1, fields: { statement: 'Of two' } });
  await call(router.findings.confirm, { id: found }, as(ben));
  const need = (await call(router.people.open, { id: ines.id }, as(maya))).needs.find((one) => one.statement === 'Of two');
  const first = await suggest(world, id, { kind: 'objection', turn: 3 });
  await world.pool.query(
    `insert into evidence (workspace_id, id, about, about_id, finding_id, turn_id, from_char, to_char, created_at, created_by)
      select workspace_id, gen_random_uuid(), 'need', $1, id, turn_id, 0, 4, now(), $2 from findings where id = $3`,
    [need?.id, ben.id, first],
  );
  const quotes = async () =>
    (await call(router.people.open, { id: ines.id }, as(maya))).needs
      .find((one) => one.id === need?.id)
      ?.quotes.map((one) => one.conversationId);
  assert.equal((await quotes())?.length, 2);
  await call(router.conversations.remove, { id: second }, as(ben));
  assert.deepEqual(await quotes(), [id]);
  await call(router.conversations.remove, { id }, as(ben));
  assert.equal(await quotes(), undefined);
});
