import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { ledgerOf, suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let conversationId: string;
let finding: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  await world.person('Ines Carvalho');
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  finding = await suggest(world, conversationId, { kind: 'commitment', turn: 5 });
});
after(() => world.close());

const as = () => ({ context: asking(world, maya) });
const NUL = '\u0000';
const HALF = '\ud83d';
const odd = (text: string) => `${NUL}${text}${HALF} x${NUL}`;
const mended = (text: string) => `${text}\ufffd x`;

test('letters that no database keeps are left out of what is written, wherever it is written', async () => {
  const { id } = await call(router.people.add, { name: odd('Ada'), roleTitle: odd('Miller'), organisation: odd('Mill') }, as());
  await call(router.people.change, { id, pronouns: odd('she') }, as());
  const person = await call(router.people.open, { id }, as());
  assert.deepEqual(
    [person.name, person.roleTitle, person.organisation?.name, person.pronouns],
    ['Ada', 'Miller', 'Mill', 'she'].map(mended),
  );
  await call(router.conversations.change, { id: conversationId, title: odd('Title') }, as());
  assert.equal((await call(router.conversations.open, { id: conversationId }, as())).title, mended('Title'));
  const edited = await call(
    router.findings.edit,
    { id: finding, statement: odd('S'), what: odd('W'), dueText: odd('D'), name: odd('N'), due: odd('2026') },
    as(),
  );
  assert.deepEqual([edited.statement, edited.what, edited.dueText, edited.name], ['S', 'W', 'D', 'N'].map(mended));
  await call(router.findings.confirm, { id: finding }, as());
  assert.equal((await call(router.promises.list, {}, as())).promises[0]?.what, mended('W'));
  const offered = await call(router.offerings.offer, { name: odd('Desk'), forWhom: odd('All'), emotionalNeed: odd('Sleep') }, as());
  assert.deepEqual([offered.name, offered.forWhom, offered.emotionalNeed], ['Desk', 'All', 'Sleep'].map(mended));
  const said = await call(router.offerings.claim, { id: offered.id, statement: odd('Said'), proof: odd('Known') }, as());
  assert.deepEqual([said.statement, said.proof], ['Said', 'Known'].map(mended));
  const changed = await call(router.workspaces.change, { name: odd('Work'), mission: odd('Why'), whatWeDo: odd('What') }, as());
  assert.deepEqual([changed.workspace?.name, changed.workspace?.mission], [mended('Work'), mended('Why')]);
});

test('the same of what is noted, pasted, asked and sought', async () => {
  const noted = await call(
    router.conversations.log,
    {
      who: [odd('Bo')],
      kind: 'call',
      happenedAt: '2026-11-01T10:00:00Z',
      lines: odd('Line'),
      promised: [{ by: 'us', what: odd('Write'), due: odd('2026-12-01') }],
    },
    as(),
  );
  const page = await call(router.conversations.open, noted, as());
  assert.deepEqual([page.title, page.turns[0]?.text, page.turns[1]?.text], ['Bo', 'Line', 'Write'].map(mended));
  const pasted = await call(
    router.conversations.paste,
    { text: `Ada: We${NUL} lose${HALF} a day.\nBob: Why is that?`, title: odd('Pasted') },
    as(),
  );
  assert.equal(pasted.conversations[0]?.title, mended('Pasted'));
  for (const text of [NUL, HALF, odd('ada')]) {
    assert.ok(await call(router.find.everything, { text }, as()));
    assert.ok(await call(router.people.list, { find: text }, as()));
    assert.ok(await call(router.conversations.list, { find: text }, as()));
  }
});

test('numbers, days and sizes out of all measure are refused at the door and change nothing', async () => {
  // By us or by the shapes, never by a fault of the database.
  const atDoor = (problem: unknown) => problem instanceof Refusal || (problem as { code?: string }).code === 'BAD_REQUEST';
  const before = await ledgerOf(world.db, world.workspace.id);
  const moment = (happenedAt: string) => call(router.conversations.change, { id: conversationId, happenedAt }, as());
  for (const wrong of [
    '',
    'now',
    '2026-02-31T10:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-11-01T10:00:00',
    '+275760-09-13T00:00:00Z',
    '2026-11-01T25:00:00Z',
    '2026-11-01T10:00:00+99:00',
  ])
    await assert.rejects(moment(wrong), atDoor, wrong);
  for (const limit of [0, -1, 201, 1.5, Number.NaN, 1e9])
    await assert.rejects(call(router.people.list, { limit }, as()), atDoor, String(limit));
  for (const speaker of [-1, 1.5, Number.MAX_SAFE_INTEGER * 2])
    await assert.rejects(call(router.findings.edit, { id: finding, speaker }, as()), atDoor, String(speaker));
  for (const id of ['', 'x', "' or 1=1 --", `${conversationId} `])
    await assert.rejects(call(router.conversations.open, { id }, as()), atDoor, id);
  for (const days of [0, 91, -5, 1.5])
    await assert.rejects(call(router.members.invite, { role: 'guest', days }, as()), atDoor, String(days));
  await assert.rejects(call(router.findings.edit, { id: finding, speaker: 2 ** 40 }, as()), atDoor);
  await assert.rejects(call(router.speakers.name, { answers: [] }, as()), atDoor);
  await assert.rejects(call(router.find.everything, { text: 'x'.repeat(201) }, as()), atDoor);
  assert.deepEqual(await ledgerOf(world.db, world.workspace.id), before);
});

test('an address of a page as long as may be typed, in letters of any script, is kept as it is', async () => {
  const { id } = await call(router.people.add, { name: 'Li Wei' }, as());
  const letters = Array.from({ length: 1900 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('');
  const url = `https://harbour.example/${letters}`;
  await call(router.people.change, { id, links: [{ url }] }, as());
  assert.equal((await call(router.people.open, { id }, as())).links[0]?.url, url);
});
