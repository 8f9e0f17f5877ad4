import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { taskViewShape } from '#model/task.shape.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const whats = async (asked: object, member = maya) => (await call(router.tasks.list, asked, as(member))).rows.map(({ what }) => what);

test('what is to be done stands by its day, those without one last, and is one’s own unless given to another', async () => {
  await call(router.tasks.add, { what: 'Some day' }, as());
  const later = await call(router.tasks.add, { what: 'Later', dueOn: '2026-12-24', personId: ines.id }, as());
  taskViewShape.parse(later);
  assert.equal(later.owner?.isYou, true);
  await call(router.tasks.add, { what: 'Soon', dueOn: '2026-12-01', ownerId: ben.id }, as());
  assert.deepEqual(await whats({}), ['Soon', 'Later', 'Some day']);
  assert.deepEqual(await whats({ mine: true }), ['Later', 'Some day']);
  assert.deepEqual(await whats({ until: '2026-12-10' }), ['Soon']);
});

test('done it leaves the open ones, and comes back when it was not', async () => {
  const { id } = await call(router.tasks.add, { what: 'Count the vans', dueOn: '2026-11-29' }, as());
  await call(router.tasks.done, { id }, as(ben));
  assert.deepEqual(await whats({ done: true }), ['Count the vans']);
  assert.ok(!(await whats({})).includes('Count the vans'));
  const again = await call(router.tasks.reopen, { id }, as());
  assert.equal(again.doneAt, null);
});

test('a task changes, loses its day, goes and comes back', async () => {
  const { id } = await call(router.tasks.add, { what: 'Call', dueOn: '2026-11-30', personId: ines.id }, as());
  const changed = await call(router.tasks.change, { id, what: 'Call Ines', dueOn: null, personId: null }, as());
  assert.deepEqual([changed.what, changed.dueOn, changed.person], ['Call Ines', null, null]);
  await call(router.tasks.remove, { id }, as());
  await assert.rejects(call(router.tasks.done, { id }, as()), code('missing.task'));
  await call(router.tasks.bringBack, { id }, as());
  assert.ok((await whats({})).includes('Call Ines'));
});

test('pages follow each other, also where many have the same day or none', async () => {
  for (let n = 0; n < 9; n++) await call(router.tasks.add, { what: `Same ${n}`, ...(n % 3 ? { dueOn: '2027-01-01' } : {}) }, as(ben));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(router.tasks.list, { limit: 2, mine: true, ...(cursor && { cursor }) }, as(ben));
    seen.push(...page.rows.map(({ what }) => what));
    cursor = page.next ?? undefined;
  } while (cursor);
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(seen.filter((what) => what.startsWith('Same')).length, 9);
});

test('nothing is set for whom this member does not know, and what another met in private stays out of all lists', async () => {
  const hidden = await world.person('Sam Secret', { email: null });
  await sql`update people set private_to = ${ben.id} where workspace_id = ${world.workspace.id} and id = ${hidden.id}`.execute(world.db);
  await assert.rejects(call(router.tasks.add, { what: 'Call', personId: hidden.id }, as()), code('missing.person'));
  await assert.rejects(call(router.tasks.add, { what: 'Call', personId: hidden.id }, as(ben)), code('task.in-private'));
  const { id } = await call(router.tasks.add, { what: 'Came by an import' }, as(ben));
  await sql`update tasks set person_id = ${hidden.id} where id = ${id}`.execute(world.db);
  assert.ok(!(await whats({})).includes('Came by an import'));
  assert.ok((await whats({}, ben)).includes('Came by an import'));
  await assert.rejects(call(router.tasks.remove, { id }, as()), code('missing.task'));
});

test('tasks are read for one person, one organisation or one deal', async () => {
  const deal = await call(router.deals.add, { title: 'Vans', personIds: [ines.id] }, as());
  await call(router.tasks.add, { what: 'Of the deal', dealId: deal.id }, as());
  await call(router.tasks.add, { what: 'Of Ines in the deal', dealId: deal.id, personId: ines.id }, as());
  const { id: organisationId } = await call(router.organisations.add, { name: 'Harbour Foods' }, as());
  await call(router.tasks.add, { what: 'Of the place', organisationId }, as());
  assert.deepEqual((await whats({ dealId: deal.id })).sort(), ['Of Ines in the deal', 'Of the deal']);
  assert.deepEqual(await whats({ dealId: deal.id, personId: ines.id }), ['Of Ines in the deal']);
  assert.deepEqual(await whats({ organisationId }), ['Of the place']);
});
