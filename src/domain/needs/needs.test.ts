import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
let conversationId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Stone');
  ines = await world.person('Ines Carvalho');
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
});
after(() => world.close());
beforeEach(async () => {
  for (const { id } of await needs()) await call(router.needs.remove, { id }, as());
});

const as = (who = maya) => ({ context: asking(world, who) });
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const page = (who = maya) => call(router.people.open, { id: ines.id }, as(who));
const needs = async (who = maya) => (await page(who)).needs;
const called = async (statement: string, who = maya) => (await needs(who)).find((one) => one.statement === statement);
const add = async (statement: string, depth = 0, under?: string) =>
  (await call(router.needs.add, { personId: ines.id, statement, depth, ...(under && { under }) }, as())).id;
const places = async () => (await needs()).map(({ statement, depth, parentId }) => ({ statement, depth, parentId }));

async function heard(statement: string, depth: 0 | 1 | 2 | 3 | 4, more: { under?: string; into?: string } = {}, turn = 3): Promise<string> {
  const id = await suggest(world, conversationId, { kind: 'need', turn, fields: { statement, depth } });
  await call(router.findings.confirm, { id, ...more }, as());
  return id;
}

test('a need by hand is noted, changed, healed and taken off, each with its way back', async () => {
  const id = await add('Night alarms', 1);
  const was = await call(router.needs.change, { id, statement: 'Alarms at night', element: 'risk', mustHave: true }, as());
  assert.deepEqual(was, { statement: 'Night alarms', element: null, mustHave: false });
  await call(router.needs.heal, { id, what: 'Somebody picks up' }, as());
  const seen = await called('Alarms at night');
  assert.deepEqual([seen?.element, seen?.mustHave, seen?.healedWith, Boolean(seen?.healedAt)], ['risk', true, 'Somebody picks up', true]);
  await call(router.needs.unheal, { id }, as());
  await call(router.needs.change, { id, ...was }, as());
  const back = await called('Night alarms');
  assert.deepEqual([back?.element, back?.mustHave, back?.healedAt, back?.healedWith], [null, false, null, '']);
  await assert.rejects(call(router.needs.change, { id }, as()), refusedAs('input.nothing'));
  await call(router.needs.remove, { id }, as());
  await assert.rejects(call(router.needs.heal, { id }, as()), refusedAs('missing.need'));
  await call(router.needs.restore, { id }, as());
  assert.deepEqual(
    (await trailOf(world, id)).filter((action) => !action.startsWith('need.re')),
    ['need.added', 'need.changed', 'need.healed', 'need.not-healed', 'need.changed'],
  );
});

test('what moves takes its ladder along, and all of it is put back at once', async () => {
  const top = await add('Top', 0);
  const why = await add('Why', 1, top);
  await add('Costs', 2, why);
  const other = await add('Other', 2);
  const before_ = await places();
  const { before: was } = await call(router.needs.move, { id: why, parentId: other }, as());
  assert.deepEqual([(await called('Why'))?.depth, (await called('Why'))?.parentId, (await called('Costs'))?.depth], [2, other, 2]);
  await assert.rejects(call(router.needs.move, { id: other, parentId: why }, as()), refusedAs('need.circle'));
  await call(router.needs.arrange, { places: was }, as());
  assert.deepEqual(await places(), before_);
  await call(router.needs.move, { id: why, depth: 3 }, as());
  assert.equal((await called('Costs'))?.depth, 3, 'nothing is less deep than what it hangs under');
  await assert.rejects(call(router.needs.arrange, { places: [{ id: top, parentId: why, depth: 0 }] }, as()), refusedAs('conflict.ladder'));
});

test('a need hangs under no need of another person', async () => {
  const joost = await world.person('Joost Smit');
  const his = (await call(router.needs.add, { personId: joost.id, statement: 'His', depth: 0 }, as())).id;
  const hers = await add('Hers');
  await assert.rejects(call(router.needs.move, { id: hers, parentId: his }, as()), refusedAs('need.circle'));
  await assert.rejects(add('Below', 1, his), refusedAs('need.circle'));
  await assert.rejects(call(router.needs.merge, { id: hers, into: his }, as()), refusedAs('need.circle'));
  const id = await suggest(world, conversationId, { kind: 'need', turn: 3, fields: { statement: 'Mine' } });
  await assert.rejects(call(router.findings.confirm, { id, under: his }, as()), refusedAs('need.circle'));
  await assert.rejects(call(router.findings.confirm, { id, into: his }, as()), refusedAs('need.not-theirs'));
  assert.equal(await called('Below'), undefined, 'all or nothing');
});

test('a suggestion is confirmed under a need, or as one more quote of one; taken back, the need is as it was', async () => {
  const top = await add('Top', 0);
  await heard('Heard below', 2, { under: top });
  assert.equal((await called('Heard below'))?.parentId, top);
  const finding = await heard('The same', 0, { into: top }, 1);
  assert.equal((await called('Top'))?.quotes.length, 1);
  assert.equal(await called('The same'), undefined);
  await call(router.findings.undo, { id: finding }, as());
  assert.deepEqual((await called('Top'))?.quotes, []);
});

