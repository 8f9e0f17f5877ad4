import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
let early: string;
let late: string;
let claim: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Stone');
  ines = await world.person('Ines Carvalho');
  early = await talk('2026-11-02T10:00:00Z', 'early.vtt');
  late = await talk('2026-11-20T10:00:00Z', 'late.vtt');
  const offering = await call(router.offerings.offer, { name: 'The night desk' }, as());
  claim = (await call(router.offerings.claim, { id: offering.id, statement: 'Somebody picks up at night' }, as())).id;
});
after(() => world.close());
beforeEach(async () => {
  for (const { id } of await beliefs()) await call(router.beliefs.remove, { id }, as());
});

async function talk(happenedAt: string, name: string, more: { private?: boolean } = {}): Promise<string> {
  const received = await handIn(world.scope(maya), FIRST_CALL.replace('two hundred', name), { name, ...more });
  const id = received.conversations[0]?.id ?? '';
  await call(router.conversations.change, { id, happenedAt }, as());
  return id;
}

const as = (who = maya) => ({ context: asking(world, who, '2026-11-28T10:00:00.000Z') });
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const beliefs = async (who = maya) => (await call(router.people.open, { id: ines.id }, as(who))).beliefs;
const belief = async (id: string, who = maya) => (await beliefs(who)).find((one) => one.id === id);
const toRepair = async () => (await call(router.people.list, {}, as())).rows.find((row) => row.id === ines.id)?.falseBeliefs;
const add = async (statement = 'You only sell sensors') =>
  (await call(router.beliefs.add, { personId: ines.id, kind: 'false', statement, claim, repair: 'Let her speak with Priya' }, as())).id;

async function said(conversationId: string, kind: FindingKind, fields: FindingFields): Promise<string> {
  const id = await suggest(world, conversationId, { kind, turn: 3, fields });
  await call(router.findings.confirm, { id }, as());
  return id;
}

test('a belief by hand is held against a claim, closed by a talk with a line, opened again and taken back, each with its trail', async () => {
  const id = await add();
  assert.equal(await toRepair(), 1);
  const { step } = await call(router.beliefs.close, { id, how: 'conversation', conversationId: late, note: 'Priya explained' }, as());
  const closed = await belief(id);
  assert.equal(Date.parse(closed?.closedAt ?? ''), Date.parse('2026-11-20T10:00:00Z'), 'when the talk was');
  assert.deepEqual(
    closed?.steps.map((one) => [one.step, one.how, one.conversation?.id, one.note, one.by?.name]),
    [['closed', 'conversation', late, 'Priya explained', 'Maya Okafor']],
  );
  assert.equal(await toRepair(), 0);
  const again = await call(router.beliefs.reopen, { id, note: 'She asked once more' }, as());
  assert.deepEqual([(await belief(id))?.closedAt, Boolean((await belief(id))?.reopenedAt), await toRepair()], [null, true, 1]);
  await call(router.beliefs.takeBack, { id, step: again.step }, as());
  assert.ok((await belief(id))?.closedAt);
  await call(router.beliefs.takeBack, { id, step }, as());
  assert.deepEqual([(await belief(id))?.closedAt, (await belief(id))?.steps], [null, []]);
  assert.deepEqual(await trailOf(world, id), [
    'belief.added',
    'belief.closed',
    'belief.reopened',
    'belief.step-taken-back',
    'belief.step-taken-back',
  ]);
});

test('it is closed by something, once it was done, and only what needs repair', async () => {
  const id = await add();
  await assert.rejects(call(router.beliefs.close, { id, how: 'demo' }, as()), refusedAs('belief.no-evidence'));
  await assert.rejects(
    call(router.beliefs.close, { id, how: 'demo', note: 'x', at: '2027-01-01T10:00:00Z' }, as()),
    refusedAs('belief.not-yet'),
  );
  const others = await handIn(world.scope(maya), 'Maya Okafor: Good morning to you.\nJoost Smit: Good morning, Maya.\n', { name: 'o.txt' });
  await assert.rejects(
    call(router.beliefs.close, { id, how: 'conversation', conversationId: others.conversations[0]?.id ?? '' }, as()),
    refusedAs('missing.conversation'),
  );
  await assert.rejects(call(router.beliefs.close, { id, how: 'document', attachmentId: id }, as()), refusedAs('missing.attachment'));
  await assert.rejects(call(router.beliefs.reopen, { id }, as()), refusedAs('belief.open'));
  const truth = (await call(router.beliefs.add, { personId: ines.id, kind: 'true', statement: 'Ruth trusts you' }, as())).id;
  await assert.rejects(call(router.beliefs.close, { id: truth, how: 'other', note: 'x' }, as()), refusedAs('belief.nothing-to-repair'));
});

