import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { boardShape, dealPageShape, dealRowShape } from '#model/deal.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ines: { id: string };
let daniel: { id: string };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = await world.person('Ines Carvalho');
  daniel = await world.person('Daniel Brandt');
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;

test('the first deal makes a pipeline in the words of the workspace, and stands in its first stage', async () => {
  const deal = await call(router.deals.add, { title: 'Cold watch, 14 vans', personIds: [ines.id], amount: '186000' }, as());
  dealPageShape.parse(deal);
  assert.equal(deal.stage.name, 'Getting to know');
  assert.deepEqual([deal.amount, deal.currency, deal.owner?.name], ['186000.00', 'EUR', 'Maya Okafor']);
  const board = boardShape.parse(await call(router.deals.board, {}, as()));
  assert.deepEqual(
    board.stages.map(({ name, deals }) => [name, deals]),
    [
      ['Getting to know', 1],
      ['Understanding their needs', 0],
      ['Right for each other?', 0],
      ['Deciding', 0],
    ],
  );
  assert.equal(board.stages[0]?.rows[0]?.people[0]?.name, 'Ines Carvalho');
});

test('a deal moves, changes and ends, and goes on after all; the trail says so without a value', async () => {
  const { id } = await call(router.deals.add, { title: 'Dry vans' }, as());
  const [pipeline] = (await call(router.pipelines.list, undefined, as())).pipelines;
  const moved = await call(
    router.deals.change,
    { id, stageId: pipeline?.stages[2]?.id, closeOn: '2026-12-24', nextStep: 'They ask the council', nextOn: '2026-12-01' },
    as(),
  );
  assert.deepEqual(
    [moved.stage.name, moved.closeOn, moved.nextStep, moved.nextOn],
    ['Right for each other?', '2026-12-24', 'They ask the council', '2026-12-01'],
  );
  assert.equal((await call(router.deals.change, { id, nextOn: null }, as())).nextOn, null);
  assert.equal((await call(router.deals.change, { id, closeOn: null }, as())).closeOn, null);
  const lost = await call(router.deals.end, { id, how: 'lost', why: 'A phone list will do for them' }, as());
  assert.ok(lost.lostAt);
  assert.equal((await call(router.deals.list, { state: 'lost' }, as())).rows[0]?.id, id);
  assert.equal((await call(router.deals.reopen, { id }, as())).lostAt, null);
  assert.deepEqual(await trailOf(world, id), ['deal.added', 'deal.changed', 'deal.changed', 'deal.changed', 'deal.lost', 'deal.reopened']);
});

test('who decides stands first, whoever came first', async () => {
  const { id } = await call(router.deals.add, { title: 'Two people', personIds: [ines.id] }, as());
  await call(router.deals.putPerson, { id, personId: daniel.id, part: 'decides' }, as());
  const page = await call(router.deals.open, { id }, as());
  assert.deepEqual(
    page.people.map(({ name, part }) => [name, part]),
    [
      ['Daniel Brandt', 'decides'],
      ['Ines Carvalho', null],
    ],
  );
  assert.equal((await call(router.deals.takePerson, { id, personId: daniel.id }, as())).people.length, 1);
});

test('deals are listed page by page, each once, and found by their title, person and state', async () => {
  for (let n = 0; n < 7; n++) await call(router.deals.add, { title: `Parcel ${n}`, personIds: n % 2 ? [daniel.id] : [] }, as());
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(router.deals.list, { limit: 3, find: 'parcel', ...(cursor && { cursor }) }, as());
    for (const row of page.rows) seen.push(dealRowShape.parse(row).title);
    assert.equal(page.total, 7);
    cursor = page.next ?? undefined;
  } while (cursor);
  assert.deepEqual(
    seen,
    [6, 5, 4, 3, 2, 1, 0].map((n) => `Parcel ${n}`),
  );
  assert.equal((await call(router.deals.list, { find: 'parcel', personId: daniel.id }, as())).total, 3);
});

