import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { newWorld, type World } from '#test/world.ts';
import { changeWorkspace } from './change.ts';
import { createWorkspace, openSample } from './create.ts';
import { removeSample, tenantTables } from './remove.ts';

let world: World;
const now = '2026-11-23T09:00:00Z';
const BRIGHT = {
  name: 'Brightwater',
  whatWeDo: 'Boats',
  mission: 'So that rivers stay open',
  personKinds: ['customer' as const],
  locale: 'nl' as const,
  zone: 'Europe/Amsterdam',
};

before(async () => {
  world = await newWorld();
});
after(() => world.close());

async function visitor(name: string) {
  const account = { id: uuidv7(), name, email: `${name.toLowerCase()}@example.org` };
  await world.db
    .insertInto('accounts')
    .values({ ...account, emailVerified: true, createdAt: now, updatedAt: now })
    .execute();
  return { db: world.db, account, now };
}

const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

const rowsIn = async (workspaceId: string) => {
  let rows = 0;
  for (const table of await tenantTables(world.db)) {
    const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(
      world.db,
    );
    rows += found.rows[0]?.n ?? 0;
  }
  return rows;
};

test('the first account makes the first workspace and owns it; a stranger after that does not', async () => {
  const maya = await visitor('Maya');
  const { workspaceId } = await createWorkspace(maya, BRIGHT);
  const workspace = await world.db.selectFrom('workspaces').selectAll().where('id', '=', workspaceId).executeTakeFirstOrThrow();
  assert.equal(workspace.mission, BRIGHT.mission);
  assert.equal(workspace.isSample, false);
  const member = await world.db.selectFrom('members').selectAll().where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow();
  assert.equal(member.role, 'owner');
  assert.equal(member.accountId, maya.account.id);
  await assert.rejects(createWorkspace(await visitor('Stranger'), BRIGHT), refused('may.own-first'));
  assert.ok((await createWorkspace(maya, { ...BRIGHT, name: 'Second' })).workspaceId);
});

test('what a workspace says of itself can be changed, and the trail tells which fields, not their values', async () => {
  const owner = await world.member('Olga', 'owner');
  await changeWorkspace(world.scope(owner, now), { mission: 'So that nobody rows alone' });
  const row = await world.db
    .selectFrom('workspaces')
    .select(['mission', 'name'])
    .where('id', '=', owner.workspaceId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { mission: 'So that nobody rows alone', name: 'Brightwater' });
  const event = await world.db.selectFrom('auditEvents').selectAll().where('action', '=', 'workspace.changed').executeTakeFirstOrThrow();
  assert.deepEqual(event.detail, { fields: ['mission'] });
  await assert.rejects(changeWorkspace(world.scope(owner, now), {}), refused('input.nothing'));
});

test('the sample is made once an account, is whole, and goes without a trace in one step', { timeout: 60_000 }, async () => {
  const owner = await world.member('Petra', 'owner');
  const petra = { db: world.db, account: { id: owner.accountId, name: 'Petra', email: owner.email }, now };
  const { workspaceId } = await openSample(petra, 'en', 'Europe/Amsterdam');
  assert.equal((await openSample(petra, 'en', 'Europe/Amsterdam')).workspaceId, workspaceId);
  assert.ok((await rowsIn(workspaceId)) > 500);
  const member = await world.db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('accountId', '=', owner.accountId)
    .executeTakeFirstOrThrow();
  const kept = await rowsIn(owner.workspaceId);
  await removeSample({ db: world.db, workspaceId, now, member: { ...member, role: 'owner' } });
  assert.equal(await rowsIn(workspaceId), 0);
  // Its own trail went with it; the deed stands where Petra goes on.
  assert.equal(await rowsIn(owner.workspaceId), kept + 1);
});

test('a real workspace is not removed by a click', async () => {
  const owner = await world.member('Quinn', 'owner');
  await assert.rejects(removeSample(world.scope(owner, now)), refused('may.sample-only'));
});

test('tables are ordered so that what points is emptied before what it points at', async () => {
  const order = await tenantTables(world.db);
  const before = (one: string, other: string) => assert.ok(order.indexOf(one) < order.indexOf(other), `${one} before ${other}`);
  before('turns', 'conversations');
  before('conversations', 'files');
  before('promises', 'members');
  before('evidence', 'findings');
  assert.ok(order.includes('workspaces') && !order.includes('accounts'));
});
