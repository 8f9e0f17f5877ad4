import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { unknownSpeakerShape } from '#model/conversation-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, mail, understandWaiting } from '#test/told.ts';
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

const as = (member: WorldMember) => ({ context: asking(world, member) });
const unknown = async (conversationId?: string) => (await call(router.speakers.unknown, { conversationId }, as(maya))).speakers;
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const speakersOf = async (id: string) => (await call(router.conversations.open, { id }, as(maya))).speakers;

async function receive(text: string, member = maya, hidden = false): Promise<string> {
  const received = await handIn(world.scope(member), text, { private: hidden });
  return received.conversations[0]?.id ?? '';
}

test('a speaker is asked about once, with something they said and who it could be', async () => {
  const inez = await world.person('Inez Carvalho');
  const first = await receive(FIRST_CALL);
  await receive(FIRST_CALL.replaceAll('vans', 'trucks'));
  const all = await unknown();
  assert.equal(all.length, 1);
  const [asked] = all;
  unknownSpeakerShape.parse(asked);
  assert.equal(asked?.alias, 'ines carvalho');
  assert.equal(asked?.turns, 6);
  assert.equal(asked?.conversations.length, 2);
  assert.match(asked?.sample ?? '', /meals|worried/);
  assert.deepEqual(asked?.candidates[0], { kind: 'person', id: inez.id, name: 'Inez Carvalho', why: 'similar-name' });
  assert.equal((await unknown(first)).length, 1);
  assert.equal((await call(router.conversations.list, {}, as(maya))).rows[0]?.unknownSpeakers, 1);
});

test('one answer names them everywhere, makes the person, and is remembered for what comes', async () => {
  const [asked] = await unknown();
  const answer = {
    alias: asked?.alias ?? '',
    is: 'new' as const,
    name: 'Ines Carvalho',
    kinds: ['customer' as const],
    organisation: 'Harbour Foods',
    roleTitle: 'Operations director',
  };
  const { undo } = await call(router.speakers.name, { answers: [answer] }, as(maya));
  await understandWaiting(world.scope(maya));
  assert.deepEqual(await unknown(), []);
  const hit = (await call(router.people.list, { find: 'ines' }, as(maya))).rows.find((row) => row.name === 'Ines Carvalho');
  assert.equal(hit?.organisation?.name, 'Harbour Foods');
  assert.equal(hit?.roleTitle, 'Operations director');
  assert.ok(hit?.lastContactAt);
  assert.ok((hit?.openFindings ?? 0) > 0);
  for (const { id } of asked?.conversations ?? []) {
    const sides = (await speakersOf(id)).filter((one) => one.personId === hit?.id).map((one) => one.side);
    assert.deepEqual(sides, ['them']);
  }
  const third = await receive(FIRST_CALL.replaceAll('vans', 'boats'));
  assert.equal((await speakersOf(third))[1]?.personId, hit?.id);

  await call(router.speakers.unname, { undo }, as(maya));
  await call(router.speakers.unname, { undo }, as(maya));
  assert.equal((await unknown())[0]?.turns, 9);
  assert.equal((await call(router.people.list, { find: 'Ines C' }, as(maya))).total, 0);
  await assert.rejects(call(router.speakers.unname, { undo }, as(ben)), refused('missing.undo'));
});

test('an answer cannot be taken back under words that were confirmed since', async () => {
  const { undo } = await call(router.speakers.name, { answers: [{ alias: 'ines carvalho', is: 'new', name: 'Ines Carvalho' }] }, as(maya));
  await understandWaiting(world.scope(maya));
  const row = (await call(router.conversations.list, {}, as(maya))).rows[0];
  const page = await call(router.conversations.open, { id: row?.id ?? '' }, as(maya));
  const need = page.findings.find((one) => one.kind === 'need' && one.speaker === 1);
  assert.ok(need);
  await call(router.findings.confirm, { id: need.id }, as(maya));
  await assert.rejects(call(router.speakers.unname, { undo }, as(maya)), refused('conflict.speaker'));
  await call(router.findings.undo, { id: need.id }, as(maya));
  await call(router.speakers.unname, { undo }, as(maya));
  assert.equal((await unknown()).length, 1);
});