test('merged, both quotes, the depth below and what one lacked are kept; unmerged, each has its own', async () => {
  await heard('First', 0);
  const [kept] = await needs();
  const into = kept?.id ?? '';
  const second = await heard('Second', 1, {}, 1);
  const gone = (await called('Second'))?.id ?? '';
  await call(router.needs.change, { id: gone, element: 'anxiety', mustHave: true }, as());
  await add('Below', 2, gone);
  const { undo } = await call(router.needs.merge, { id: gone, into }, as());
  const merged = await called('First');
  assert.deepEqual([merged?.quotes.length, merged?.element, merged?.mustHave], [2, 'anxiety', true]);
  assert.equal((await called('Below'))?.parentId, into);
  await call(router.needs.unmerge, { undo }, as());
  await call(router.needs.unmerge, { undo }, as());
  assert.deepEqual([(await called('First'))?.quotes.length, (await called('First'))?.element], [1, null]);
  assert.deepEqual([(await called('Second'))?.quotes[0]?.findingId, (await called('Below'))?.parentId], [second, gone]);
  await call(router.needs.merge, { id: gone, into }, as());
  await call(router.findings.undo, { id: second }, as());
  assert.equal((await called('First'))?.quotes.length, 1, 'the words that were taken back are gone, the need is not');
});

test('split, some words get a need of their own; merged again, they are one', async () => {
  await heard('Both', 1);
  const id = (await called('Both'))?.id ?? '';
  const moving = await heard('x', 1, { into: id }, 1);
  await assert.rejects(call(router.needs.split, { id, findingIds: [id] }, as()), refusedAs('need.no-quotes'));
  const made = await call(router.needs.split, { id, findingIds: [moving], statement: 'Apart' }, as());
  assert.deepEqual([(await called('Both'))?.quotes.length, (await called('Apart'))?.quotes[0]?.findingId], [1, moving]);
  const left = (await called('Both'))?.quotes[0]?.findingId ?? '';
  await assert.rejects(call(router.needs.split, { id, findingIds: [left] }, as()), refusedAs('need.nothing-left'));
  await call(router.needs.merge, { id: made.id, into: id }, as());
  assert.equal((await called('Both'))?.quotes.length, 2);
});

test('words that were confirmed as something else show a need as well, until they are taken from it or taken back', async () => {
  const id = await add('A person at night');
  const findingId = await suggest(world, conversationId, { kind: 'trait.irritant', turn: 3, fields: { statement: 'Not being told' } });
  await assert.rejects(call(router.needs.attach, { id, findingId }, as()), refusedAs('need.not-confirmed'));
  await call(router.findings.confirm, { id: findingId }, as());
  await call(router.needs.attach, { id, findingId }, as());
  await call(router.needs.attach, { id, findingId }, as());
  assert.equal((await called('A person at night'))?.quotes.length, 1);
  assert.equal((await page()).traits.find((one) => one.statement === 'Not being told')?.quotes.length, 1);
  await call(router.needs.detach, { id, findingId }, as());
  assert.deepEqual((await called('A person at night'))?.quotes, []);
  await call(router.needs.attach, { id, findingId }, as());
  await call(router.findings.undo, { id: findingId }, as());
  assert.deepEqual((await called('A person at night'))?.quotes, []);
  const ours = await suggest(world, conversationId, { kind: 'feedback', turn: 2 });
  await call(router.findings.confirm, { id: ours }, as());
  await assert.rejects(call(router.needs.attach, { id, findingId: ours }, as()), refusedAs('need.not-theirs'));
});

test('our wording on the ladder stays when a finding is mended in something else', async () => {
  const finding = await heard('As heard', 1);
  const id = (await called('As heard'))?.id ?? '';
  await call(router.needs.change, { id, statement: 'As we say it' }, as());
  await call(router.needs.move, { id, depth: 3 }, as());
  await call(router.findings.edit, { id: finding, name: 'the night desk' }, as());
  const seen = await called('As we say it');
  assert.deepEqual([seen?.id, seen?.depth, seen?.quotes.length], [id, 3, 1]);
});

test('what only one may read stays theirs: unseen, not moved, not merged away from others', async () => {
  const private_ = await handIn(world.scope(maya), FIRST_CALL.replace('two hundred', 'three hundred'), { name: 'mine.vtt', private: true });
  const suggested = await suggest(world, private_.conversations[0]?.id ?? '', { kind: 'need', turn: 1, fields: { statement: 'Secret' } });
  await call(router.findings.confirm, { id: suggested }, as());
  const secret = (await called('Secret'))?.id ?? '';
  const open = await add('Open');
  assert.equal(await called('Secret', ben), undefined);
  for (const asked of [
    () => call(router.needs.move, { id: secret, depth: 2 }, as(ben)),
    () => call(router.needs.move, { id: open, parentId: secret }, as(ben)),
    () => call(router.needs.heal, { id: secret }, as(ben)),
    () => call(router.needs.candidates, { id: secret }, as(ben)),
    () => call(router.needs.remove, { id: secret }, as(ben)),
  ])
    await assert.rejects(asked(), refusedAs('missing.need'));
  await assert.rejects(call(router.needs.merge, { id: open, into: secret }, as()), refusedAs('need.only-yours'));
  await call(router.needs.merge, { id: secret, into: open }, as());
  assert.equal((await called('Open'))?.quotes.length, 1);
  assert.deepEqual((await called('Open', ben))?.quotes, []);
  const found = await call(router.find.everything, { text: 'Secret' }, as(ben));
  assert.deepEqual(found.hits, []);
});

test('taken off, what hung below hangs above it; brought back, it hangs where it hung', async () => {
  const top = await add('Top', 0);
  const middle = await add('Middle', 1, top);
  await add('Below', 2, middle);
  await call(router.needs.remove, { id: middle }, as());
  assert.equal((await called('Below'))?.parentId, top);
  await call(router.needs.restore, { id: middle }, as());
  assert.deepEqual([(await called('Middle'))?.parentId, (await called('Below'))?.parentId], [top, middle]);
  await assert.rejects(call(router.needs.restore, { id: middle }, as()), refusedAs('missing.need'));
});
