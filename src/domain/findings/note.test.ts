import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import type { FindingView, PersonPage } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { understandConversation } from '../conversations/understand.ts';
import { rowsOf } from '../statement.ts';

let world: World;
let maya: WorldMember;
let ines: { id: string };
let conversationId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = await world.person('Ines Carvalho');
  conversationId = await bringIn();
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const page = (id = conversationId) => call(router.conversations.open, { id }, as(maya));
const person = () => call(router.people.open, { id: ines.id }, as(maya));
const inTheList = async () => (await call(router.people.list, {}, as(maya))).rows.find((row) => row.id === ines.id);
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

async function bringIn(privateTo = false, text = FIRST_CALL): Promise<string> {
  const received = await handIn(world.scope(maya), text, { lastModified: '2026-11-17T14:00:00Z', private: privateTo });
  await understandWaiting(world.scope(maya));
  return received.conversations[0]?.id ?? assert.fail();
}

interface Noting extends FindingFields {
  kind: FindingKind;
  speaker?: number;
  in?: string;
  by?: WorldMember;
}

/** Marks the first place where these words stand. */
async function note(words: string, { in: id = conversationId, by = maya, ...rest }: Noting): Promise<FindingView> {
  const turn = (await page(id)).turns.find((one) => one.text.includes(words)) ?? assert.fail(words);
  const from = turn.text.indexOf(words);
  return call(router.findings.note, { conversationId: id, turnId: turn.id, from, to: from + words.length, ...rest }, as(by));
}

/** Every row that a finding can leave behind. */
async function traces() {
  const all: Record<string, unknown[]> = {};
  for (const table of ['findings', 'needs', 'traits', 'beliefs', 'promises', 'evidence'])
    all[table] = await rowsOf(world.db, sql`select * from ${sql.table(table)} where workspace_id = ${world.workspace.id} order by id`);
  return all;
}

const KINDS: [FindingKind, FindingFields, (page: PersonPage) => string[]][] = [
  ['need', { statement: 'Hear it before the morning', depth: 2 }, (page) => page.needs.flatMap((one) => one.quotes.map((q) => q.text))],
  ['commitment', { what: 'Send the list', due: '2026-11-20' }, (page) => page.promises.flatMap((one) => one.quotes.map((q) => q.text))],
  ['trait.value', { statement: 'Food is not waste' }, (page) => page.traits.flatMap((one) => one.quotes.map((q) => q.text))],
  ['feeling', { feeling: 'regret', tone: 'bad' }, (page) => page.traits.flatMap((one) => one.quotes.map((q) => q.text))],
  ['belief.false', { statement: 'Nobody can know at night' }, (page) => page.beliefs.flatMap((one) => one.quotes.map((q) => q.text))],
  ['objection', { name: 'the price' }, (page) => page.said.map((one) => one.quote.text)],
];

for (const [kind, fields, onThePage] of KINDS)
  test(`a ${kind} noted by hand stands on the person in just those words; taken back, everything is as it was`, async () => {
    const words = 'we threw away two hundred meals';
    const [before, rows, listed] = [await person(), await traces(), await inTheList()];
    const noted = await note(words, { kind, ...fields });
    assert.equal(noted.quote, words);
    assert.equal(noted.speaker, 1);
    assert.equal(noted.confirmedBy?.name, 'Maya Okafor');
    assert.equal(noted.p, 1);
    assert.deepEqual(onThePage(await person()), [words]);
    assert.deepEqual(
      (await page()).findings.find((one) => one.id === noted.id),
      noted,
    );
    const undone = await call(router.findings.undo, { id: noted.id }, as(maya));
    assert.deepEqual(undone, { ...noted, confirmedBy: null, gone: true });
    assert.deepEqual(await person(), before);
    assert.deepEqual(await traces(), rows);
    assert.deepEqual(await inTheList(), listed);
    await assert.rejects(call(router.findings.undo, { id: noted.id }, as(maya)), refused('missing.finding'));
  });

test('the list and the trail know of it at once', async () => {
  const noted = await note('nobody tells me anything', { kind: 'belief.false', statement: 'We do not call' });
  const listed = await inTheList();
  assert.equal(listed?.falseBeliefs, 1);
  const trail = await rowsOf<{ action: string; detail: { kind: string } }>(
    world.db,
    sql`select action, detail from audit_events where workspace_id = ${world.workspace.id} and subject_id = ${noted.id} order by at, id`,
  );
  assert.deepEqual(trail, [{ action: 'finding.noted', detail: { kind: 'belief.false' } }]);
  await call(router.findings.undo, { id: noted.id }, as(maya));
  assert.equal((await inTheList())?.falseBeliefs, 0);
});

test('a promise noted for one of ours is owed by them, with its day', async () => {
  const noted = await note('the July report', { kind: 'commitment', what: 'The July report', due: '2026-11-20' });
  const { promises } = await call(router.promises.list, { whose: 'ours' }, as(maya));
  assert.deepEqual(
    promises.map(({ what, dueOn, by, to }) => ({ what, dueOn, you: by.isYou, to: to?.id })),
    [{ what: 'The July report', dueOn: '2026-11-20', you: true, to: ines.id }],
  );
  await call(router.findings.undo, { id: noted.id }, as(maya));
});

