import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { z } from 'zod';
import { amountShape, currencyShape, dealFieldsShape, dealRowShape } from './deal.shape.ts';
import { taskFieldsShape } from './task.shape.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const faultsOf = (shape: z.ZodType, value: unknown) =>
  (shape.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
const takes = (shape: z.ZodType, value: unknown) => faultsOf(shape, value).length === 0;

test('an amount is a plain number with a point: what a spreadsheet or a locale makes of it is refused with how to write it', () => {
  for (const amount of ['0', '1200', '1200.5', '1200.50', '999999999999999.99']) assert.ok(takes(amountShape, amount), amount);
  for (const amount of [
    '',
    '1,200',
    '1.200,50',
    '1200.505',
    '-5',
    '+5',
    '1e6',
    '.5',
    '5.',
    '€5',
    ' 5',
    '5\n',
    '1000000000000000',
    5,
    'NaN',
    '٣',
  ])
    assert.ok(!takes(amountShape, amount), String(amount));
  assert.deepEqual(faultsOf(dealFieldsShape, { title: 'Vans', amount: '1,200' }), ['amount: a number like 1200 or 1200.50']);
});

test('every amount that is taken is the same number to the cent', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(99), (whole, cents) => {
      const written = `${whole}.${String(cents).padStart(2, '0')}`;
      assert.equal(Math.round(Number(amountShape.parse(written)) * 100), whole * 100 + cents);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (takes(amountShape, text)) assert.ok(Number.isFinite(Number(text)) && Number(text) >= 0);
    }),
  );
});

test('a currency is three capital letters, and said so', () => {
  for (const currency of ['EUR', 'USD', 'JPY']) assert.ok(takes(currencyShape, currency));
  for (const currency of ['eur', 'EURO', '€', 'EU', 'EUR\n', 'ÉUR', '']) assert.ok(!takes(currencyShape, currency), currency);
  assert.deepEqual(faultsOf(dealFieldsShape, { title: 'Vans', currency: 'euro' }), ['currency: three capital letters, like EUR']);
});

test('a deal needs no more than a title, and a title is more than spaces', () => {
  assert.deepEqual(dealFieldsShape.parse({ title: '  Vans for the north \u0000' }), { title: 'Vans for the north' });
  for (const title of ['', '   ', '\u0000', 'x'.repeat(301), 7, null, undefined])
    assert.ok(!takes(dealFieldsShape, { title }), String(title));
  assert.ok(takes(dealFieldsShape, { title: `  ${'x'.repeat(300)}  ` }), 'spaces around it do not count');
});

test('what is not said stays, what is null is emptied', () => {
  const read = dealFieldsShape.parse({ title: 'Vans', amount: null, currency: null, closeOn: null, organisationId: null, ownerId: null });
  assert.deepEqual(read, { title: 'Vans', amount: null, currency: null, closeOn: null, organisationId: null, ownerId: null });
  assert.ok(!('nextStep' in read) && !('about' in read) && !('stageId' in read));
  assert.ok(!takes(dealFieldsShape, { title: 'Vans', stageId: null }), 'a deal always stands in a stage');
  assert.deepEqual(dealFieldsShape.partial().parse({}), {});
});

test('a deal is decided, and a task is due, on a day that exists', () => {
  for (const day of ['2026-02-30', '0000-01-01', '2026-13-01', 'soon', '28-11-2026', '2026-11-28T00:00:00Z']) {
    assert.ok(!takes(dealFieldsShape, { title: 'Vans', closeOn: day }), day);
    assert.ok(!takes(taskFieldsShape, { what: 'Call', dueOn: day }), day);
  }
  assert.equal(dealFieldsShape.parse({ title: 'Vans', closeOn: '2028-02-29' }).closeOn, '2028-02-29');
  assert.equal(taskFieldsShape.parse({ what: 'Call', dueOn: '2028-02-29' }).dueOn, '2028-02-29');
});

test('a task is for a person, an organisation or a deal by their ids, and for nobody by null', () => {
  const read = taskFieldsShape.parse({ what: ' Call Ines ', personId: ID, organisationId: null, dealId: ID, about: ' - one\n - two ' });
  assert.deepEqual(read, { what: 'Call Ines', personId: ID, organisationId: null, dealId: ID, about: ' - one\n - two ' });
  for (const odd of [{ personId: 'ines' }, { dealId: 7 }, { ownerId: 'me' }, { about: null }, { about: 'x'.repeat(20_001) }])
    assert.ok(!takes(taskFieldsShape, { what: 'Call', ...odd }), Object.keys(odd).join());
  assert.deepEqual(
    faultsOf(taskFieldsShape, { what: 'x'.repeat(2001) }).map((fault) => fault.split(':')[0]),
    ['what'],
  );
});

test('Markdown keeps its spaces and lines, for they mean something there', () => {
  const about = '    code\n\n- list  \n';
  assert.equal(dealFieldsShape.parse({ title: 'Vans', about }).about, about);
  assert.equal(taskFieldsShape.parse({ what: 'Call', about }).about, about);
});

test('a row tells nobody in a part that no decision has', () => {
  const row = {
    ...{ id: ID, title: 'Vans', pipeline: { id: ID, name: 'Deals' }, stage: { id: ID, name: 'Deciding' }, organisation: null, quote: null },
    ...{
      owner: null,
      amount: '1200.00',
      currency: 'EUR',
      closeOn: null,
      nextOn: null,
      spokeAt: null,
      nextStep: '',
      wonAt: null,
      lostAt: null,
    },
    ...{ movedAt: '2026-11-20T10:00:00Z', people: [{ id: ID, name: 'Ines', part: 'decides' }] },
  };
  assert.ok(takes(dealRowShape, row));
  assert.ok(!takes(dealRowShape, { ...row, people: [{ id: ID, name: 'Ines', part: 'boss' }] }));
  assert.ok(!takes(dealRowShape, { ...row, amount: 1200 }), 'money is text, never a float');
});