test('taken away it is nowhere, and comes back as it was', async () => {
  const { id } = await call(router.deals.add, { title: 'By mistake' }, as());
  await call(router.deals.remove, { id }, as());
  await assert.rejects(call(router.deals.open, { id }, as()), code('missing.deal'));
  assert.equal((await call(router.deals.list, { find: 'by mistake' }, as())).total, 0);
  await call(router.deals.bringBack, { id }, as());
  assert.equal((await call(router.deals.open, { id }, as())).title, 'By mistake');
});

test('stages are renamed, moved and put away when nothing stands in them', async () => {
  const { pipelines } = await call(router.pipelines.add, { name: 'Renewals', stages: ['Ask', 'Agree'] }, as());
  const pipeline = pipelines.find(({ name }) => name === 'Renewals');
  const [ask, agree] = pipeline?.stages ?? [];
  await call(router.pipelines.addStage, { id: pipeline?.id ?? '', name: 'Thank' }, as());
  await call(router.pipelines.changeStage, { id: agree?.id ?? '', name: 'Say yes', place: 0 }, as());
  const stages = async () =>
    (await call(router.pipelines.list, undefined, as())).pipelines.find(({ name }) => name === 'Renewals')?.stages.map(({ name }) => name);
  assert.deepEqual(await stages(), ['Say yes', 'Ask', 'Thank']);
  await call(router.deals.add, { title: 'Once more', stageId: ask?.id }, as());
  await assert.rejects(call(router.pipelines.removeStage, { id: ask?.id ?? '' }, as()), code('pipeline.in-use'));
  await assert.rejects(call(router.pipelines.remove, { id: pipeline?.id ?? '' }, as()), code('pipeline.in-use'));
  await call(router.pipelines.removeStage, { id: agree?.id ?? '' }, as());
  assert.deepEqual(await stages(), ['Ask', 'Thank']);
});

test('somebody whom another met in private is in no deal that others see, and in none of their lists', async () => {
  const ben = await world.member('Ben Adler');
  const hidden = await world.person('Sam Secret', { email: null });
  await sql`update people set private_to = ${ben.id} where workspace_id = ${world.workspace.id} and id = ${hidden.id}`.execute(world.db);
  await assert.rejects(call(router.deals.add, { title: 'Quiet', personIds: [hidden.id] }, as(ben)), code('deal.in-private'));
  await assert.rejects(call(router.deals.add, { title: 'Quiet', personIds: [hidden.id] }, as()), code('missing.person'));
  const { id } = await call(router.deals.add, { title: 'Came by an import' }, as(ben));
  await sql`insert into deal_people (workspace_id, id, deal_id, person_id, created_at) values (${world.workspace.id}, ${uuidv7()}, ${id}, ${hidden.id}, now())`.execute(
    world.db,
  );
  assert.deepEqual((await call(router.deals.open, { id }, as())).people, []);
  assert.equal((await call(router.deals.open, { id }, as(ben))).people[0]?.name, 'Sam Secret');
});

test('beside Deals stands how many are open, whoever looks after them', async () => {
  const open = async () => (await call(router.session.read, undefined, as())).counts.deals;
  const before = await open();
  const { id } = await call(router.deals.add, { title: 'Counted', ownerId: null }, as());
  assert.equal(await open(), before + 1);
  await call(router.deals.end, { id, how: 'won' }, as());
  assert.equal(await open(), before);
  await call(router.deals.reopen, { id }, as());
  await call(router.deals.remove, { id }, as());
  assert.equal(await open(), before);
});

test('amounts are in the currency of the workspace where nobody says another', async () => {
  await call(router.workspaces.change, { currency: 'GBP' }, as());
  assert.equal((await call(router.session.read, undefined, as())).workspace?.currency, 'GBP');
  assert.equal((await call(router.deals.add, { title: 'In pounds', amount: '12' }, as())).currency, 'GBP');
  assert.equal((await call(router.deals.add, { title: 'In francs', amount: '12', currency: 'CHF' }, as())).currency, 'CHF');
  assert.equal((await call(router.deals.add, { title: 'Nobody said' }, as())).currency, null);
});
