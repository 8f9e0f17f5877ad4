import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import { bringing, only } from '#test/dropping.ts';
import { zipOf } from '#test/zip-of.ts';

async function workbook(sheets: Record<string, unknown[][]>, hidden: string[] = []): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name, hidden.includes(name) ? { state: 'hidden' } : {});
    for (const row of rows) sheet.addRow(row);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('the sheets of a workbook, each for itself: texts, days, numbers, formulas, links, ticks', async () => {
  const told = await bringing({
    'team.xlsx': await workbook(
      {
        People: [
          ['Name', 'E-mail', 'Birthday', 'Phone', 'Score', 'Notes', 'Do not call'],
          [
            'Tom Baker',
            { text: 'tom@harbour.example', hyperlink: 'mailto:tom@harbour.example' },
            new Date(Date.UTC(1980, 8, 12)),
            442079460018,
            1.5,
            { formula: '"a"&"b"', result: 'ab' },
            true,
          ],
          [],
          ['Ann Lee', 'ann@x.example', null, null, null, { richText: [{ text: 'two ' }, { text: 'parts' }] }, false],
        ],
        Companies: [
          ['Company', 'Website', 'City'],
          ['Harbour Foods', 'harbour.example', 'London'],
        ],
        Empty: [],
        Secret: [['Name'], ['Nobody']],
      },
      ['Secret'],
    ),
  });
  assert.deepEqual(
    told.looked.map(({ name, sheet, source, object, rows }) => [name, sheet, source, object, rows]),
    [
      ['team.xlsx', 'People', 'xlsx', 'person', 2],
      ['team.xlsx', 'Companies', 'xlsx', 'organisation', 1],
    ],
  );
  const [tom, ann] = told.records.filter((record) => record.object === 'person');
  assert.ok(tom && ann);
  assert.deepEqual(
    [tom.name, tom.emails, tom.dates, tom.phones, tom.custom, tom.about, tom.doNotContact],
    [
      'Tom Baker',
      [{ label: '', email: 'tom@harbour.example' }],
      [{ kind: 'birthday', label: '', month: 9, day: 12, year: 1980 }],
      [{ label: '', phone: '442079460018' }],
      [{ label: 'Score', value: '1.5' }],
      'ab',
      true,
    ],
  );
  assert.deepEqual([ann.about, ann.doNotContact, only(told, 'organisation').domains], ['two parts', false, ['harbour.example']]);
});

test('a workbook with the headings of a program is that program’s, also in an archive', async () => {
  const bytes = await workbook({
    Export: [
      ['Record ID', 'First Name', 'Last Name', 'Email', 'Contact owner', 'Create Date'],
      ['1', 'Tom', 'Baker', 'tom@harbour.example', 'Maya', new Date(Date.UTC(2024, 2, 12, 9, 14))],
    ],
  });
  const told = await bringing({ 'all.zip': zipOf({ 'hubspot/contacts.xlsx': bytes }) });
  assert.deepEqual([told.looked[0]?.source, told.looked[0]?.name, told.looked[0]?.sheet], ['hubspot', 'hubspot/contacts.xlsx', 'Export']);
  assert.equal(only(told, 'person').createdAt, '2024-03-12T09:14:00.000Z');
});

test('archives in an archive are opened once more, and their files keep the way to them', async () => {
  const inner = zipOf({ 'contacts.csv': 'Name,E-mail\nTom,tom@x.example\n' });
  const told = await bringing({
    'outer.zip': zipOf({
      'part1.zip': inner,
      'folder/notes.csv': 'Date,Note,Contact\n2025-01-02,late,Tom\n',
      'book.zip': zipOf({
        'b.xlsx': await workbook({
          A: [
            ['Name', 'E-mail'],
            ['Ann', 'a@x.example'],
          ],
        }),
      }),
    }),
  });
  assert.deepEqual(
    told.looked.map(({ name }) => name),
    ['part1.zip/contacts.csv', 'folder/notes.csv', 'book.zip/b.xlsx'],
  );
  assert.deepEqual(
    told.records.map((record) => (record.object === 'person' ? record.name : record.object)),
    ['Tom', 'note', 'Ann'],
  );
});

test('a sheet without shared texts and with another name for its file is read as well', async () => {
  const told = await bringing({
    'other.xlsx': zipOf({
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets><sheet name="Tom &amp; Co" sheetId="1" r:id="r7"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r7" Type="x" Target="/xl/worksheets/people.xml"/></Relationships>',
      'xl/worksheets/people.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>E-mail</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Tom</t></is></c><c r="B2" t="str"><v>t@x.example</v></c></row></sheetData></worksheet>',
    }),
  });
  assert.deepEqual(
    [told.looked[0]?.sheet, only(told, 'person').name, only(told, 'person').emails[0]?.email],
    ['Tom & Co', 'Tom', 't@x.example'],
  );
});

test('a sheet with more columns than a person can look at is refused', async () => {
  const told = await bringing({ 'wide.xlsx': await workbook({ A: [Array.from({ length: 3000 }, (_, at) => `c${at}`)] }) });
  assert.equal(told.looked[0]?.why.code, 'file.too-wide');
});

test('a workbook whose bytes are broken ends in a code, wherever they are, and holds nothing up', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [`Tom ${at}`, `t${at}@x.example`, `${at * 7919}`]);
  const whole = await workbook({ A: [['Name', 'E-mail', 'City'], ...rows] });
  for (const share of [0.05, 0.2, 0.4, 0.6, 0.8, 0.95]) {
    const broken = Uint8Array.from(whole);
    const from = Math.floor(broken.length * share);
    broken.fill(0xff, from, from + 40);
    const { looked } = await bringing({ 'a.xlsx': broken });
    assert.ok(
      looked[0]?.source === 'xlsx' || ['file.damaged', 'file.empty', 'file.not-a-list'].includes(looked[0]?.why.code ?? ''),
      `${share}: ${JSON.stringify(looked[0]?.why)}`,
    );
    const cut = await bringing({ 'a.xlsx': whole.subarray(0, from) });
    assert.equal(cut.looked[0]?.why.code, 'file.damaged');
  }
});
