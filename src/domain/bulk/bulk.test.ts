import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { tasks } from '#jobs/tasks.ts';
import { BULK_AT_ONCE, type BulkChange } from '#model/bulk.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { goOn } from './go-on.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
const ids: string[] = [];
let vans = '';
let through = '';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
  for (let n = 0; n < 6; n++) ids.push((await world.person(`Person ${n}`)).id);
  vans = (await call(router.ownFields.add, { about: 'person', label: 'Vans', kind: 'number' }, as())).id;
  through = (await call(router.ownFields.add, { about: 'person', label: 'Through', kind: 'person' }, as())).id;
  await call(router.tags.put, { about: 'person', id: ids[0] ?? '', name: 'Cold' }, as());
  await call(router.ownFields.fill, { fieldId: vans, id: ids[1] ?? '', value: '7' }, as());
  await sql`update people set owner_id = ${tom.id}, closeness = 2, kinds = '{investor,customer,friend}',
    do_not_contact_at = '2026-01-01T00:00:00.123Z', do_not_contact_by = ${tom.id}, do_not_contact_why = 'asked' where id = ${ids[2]}`.execute(
    world.db,
  );
});
after(() => world.close());
beforeEach(() => {
  assert.equal(ids.length, 6);
});

const as = (member = maya) => ({ context: asking(world, member) });
const change = (what: BulkChange, of: object = { ids }, member = maya) => call(router.bulk.change, { ...of, change: what }, as(member));
const undo = (id: string, member = maya) => call(router.bulk.undo, { id }, as(member));
const contents = () => contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes', 'tags']);
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const tagId = async (name: string) => (await call(router.tags.list, undefined, as())).tags.find((tag) => tag.name === name)?.id ?? '';

test('every change that can be made to many is made, told as one, and taken back to what was there row by row', async () => {
  const all: [BulkChange, number][] = [
    [{ what: 'tag', name: 'cold' }, 5],
    [{ what: 'untag', tagId: await tagId('Cold') }, 1],
    [{ what: 'kind', kind: 'friend' }, 5],
    [{ what: 'kind', kind: 'customer', take: true }, 6],
    [{ what: 'owner', memberId: tom.id }, 5],
    [{ what: 'owner', memberId: null }, 1],
    [{ what: 'closeness', closeness: 2 }, 5],
    [{ what: 'closeness', closeness: null }, 1],
    [{ what: 'field', fieldId: vans, value: '7,0' }, 5],
    [{ what: 'field', fieldId: vans, value: '8' }, 6],
    [{ what: 'field', fieldId: vans, value: null }, 1],
    [{ what: 'field', fieldId: through, value: ids[5] ?? '' }, 6],
    [{ what: 'contact', may: false }, 5],
    [{ what: 'contact', may: true }, 1],
  ];
  const before = await contents();
  for (const [what, n] of all) {
    const made = await change(what);
    assert.deepEqual([made.changed, made.waiting], [n, 0], JSON.stringify(what));
    assert.notDeepEqual(await contents(), before, `${what.what} changed nothing`);
    assert.deepEqual(await trailOf(world, made.id), ['many.changed']);
    await undo(made.id);
    assert.deepEqual(await contents(), before, `${what.what} did not come back`);
    await undo(made.id);
    assert.deepEqual(await trailOf(world, made.id), ['many.changed', 'many.undone'], 'twice is once');
  }
});

test('taken back one on the other, the last first, everything is as it was', async () => {
  const before = await contents();
  const made: string[] = [];
  for (const what of [
    { what: 'tag', name: 'New' },
    { what: 'kind', kind: 'partner' },
    { what: 'kind', kind: 'customer', take: true },
    { what: 'field', fieldId: vans, value: '3' },
    { what: 'field', fieldId: vans, value: null },
    { what: 'contact', may: false },
    { what: 'contact', may: true },
  ] as BulkChange[])
    made.push((await change(what)).id);
  for (const id of made.reverse()) await undo(id);
  assert.deepEqual(await contents(), before);
});

test('what others changed since stays', async () => {
  const [one = '', two = '', three = ''] = ids.slice(3);
  const owner = await change({ what: 'owner', memberId: maya.id }, { ids: [one, two] });
  const filled = await change({ what: 'field', fieldId: vans, value: '5' }, { ids: [one, two] });
  const tagged = await change({ what: 'tag', name: 'Later' }, { ids: [one, two] });
  const kind = await change({ what: 'kind', kind: 'partner' }, { ids: [one, two] });
  await change({ what: 'owner', memberId: tom.id }, { ids: [one] }, tom);
  await call(router.ownFields.fill, { fieldId: vans, id: one, value: '6' }, as(tom));
  await call(router.tags.take, { about: 'person', id: one, tagId: await tagId('Later') }, as(tom));
  await call(router.tags.put, { about: 'person', id: one, name: 'Later' }, as(tom));
  await call(router.people.change, { id: one, kinds: ['boss', 'partner'] }, as(tom));
  for (const { id } of [kind, tagged, filled, owner]) await undo(id);
  const read = async (id: string) => {
    const { rows } = await sql<{
      owner: string | null;
      kinds: string[];
      vans: string | null;
      tags: number;
    }>`select owner_id as owner, kinds,
      (select number_value::text from custom_values v where v.person_id = p.id and v.field_id = ${vans}) as vans,
      (select count(*)::int from taggings g where g.person_id = p.id) as tags from people p where id = ${id}`.execute(world.db);
    return rows[0];
  };
  assert.deepEqual(await read(one), { owner: tom.id, kinds: ['boss'], vans: '6', tags: 1 });
  assert.deepEqual(await read(two), { owner: null, kinds: ['customer'], vans: null, tags: 0 });
  assert.equal((await read(three))?.tags, 0);
});

