import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn, mail, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import type { SpeakerAnswer } from './name.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let who = 0;
let name = '';
let alias = '';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

// Somebody new for each story.
beforeEach(() => {
  name = `${'Anna Bert Cleo Dora Emil Fred Gina Hugo Iris Jens Kaya Lars Mila'.split(' ')[who++]} Visser`;
  alias = name.toLowerCase();
});

const as = (member: WorldMember) => ({ context: asking(world, member) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const talk = async (word: string, member = maya, hidden = false) =>
  (await handIn(world.scope(member), FIRST_CALL.replaceAll('Ines Carvalho', name).replaceAll('vans', word), { private: hidden }))
    .conversations[0]?.id ?? '';
const answer = async (given: Omit<SpeakerAnswer, 'alias'>, member = maya) =>
  (await call(router.speakers.name, { answers: [{ alias, ...given }] }, as(member))).undo;
const speakerIn = async (id: string, member = maya) => (await call(router.conversations.open, { id }, as(member))).speakers[1];
const isAsked = async (member = maya) => (await call(router.speakers.unknown, {}, as(member))).speakers.some((one) => one.alias === alias);
const personOf = async (find = name) => (await call(router.people.list, { find }, as(maya))).rows[0];

test('each answer is remembered for what comes, and what comes is not asked about', async () => {
  const first = await talk('carts');
  assert.equal(await isAsked(), true);
  await answer({ is: 'new', name: `${name} Junior`, organisation: 'Mill', kinds: ['partner'] });
  const person = await personOf(`${name} Junior`);
  assert.deepEqual([person?.organisation?.name, person?.kinds], ['Mill', ['partner']]);
  const later = await talk('kites', ben);
  for (const id of [first, later]) assert.equal((await speakerIn(id))?.personId, person?.id);
  assert.equal(await isAsked(), false);
  const page = await call(router.people.open, { id: person?.id ?? '' }, as(ben));
  assert.deepEqual(page.aliases, [alias]);
  assert.equal(page.conversations.length, 2);
});

test('a room is nobody, in files to come too, until somebody says it is somebody', async () => {
  await talk('carts');
  await answer({ is: 'nobody' });
  const later = await talk('kites');
  assert.equal(await isAsked(), false);
  assert.equal((await call(router.conversations.list, {}, as(maya))).rows.find((row) => row.id === later)?.unknownSpeakers, 0);
  await answer({ is: 'member', memberId: ben.id });
  assert.deepEqual([(await speakerIn(later))?.memberId, (await speakerIn(later))?.side], [ben.id, 'us']);
});

test('naming sides again has the talk understood again, and the last contact follows', async () => {
  const id = await talk('carts');
  await understandWaiting(world.scope(maya));
  const before = await call(router.conversations.open, { id }, as(maya));
  assert.ok(before.understoodAt);
  const undo = await answer({ is: 'new', name });
  const waiting = await call(router.conversations.open, { id }, as(maya));
  assert.equal(waiting.understoodAt, null);
  const jobs = await world.pool.query('select count(*)::int as n from graphile_worker.jobs where key = $1', [`understand:${id}`]);
  assert.equal(jobs.rows[0].n, 1);
  assert.equal(Date.parse((await personOf())?.lastContactAt ?? ''), Date.parse(waiting.happenedAt));
  await understandWaiting(world.scope(maya));
  const them = (await call(router.conversations.open, { id }, as(maya))).listening;
  assert.ok(them?.n.theirs, 'their side is heard as theirs');
  await call(router.speakers.unname, { undo }, as(maya));
  assert.equal(await personOf(), undefined);
});

test('an answer taken back leaves everything as it was before it', async () => {
  await talk('carts');
  await talk('kites');
  await understandWaiting(world.scope(maya));
  const other = await world.person(`Other ${name}`);
  const before = await contentsOf(world.db, world.workspace.id);
  for (const given of [
    { is: 'new' as const, name, organisation: 'Brook', kinds: ['friend' as const] },
    { is: 'person' as const, personId: other.id },
    { is: 'me' as const },
    { is: 'member' as const, memberId: ben.id },
    { is: 'nobody' as const },
  ]) {
    await call(router.speakers.unname, { undo: await answer(given) }, as(maya));
    await understandWaiting(world.scope(maya));
    const after = await contentsOf(world.db, world.workspace.id);
    for (const table of ['aliases', 'speakers', 'person_emails', 'needs', 'affiliations'])
      assert.deepEqual(after[table], before[table], `${given.is}: ${table}`);
    assert.equal(await isAsked(), true);
  }
});

test('an earlier answer that was taken back gives way to the one before it', async () => {
  const id = await talk('carts');
  await answer({ is: 'member', memberId: ben.id });
  const second = await answer({ is: 'new', name });
  assert.equal((await speakerIn(id))?.memberId, null);
  await call(router.speakers.unname, { undo: second }, as(maya));
  assert.equal((await speakerIn(id))?.memberId, ben.id);
  assert.equal((await speakerIn(await talk('kites')))?.memberId, ben.id);
});

test('what another answered since is not taken back along with it', async () => {
  const id = await talk('carts');
  const first = await answer({ is: 'me' });
  const second = await answer({ is: 'new', name }, ben);
  await assert.rejects(call(router.speakers.unname, { undo: first }, as(maya)), refused('conflict.answer'));
  assert.equal((await speakerIn(id))?.personId, (await personOf())?.id);
  await call(router.speakers.unname, { undo: second }, as(ben));
  await call(router.speakers.unname, { undo: first }, as(maya));
  assert.equal(await isAsked(), true);
});

test('who somebody is cannot be changed under words of theirs that were confirmed', async () => {
  const id = await talk('carts');
  await answer({ is: 'new', name });
  const found = await suggest(world, id, { kind: 'need', turn: 1 });
  await call(router.findings.confirm, { id: found }, as(ben));
  const before = await contentsOf(world.db, world.workspace.id);
  await assert.rejects(answer({ is: 'me' }), refused('conflict.speaker'));
  await assert.rejects(answer({ is: 'new', name: 'Somebody Else' }), refused('conflict.speaker'));
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), before);
  await answer({ is: 'person', personId: (await personOf())?.id });
  await call(router.findings.undo, { id: found }, as(ben));
  await answer({ is: 'me' });
  assert.equal((await speakerIn(id))?.isYou, true);
});

