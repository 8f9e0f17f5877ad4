import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { writeCursor } from '../cursor.ts';

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

const as = (member = maya, now?: string) => ({ context: asking(world, member, now) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const add = (what: string, more: object = {}) => call(router.tasks.add, { what, ...more }, as());
const harbour = async () => (await call(router.organisations.add, { name: `Harbour ${Math.random()}` }, as())).id;

async function walk(asked: object): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(router.tasks.list, { ...asked, ...(cursor && { cursor }) }, as());
    seen.push(...page.rows.map(({ what }) => what));
    cursor = page.next ?? undefined;
  } while (cursor);
  return seen;
}

test('what was done stands the newest first over the edges of pages, also what was done in one moment', async () => {
  const at = ['2026-11-01T08:00:00.000Z', '2026-11-01T08:00:00.001Z', '2026-11-02T08:00:00.000Z'];
  for (let n = 0; n < 9; n++) {
    const { id } = await add(`Done ${n}`);
    await call(router.tasks.done, { id }, as(maya, at[n % 3]));
  }
  const seen = await walk({ done: true, limit: 2 });
  assert.equal(new Set(seen).size, 9);
  const third = (what: string) => Number(what.at(-1)) % 3;
  assert.deepEqual(seen.map(third), [2, 2, 2, 1, 1, 1, 0, 0, 0]);
});

test('a cursor that is not of this list is refused, and never a fault', async () => {
  for (const [key, done] of [
    ['Ines', false],
    ['Ines', true],
    [7, false],
    ['2026-02-30', false],
    ['2026-11-01', true],
    ['2026-11-01T08:00:00Z', false],
  ] as const)
    await assert.rejects(
      call(router.tasks.list, { done, cursor: writeCursor({ key, id: ines.id, total: 3 }) }, as()),
      code('list.cursor'),
      `${key} ${done}`,
    );
});

test('done by two at once it is done once, by the first, and the trail says so once', async () => {
  const { id } = await add('Ring the bell');
  await Promise.all([
    call(router.tasks.done, { id }, as()),
    call(router.tasks.done, { id }, as(ben)),
    call(router.tasks.done, { id }, as()),
  ]);
  assert.deepEqual(await trailOf(world, id), ['task.added', 'task.done']);
  await call(router.tasks.reopen, { id }, as());
  await call(router.tasks.reopen, { id }, as(ben));
  assert.deepEqual(await trailOf(world, id), ['task.added', 'task.done', 'task.reopened']);
});

test('a task is for somebody and something that is here, and given to a member who did not leave', async () => {
  const none = '01900000-0000-7000-8000-0000000000aa';
  const deal = await call(router.deals.add, { title: 'Nets' }, as());
  await call(router.deals.remove, { id: deal.id }, as());
  await assert.rejects(add('x', { personId: none }), code('missing.person'));
  await assert.rejects(add('x', { organisationId: none }), code('missing.organisation'));
  await assert.rejects(add('x', { dealId: deal.id }), code('missing.deal'));
  const leaver = await world.member('Leo Gone');
  const { id } = await add('Hand over', { ownerId: leaver.id });
  await sql`update members set left_at = now() where id = ${leaver.id}`.execute(world.db);
  await assert.rejects(add('x', { ownerId: leaver.id }), code('missing.member'));
  const changed = await call(router.tasks.change, { id, about: 'With a list' }, as());
  assert.deepEqual([changed.owner?.name, changed.about], ['Leo Gone', 'With a list']);
  await assert.rejects(call(router.tasks.change, { id }, as()), code('input.nothing'));
});

test('what another set for somebody met in private stands in no list, page or line of time that others see', async () => {
  const organisationId = await harbour();
  const hidden = await world.person('Sam Secret', { email: null });
  await sql`update people set private_to = ${ben.id} where id = ${hidden.id}`.execute(world.db);
  const { id } = await call(router.tasks.add, { what: 'Ask Sam about the quay', organisationId }, as(ben));
  await sql`update tasks set person_id = ${hidden.id} where id = ${id}`.execute(world.db);
  await call(router.tasks.done, { id }, as(ben));
  const told = async (member: WorldMember) =>
    JSON.stringify([
      await call(router.timeline.of, { organisationId }, as(member)),
      await call(router.tasks.list, { done: true }, as(member)),
    ]);
  assert.match(await told(ben), /about the quay.*about the quay/);
  assert.doesNotMatch(await told(maya), /about the quay/);
  await assert.rejects(call(router.tasks.reopen, { id }, as()), code('missing.task'));
  await assert.rejects(call(router.tasks.change, { id, what: 'x' }, as()), code('missing.task'));
});

test('taken away it stands nowhere, not in the line of time either, and comes back done as it was', async () => {
  const { id } = await add('Paint the hull', { personId: ines.id });
  await call(router.tasks.done, { id }, as());
  const inTime = async () => (await call(router.timeline.of, { personId: ines.id, kinds: ['work'] }, as())).rows.length;
  assert.equal(await inTime(), 1);
  await call(router.tasks.remove, { id }, as());
  assert.equal(await inTime(), 0);
  assert.ok(!(await walk({ done: true, limit: 100 })).includes('Paint the hull'));
  await call(router.tasks.bringBack, { id }, as());
  assert.equal(await inTime(), 1);
});

test('up to a day means that day too, and leaves out what has no day', async () => {
  await add('Today', { dueOn: '2028-02-29' });
  await add('Day after', { dueOn: '2028-03-01' });
  assert.deepEqual(
    (await walk({ until: '2028-02-29', limit: 50 })).filter((what) => /Today|Day after/.test(what)),
    ['Today'],
  );
  await assert.rejects(add('No such day', { dueOn: '2027-02-29' }), (problem) => (problem as { code?: string }).code === 'BAD_REQUEST');
});
