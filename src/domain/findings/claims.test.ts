import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { conversationPageShape } from '#model/conversation-pages.shape.ts';
import { personPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ines: string;
let conversationId: string;
let offering: string;
/** Ids of claims: a visit within four hours, it works without a signal. */
let visit: string;
let signal: string;

const VISIT = { statement: 'A visit within four hours, at night too', offering: 'Harbourline', withdrawn: false };
const SIGNAL = { statement: 'It works without a signal', offering: 'Harbourline', withdrawn: false };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = (await world.person('Ines Carvalho')).id;
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya));
  offering = (await call(router.offerings.offer, { name: 'Harbourline' }, as())).id;
  visit = (await call(router.offerings.claim, { id: offering, statement: VISIT.statement }, as())).id;
  signal = (await call(router.offerings.claim, { id: offering, statement: SIGNAL.statement }, as())).id;
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const found = async (id: string) =>
  (await call(router.conversations.open, { id: conversationId }, as())).findings.find((one) => one.id === id);
const beliefs = async () => (await call(router.people.open, { id: ines }, as())).beliefs;
const misbelief = (fields: object) => suggest(world, conversationId, { kind: 'belief.false', turn: 3, fields });

test('a belief says which claim it stands against: while it waits, once it is confirmed, and on their page', async () => {
  const id = await misbelief({ statement: 'That nobody comes at night', claim: visit });
  assert.deepEqual((await found(id))?.against, VISIT);
  const page = await call(router.people.open, { id: ines }, as());
  assert.deepEqual(page.suggestions.find((one) => one.id === id)?.against, VISIT);
  assert.deepEqual((await call(router.findings.confirm, { id }, as())).against, VISIT);
  const [belief] = await beliefs();
  assert.deepEqual([belief?.statement, belief?.against], ['That nobody comes at night', VISIT]);
  const row = await world.db.selectFrom('beliefs').select('claimId').executeTakeFirstOrThrow();
  assert.equal(row.claimId, visit);
  personPageShape.parse(await call(router.people.open, { id: ines }, as()));
  conversationPageShape.parse(await call(router.conversations.open, { id: conversationId }, as()));
  await call(router.findings.undo, { id }, as());
  await call(router.findings.reject, { id }, as());
});

test('another claim, or none, is chosen while mending, before and after it is confirmed; closing it stays', async () => {
  const id = await misbelief({ statement: 'That nobody comes', claim: visit });
  assert.deepEqual((await call(router.findings.edit, { id, claim: signal }, as())).against, SIGNAL);
  await call(router.findings.confirm, { id }, as());
  assert.deepEqual((await beliefs())[0]?.against, SIGNAL);
  await world.db.updateTable('beliefs').set({ closedAt: new Date(), closedBy: maya.id }).execute();
  assert.equal((await call(router.findings.edit, { id, claim: null }, as())).against ?? null, null);
  const [none] = await beliefs();
  assert.ok(none?.closedAt);
  assert.equal(none.against, null);
  await call(router.findings.edit, { id, claim: visit }, as());
  assert.deepEqual((await beliefs())[0]?.against, VISIT);
  await call(router.findings.undo, { id }, as());
  const asSaid = await call(router.findings.undo, { id }, as());
  assert.deepEqual([asSaid.claim, asSaid.against], [visit, VISIT], 'as it was suggested');
  await call(router.findings.reject, { id }, as());
});

test('what is noted by hand can be held against a claim; what is no belief cannot show one', async () => {
  const { turns } = await call(router.conversations.open, { id: conversationId }, as());
  const words = { conversationId, turnId: turns[3]?.id ?? '', from: 0, to: 4 };
  const noted = await call(router.findings.note, { ...words, kind: 'belief.gap', statement: 'Whether it works', claim: signal }, as());
  assert.deepEqual([noted.claim, noted.against], [signal, SIGNAL]);
  assert.deepEqual((await beliefs())[0]?.against, SIGNAL);
  const need = await call(router.findings.edit, { id: noted.id, kind: 'need' }, as());
  assert.equal(need.against, undefined);
  assert.deepEqual(await beliefs(), []);
  await call(router.findings.undo, { id: noted.id }, as());
});