test('"Speaker 2" is another person in each file', async () => {
  const one = await receive(FIRST_CALL.replaceAll('Ines Carvalho', 'Speaker 2'));
  const other = await receive(FIRST_CALL.replaceAll('Ines Carvalho', 'Speaker 2').replaceAll('vans', 'mules'));
  const [asked] = await unknown(one);
  assert.equal(asked?.conversations.length, 1);
  await call(router.speakers.name, { answers: [{ alias: asked?.alias ?? '', is: 'new', name: 'Joost' }] }, as(maya));
  assert.equal((await unknown(one)).length, 0);
  assert.equal((await unknown(other)).length, 1);
});

test('me, a member, and nobody are answers too', async () => {
  const id = await receive('Mo: How do you do?\nBenny: We are fine, thank you.\nRoom 4: Recording started.\nMo: Good to hear that.');
  assert.equal((await unknown(id)).length, 3);
  const answers = [
    { alias: 'mo', is: 'me' as const },
    { alias: 'benny', is: 'member' as const, memberId: ben.id },
    { alias: 'room 4', is: 'nobody' as const },
  ];
  await call(router.speakers.name, { answers }, as(maya));
  assert.deepEqual(await unknown(id), []);
  assert.deepEqual(
    (await speakersOf(id)).map(({ side, isYou, memberId }) => ({ side, isYou, memberId })),
    [
      { side: 'us', isYou: true, memberId: maya.id },
      { side: 'us', isYou: false, memberId: ben.id },
      { side: 'unknown', isYou: false, memberId: null },
    ],
  );
  const gone = { alias: 'mo', is: 'person' as const, personId: ben.id };
  await assert.rejects(call(router.speakers.name, { answers: [gone] }, as(maya)), refused('missing.person'));
});

test('whoever writes is known by their address, and an answer teaches it', async () => {
  const from = (id: string, name: string) =>
    mail({
      id,
      from: `${name} <lee@harbour.example>`,
      to: 'Maya Okafor <maya.okafor@example.org>',
      subject: `About ${id}`,
      date: 'Thu, 5 Mar 2026 09:30:00 +0100',
      text: 'Is the report late again?',
    });
  const first = await receive(from('m1@harbour.example', 'Lee'));
  const [asked] = await unknown(first);
  assert.equal(asked?.alias, 'lee@harbour.example');
  const lee = await call(router.people.add, { name: 'Lee Harbour' }, as(maya));
  await call(router.speakers.name, { answers: [{ alias: asked?.alias ?? '', is: 'person', personId: lee.id }] }, as(maya));
  assert.deepEqual(
    (await call(router.people.open, { id: lee.id }, as(maya))).emails.map(({ email }) => email),
    ['lee@harbour.example'],
  );
  const second = await receive(from('m2@harbour.example', 'L. Harbour'));
  assert.ok((await speakersOf(second)).some((speaker) => speaker.personId === lee.id && speaker.turns === 1));
});

test('who spoke only in what another keeps private is not told of, and cannot be named', async () => {
  const hidden = await receive(FIRST_CALL.replaceAll('Ines Carvalho', 'Quiet Quinn'), ben, true);
  assert.equal(
    (await unknown()).some((one) => one.name === 'Quiet Quinn'),
    false,
  );
  assert.deepEqual(await unknown(hidden), []);
  await assert.rejects(call(router.speakers.name, { answers: [{ alias: 'quiet quinn', is: 'me' }] }, as(maya)), refused('missing.speaker'));
  await call(router.speakers.name, { answers: [{ alias: 'quiet quinn', is: 'new', name: 'Quinn' }] }, as(ben));
  const row = (await call(router.people.list, { find: 'Quinn' }, as(maya))).rows[0];
  assert.equal(row, undefined);
});
