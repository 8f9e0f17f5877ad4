import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { ledgerOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { heldClaims } from './held.ts';

let world: World;
let maya: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor');
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const list = async (away = false) => (await call(router.offerings.list, { away }, as())).offerings;
const held = async () => (await heldClaims(world.scope(maya))).map(({ offering, statement }) => `${offering}: ${statement}`);
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

test('an offering is written down, changed in part, put away and brought back, and the trail says so without its words', async () => {
  const made = await call(router.offerings.offer, { name: ' Harbourline ', emotionalNeed: 'To sleep' }, as());
  assert.deepEqual(
    { ...made, id: '' },
    {
      ...{ id: '', name: 'Harbourline', kind: 'ours', forWhom: '', notForWhom: '' },
      ...{ emotionalNeed: 'To sleep', putAwayAt: null, claims: [] },
    },
  );
  const changed = await call(router.offerings.change, { id: made.id, forWhom: 'Kitchens', notForWhom: 'Dry goods' }, as());
  assert.deepEqual(
    [changed.name, changed.forWhom, changed.notForWhom, changed.emotionalNeed],
    ['Harbourline', 'Kitchens', 'Dry goods', 'To sleep'],
  );
  assert.equal((await call(router.offerings.change, { id: made.id, forWhom: '' }, as())).forWhom, '');
  await call(router.offerings.putAway, { id: made.id }, as());
  assert.deepEqual(await list(), []);
  const away = (await list(true))[0]?.putAwayAt;
  assert.ok(away);
  await call(router.offerings.putAway, { id: made.id }, as());
  assert.equal((await list(true))[0]?.putAwayAt, away, 'twice is once');
  await call(router.offerings.bringBack, { id: made.id }, as());
  assert.deepEqual(
    (await list()).map(({ name, putAwayAt }) => [name, putAwayAt]),
    [['Harbourline', null]],
  );
  assert.deepEqual(await trailOf(world, made.id), [
    'offering.offered',
    'offering.changed',
    'offering.changed',
    'offering.put-away',
    'offering.brought-back',
  ]);
  const [event] = await world.db.selectFrom('auditEvents').select('detail').where('action', '=', 'offering.changed').execute();
  assert.deepEqual(event?.detail, { fields: ['forWhom', 'notForWhom'] });
});

test('ours stand first, then a partner’s, then another’s, each with its claims in the order they were made', async () => {
  const other = await call(router.offerings.offer, { name: 'Bigfleet', kind: 'other' }, as());
  await call(router.offerings.offer, { name: 'Coldbox', kind: 'partner' }, as());
  const ours = await call(router.offerings.offer, { name: 'Night desk' }, as());
  for (const statement of ['Somebody answers within a minute', 'Every night of the year'])
    await call(router.offerings.claim, { id: ours.id, statement }, as());
  await call(router.offerings.claim, { id: other.id, statement: 'Four hundred vans in one screen' }, as());
  const all = await list();
  assert.deepEqual(
    all.map(({ name }) => name),
    ['Harbourline', 'Night desk', 'Coldbox', 'Bigfleet'],
  );
  assert.deepEqual(
    all[1]?.claims.map(({ statement }) => statement),
    ['Somebody answers within a minute', 'Every night of the year'],
  );
});

test('held against is what we say of what is ours: not a partner’s, nothing withdrawn, nothing of what was put away', async () => {
  assert.deepEqual(await held(), ['Night desk: Somebody answers within a minute', 'Night desk: Every night of the year']);
  const desk = (await list()).find(({ name }) => name === 'Night desk');
  const [first, second] = desk?.claims ?? [];
  assert.ok(desk && first && second);
  const away = await call(router.offerings.withdraw, { id: first.id }, as());
  assert.ok(away.withdrawnAt);
  assert.deepEqual(await held(), ['Night desk: Every night of the year']);
  assert.equal((await list()).find(({ id }) => id === desk.id)?.claims.length, 1);
  assert.equal((await list(true)).find(({ id }) => id === desk.id)?.claims.length, 2);
  await call(router.offerings.standBy, { id: first.id }, as());
  await call(router.offerings.change, { id: desk.id, kind: 'partner' }, as());
  assert.deepEqual(await held(), []);
  await call(router.offerings.change, { id: desk.id, kind: 'ours' }, as());
  await call(router.offerings.putAway, { id: desk.id }, as());
  assert.deepEqual(await held(), []);
  await call(router.offerings.bringBack, { id: desk.id }, as());
  assert.equal((await held()).length, 2);
  assert.deepEqual(await trailOf(world, first.id), ['claim.made', 'claim.withdrawn', 'claim.stood-by']);
});

test('a claim is worded anew, and how we know is added, without the other being lost', async () => {
  const claim = (await list()).find(({ name }) => name === 'Night desk')?.claims[0];
  assert.ok(claim);
  const proven = await call(router.offerings.reword, { id: claim.id, proof: 'Median of 2,100 calls: 38 seconds' }, as());
  assert.deepEqual([proven.statement, proven.proof], [claim.statement, 'Median of 2,100 calls: 38 seconds']);
  const reworded = await call(router.offerings.reword, { id: claim.id, statement: 'Somebody picks up within a minute' }, as());
  assert.deepEqual([reworded.id, reworded.proof], [claim.id, proven.proof]);
  assert.ok((await held()).includes('Night desk: Somebody picks up within a minute'));
});

test('nothing is claimed of what is not offered, and what says nothing is refused and changes nothing', async () => {
  const [first] = await list();
  assert.ok(first);
  await call(router.offerings.putAway, { id: first.id }, as());
  const never = '01900000-0000-7000-8000-000000000000';
  const before = await ledgerOf(world.db, world.workspace.id);
  await assert.rejects(call(router.offerings.claim, { id: first.id, statement: 'Still said' }, as()), refused('missing.offering'));
  await assert.rejects(call(router.offerings.claim, { id: never, statement: 'Said of nothing' }, as()), refused('missing.offering'));
  await assert.rejects(call(router.offerings.reword, { id: never, statement: 'x' }, as()), refused('missing.claim'));
  await assert.rejects(call(router.offerings.reword, { id: never }, as()), refused('input.nothing'));
  await assert.rejects(call(router.offerings.change, { id: first.id }, as()), refused('input.nothing'));
  const shut = (problem: unknown) => (problem as { code?: string }).code === 'BAD_REQUEST';
  await assert.rejects(call(router.offerings.offer, { name: '  ' }, as()), shut);
  await assert.rejects(call(router.offerings.claim, { id: first.id, statement: '' }, as()), shut);
  await assert.rejects(call(router.offerings.claim, { id: first.id, statement: 'x'.repeat(501) }, as()), shut);
  assert.deepEqual(await ledgerOf(world.db, world.workspace.id), before);
});

test('a guest reads what is offered and writes none of it', async () => {
  const guest = await world.member('Guido', 'guest');
  assert.ok((await call(router.offerings.list, {}, as(guest))).offerings.length > 0);
  await assert.rejects(call(router.offerings.offer, { name: 'Mine' }, as(guest)), refused('may.not-allowed'));
});
