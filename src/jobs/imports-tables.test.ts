import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import exceljs from 'exceljs';
import { router } from '#api/router.ts';
import { type Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const LIST = `Wer,Mailadresse,Wo,Seit wann,Lieblingstee,Umsatz,Sprache
Tom Baker,tom@harbour.example,Harbour Foods,2020-05-01,Assam,1200,nl
Ann Lee,ann@harbour.example,Harbour Foods,soon,,many,
`;
const MEANT = {
  Wer: 'name',
  Mailadresse: 'emails',
  Wo: 'organisation.name',
  Lieblingstee: 'custom',
  Umsatz: 'custom',
  'Seit wann': 'custom',
  Sprache: 'nothing',
};

test('a list in words that nobody has heard comes in as a member says its columns mean', async () => {
  const maya = await newMover(world);
  await maya.bring({ 'liste.csv': LIST }, { objects: { 0: 'person' }, columns: { 0: MEANT } });
  const tom = await maya.person('Tom Baker');
  assert.deepEqual([tom.emails[0]?.email, tom.organisations[0]?.name], ['tom@harbour.example', 'Harbour Foods']);
  assert.deepEqual(
    tom.custom.map(({ label, value }) => `${label}: ${value}`),
    ['Seit wann: 2020-05-01', 'Lieblingstee: Assam', 'Umsatz: 1200'],
    'what is to be nothing is nothing',
  );
  assert.deepEqual((await maya.kept('organisation')).length, 1);
});

test('fields that the workspace has take values of their kind alone, and are not made a second time', async () => {
  const maya = await newMover(world);
  const field = (label: string, kind: 'number' | 'date' | 'text') =>
    call(router.ownFields.add, { about: 'person', label, kind }, maya.as());
  await field('Umsatz', 'number');
  await field('seit wann', 'date');
  await maya.bring({ 'liste.csv': LIST }, { objects: { 0: 'person' }, columns: { 0: MEANT } });
  const [tom, ann] = [await maya.person('Tom Baker'), await maya.person('Ann Lee')];
  assert.deepEqual(tom.custom.map(({ label, value }) => `${label}: ${Number(value) || value}`).sort(), [
    'Lieblingstee: Assam',
    'Umsatz: 1200',
    'seit wann: 2020-05-01',
  ]);
  assert.deepEqual(ann.custom, [], '"many" is no number and "soon" no day');
});

test('answers to what a column means may be changed until it starts, and not afterwards', async () => {
  const maya = await newMover(world);
  const { id } = await maya.tried({ 'liste.csv': LIST }, { objects: { 0: 'person' }, columns: { 0: MEANT } });
  await maya.answer(id, { columns: { 0: { Lieblingstee: 'tags' } } });
  assert.equal((await maya.open(id)).state, 'looking', 'it is read anew');
  await assert.rejects(maya.start(id), /past that step/, 'the old plan does not hold');
  await maya.work('look-at-import', id);
  await call(router.imports.try, { id }, maya.as());
  await maya.work('try-import', id);
  await maya.start(id);
  await assert.rejects(maya.answer(id, { conflict: 'file' }), /past that step/);
  await assert.rejects(maya.drop(id, { 'more.csv': 'Name\nX\n' }), /past that step/);
  await maya.work('bring-in-import', id);
  const tom = await maya.person('Tom Baker');
  assert.deepEqual([tom.tags, tom.emails.length], [['Assam'], 1], 'what was said before of the others still holds');
});

async function workbook(sheets: Record<string, unknown[][]>): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow(row);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('a workbook: each sheet is a file of its own, its days are days, and a sheet can be left out', async () => {
  const maya = await newMover(world);
  const xlsx = await workbook({
    People: [
      ['Name', 'E-mail', 'Birthday', 'Company', 'Do not call'],
      [
        'Tom Baker',
        { text: 'tom@harbour.example', hyperlink: 'mailto:tom@harbour.example' },
        new Date(Date.UTC(1980, 8, 12)),
        'Harbour Foods',
        true,
      ],
      ['Ann Lee', 'ann@harbour.example', null, 'Harbour Foods', false],
    ],
    Companies: [
      ['Company', 'Website', 'City'],
      ['Harbour Foods', 'harbour.example', 'London'],
    ],
    Deals: [
      ['Deal name', 'Stage', 'Amount', 'Close date', 'Company'],
      ['Sensors', 'Talk', 1200.5, new Date(Date.UTC(2026, 11, 24)), 'Harbour Foods'],
    ],
  });
  const { page, id } = await maya.looked({ 'team.xlsx': xlsx });
  assert.deepEqual(page.files.map(({ sheet, object, rows }) => [sheet, object, rows]).sort(), [
    ['Companies', 'organisation', 1],
    ['Deals', 'deal', 1],
    ['People', 'person', 2],
  ]);
  const deals = page.files.find(({ sheet }) => sheet === 'Deals')?.i ?? -1;
  await maya.answer(id, { leftOutFiles: [deals] });
  await call(router.imports.try, { id }, maya.as());
  await maya.work('try-import', id);
  assert.deepEqual(Object.keys((await maya.open(id)).plan).sort(), ['organisation', 'person']);
  await maya.answer(id, { leftOutFiles: [] });
  await maya.work('try-import', id);
  await maya.start(id);
  await maya.work('bring-in-import', id);
  const tom = await maya.person('Tom Baker');
  assert.deepEqual(
    [tom.dates[0]?.day, tom.dates[0]?.year, tom.doNotContact, tom.organisations[0]?.name],
    [12, 1980, true, 'Harbour Foods'],
  );
  const [deal] = await maya.kept('deal');
  assert.deepEqual([deal?.amount, deal?.closeOn, deal?.organisation?.name], ['1200.50', '2026-12-24', 'Harbour Foods']);
  assert.deepEqual(
    (await maya.kept('organisation')).map(({ domains, place }) => [domains, place]),
    [[['harbour.example'], 'London']],
  );
});

test('what cannot be read is told row by row, and the rest comes in', async () => {
  const maya = await newMover(world);
  const odd = 'Name,E-mail,Birthday\nTom Baker,not an address,2020-13-45\n,,\n,eve@x.example,\nAnn Lee,ann@x.example,1980-01-02,too,many\n';
  const { id } = await maya.bring({ 'odd.csv': odd });
  assert.deepEqual(await maya.told(id), [...['create email.not-one date.not-one', 'fail row.nameless', 'create new', 'create row.ragged']]);
  assert.deepEqual(
    (await maya.kept('person')).map(({ name, emails }) => [name, emails.length]),
    [
      ['Ann Lee', 1],
      ['Tom Baker', 0],
      ['eve@x.example', 1],
    ],
  );
});

async function refused(maya: Mover, name: string, content: string | Uint8Array): Promise<string[]> {
  const { page } = await maya.looked({ [name]: content });
  return page.files.map(({ why, object }) => `${why.code} ${object}`);
}

test('a file that is nothing of the kind is told so, and an empty one is refused at the door', async () => {
  const maya = await newMover(world);
  const id = await maya.create();
  await assert.rejects(maya.drop(id, { 'nothing.csv': '' }), /The file is empty/);
  assert.equal((await maya.open(id)).state, 'empty');
  for (const [name, content] of [
    ['photo.png', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')],
    ['broken.zip', Buffer.from('PK\x03\x04 cut off', 'latin1')],
    ['letters.docx', 'Dear Tom,'],
  ] as const)
    assert.ok(
      (await refused(maya, name, content)).every((told) => told.endsWith('null') || told.startsWith('file.unclear')),
      name,
    );
});
