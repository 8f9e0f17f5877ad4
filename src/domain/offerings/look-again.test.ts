import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { tasks } from '#jobs/tasks.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

const NOW = '2026-11-20T10:00:00.000Z';
let world: World;
let maya: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
});
after(() => world.close());
beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(world.db));

interface Job {
  task: string;
  key: string;
  runAt: string;
  priority: number;
  workspaceId: string;
  conversationId: string | null;
}

async function jobs(): Promise<Job[]> {
  const { rows } = await sql<Job>`select j.task_identifier as task, j.key, j.run_at, j.priority, p.payload->>'workspaceId' as workspace_id,
      p.payload->>'conversationId' as conversation_id
    from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id order by j.id`.execute(world.db);
  return rows;
}

const as = (now = NOW) => ({ context: asking(world, maya, now) });

test('however often claims change, it is looked at again once, when it has been quiet for ten seconds', async () => {
  const { id } = await call(router.offerings.offer, { name: 'Harbourline' }, as());
  assert.deepEqual(await jobs(), [], 'nothing is said of it yet');
  const first = await call(router.offerings.claim, { id, statement: 'A visit within four hours, at night too' }, as());
  await call(router.offerings.claim, { id, statement: 'It works without a signal' }, as('2026-11-20T10:00:04.000Z'));
  await call(router.offerings.withdraw, { id: first.id }, as('2026-11-20T10:00:07.000Z'));
  const [job, ...more] = await jobs();
  assert.deepEqual(more, []);
  assert.deepEqual([job?.task, job?.workspaceId], ['look-again', world.workspace.id]);
  assert.equal(Date.parse(job?.runAt ?? ''), Date.parse('2026-11-20T10:00:17.000Z'));
});

test('what changes nothing of what is held against wakes nobody; what does, does', async () => {
  const [harbourline] = (await call(router.offerings.list, {}, as())).offerings;
  const partner = await call(router.offerings.offer, { name: 'Coldbox', kind: 'partner' }, as());
  const theirs = await call(router.offerings.claim, { id: partner.id, statement: 'Boxes that stay cold for a day' }, as());
  assert.ok(harbourline?.claims[0]);
  const claim = harbourline.claims[0];
  const { id } = harbourline;
  await call(router.offerings.reword, { id: theirs.id, statement: 'Boxes that stay cold for two days' }, as());
  await call(router.offerings.reword, { id: claim.id, proof: 'Tried in the tunnel at Saltmouth' }, as());
  await call(router.offerings.change, { id, forWhom: 'Kitchens' }, as());
  await call(router.offerings.reword, { id: claim.id, statement: claim.statement }, as());
  await call(router.offerings.standBy, { id: claim.id }, as());
  assert.deepEqual(await jobs(), []);
  const deeds = [
    () => call(router.offerings.reword, { id: claim.id, statement: 'It works in tunnels too' }, as()),
    () => call(router.offerings.change, { id: partner.id, kind: 'ours' }, as()),
    () => call(router.offerings.change, { id, name: 'Harbour line' }, as()),
    () => call(router.offerings.putAway, { id }, as()),
    () => call(router.offerings.bringBack, { id }, as()),
  ];
  for (const [i, deed] of deeds.entries()) {
    await deed();
    assert.equal((await jobs()).length, 1, `deed ${i}`);
    await sql`delete from graphile_worker._private_jobs`.execute(world.db);
  }
});

test('what was said in the last 90 days is understood again, the newest first and after what is new; nobody else’s, nothing older', async () => {
  const scope = world.scope(maya);
  const days = async (n: number) => {
    const text = `${FIRST_CALL}\n7\n00:00:43.000 --> 00:00:44.000\nMaya Okafor: ${n} days ago.\n`;
    const lastModified = new Date(Date.now() - n * 86_400_000).toISOString();
    return (await handIn(scope, text, { lastModified })).conversations[0]?.id ?? '';
  };
  const [old, week, month, gone] = [await days(95), await days(7), await days(30), await days(3)];
  await understandWaiting(scope);
  const waits = await days(1);
  await call(router.conversations.remove, { id: gone }, as());
  await call(router.conversations.log, { who: ['Ines'], kind: 'call', happenedAt: new Date().toISOString(), lines: 'x' }, as());
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const theirs = world.scope(await world.member('Sven', 'owner', { in: elsewhere.id }));
  await handIn(theirs, FIRST_CALL);
  await understandWaiting(theirs);
  await sql`delete from graphile_worker._private_jobs`.execute(world.db);
  await tasks['look-again']?.(world.db, { workspaceId: world.workspace.id });
  const queued = await jobs();
  assert.deepEqual(
    queued.map(({ conversationId }) => conversationId),
    [week, month],
  );
  assert.ok(old && waits && queued.every(({ task, priority }) => task === 'understand-conversation' && priority === 10));
  await tasks['look-again']?.(world.db, { workspaceId: world.workspace.id });
  assert.equal((await jobs()).length, 2, 'once more is not twice');
});

test('of very many it takes the newest two thousand, page by page', async () => {
  const many = await world.otherWorkspace('Many');
  await sql`insert into conversations (workspace_id, id, kind, title, happened_at, dated_by, duration_ms, time_quality, source, understood_at, created_at, created_by)
    select ${many.id}, gen_random_uuid(), 'call', i::text, now() - make_interval(mins => i / 3), 'source', null, 'none', 'plain', now(), now(), ${maya.id}
    from generate_series(1, 2050) i`.execute(world.db);
  await tasks['look-again']?.(world.db, { workspaceId: many.id });
  const { rows } = await sql<{ n: number; oldest: number }>`select count(*)::int as n, max(c.title::int) as oldest
    from graphile_worker._private_jobs p join conversations c on c.id = (p.payload->>'conversationId')::uuid`.execute(world.db);
  assert.equal(rows[0]?.n, 2000);
  assert.ok((rows[0]?.oldest ?? 0) <= 2002, 'three share a minute');
});

test('a payload that is none is refused at the door, and a workspace that is gone is no trouble', async () => {
  assert.throws(() => tasks['look-again']?.(world.db, { workspaceId: 'x' }));
  await tasks['look-again']?.(world.db, { workspaceId: '01900000-0000-7000-8000-000000000000' });
  assert.deepEqual(await jobs(), []);
});
