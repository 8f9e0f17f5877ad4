import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;
let ines: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby', 'admin');
  ines = (await world.person('Ines Carvalho')).id;
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const add = (label: string, more: object = {}, member = maya) =>
  call(router.ownFields.add, { about: 'person', label, kind: 'text', ...more } as never, as(member));
const fill = (fieldId: string, value: string | null, id = ines, member = maya) =>
  call(router.ownFields.fill, { fieldId, id, value }, as(member));
async function filledWith(fieldId: string, about: 'person' | 'organisation' | 'deal' = 'person', id = ines): Promise<string | null> {
  const value = (await call(router.ownFields.of, { about, id }, as())).fields.find((field) => field.id === fieldId)?.value ?? null;
  return value !== null && typeof value === 'object' ? value.name : value;
}
const labels = async () => (await call(router.ownFields.list, { about: 'person' }, as())).fields.map(({ label }) => label);

async function oneIsTold(asked: Promise<unknown>[], wanted: string): Promise<void> {
  const results = await Promise.allSettled(asked);
  const told = results.filter((one) => one.status === 'rejected');
  assert.equal(told.length, 1);
  assert.ok(
    told.every(({ reason }) => code(wanted)(reason)),
    String(told[0]?.reason),
  );
}

test('one name that two give at once, to new fields, to old ones, or by bringing one back, is given once', async () => {
  await oneIsTold([add('Berth'), add('berth', {}, tom)], 'conflict.field');
  const [one, other] = [await add('Left'), await add('Right')];
  const rename = (id: string, member: WorldMember) => call(router.ownFields.change, { id, label: 'Middle' }, as(member));
  await oneIsTold([rename(one.id, maya), rename(other.id, tom)], 'conflict.field');
  const away = await add('Harbour');
  await call(router.ownFields.putAway, { id: away.id }, as());
  await oneIsTold([call(router.ownFields.bringBack, { id: away.id }, as()), add('Harbour', {}, tom)], 'conflict.field');
  assert.equal((await labels()).filter((label) => label === 'Harbour').length, 1);
});

test('the same name on people and on deals is two fields, and neither is filled in on the other', async () => {
  const ofPeople = await add('Depth');
  const ofDeals = await add('Depth', { about: 'deal' });
  const deal = await call(router.deals.add, { title: 'Nets' }, as());
  await fill(ofDeals.id, 'Six fathoms', deal.id);
  assert.equal(await filledWith(ofDeals.id, 'deal', deal.id), 'Six fathoms');
  await assert.rejects(fill(ofPeople.id, 'x', deal.id), code('missing.person'));
  await assert.rejects(fill(ofDeals.id, 'x', ines), code('missing.deal'));
  await call(router.deals.remove, { id: deal.id }, as());
  await assert.rejects(fill(ofDeals.id, 'x', deal.id), code('missing.deal'));
});

test('filled in by several at once it holds one of their values, in one row', async () => {
  const field = await add('Boat');
  await Promise.all(['Anna', 'Berta', 'Clara'].map((value, n) => fill(field.id, value, ines, n % 2 ? tom : maya)));
  assert.ok(['Anna', 'Berta', 'Clara'].includes(String(await filledWith(field.id))));
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from custom_values where field_id = ${field.id}`.execute(world.db);
  assert.equal(rows[0]?.n, 1);
  await Promise.all([fill(field.id, null), fill(field.id, '  ', ines, tom)]);
  assert.equal(await filledWith(field.id), null);
});

test('numbers and days are kept exactly, however they are written', async () => {
  const number = await add('Number', { kind: 'number' });
  for (const [typed, kept] of [
    ['0', '0'],
    ['-0,5', '-0.5'],
    ['999999999999999.123457', '999999999999999.123457'],
    ['0.10', '0.1'],
  ] as const) {
    await fill(number.id, typed);
    assert.equal(Number(await filledWith(number.id)), Number(kept), typed);
    assert.ok(!/e/i.test(String(await filledWith(number.id))), typed);
  }
  await fill(number.id, '999999999999999.123457');
  assert.equal(await filledWith(number.id), '999999999999999.123457', 'more figures than a float holds');
  for (const wrong of ['1.234.567,89', '1e999', 'NaN', 'Infinity', '1 2 3 x'])
    await assert.rejects(fill(number.id, wrong), code('field.number'), wrong);
  const date = await add('Day', { kind: 'date' });
  for (const wrong of ['2023-02-29', '0000-01-01', '28 Nov']) await assert.rejects(fill(date.id, wrong), code('field.date'), wrong);
  await fill(date.id, '2000-02-29');
  assert.equal(await filledWith(date.id), '2000-02-29');
});

test('who is filled in and becomes one with another is the other; who is erased is nobody', async () => {
  const through = await add('Through', { kind: 'person' });
  const [ruth, rut, last] = [await world.person('Ruth Adeyemi'), await world.person('Rut Adeyemi'), await world.person('Last Onehere')];
  await fill(through.id, rut.id);
  const named = async () => JSON.stringify(await call(router.ownFields.of, { about: 'person', id: ines }, as()));
  const { id } = await call(router.duplicates.merge, { keepId: ruth.id, goneId: rut.id }, as());
  assert.match(await named(), /Ruth Adeyemi/);
  await call(router.duplicates.undo, { id }, as());
  assert.match(await named(), /Rut Adeyemi/);
  await fill(through.id, last.id);
  await call(router.erasures.erase, { id: last.id, name: 'Last Onehere' }, as());
  assert.equal(await filledWith(through.id), null);
});

test('an order given by two at once is one of the two, with no field lost and none twice', async () => {
  const { fields } = await call(router.ownFields.list, { about: 'person' }, as());
  const ids = fields.map(({ id }) => id);
  const order = (of: string[], member: WorldMember) => call(router.ownFields.order, { about: 'person', ids: of }, as(member));
  await Promise.allSettled([order(ids.toReversed(), maya), order(ids, tom)]);
  await order(ids.slice(2, 4), maya);
  const now = (await call(router.ownFields.list, { about: 'person' }, as())).fields.map(({ id }) => id);
  assert.deepEqual(now.slice(0, 2), ids.slice(2, 4));
  assert.deepEqual(now.toSorted(), ids.toSorted());
});
