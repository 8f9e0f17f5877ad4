import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IMPORT_OBJECTS } from '#model/import.ts';
import { IMPORT_FIELDS, isImportField } from '#model/import-fields.ts';
import { bringing, dropping, gathered, only } from '#test/dropping.ts';
import type { Manner } from './draft.ts';
import { lookAtFiles } from './look.ts';
import { makerOf } from './makers.ts';
import { readRows } from './read.ts';
import { LAYOUTS } from './recognise.ts';
import { DEAL_WORDS, NOTE_WORDS, ORGANISATION_WORDS, PERSON_WORDS, TASK_WORDS } from './synonyms.ts';

const manner: Manner = { order: 'iso', decimal: '.', externalObject: 'x', ownerNames: {} };

test('every field that a member may choose is one that a record has', () => {
  for (const object of IMPORT_OBJECTS)
    for (const field of IMPORT_FIELDS[object]) assert.ok(makerOf(object).setter(field, 'A heading', manner), `${object} ${field}`);
});

test('every heading of every program means something that a record has', () => {
  const wrong = LAYOUTS.flatMap(({ source, object, columns }) =>
    [...columns]
      .filter(([, field]) => field !== 'nothing' && !makerOf(object).setter(field, 'x', manner))
      .map(([key, field]) => `${source} ${object} ${key} = ${field}`),
  );
  assert.deepEqual(wrong, []);
  const words = { organisation: ORGANISATION_WORDS, person: PERSON_WORDS, deal: DEAL_WORDS, note: NOTE_WORDS, task: TASK_WORDS };
  for (const object of IMPORT_OBJECTS)
    for (const [key, field] of words[object]) {
      assert.ok(isImportField(object, field), `${object} ${key} = ${field} can be chosen`);
      assert.ok(makerOf(object).setter(field, 'x', manner), `${object} ${key} = ${field}`);
    }
});

test('what a column may mean: fields, any label, pairs, and the two that fit all', () => {
  for (const field of ['name', 'emails.ferry', 'phones.mobile', 'addresses.home.place', 'emails#1.value', 'custom', 'nothing'])
    assert.ok(isImportField('person', field), field);
  for (const field of ['stage', 'emails.', 'emails.a.b', 'addresses.home.colour', '__proto__', 'constructor', ''])
    assert.ok(!isImportField('person', field), field);
  assert.ok(!isImportField('deal', 'emails'));
});

test('a mapping to what is no field is not followed', async () => {
  await dropping({ 'a.csv': 'Name,E-mail\nTom,tom@x.example\n' }, async (dropped) => {
    const [file] = await lookAtFiles(dropped);
    const [at] = dropped;
    assert.ok(file && at);
    const [row] = await gathered(readRows(file, at, { columns: { 0: { 'E-mail': '__proto__', Name: 'stage' } } }));
    assert.ok(row?.record?.object === 'person');
    assert.deepEqual([row.record.name, row.record.emails[0]?.email], ['Tom', 'tom@x.example']);
  });
});

test('what a cell says that cannot be read is told with its column and left out', async () => {
  const told = await bringing({
    'p.csv': 'Name,E-mail,Phone,Website,Birthday,Do not call\nTom,"a@x.example; not one, n/a",call me,not a page,some day,2024-05-01\n',
    'd.csv': 'Deal,Stage,Amount,Company\nSensors,Talk,a lot,Harbour;Quay\n',
  });
  const person = only(told, 'person');
  assert.deepEqual([person.emails, person.phones, person.links, person.dates], [[{ label: '', email: 'a@x.example' }], [], [], []]);
  assert.deepEqual([person.doNotContact, person.doNotContactWhy], [true, 'Do not call: 2024-05-01']);
  assert.deepEqual(told.rows[0]?.[0]?.problems, [
    { code: 'email.not-one', params: { value: 'not one', column: 'E-mail' } },
    { code: 'email.not-one', params: { value: 'n/a', column: 'E-mail' } },
    { code: 'phone.not-one', params: { value: 'call me', column: 'Phone' } },
    { code: 'link.not-one', params: { value: 'not a page', column: 'Website' } },
    { code: 'date.not-one', params: { value: 'some day', column: 'Birthday' } },
  ]);
  const deal = only(told, 'deal');
  assert.deepEqual([deal.amount, deal.organisation], [null, { name: 'Harbour' }]);
  assert.deepEqual(told.rows[1]?.[0]?.problems, [
    { code: 'amount.not-one', params: { value: 'a lot', column: 'Amount' } },
    { code: 'tie.several', params: { value: 'Quay', column: 'Company' } },
  ]);
});

test('a row without anything says which nothing it is', async () => {
  const codes = async (csv: string) => (await bringing({ 'a.csv': csv })).rows.flat().map(({ problems }) => problems[0]?.code);
  assert.deepEqual(await codes('Id,Company,Industry\n1,,\n2,,Food\n'), ['row.id-only', 'row.nameless']);
  assert.deepEqual(await codes('Id,Deal,Stage\n1,,\n2,,Talk\n'), ['row.id-only', 'row.untitled']);
  assert.deepEqual(await codes('Id,Task,Due date,Done\n1,,,\n2,,2025-01-01,\n3,Call,,cancelled\n'), [
    'row.id-only',
    'row.untitled',
    'row.cancelled',
  ]);
  assert.deepEqual(await codes('Id,Date,Note,Contact\n1,,,\n2,,,Tom\n'), ['row.id-only', 'row.says-nothing']);
});
