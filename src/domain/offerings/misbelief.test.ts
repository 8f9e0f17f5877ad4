import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { asking } from '#test/asking.ts';
import { handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { understandConversation } from '../conversations/understand.ts';
import { lookAgainWhenOlder } from './look-again-newer.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const TALK = `Maya Okafor: What would stop you from signing?
Ines Carvalho: As far as I know you only come during office hours, so at night nobody would help us.
Maya Okafor: Actually we come at night too, within four hours.
Ines Carvalho: Good, that helps.
`;
let world: World;
let maya: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
});
after(() => world.close());

const as = () => ({ context: asking(world, maya, NOW) });

async function beliefs(id: string): Promise<{ kind: string; claim: string | null; quote: string }[]> {
  const { rows } = await sql<{
    kind: string;
    claim: string | null;
    quote: string;
  }>`select kind, fields->>'claim' as claim, quote from findings
    where workspace_id = ${world.workspace.id} and conversation_id = ${id} and kind like 'belief.%' order by from_char`.execute(world.db);
  return rows;
}

test('what they have wrong about us is held against what we say we do, also when we say it only afterwards', async () => {
  const scope = world.scope(maya);
  const { conversations } = await handIn(scope, TALK, { name: 'talk.txt' });
  const id = conversations[0]?.id ?? '';
  await understandWaiting(scope);
  const { id: offering } = await call(router.offerings.offer, { name: 'Harbourline' }, as());
  const visit = await call(router.offerings.claim, { id: offering, statement: 'A visit within four hours, at night too' }, as());
  await call(router.offerings.claim, { id: offering, statement: 'The app keeps working without a signal' }, as());
  await understandConversation(scope, id);
  const [belief] = await beliefs(id);
  assert.ok(belief, 'the belief is found');
  assert.match(belief.quote, /office hours/);
  assert.equal(belief.kind, 'belief.false');
  assert.equal(belief.claim, visit.id);
  await call(router.offerings.withdraw, { id: visit.id }, as());
  await understandConversation(scope, id);
  assert.ok(
    (await beliefs(id)).every(({ claim }) => claim !== visit.id),
    'nothing is held against what we no longer say',
  );
});

test('after an upgrade what an older engine understood is looked at again, once, and nothing when all is new', async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(world.db);
  assert.equal(await lookAgainWhenOlder(world.db, NOW), 0);
  await sql`update conversations set engine_version = 'rules-2' where workspace_id = ${world.workspace.id}`.execute(world.db);
  assert.equal(await lookAgainWhenOlder(world.db, NOW), 1);
  assert.equal(await lookAgainWhenOlder(world.db, NOW), 1);
  const { rows } = await sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs`.execute(world.db);
  assert.deepEqual(rows, [{ task: 'look-again' }]);
});