test('several answers are given whole or not at all, and the trail has one deed', async () => {
  await talk('carts');
  const before = await contentsOf(world.db, world.workspace.id);
  const trail = (await trailOf(world)).length;
  const answers = [
    { alias, is: 'new' as const, name },
    { alias: 'nobody of that name', is: 'me' as const },
  ];
  await assert.rejects(call(router.speakers.name, { answers }, as(maya)), refused('missing.speaker'));
  await assert.rejects(answer({ is: 'person', personId: maya.id }), refused('missing.person'));
  await assert.rejects(answer({ is: 'member' }), refused('missing.person'));
  await assert.rejects(answer({ is: 'new' }), refused('person.name'));
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), before);
  assert.equal((await trailOf(world)).length, trail);
  await answer({ is: 'new', name });
  assert.deepEqual((await trailOf(world)).slice(trail), ['speaker.named']);
});

test('a person that an answer made stays when something else speaks of them by now', async () => {
  await talk('carts');
  const undo = await answer({ is: 'new', name });
  const person = await personOf();
  await call(router.people.change, { id: person?.id ?? '', emails: ['kept@example.org'] }, as(ben));
  await call(router.speakers.unname, { undo }, as(maya));
  assert.equal((await personOf())?.id, person?.id);
  const { counts } = await call(router.session.read, undefined, as(maya));
  assert.equal(counts.people, (await call(router.people.list, {}, as(maya))).total);
});

test('two members who name the same at once: one answer stands, for all of it', async () => {
  const ids = [await talk('carts'), await talk('kites')];
  await Promise.all([answer({ is: 'new', name }), answer({ is: 'member', memberId: ben.id }, ben)]);
  const speakers = await Promise.all(ids.map((id) => speakerIn(id)));
  assert.equal(new Set(speakers.map((one) => `${one?.personId} ${one?.memberId}`)).size, 1);
});

test('by e-mail address whoever writes is known, also under another name; the address goes with an answer taken back', async () => {
  const address = `office@${alias.split(' ')[0]}.example`;
  const from = (id: string, called: string) =>
    mail({
      id,
      from: `${called} <${address}>`,
      to: 'Maya Okafor <maya.okafor@example.org>',
      subject: id,
      date: 'Thu, 5 Mar 2026 09:30:00 +0100',
      text: 'Is the report late again?',
    });
  await handIn(world.scope(maya), from('o1@office.example', 'The Office'), { name: '1.eml' });
  alias = address;
  const undo = await answer({ is: 'new', name });
  const second =
    (await handIn(world.scope(ben), from('o2@office.example', 'Somebody at work'), { name: '2.eml' })).conversations[0]?.id ?? '';
  const person = await personOf();
  const emails = async () => (await call(router.people.open, { id: person?.id ?? '' }, as(maya))).emails.map(({ email }) => email);
  assert.deepEqual(await emails(), [alias]);
  const wrote = (await call(router.conversations.open, { id: second }, as(maya))).speakers.find((speaker) => speaker.turns > 0);
  assert.equal(wrote?.personId, person?.id);
  await call(router.speakers.unname, { undo }, as(maya));
  await assert.rejects(emails(), refused('missing.person'));
});
