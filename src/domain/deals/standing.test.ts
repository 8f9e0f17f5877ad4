import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
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
const add = (title: string, more: object = {}) => call(router.deals.add, { title, ...more }, as());

async function pipelineOf(name: string, stages: string[]): Promise<{ id: string; stages: { id: string; name: string }[] }> {
  const { pipelines } = await call(router.pipelines.add, { name, stages }, as());
  const made = pipelines.find((one) => one.name === name);
  assert.ok(made);
  return made;
}

/** Open deals that stand where nobody sees them: there must be none. */
async function lost(): Promise<string[]> {
  const { rows } = await sql<{
    title: string;
  }>`select d.title from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
    join pipelines l on l.workspace_id = s.workspace_id and l.id = s.pipeline_id
    where d.removed_at is null and (s.removed_at is not null or l.removed_at is not null)`.execute(world.db);
  return rows.map(({ title }) => title);
}

test('two who write down the first deal at once make one pipeline', async () => {
  await Promise.all([add('One'), add('Two'), add('Three')]);
  const { pipelines } = await call(router.pipelines.list, undefined, as());
  assert.equal(pipelines.length, 1);
  assert.equal(pipelines[0]?.stages[0]?.deals, 3);
});

test('where a stage and its pipeline went, no deal is put, moved or found waiting', async () => {
  const gone = await pipelineOf('Fairs', ['Met', 'Asked']);
  const { id } = await add('Wander');
  await call(router.pipelines.remove, { id: gone.id }, as());
  const stageId = gone.stages[0]?.id ?? '';
  await assert.rejects(add('Too late', { stageId }), code('missing.stage'));
  await assert.rejects(call(router.deals.change, { id, stageId }, as()), code('missing.stage'));
  await assert.rejects(call(router.pipelines.addStage, { id: gone.id, name: 'More' }, as()), code('missing.pipeline'));
  const board = await call(router.deals.board, { pipelineId: gone.id }, as());
  assert.equal(board.pipeline, null);
  await call(router.pipelines.bringBack, { id: gone.id }, as());
  assert.equal((await call(router.deals.change, { id, stageId }, as())).pipeline.name, 'Fairs');
});

test('whoever puts a deal into a stage while another puts the stage away: one of the two is told', async () => {
  for (let round = 0; round < 6; round++) {
    const pipeline = await pipelineOf(`Round ${round}`, ['Only']);
    const stageId = pipeline.stages[0]?.id ?? '';
    const away =
      round % 2 ? call(router.pipelines.remove, { id: pipeline.id }, as()) : call(router.pipelines.removeStage, { id: stageId }, as());
    const [put, gone] = await Promise.allSettled([add(`Late ${round}`, { stageId }), away]);
    assert.notEqual(put.status, gone.status, `round ${round}`);
    assert.ok(put.status === 'fulfilled' || code('missing.stage')(put.reason));
    assert.ok(gone.status === 'fulfilled' || code('pipeline.in-use')(gone.reason));
  }
  assert.deepEqual(await lost(), []);
});

test('a deal that comes back when its stage has gone stands in the first one, and one whose stage stayed where it stood', async () => {
  const pipeline = await pipelineOf('Repairs', ['See', 'Mend']);
  const [see, mend] = pipeline.stages;
  const { id } = await add('A cold room', { stageId: mend?.id });
  const kept = await add('A warm room', { stageId: see?.id });
  for (const one of [id, kept.id]) await call(router.deals.remove, { id: one }, as());
  await call(router.pipelines.removeStage, { id: mend?.id ?? '' }, as());
  for (const one of [id, kept.id]) await call(router.deals.bringBack, { id: one }, as());
  assert.equal((await call(router.deals.open, { id: kept.id }, as())).stage.name, 'See');
  assert.equal((await call(router.deals.open, { id }, as())).stage.name, 'Getting to know');
  assert.deepEqual(await lost(), []);
});

test('deals that moved in one moment come page by page, each once, and a cursor of another list is refused', async () => {
  const now = '2026-12-01T10:00:00.000Z';
  for (let n = 0; n < 7; n++) await call(router.deals.add, { title: `Same moment ${n}` }, as(maya, now));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(router.deals.list, { limit: 2, find: 'same moment', ...(cursor && { cursor }) }, as());
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  assert.deepEqual([seen.length, new Set(seen).size], [7, 7]);
  for (const key of ['Ines', 4, '2026-13-01T00:00:00Z'])
    await assert.rejects(
      call(router.deals.list, { cursor: writeCursor({ key, id: ines.id, total: 1 }) }, as()),
      code('list.cursor'),
      String(key),
    );
});

test('what a member looks after stays theirs in name when they leave, and nothing new is given to them', async () => {
  const { id } = await add('Ben’s own', { ownerId: ben.id });
  await sql`update members set left_at = now() where id = ${ben.id}`.execute(world.db);
  assert.equal((await call(router.deals.open, { id }, as())).owner?.name, 'Ben Adler');
  await assert.rejects(add('New', { ownerId: ben.id }), code('missing.member'));
  await assert.rejects(call(router.deals.change, { id, ownerId: ben.id, title: 'Still' }, as()), code('missing.member'));
  assert.equal((await call(router.deals.change, { id, ownerId: null }, as())).owner, null);
  assert.equal((await call(router.deals.open, { id }, as())).title, 'Ben’s own', 'a refused change changed nothing');
  await sql`update members set left_at = null where id = ${ben.id}`.execute(world.db);
});

test('an amount without a currency is in that of the workspace; won after lost is only won', async () => {
  await sql`update workspaces set currency = 'SEK' where id = ${world.workspace.id}`.execute(world.db);
  const deal = await add('Nets', { amount: '12.5' });
  assert.deepEqual([deal.amount, deal.currency], ['12.50', 'SEK']);
  assert.equal((await add('No amount')).currency, null);
  await call(router.deals.end, { id: deal.id, how: 'lost', why: 'Too early' }, as());
  const won = await call(router.deals.end, { id: deal.id, how: 'won' }, as());
  assert.deepEqual([Boolean(won.wonAt), won.lostAt, won.endedWhy], [true, null, '']);
  assert.equal((await call(router.deals.list, { find: 'nets', state: 'lost' }, as())).total, 0);
  assert.equal((await call(router.deals.list, { find: 'nets', state: 'open' }, as())).total, 0);
});

test('what is typed to find a deal has no wildcards, and capitals and marks do not matter', async () => {
  await add('100% Crème');
  const find = async (text: string) => (await call(router.deals.list, { find: text }, as())).rows.map(({ title }) => title);
  assert.deepEqual(await find('CREME'), ['100% Crème']);
  assert.deepEqual(await find('100%'), ['100% Crème']);
  assert.deepEqual(await find('1_0%'), []);
});

test('the same person twice has one part, and with whom it is goes only when they are taken from it', async () => {
  const deal = await add('Twice', { personIds: [ines.id, ines.id] });
  assert.equal(deal.people.length, 1);
  const [one, other] = await Promise.all([
    call(router.deals.putPerson, { id: deal.id, personId: ines.id, part: 'decides' }, as()),
    call(router.deals.putPerson, { id: deal.id, personId: ines.id, part: 'advises' }, as(ben)),
  ]);
  assert.deepEqual([one.people.length, other.people.length], [1, 1]);
  await call(router.deals.takePerson, { id: deal.id, personId: ines.id }, as());
  assert.deepEqual((await call(router.deals.takePerson, { id: deal.id, personId: ines.id }, as())).people, []);
});
