import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openConversation } from '#domain/conversations/open.ts';
import { listPairs } from '#domain/duplicates/list.ts';
import { lookLater } from '#domain/duplicates/look.ts';
import { wholly } from '#domain/scope.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World } from '#test/world.ts';
import { tasks } from './tasks.ts';

let world: World;

before(async () => {
  world = await newWorld();
});
after(() => world.close());

test('what was enqueued with a file is what the task of that name understands, once or more often', async () => {
  const scope = world.scope(await world.member('Maya Okafor'));
  const received = await handIn(scope, FIRST_CALL);
  const { rows } = await sql<{ taskIdentifier: string; payload: unknown }>`select j.task_identifier, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id`.execute(world.db);
  assert.equal(rows.length, 1);
  const [job] = rows;
  const task = tasks[job?.taskIdentifier ?? ''];
  assert.ok(task);
  await task(world.db, job?.payload);
  const once = await openConversation(scope, received.conversations[0]?.id ?? '');
  assert.ok(once.understoodAt);
  assert.ok(once.findings.length > 0);
  await task(world.db, job?.payload);
  assert.deepEqual((await openConversation(scope, once.id)).findings, once.findings);
});

test('a payload that is none is refused at the door, and a conversation that is gone is no trouble', async () => {
  const understand = tasks['understand-conversation'];
  assert.ok(understand);
  assert.throws(() => understand(world.db, { conversationId: 'x' }));
  await understand(world.db, { workspaceId: world.workspace.id, conversationId: world.workspace.id });
});

test('what came in is looked over for people who stand here twice, once however often it was asked', async () => {
  const scope = world.scope(await world.member('Priya'));
  for (const name of ['Tom Baker', 'Thomas Baker']) await world.person(name, { email: null });
  await wholly(scope, lookLater);
  await wholly(scope, lookLater);
  const { rows } = await sql<{
    payload: unknown;
  }>`select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = 'find-duplicates'`.execute(world.db);
  assert.equal(rows.length, 1);
  await tasks['find-duplicates']?.(world.db, rows[0]?.payload);
  const page = await listPairs(scope, { limit: 50 });
  assert.deepEqual([page.total, page.look?.doneAt !== null], [1, true]);
});