test('a belief keeps its claim when we no longer say it; nothing new is held against that', async () => {
  const kept = await misbelief({ statement: 'That nobody comes', claim: visit });
  await call(router.findings.confirm, { id: kept }, as());
  await call(router.offerings.reword, { id: visit, statement: 'A visit within four hours, day and night' }, as());
  const said = { ...VISIT, statement: 'A visit within four hours, day and night' };
  assert.deepEqual((await beliefs())[0]?.against, said, 'it follows the wording');
  await call(router.offerings.withdraw, { id: visit }, as());
  assert.deepEqual((await beliefs())[0]?.against, { ...said, withdrawn: true });
  const mended = await call(router.findings.edit, { id: kept, statement: 'That nobody would come', claim: visit }, as());
  assert.deepEqual(mended.against, { ...said, withdrawn: true }, 'mending something else does not lose it');
  const other = await misbelief({ statement: 'That it needs a signal', claim: signal });
  await assert.rejects(call(router.findings.edit, { id: other, claim: visit }, as()), refused('missing.claim'));
  assert.deepEqual((await found(other))?.against, SIGNAL);
  await call(router.offerings.putAway, { id: offering }, as());
  assert.deepEqual((await found(other))?.against, { ...SIGNAL, withdrawn: true });
  await call(router.offerings.bringBack, { id: offering }, as());
  await assert.rejects(
    world.db.deleteFrom('claims').where('id', '=', visit).execute(),
    (problem) => (problem as { code?: string }).code === '23001' || (problem as { code?: string }).code === '23503',
  );
  for (const id of [kept, other]) await call(router.findings.reject, { id }, as());
});

test('a claim of another workspace is neither seen nor held against, by whatever door', async () => {
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const sven = await world.member('Sven', 'owner', { in: elsewhere.id });
  const theirs = await call(router.offerings.offer, { name: 'Bigfleet' }, as(sven));
  const secret = await call(router.offerings.claim, { id: theirs.id, statement: 'A secret of theirs' }, as(sven));
  assert.doesNotMatch(JSON.stringify(await call(router.offerings.list, { away: true }, as())), /secret|Bigfleet/);
  const id = await misbelief({ statement: 'x' });
  await assert.rejects(call(router.findings.edit, { id, claim: secret.id }, as()), refused('missing.claim'));
  const { turns } = await call(router.conversations.open, { id: conversationId }, as());
  const words = { conversationId, turnId: turns[3]?.id ?? '', from: 0, to: 7 };
  await assert.rejects(call(router.findings.note, { ...words, kind: 'belief.false', claim: secret.id }, as()), refused('missing.claim'));
  // Even where it had come to stand in a finding, nothing of it is shown and nothing is tied to it.
  const forged = await misbelief({ statement: 'Forged', claim: secret.id });
  await call(router.findings.confirm, { id: forged }, as());
  assert.equal((await found(forged))?.against ?? null, null);
  assert.equal((await beliefs())[0]?.against, null);
  for (const one of [id, forged]) await call(router.findings.reject, { id: one }, as());
});

test('every belief that the engine suggests says what it is held against, also that it is nothing', async () => {
  const text = FIRST_CALL.replace(
    'Ines Carvalho: Yes. I am worried',
    "Ines Carvalho: You're a sensor company, right? I am worried",
  ).replace('Maya Okafor: I will send', 'Maya Okafor: Actually, no. I will send');
  const other = (await handIn(world.scope(maya), text)).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya));
  const { findings } = await call(router.conversations.open, { id: other }, as());
  const suggested = findings.filter(({ kind }) => kind.startsWith('belief.'));
  assert.ok(suggested.length > 0);
  for (const one of suggested) assert.ok(one.claim === null || [visit, signal].includes(one.claim ?? ''), one.quote);
  for (const one of findings) if (!one.kind.startsWith('belief.')) assert.equal(one.claim, undefined);
});