test('said again of the same claim after it was closed, it opens with the new words, and not twice', async () => {
  await said(early, 'belief.false', { statement: 'You are a sensor company', claim });
  const id = (await beliefs())[0]?.id ?? '';
  await call(router.beliefs.close, { id, how: 'demo', note: 'She saw the desk', at: '2026-11-10T10:00:00Z' }, as());
  const again = await said(late, 'belief.false', { statement: 'Nobody answers anyway', claim });
  const open = await beliefs();
  assert.equal(open.length, 1);
  assert.deepEqual(
    [open[0]?.closedAt, open[0]?.quotes.length, open[0]?.steps[0]?.step, open[0]?.steps[0]?.quote?.findingId],
    [null, 2, 'reopened', again],
  );
  assert.equal(await toRepair(), 1);
  await call(router.findings.undo, { id: again }, as());
  const before_ = (await beliefs())[0];
  assert.deepEqual([Boolean(before_?.closedAt), before_?.quotes.length, before_?.steps.length], [true, 1, 1]);
  assert.equal(await toRepair(), 0);
});

test('without a claim, nearly the same words are the same belief; other words, another kind or another claim are not', async () => {
  await said(early, 'belief.gap', { statement: 'That we come and fetch a van that fails' });
  const id = (await beliefs())[0]?.id ?? '';
  await call(router.beliefs.close, { id, how: 'other', note: 'Told her', at: '2026-11-10T10:00:00Z' }, as());
  await said(late, 'belief.gap', { statement: 'That we come and fetch any van that fails' });
  assert.equal((await beliefs()).length, 1);
  assert.equal((await belief(id))?.closedAt, null);
  await call(router.beliefs.close, { id, how: 'other', note: 'Told her again' }, as());
  await said(late, 'belief.gap', { statement: 'What it costs at the weekend' });
  await said(late, 'belief.false', { statement: 'That we come and fetch a van that fails' });
  assert.equal((await beliefs()).length, 3);
});

test('words from before it was closed are one more quote, and open nothing', async () => {
  await said(late, 'belief.false', { statement: 'You are a sensor company', claim });
  const id = (await beliefs())[0]?.id ?? '';
  await call(router.beliefs.close, { id, how: 'demo', note: 'She saw it' }, as());
  await said(early, 'belief.false', { statement: 'You sell sensors', claim });
  const seen = await belief(id);
  assert.deepEqual([Boolean(seen?.closedAt), seen?.quotes.length, seen?.steps.length], [true, 2, 1]);
});

test('a talk that closed it and is taken away closes nothing any more', async () => {
  const id = await add();
  await call(router.beliefs.close, { id, how: 'conversation', conversationId: late }, as());
  await call(router.conversations.remove, { id: late }, as());
  assert.deepEqual([(await belief(id))?.closedAt, await toRepair()], [null, 1]);
  await call(router.conversations.restore, { id: late }, as());
  assert.ok((await belief(id))?.closedAt);
});

test('what a private talk shows is for one alone: it closes nothing for all, and opens nothing for all', async () => {
  const mine = await talk('2026-11-21T10:00:00Z', 'mine.vtt', { private: true });
  const id = await add();
  await assert.rejects(call(router.beliefs.close, { id, how: 'conversation', conversationId: mine }, as()), refusedAs('belief.in-private'));
  await call(router.beliefs.close, { id, how: 'other', note: 'Wrote to her', at: '2026-11-20T10:00:00Z' }, as());
  await said(mine, 'belief.false', { statement: 'You only sell sensors', claim });
  assert.ok((await belief(id))?.closedAt, 'it stays closed');
  assert.equal((await beliefs()).length, 2);
  assert.equal((await beliefs(ben)).length, 1);
});

test('it is changed and put back, set aside and brought back; a claim that is withdrawn is not chosen anew', async () => {
  const id = await add();
  const was = await call(router.beliefs.change, { id, kind: 'gap', statement: 'Does not know the desk', claim: null, repair: '' }, as());
  assert.deepEqual(was, { kind: 'false', statement: 'You only sell sensors', claim, repair: 'Let her speak with Priya' });
  assert.equal(await toRepair(), 0);
  await call(router.beliefs.change, { id, ...was }, as());
  assert.deepEqual([(await belief(id))?.claim, (await belief(id))?.against?.statement], [claim, 'Somebody picks up at night']);
  await assert.rejects(call(router.beliefs.change, { id }, as()), refusedAs('input.nothing'));
  await call(router.offerings.withdraw, { id: claim }, as());
  await call(router.beliefs.change, { id, claim, statement: 'Still so' }, as());
  await call(router.beliefs.change, { id, claim: null }, as());
  await assert.rejects(add('Anew'), refusedAs('missing.claim'));
  await call(router.offerings.standBy, { id: claim }, as());
  await call(router.beliefs.remove, { id }, as());
  assert.deepEqual([await beliefs(), await toRepair()], [[], 0]);
  await call(router.beliefs.restore, { id }, as());
  assert.equal(await toRepair(), 1);
});
