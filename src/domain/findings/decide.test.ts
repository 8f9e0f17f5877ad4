import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { conversationPageShape } from '#model/conversation-pages.shape.ts';
import type { FindingKind } from '#model/finding.ts';
import type { ConversationPage, FindingView } from '#model/pages.ts';
import { personPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { understandConversation } from '../conversations/understand.ts';
import { rejectFindings } from './decide.ts';

let world: World;
let maya: WorldMember;
let ines: { id: string };
let conversationId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = await world.person('Ines Carvalho');
  const received = await handIn(world.scope(maya), FIRST_CALL, { lastModified: '2026-11-17T14:00:00Z' });
  conversationId = received.conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya));
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const page = () => call(router.conversations.open, { id: conversationId }, as(maya));
const person = () => call(router.people.open, { id: ines.id }, as(maya));
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

async function finding(kind: FindingKind, speaker = 1): Promise<FindingView> {
  const found = (await page()).findings.find((one) => one.kind === kind && one.speaker === speaker);
  assert.ok(found, `the engine finds a ${kind}`);
  return found;
}

test('what the engine says stands on the page, with words that are really there', async () => {
  const shown: ConversationPage = await page();
  conversationPageShape.parse(shown);
  assert.ok(shown.understoodAt);
  assert.ok(shown.listening);
  assert.ok(shown.turns.some((turn) => turn.acts.length > 0));
  assert.ok(shown.findings.length >= 2);
  for (const one of shown.findings) assert.equal(shown.turns[one.turn]?.text.slice(one.from, one.to), one.quote);
  const row = await world.db.selectFrom('conversations').select('openFindings').where('id', '=', conversationId).executeTakeFirstOrThrow();
  assert.equal(row.openFindings, shown.findings.length);
});

test('a confirmed need stands on the person with its words, and taking it back leaves no trace', async () => {
  const before = await person();
  const need = await finding('need');
  const confirmed = await call(router.findings.confirm, { id: need.id }, as(maya));
  assert.equal(confirmed.confirmedBy?.name, 'Maya Okafor');
  await call(router.findings.confirm, { id: need.id }, as(maya));
  const shown = await person();
  personPageShape.parse(shown);
  assert.equal(shown.needs.length, 1);
  assert.equal(shown.needs[0]?.quotes[0]?.text, need.quote);
  assert.equal(shown.needs[0]?.quotes[0]?.turn, need.turn);
  assert.equal(shown.hero?.findingId, need.id);
  assert.equal(shown.suggestions.length, before.suggestions.length - 1);
  const list = await call(router.people.list, {}, as(maya));
  assert.equal(list.rows[0]?.quote, need.quote);
  const undone = await call(router.findings.undo, { id: need.id }, as(maya));
  assert.deepEqual(undone, need);
  assert.deepEqual(await person(), before);
  assert.deepEqual(await world.db.selectFrom('evidence').selectAll().where('findingId', '=', need.id).execute(), []);
});

test('a promise that was heard is owed by who said it to the one on the other side', async () => {
  const ours = await finding('commitment', 0);
  await call(router.findings.confirm, { id: ours.id }, as(maya));
  const { promises } = await call(router.promises.list, { whose: 'ours' }, as(maya));
  assert.equal(promises.length, 1);
  const [promise] = promises;
  assert.equal(promise?.by.isYou, true);
  assert.equal(promise?.to?.id, ines.id);
  assert.ok(ours.due);
  assert.equal(promise?.dueOn, ours.due.slice(0, 10));
  assert.equal((await call(router.people.list, { owe: true }, as(maya))).rows[0]?.weOwe, 1);
  const kept = await call(router.promises.keep, { id: promise?.id ?? '' }, as(maya));
  assert.ok(kept.keptAt);
  assert.equal((await call(router.promises.keep, { id: kept.id }, as(maya))).keptAt, kept.keptAt);
  assert.equal((await call(router.people.list, { owe: true }, as(maya))).total, 0);
  assert.equal((await call(router.promises.list, { kept: true }, as(maya))).promises.length, 1);
  assert.equal((await call(router.promises.reopen, { id: kept.id }, as(maya))).keptAt, null);
});

test('mending changes our wording, never the words; taken back twice it is as the engine said it', async () => {
  const need = await finding('need');
  await call(router.findings.edit, { id: need.id, statement: 'Know of a failure at night', depth: 3 }, as(maya));
  await call(router.findings.confirm, { id: need.id }, as(maya));
  const edited = await call(router.findings.edit, { id: need.id, depth: 4 }, as(maya));
  assert.equal(edited.edited, true);
  assert.equal(edited.quote, need.quote);
  const [shown] = (await person()).needs;
  assert.equal(shown?.statement, 'Know of a failure at night');
  assert.equal(shown?.depth, 4);
  assert.equal((await call(router.findings.undo, { id: need.id }, as(maya))).confirmedBy, null);
  assert.deepEqual(await call(router.findings.undo, { id: need.id }, as(maya)), need);
  assert.equal((await person()).needs.length, 0);
});