test('all whom a sentence fits, but for those left out by hand', async () => {
  const made = await change({ what: 'tag', name: 'Fits' }, { fits: { find: 'person', kinds: ['customer'] }, but: [ids[0]] });
  const tagged = await call(router.people.list, { tags: [await tagId('Fits')] }, as());
  assert.equal(tagged.total, made.changed);
  assert.ok(tagged.total > 2 && !tagged.rows.some(({ id }) => id === ids[0]));
  await assert.rejects(change({ what: 'tag', name: 'x' }, { fits: { find: 'nobody at all' } }), refusedAs('bulk.nobody'));
  await assert.rejects(call(router.bulk.change, { change: { what: 'contact', may: true } }, as()), 'whom must be said');
  await undo(made.id);
});

test('what is refused of one is refused of many, and leaves nothing', async () => {
  const before = await contentsOf(world.db, world.workspace.id);
  await assert.rejects(change({ what: 'field', fieldId: vans, value: 'many' }), refusedAs('field.number'));
  await assert.rejects(change({ what: 'owner', memberId: ids[0] ?? '' }), refusedAs('missing.member'));
  await assert.rejects(change({ what: 'untag', tagId: ids[0] ?? '' }), refusedAs('missing.tag'));
  const ofDeals = await call(router.ownFields.add, { about: 'deal', label: 'Odds', kind: 'number' }, as());
  await assert.rejects(change({ what: 'field', fieldId: ofDeals.id, value: '1' }), refusedAs('missing.field'));
  await call(router.ownFields.putAway, { id: ofDeals.id }, as());
  const after = await contentsOf(world.db, world.workspace.id);
  assert.deepEqual({ ...after, custom_fields: [] }, { ...before, custom_fields: [] });
});

test('only who made it, or an admin, takes it back, and for seven days', async () => {
  const made = await change({ what: 'tag', name: 'Fits' });
  await assert.rejects(undo(made.id, tom), refusedAs('bulk.not-yours'));
  const toms = await change({ what: 'tag', name: 'Toms' }, { ids }, tom);
  await undo(toms.id);
  await sql`update bulk_changes set changed_at = now() - interval '8 days' where id = ${made.id}`.execute(world.db);
  await assert.rejects(undo(made.id), refusedAs('bulk.too-late'));
  const { changes } = await call(router.bulk.recent, undefined, as());
  assert.ok(!changes.some(({ id }) => id === made.id));
  const told = changes.find(({ id }) => id === toms.id);
  assert.deepEqual([told?.what, told?.name, told?.by.name, told?.changed, told?.undoneAt !== null], ['tag', 'Toms', 'Tom Ashby', 6, true]);
  await sql`update bulk_changes set changed_at = now() - interval '9 days' where id = ${made.id}`.execute(world.db);
  await change({ what: 'tag', name: 'Toms' });
  const { rows } = await sql<{ before: unknown }>`select before from bulk_changes where id = ${made.id}`.execute(world.db);
  assert.deepEqual(rows[0]?.before, [], 'what cannot be taken back is not kept');
});

test('people whom one member alone knows are changed and counted for that member alone', async () => {
  const hidden = (await world.person('Quiet One')).id;
  await sql`update people set private_to = ${tom.id} where id = ${hidden}`.execute(world.db);
  await assert.rejects(change({ what: 'contact', may: false }, { ids: [hidden] }), refusedAs('bulk.nobody'));
  const alone = await change({ what: 'tag', name: 'Hush' }, { ids: [hidden] }, tom);
  const both = await change({ what: 'tag', name: 'Hush too' }, { ids: [hidden, ids[0]] }, tom);
  const seen = async (member: WorldMember) =>
    (await call(router.bulk.recent, undefined, as(member))).changes
      .filter(({ id }) => id === alone.id || id === both.id)
      .map(({ name, changed }) => [name, changed]);
  assert.deepEqual(await seen(tom), [
    ['Hush too', 2],
    ['Hush', 1],
  ]);
  assert.deepEqual(await seen(maya), [['Hush too', 1]]);
});

test('thousands go on by themselves, part by part; a crash goes on where it was, and taking back stops what waits', async () => {
  const w = world.workspace.id;
  await sql`insert into people (workspace_id, id, name, kinds, created_at)
    select ${w}, gen_random_uuid(), 'Many ' || n, '{student}', now() from generate_series(1, ${BULK_AT_ONCE + 1001}::int) n`.execute(
    world.db,
  );
  const many = { fits: { kinds: ['student'] as const } };
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from people where closeness = 4`.execute(world.db)).rows[0]?.n;
  const place = { db: world.db, workspaceId: w, now: new Date().toISOString() };
  const made = await change({ what: 'closeness', closeness: 4 }, many);
  assert.deepEqual([made.changed, made.waiting, await count()], [0, BULK_AT_ONCE + 1001, 0]);
  const jobs = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'change-many'`.execute(
    world.db,
  );
  assert.equal(jobs.rows[0]?.n, 1);
  assert.deepEqual(await goOn(place, made.id, 2000), { changed: 2000, waiting: BULK_AT_ONCE - 999 });
  assert.equal((await call(router.bulk.recent, undefined, as())).changes[0]?.waiting, BULK_AT_ONCE - 999);
  await tasks['change-many']?.(world.db, { workspaceId: w, changeId: made.id });
  assert.equal(await count(), BULK_AT_ONCE + 1001);
  await undo(made.id);
  assert.equal(await count(), 0);
  const stopped = await change({ what: 'closeness', closeness: 4 }, many);
  await goOn(place, stopped.id, 100);
  await undo(stopped.id);
  await tasks['change-many']?.(world.db, { workspaceId: w, changeId: stopped.id });
  assert.equal(await count(), 0);
});
