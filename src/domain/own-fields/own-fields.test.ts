import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { FieldKind } from '#model/own-field.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
let ines: string;
let ruth: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
  ines = (await world.person('Ines Carvalho')).id;
  ruth = (await world.person('Ruth Adeyemi')).id;
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const add = (label: string, kind: FieldKind, choices: string[] = []) =>
  call(router.ownFields.add, { about: 'person', label, kind, choices }, as());
const fill = (fieldId: string, value: string | null, id = ines) => call(router.ownFields.fill, { fieldId, id, value }, as());
const filledIn = async (fieldId: string, member = maya) =>
  (await call(router.ownFields.of, { about: 'person', id: ines }, as(member))).fields.find(({ id }) => id === fieldId)?.value;
const labels = async () => (await call(router.ownFields.list, { about: 'person' }, as())).fields.map(({ label }) => label);
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

test('each kind takes what it means, keeps it, and says no to the rest', async () => {
  const told: [FieldKind, string, string, string | null, string][] = [
    ['text', '  By bike  ', 'By bike', null, ''],
    ['number', '1 204,50', '1204.5', 'many', 'field.number'],
    ['date', '2024-02-29', '2024-02-29', '2023-02-29', 'field.date'],
    ['choice', 'GOLD', 'Gold', 'Bronze', 'field.choice'],
  ];
  for (const [kind, typed, kept, wrong, code] of told) {
    const field = await add(`A ${kind}`, kind, ['Gold', 'gold', ' ', 'Silver']);
    if (kind === 'choice') assert.deepEqual(field.choices, ['Gold', 'Silver']);
    assert.equal(await filledIn(field.id), null);
    await fill(field.id, typed);
    assert.equal(await filledIn(field.id), kept);
    if (wrong) await assert.rejects(fill(field.id, wrong), refusedAs(code));
    assert.equal(await filledIn(field.id), kept);
    await fill(field.id, null);
    assert.equal(await filledIn(field.id), null);
  }
  await assert.rejects(fill((await add('Long', 'text')).id, 'x'.repeat(6000)), refusedAs('field.long'));
});

test('somebody is filled in by who they are, and is nobody to whom they are unknown', async () => {
  const field = await add('Introduced by', 'person');
  await fill(field.id, ruth);
  assert.deepEqual(await filledIn(field.id), { id: ruth, name: 'Ruth Adeyemi' });
  await assert.rejects(fill(field.id, 'Ruth'), refusedAs('field.person'));
  await assert.rejects(fill(field.id, '01900000-0000-7000-8000-000000000000'), refusedAs('missing.person'));
  await sql`update people set private_to = ${maya.id} where id = ${ruth}`.execute(world.db);
  assert.deepEqual(await filledIn(field.id), { id: ruth, name: 'Ruth Adeyemi' });
  assert.equal(await filledIn(field.id, tom), null);
  const found = (test: 'any' | 'none', member: WorldMember) =>
    call(router.people.list, { fields: [{ id: field.id, test }] }, as(member)).then(({ rows }) => rows.map(({ name }) => name));
  assert.deepEqual([await found('any', maya), await found('any', tom)], [['Ines Carvalho'], []]);
  assert.deepEqual(await found('none', tom), ['Ines Carvalho']);
});

test('fields keep the order they are put in; names are not given twice', async () => {
  const all = (await call(router.ownFields.list, { about: 'person' }, as())).fields;
  const turned = all.map(({ id }) => id).reverse();
  await call(router.ownFields.order, { about: 'person', ids: turned.slice(0, 2) }, as());
  assert.deepEqual((await labels()).slice(0, 2), [all.at(-1)?.label, all.at(-2)?.label]);
  assert.equal((await labels()).length, all.length);
  await assert.rejects(add('a TEXT', 'number'), refusedAs('conflict.field'));
  await assert.rejects(add('Nothing to choose', 'choice', [' ']), refusedAs('field.choices'));
  // About something else the same name is another field.
  await call(router.ownFields.add, { about: 'organisation', label: 'A text', kind: 'text' }, as());
});

test('a field that is put away is asked no more, and comes back with what was filled in', async () => {
  const field = await add('Shoe size', 'number');
  await fill(field.id, '43');
  await call(router.ownFields.putAway, { id: field.id }, as());
  assert.ok(!(await labels()).includes('Shoe size'));
  assert.equal(await filledIn(field.id), undefined);
  await assert.rejects(fill(field.id, '44'), refusedAs('missing.field'));
  const again = await add('Shoe size', 'number');
  await assert.rejects(call(router.ownFields.bringBack, { id: field.id }, as()), refusedAs('conflict.field'));
  await call(router.ownFields.change, { id: again.id, label: 'Hat size' }, as());
  await call(router.ownFields.bringBack, { id: field.id }, as());
  assert.equal(await filledIn(field.id), '43');
  await assert.rejects(call(router.ownFields.bringBack, { id: field.id }, as()), refusedAs('missing.field'));
});

test('what is filled in stays when a choice is no longer offered, and the trail names the field and never the value', async () => {
  const field = await add('Rank', 'choice', ['First', 'Second']);
  await fill(field.id, 'Second');
  await call(router.ownFields.change, { id: field.id, choices: ['First', 'Third'] }, as());
  assert.equal(await filledIn(field.id), 'Second');
  assert.ok((await trailOf(world, ines)).includes('field.filled'));
  const { rows } = await sql<{ detail: string }>`select detail::text from audit_events where action = 'field.filled'`.execute(world.db);
  assert.ok(rows.every(({ detail }) => !detail.includes('Second')));
});