test('understanding it again keeps what people decided and doubles nothing', async () => {
  const need = await finding('need');
  await call(router.findings.confirm, { id: need.id }, as(maya));
  const feeling = (await page()).findings.find((one) => one.id !== need.id && !one.confirmedBy);
  assert.ok(feeling);
  await call(router.findings.reject, { id: feeling.id }, as(maya));
  const before = await page();
  await understandConversation(world.scope(maya), conversationId);
  await understandConversation(world.scope(maya), conversationId);
  const after = await page();
  // What nobody decided yet may have learned from the two decisions.
  const decided = ({ findings }: ConversationPage) => findings.filter((one) => one.confirmedBy || one.rejectedBy);
  assert.deepEqual(decided(after), decided(before));
  const places = after.findings.map(({ kind, turn, from }) => `${kind} ${turn} ${from}`);
  assert.equal(new Set(places).size, places.length);
  assert.equal(after.findings.find((one) => one.id === feeling.id)?.rejectedBy?.id, maya.id);
});

test('a suggestion moved to another kind and confirmed stands there', async () => {
  const need = (await page()).findings.find((one) => one.confirmedBy && one.kind === 'need');
  assert.ok(need);
  await call(router.findings.edit, { id: need.id, kind: 'belief.false', statement: 'Thinks we only do fridges' }, as(maya));
  const shown = await person();
  assert.equal(shown.needs.length, 0);
  assert.equal(shown.beliefs[0]?.kind, 'false');
  assert.equal((await call(router.people.list, {}, as(maya))).rows[0]?.falseBeliefs, 1);
  await call(router.findings.edit, { id: need.id, kind: 'objection', name: 'the price' }, as(maya));
  const said = (await person()).said;
  assert.equal(said[0]?.kind, 'objection');
  assert.equal(said[0]?.quote.text, need.quote);
});

test('nobody can confirm what an unknown speaker said, and a stranger to the workspace finds nothing', async () => {
  const received = await handIn(world.scope(maya), FIRST_CALL.replaceAll('Ines Carvalho', 'Speaker 2'), {});
  await understandWaiting(world.scope(maya));
  const unknown = await call(router.conversations.open, { id: received.conversations[0]?.id ?? '' }, as(maya));
  const need = unknown.findings.find((one) => one.kind === 'need' && one.speaker === 1);
  assert.ok(need);
  await assert.rejects(call(router.findings.confirm, { id: need.id }, as(maya)), refused('finding.nobody'));
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
  await assert.rejects(call(router.findings.confirm, { id: need.id }, as(stranger)), refused('missing.finding'));
  await assert.rejects(call(router.findings.confirm, { id: uuidv7() }, as(maya)), refused('missing.finding'));
});

test('the figures are for those who spoke for us; others see them when shared, and until then whose they are', async () => {
  const ben = await world.member('Ben Adler', 'admin');
  const seen = await call(router.conversations.open, { id: conversationId }, as(ben));
  assert.equal(seen.listening, null);
  assert.deepEqual(
    seen.listeningOf.map((one) => one.name),
    ['Maya Okafor'],
  );
  const talk = async () => (await call(router.people.open, { id: ines.id }, as(ben))).conversations[0];
  assert.equal((await talk())?.ourShare, null);
  await call(router.members.shareListening, { shared: true }, as(maya));
  assert.ok((await call(router.conversations.open, { id: conversationId }, as(ben))).listening);
  assert.ok(((await talk())?.ourShare ?? 0) > 0);
});

test('the rest of a list is put aside at once: each in the trail, and nothing waits', async () => {
  const waits = (await page()).findings.filter((one) => !one.confirmedBy && !one.rejectedBy).map(({ id }) => id);
  assert.ok(waits.length > 0);
  await rejectFindings(world.scope(maya), waits);
  await rejectFindings(world.scope(maya), waits);
  const after = await page();
  for (const id of waits) assert.equal(after.findings.find((one) => one.id === id)?.rejectedBy?.id, maya.id);
  const row = await world.db.selectFrom('conversations').select('openFindings').where('id', '=', conversationId).executeTakeFirstOrThrow();
  assert.equal(row.openFindings, 0);
  const deeds = world.db.selectFrom('auditEvents').select('subjectId').where('action', '=', 'finding.rejected');
  const trail = await deeds.where('subjectId', 'in', waits).execute();
  assert.equal(trail.length, waits.length, 'twice is once');
});
