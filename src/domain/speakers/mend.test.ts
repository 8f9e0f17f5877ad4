import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { speakerLookShape } from '#model/conversation-pages.shape.ts';
import type { FindingKind } from '#model/finding.ts';
import type { FindingView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, mail, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import type { SpeakerMend } from './mend.ts';

type SpeakerMendAsked = Omit<SpeakerMend, 'everywhere'> & { everywhere?: boolean };

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
let talk: string;
let second: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
  talk = await receive(FIRST_CALL);
  second = await receive(FIRST_CALL.replaceAll('vans', 'trucks'));
  await understandWaiting(world.scope(maya));
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const page = (id: string, member = maya) => call(router.conversations.open, { id }, as(member));
const person = (id: string) => call(router.people.open, { id }, as(maya));
/** Without how sure Heed is of what waits: that has learned from what was decided meanwhile. */
const plain = <T>(page: T): T => JSON.parse(JSON.stringify(page, (key, value) => (key === 'p' ? 0 : value)));
const mend = (asked: SpeakerMendAsked, member = maya) => call(router.speakers.mend, asked, as(member));
const unmend = (undo: string) => call(router.speakers.unmend, { undo }, as(maya));

async function receive(text: string, member = maya, hidden = false): Promise<string> {
  const received = await handIn(world.scope(member), text, { private: hidden, lastModified: '2026-11-17T14:00:00Z' });
  return received.conversations[0]?.id ?? '';
}

/** The speaker at this place of a conversation. */
async function speaker(id: string, i = 1, member = maya) {
  const found = (await page(id, member)).speakers[i];
  assert.ok(found);
  return found;
}

async function confirm(kind: FindingKind, id: string, i = 1): Promise<FindingView> {
  const found = (await page(id)).findings.find((one) => one.kind === kind && one.speaker === i && !one.confirmedBy);
  assert.ok(found, `the engine finds a ${kind}`);
  return call(router.findings.confirm, { id: found.id }, as(maya));
}

test('whom a speaker is taken for, why, and where else', async () => {
  const look = await call(router.speakers.look, { id: (await speaker(talk)).id }, as(maya));
  speakerLookShape.parse(look);
  assert.deepEqual(look.is, { kind: 'person', id: ines.id, name: 'Ines Carvalho' });
  assert.equal(look.why, 'name');
  assert.equal(look.conversations, 2);
  const us = await call(router.speakers.look, { id: (await speaker(talk, 0)).id }, as(maya));
  assert.equal(us.isYou, true);
});

test('here alone: the words of this conversation go along with what became of them, the rest stays, and undo brings all back', async () => {
  const need = await confirm('need', talk);
  const ours = await confirm('commitment', talk, 0);
  await confirm('need', second);
  const before = {
    ines: await person(ines.id),
    page: await page(talk),
    promises: await call(router.promises.list, { whose: 'all' }, as(maya)),
  };
  assert.equal(before.ines.needs.length, 2);
  assert.equal(before.ines.promises[0]?.to?.id, ines.id);

  const inez = await world.person('Inez Carvalho');
  const { undo, ...done } = await mend({ speakerId: (await speaker(talk)).id, is: 'person', personId: inez.id });
  assert.deepEqual(done, { conversations: 1, moved: 1, takenBack: 0 });
  assert.equal((await page(talk)).understoodAt, null);
  await understandWaiting(world.scope(maya));

  const right = await person(inez.id);
  assert.equal(right.needs[0]?.quotes[0]?.text, need.quote);
  assert.equal(right.needs[0]?.quotes[0]?.confirmedBy?.id, maya.id);
  assert.equal(right.hero?.findingId, need.id);
  assert.equal(right.promises[0]?.quotes[0]?.text, ours.quote);
  assert.ok(right.lastContactAt);
  const wrong = await person(ines.id);
  assert.equal(wrong.needs.length, 1);
  assert.equal(wrong.promises.length, 0);
  assert.notEqual(wrong.hero?.findingId, need.id);
  assert.equal((await speaker(second)).personId, ines.id);
  const look = await call(router.speakers.look, { id: (await speaker(talk)).id }, as(maya));
  assert.deepEqual([look.why, look.answeredBy?.name, look.hereAlone, look.conversations], ['answer', 'Maya Okafor', true, 1]);
  const third = await receive(FIRST_CALL.replaceAll('vans', 'boats'));
  assert.equal((await speaker(third)).personId, ines.id, 'the name means the same as before elsewhere');
  await call(router.conversations.remove, { id: third }, as(maya));

  await unmend(undo);
  await unmend(undo);
  await understandWaiting(world.scope(maya));
  assert.deepEqual(plain(await person(ines.id)), plain(before.ines));
  assert.deepEqual(plain((await page(talk)).findings), plain(before.page.findings));
  assert.deepEqual((await page(talk)).speakers, before.page.speakers);
  assert.equal((await person(inez.id)).needs.length, 0);
  await assert.rejects(call(router.speakers.unmend, { undo }, as(ben)), refused('missing.undo'));
});

test('everywhere: a new person gets all of it, and whoever comes in under this name; undo leaves no such person', async () => {
  const before = await person(ines.id);
  const { undo, ...done } = await mend({ speakerId: (await speaker(talk)).id, everywhere: true, is: 'new', name: 'Ines Prado' });
  assert.deepEqual([done.conversations, done.takenBack], [2, 0]);
  const made = (await speaker(talk)).personId ?? '';
  assert.notEqual(made, ines.id);
  assert.equal((await speaker(second)).personId, made);
  const third = await receive(FIRST_CALL.replaceAll('vans', 'mules'));
  assert.equal((await speaker(third)).personId, made);
  await understandWaiting(world.scope(maya));
  assert.equal((await person(made)).needs.length, 2);
  const empty = await person(ines.id);
  assert.deepEqual([empty.needs, empty.hero, empty.conversations, empty.lastContactAt], [[], null, [], null]);
  const names = (await call(router.speakers.ofPerson, { id: made }, as(maya))).names;
  assert.deepEqual(
    names.map((one) => [one.name, one.conversations]),
    [['Ines Carvalho', 3]],
  );

  await unmend(undo);
  assert.equal((await speaker(third)).personId, ines.id);
  await call(router.conversations.remove, { id: third }, as(maya));
  await understandWaiting(world.scope(maya));
  assert.deepEqual(plain(await person(ines.id)), plain(before));
  assert.equal((await call(router.people.list, { find: 'Prado' }, as(maya))).total, 0);
});

test('one of us: a promise becomes ours, a need waits as a suggestion again, and undo confirms it as it was', async () => {
  const theirs = await confirm('commitment', talk);
  const { promises } = await call(router.promises.list, { whose: 'theirs' }, as(maya));
  await call(router.promises.keep, { id: promises[0]?.id ?? '' }, as(maya));
  const before = { ines: await person(ines.id), page: await page(talk) };
  const need = before.page.findings.find((one) => one.kind === 'need' && one.confirmedBy);
  assert.ok(need);

  const { undo, ...done } = await mend({ speakerId: (await speaker(talk)).id, is: 'member', memberId: ben.id });
  assert.deepEqual([done.moved, done.takenBack], [1, 1]);
  await understandWaiting(world.scope(maya));
  const now = await page(talk);
  assert.deepEqual([now.speakers[1]?.side, now.speakers[1]?.memberId], ['us', ben.id]);
  assert.equal(now.findings.find((one) => one.id === need.id)?.confirmedBy, null);
  assert.equal(now.findings.find((one) => one.id === theirs.id)?.confirmedBy?.id, maya.id);
  const kept = await call(router.promises.list, { whose: 'all', kept: true }, as(maya));
  assert.equal(kept.promises.find((one) => one.quotes[0]?.findingId === theirs.id)?.by.id, ben.id);
  assert.equal((await person(ines.id)).needs.length, 1);

  await unmend(undo);
  await understandWaiting(world.scope(maya));
  const again = await person(ines.id);
  // The row is made anew with the same words and days, and so are suggestions that were not heard from one of us.
  const plain = (all: object[]) => all.map((one) => ({ ...one, id: '' }));
  assert.deepEqual(plain(again.needs), plain(before.ines.needs));
  assert.deepEqual({ ...again, needs: [], suggestions: [] }, { ...before.ines, needs: [], suggestions: [] });
  const decided = (all: FindingView[]) => all.filter((one) => one.confirmedBy);
  assert.deepEqual(decided((await page(talk)).findings), decided(before.page.findings));
});

test('nobody: nothing of it stays confirmed, it is not asked about again, and others of that name stay', async () => {
  const before = await page(talk);
  const { undo, takenBack } = await mend({ speakerId: (await speaker(talk)).id, is: 'nobody' });
  assert.equal(takenBack, 2);
  await understandWaiting(world.scope(maya));
  assert.equal((await speaker(talk)).side, 'unknown');
  assert.deepEqual((await call(router.speakers.unknown, { conversationId: talk }, as(maya))).speakers, []);
  assert.equal((await speaker(second)).personId, ines.id);
  await unmend(undo);
  await understandWaiting(world.scope(maya));
  assert.deepEqual((await page(talk)).findings, before.findings);
});

test('an answer given since stays: the older mend is not taken back over it', async () => {
  const one = await speaker(talk);
  const { undo } = await mend({ speakerId: one.id, is: 'me' });
  await assert.rejects(mend({ speakerId: one.id, is: 'me' }), refused('speaker.same'));
  const later = await mend({ speakerId: one.id, is: 'person', personId: ines.id });
  await assert.rejects(unmend(undo), refused('conflict.answer'));
  await unmend(later.undo);
  await unmend(undo);
  assert.equal((await speaker(talk)).personId, ines.id);
});

test('an address goes to the right person with everything that came from it, also when the thread grows', async () => {
  const letter = (id: string, answers?: string) =>
    mail({
      id,
      from: 'Lee <lee@harbour.example>',
      to: 'Maya Okafor <maya.okafor@example.org>',
      subject: 'The report',
      date: `Thu, 5 Mar 2026 09:3${id.length % 10}:00 +0100`,
      text: `Is the report ${id} late again?`,
      ...(answers ? { answers } : {}),
    });
  const wrong = await world.person('Lee Wrong', { email: 'lee@harbour.example' });
  const right = await world.person('Lee Right');
  const first = await receive(letter('a@harbour.example'));
  const from = (await page(first)).speakers.find((one) => one.turns > 0);
  assert.equal(from?.personId, wrong.id);
  assert.equal((await call(router.speakers.look, { id: from.id }, as(maya))).why, 'email');

  const here = await mend({ speakerId: from.id, is: 'person', personId: right.id });
  await receive(letter('bb@harbour.example', 'a@harbour.example'));
  const grown = await page(first);
  assert.equal(grown.turns.length, 2);
  assert.deepEqual(
    grown.speakers.filter((one) => one.turns > 0).map((one) => one.personId),
    [right.id],
  );
  assert.deepEqual(
    (await person(wrong.id)).emails.map(({ email }) => email),
    ['lee@harbour.example'],
  );
  await unmend(here.undo);

  const { undo } = await mend({ speakerId: from.id, everywhere: true, is: 'person', personId: right.id });
  assert.deepEqual(
    (await person(wrong.id)).emails.map(({ email }) => email),
    [],
  );
  assert.ok((await person(right.id)).emails.some(({ email }) => email === 'lee@harbour.example'));
  const other = await receive(letter('ccc@harbour.example').replace('The report', 'Another thing'));
  assert.ok((await page(other)).speakers.some((one) => one.personId === right.id));
  await unmend(undo);
  assert.deepEqual(
    (await person(wrong.id)).emails.map(({ email }) => email),
    ['lee@harbour.example'],
  );
  const mine = (await page(first)).speakers.find((one) => one.isYou);
  assert.ok(mine);
  await assert.rejects(mend({ speakerId: mine.id, everywhere: true, is: 'person', personId: right.id }), refused('speaker.member-address'));
});

test('what was logged by hand goes to the right person, and is never nobody', async () => {
  const wrong = await world.person('Ada Wrong');
  const right = await world.person('Ada Right');
  const { id } = await call(
    router.conversations.log,
    {
      who: [wrong.id],
      kind: 'call',
      happenedAt: '2026-11-16T10:00:00+01:00',
      lines: 'We spoke.',
      promised: [{ by: 'them', what: 'the plan' }],
    },
    as(maya),
  );
  const there = (await page(id)).speakers.find((one) => one.personId === wrong.id);
  assert.ok(there);
  await assert.rejects(mend({ speakerId: there.id, is: 'nobody' }), refused('speaker.by-hand'));
  await mend({ speakerId: there.id, is: 'person', personId: right.id });
  assert.equal((await person(right.id)).promises[0]?.by.id, right.id);
  assert.ok((await person(right.id)).lastContactAt);
  assert.equal((await person(wrong.id)).promises.length, 0);
  assert.ok((await page(id)).understoodAt);
});

test('only who may read it may look or mend, a guest only looks, and what another keeps private stays as it is', async () => {
  const hidden = await receive(FIRST_CALL.replaceAll('vans', 'carts'), ben, true);
  const theirs = await speaker(hidden, 1, ben);
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
  const guest = await world.member('Gus', 'guest');
  const open = await speaker(talk);
  for (const [id, member] of [
    [theirs.id, maya],
    [open.id, stranger],
  ] as const) {
    await assert.rejects(call(router.speakers.look, { id }, as(member)), refused('missing.speaker'));
    await assert.rejects(mend({ speakerId: id, is: 'me' }, member), refused('missing.speaker'));
  }
  await assert.rejects(mend({ speakerId: open.id, is: 'me' }, guest), refused('may.not-allowed'));
  assert.ok(await call(router.speakers.look, { id: open.id }, as(guest)));
  assert.deepEqual((await call(router.speakers.ofPerson, { id: ines.id }, as(stranger))).names, []);

  assert.equal((await call(router.speakers.look, { id: open.id }, as(maya))).conversations, 2);
  const { undo, conversations } = await mend({ speakerId: open.id, everywhere: true, is: 'new', name: 'Ines Quiet' });
  assert.equal(conversations, 2);
  assert.equal((await speaker(hidden, 1, ben)).personId, ines.id);
  await unmend(undo);

  const own = await mend({ speakerId: theirs.id, is: 'new', name: 'Quinn Hidden' }, ben);
  assert.equal((await call(router.people.list, { find: 'Quinn Hidden' }, as(maya))).total, 0);
  assert.equal((await call(router.people.list, { find: 'Quinn Hidden' }, as(ben))).total, 1);
  const quinn = (await speaker(hidden, 1, ben)).personId ?? '';
  await assert.rejects(mend({ speakerId: open.id, is: 'person', personId: quinn }), refused('missing.person'));
  await call(router.speakers.unmend, { undo: own.undo }, as(ben));
});