test('what we said about her can be hers: the words stay where they were said', async () => {
  const noted = await note('you found out too late', { kind: 'need', speaker: 1, statement: 'Find out in time' });
  assert.equal(noted.speaker, 1);
  assert.equal((await person()).needs[0]?.quotes[0]?.text, 'you found out too late');
  await call(router.findings.undo, { id: noted.id }, as(maya));
});

test('mended and understood again, it stays, and the engine does not say it a second time', async () => {
  const suggested = (await page()).findings.find((one) => one.kind === 'need' && one.speaker === 1) ?? assert.fail();
  const noted = await note(suggested.quote.slice(0, -4), { kind: 'need', depth: 0, statement: 'Know it early' });
  const mended = await call(router.findings.edit, { id: noted.id, depth: 3 }, as(maya));
  assert.ok(mended.confirmedBy);
  await understandConversation(world.scope(maya), conversationId);
  await understandConversation(world.scope(maya), conversationId);
  const needs = (await page()).findings.filter((one) => one.kind === 'need' && one.turn === noted.turn);
  assert.deepEqual(needs, [mended]);
  assert.equal((await person()).needs[0]?.depth, 3);
  assert.equal((await call(router.findings.undo, { id: noted.id }, as(maya))).gone, true);
  await understandConversation(world.scope(maya), conversationId);
  assert.ok((await page()).findings.some((one) => one.kind === 'need' && one.quote === suggested.quote && !one.confirmedBy));
});

test('twice the same is said once', async () => {
  const noted = await note('last week', { kind: 'trait.event', statement: 'A bad week' });
  await assert.rejects(note('last week', { kind: 'trait.event', statement: 'A bad week' }), refused('finding.already'));
  const other = await note('last week', { kind: 'objection', name: 'time' });
  for (const { id } of [noted, other]) await call(router.findings.undo, { id }, as(maya));
});

test('only words that are really there: nothing, blanks, beyond the end, half a letter, another talk', async () => {
  const id = await bringIn(false, FIRST_CALL.replace('that hurt', 'that 🐟 hurt'));
  const { turns } = await page(id);
  const turn = turns.find((one) => one.text.includes('🐟')) ?? assert.fail();
  const fish = turn.text.indexOf('🐟');
  const kind = 'trait.interest' as const;
  for (const [from, to] of [
    [3, 3],
    [5, 4],
    [fish - 1, fish],
    [0, turn.text.length + 1],
    [fish, fish + 1],
    [fish + 1, fish + 4],
  ] as const)
    await assert.rejects(
      call(router.findings.note, { conversationId: id, turnId: turn.id, from, to, kind, speaker: 1 }, as(maya)),
      refused('finding.no-words'),
      `${from} to ${to}`,
    );
  const there = { conversationId, turnId: turn.id, from: 0, to: 4, kind };
  await assert.rejects(call(router.findings.note, there, as(maya)), refused('missing.turn'));
  await assert.rejects(call(router.findings.note, { ...there, conversationId: id, speaker: 9 }, as(maya)), refused('missing.speaker'));
  assert.equal((await note('🐟', { in: id, kind, speaker: 1 })).quote, '🐟');
});

test('lines that were written down afterwards are nobody’s words', async () => {
  const what = { who: [ines.id], kind: 'visit' as const, happenedAt: '2026-11-12T10:00:00Z', lines: 'She needs a quiet alarm.' };
  const { id } = await call(router.conversations.log, what, as(maya));
  await assert.rejects(note('a quiet alarm', { in: id, kind: 'need', speaker: 1 }), refused('finding.not-said'));
});

test('nobody notes for an unknown speaker, in another’s private talk, as a guest or from elsewhere', async () => {
  const unknown = await bringIn(false, FIRST_CALL.replaceAll('Ines Carvalho', 'Speaker 2'));
  const rows = await traces();
  await assert.rejects(note('two hundred meals', { in: unknown, kind: 'need' }), refused('finding.nobody'));
  assert.deepEqual(await traces(), rows, 'a refused note leaves nothing');

  const mine = await bringIn(true, FIRST_CALL.replaceAll('July', 'June'));
  const ben = await world.member('Ben Adler', 'admin');
  await assert.rejects(note('two hundred meals', { in: mine, kind: 'need', by: ben }), refused('missing.conversation'));
  const own = await note('two hundred meals', { in: mine, kind: 'need', statement: 'Only mine' });
  assert.ok((await person()).needs.some((one) => one.statement === 'Only mine'));
  assert.ok(!(await call(router.people.open, { id: ines.id }, as(ben))).needs.some((one) => one.statement === 'Only mine'));
  await assert.rejects(call(router.findings.undo, { id: own.id }, as(ben)), refused('missing.finding'));

  const guest = await world.member('Guido', 'guest');
  await assert.rejects(note('two hundred meals', { kind: 'need', by: guest }), refused('may.not-allowed'));
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
  await assert.rejects(note('two hundred meals', { kind: 'need', by: stranger }), refused('missing.conversation'));
  const nowhere = { conversationId: uuidv7(), turnId: uuidv7(), from: 0, to: 3, kind: 'need' as const };
  await assert.rejects(call(router.findings.note, nowhere, as(maya)), refused('missing.conversation'));
});
