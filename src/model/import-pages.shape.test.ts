import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { importListRowShape, importOptionsShape, importRowShape } from './import-pages.shape.ts';

const MAYA = '01900000-0000-7000-8000-000000000001';
const faultsOf = (options: unknown) => importOptionsShape.safeParse(options).error?.issues.map(({ path }) => path.join('.')) ?? [];
const takes = (options: unknown) => faultsOf(options).length === 0;

test('every decision of a member is kept as it was decided', () => {
  const options = {
    owners: { 'Maya Brandt': MAYA, 'somebody who left': null },
    dates: { 0: 'day-first', 12: 'month-first' },
    conflict: 'file',
    columns: { 0: { 'E-mail Address': 'emails.work', Shoe: 'nothing' } },
    objects: { 3: 'organisation' },
    leftOutFiles: [4],
    leftOutRows: ['0:17'],
    filesWord: ['0:18', '1:1'],
  };
  assert.deepEqual(importOptionsShape.parse(options), options);
  assert.deepEqual(importOptionsShape.parse({}), {}, 'what is not decided stays open');
});

test('files are named by their number and by nothing that only becomes one', () => {
  for (const key of ['', ' ', '-1', '1.5', '1e3', '0x1', 'true', '100001', 'first'])
    assert.deepEqual(faultsOf({ dates: { [key]: 'day-first' } }).length, 1, `"${key}"`);
  for (const file of [null, true, '4', [], -1, 1.5, 100_001]) assert.ok(!takes({ leftOutFiles: [file] }), JSON.stringify(file));
  assert.ok(takes({ dates: { 100000: 'day-first' }, leftOutFiles: [0, 100_000] }));
});

test('rows are named by file and row', () => {
  for (const row of ['1', '1:', ':1', '1:1:1', 'a:b', '1:-1', '1: 1', '1:1\n', '1:1234567890123', 11]) {
    assert.ok(!takes({ leftOutRows: [row] }), String(row));
    assert.ok(!takes({ filesWord: [row] }), String(row));
  }
  assert.equal(importOptionsShape.parse({ leftOutRows: ['1:\u00002'] }).leftOutRows?.[0], '1:2');
  fc.assert(fc.property(fc.nat(999_999_999), fc.nat(), (file, row) => takes({ leftOutRows: [`${file}:${row}`] })));
});

test('an answer is one that was asked for', () => {
  for (const odd of [
    { dates: { 0: 'iso' } },
    { conflict: 'ask' },
    { objects: { 0: 'invoice' } },
    { owners: { Maya: 'maya' } },
    { owners: { Maya: undefined } },
    { columns: { 0: { Shoe: null } } },
    { columns: { 0: { Shoe: 'x'.repeat(501) } } },
    { owners: { ['x'.repeat(501)]: null } },
    { leftOutRows: Array(20_001).fill('0:1') },
    { leftOutFiles: Array(10_001).fill(1) },
  ])
    assert.ok(!takes(odd), JSON.stringify(odd).slice(0, 60));
});

test('an owner whose name no database keeps is still the one in the file, without those letters', () => {
  assert.deepEqual(importOptionsShape.parse({ owners: { 'Ma\u0000ya': MAYA } }).owners, { Maya: MAYA });
});

test('a heading that is a word of JavaScript makes nothing but a heading', () => {
  const asked = JSON.parse(
    `{"columns":{"0":{"constructor":"custom","toString":"nothing","__proto__":"name"}},"owners":{"__proto__":"${MAYA}"}}`,
  );
  const read = importOptionsShape.safeParse(asked);
  if (read.success) {
    assert.equal(read.data.columns?.[0]?.constructor, 'custom');
    assert.equal(Object.getPrototypeOf(read.data.owners ?? {}), Object.prototype);
  }
  assert.equal(({} as Record<string, unknown>).name, undefined);
});

test('what is decided and sent back is taken again as it stands', () => {
  const row = fc.tuple(fc.nat(99), fc.nat(9999)).map(([file, at]) => `${file}:${at}`);
  const options = fc.record(
    {
      owners: fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom(MAYA, null)),
      dates: fc.dictionary(fc.nat(99).map(String), fc.constantFrom('day-first', 'month-first')),
      conflict: fc.constantFrom('fill', 'file'),
      leftOutFiles: fc.array(fc.nat(99), { maxLength: 5 }),
      leftOutRows: fc.array(row, { maxLength: 5 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(options, (decided) => {
      const once = importOptionsShape.parse(decided);
      assert.deepEqual(importOptionsShape.parse(JSON.parse(JSON.stringify(once))), once);
    }),
  );
});

test('a row and an import are shown with an outcome and a state that there are', () => {
  const row = {
    ...{ object: 'person', file: 0, row: 17, label: 'Ines Carvalho', where: '', outcome: 'create', reasons: [{ code: 'new' }] },
    ...{ rowId: null, leftOut: false, filesWord: false },
  };
  assert.ok(importRowShape.safeParse(row).success);
  assert.ok(importRowShape.safeParse({ ...row, reasons: [{ code: 'changes', params: { fields: 'name', n: 2 } }] }).success);
  for (const odd of [{ outcome: 'maybe' }, { object: 'invoice' }, { row: 1.5 }, { rowId: '17' }, { reasons: ['new'] }])
    assert.ok(!importRowShape.safeParse({ ...row, ...odd }).success, JSON.stringify(odd));
  const listed = {
    ...{ id: MAYA, state: 'done', source: 'hubspot', by: null, names: ['contacts.csv'], createdAt: '2026-11-28T10:00:00Z' },
    ...{ doneAt: null, done: { person: { create: 3 } }, undoUntil: null },
  };
  assert.ok(importListRowShape.safeParse(listed).success && importListRowShape.safeParse({ ...listed, source: '', done: {} }).success);
  assert.ok(!importListRowShape.safeParse({ ...listed, done: { invoice: { create: 1 } } }).success);
  assert.ok(!importListRowShape.safeParse({ ...listed, state: 'waiting' }).success);
});
