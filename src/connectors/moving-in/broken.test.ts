import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { IMPORT_PROBLEM_CODES, IMPORT_WHY_CODES } from '#model/import-reasons.ts';
import { Refusal } from '#model/refusal.ts';
import { bringing, type Content, type Told } from '#test/dropping.ts';
import { zipOf } from '#test/zip-of.ts';

const HEAD = 'Name,E-mail,City';
const utf16 = (text: string, bom = true) => Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

/** What a broken file must end in: codes of its file, codes of its rows, names of the people that were saved. */
interface Ends {
  why?: string;
  problems?: string[];
  names?: string[];
}

const BROKEN: [string, Record<string, Content>, Ends][] = [
  ['Windows letters', { 'a.csv': Buffer.from(`${HEAD}\nJ\xfcrgen Gro\xdf,j@x.example,K\xf6ln\n`, 'latin1') }, { names: ['Jürgen Groß'] }],
  ['UTF-16 with a mark', { 'a.csv': utf16(`${HEAD}\nJürgen,j@x.example,Köln\n`) }, { names: ['Jürgen'] }],
  ['UTF-16, the other way round', { 'a.csv': swapped(utf16(`${HEAD}\nJürgen,j@x.example,Köln\n`)) }, { names: ['Jürgen'] }],
  ['UTF-16 without a mark', { 'a.csv': utf16(`${HEAD}\nJürgen,j@x.example,Köln\n`, false) }, { names: ['Jürgen'] }],
  ['UTF-16 the other way round without a mark', { 'a.csv': swapped(utf16(`${HEAD}\nTom,j@x.example,Ulm\n`, false)) }, { names: ['Tom'] }],
  ['a mark in front', { 'a.csv': `\ufeff${HEAD}\nTom,t@x.example,Ulm\n` }, { names: ['Tom'] }],
  [
    'UTF-8 with a broken letter among good ones',
    {
      'a.csv': Buffer.concat([Buffer.from(`${HEAD}\n${'é'.repeat(40)},t@x.example,Ulm\nA`), Buffer.from([0xe9]), Buffer.from('b,,Ulm\n')]),
    },
    { names: ['é'.repeat(40), 'A\ufffdb'] },
  ],
  [
    'a quotation mark that nothing closes',
    { 'a.csv': `${HEAD}\n"Tom,t@x.example,Ulm\nAnn,a@x.example,Gent\nBob,b@x.example,Ath\n` },
    { problems: ['row.quote-open'], names: ['"Tom', 'Ann', 'Bob'] },
  ],
  [
    'a quotation mark inside a cell',
    { 'a.csv': `${HEAD}\n"Tom "the ship" Baker",t@x.example,Ulm\n` },
    { problems: ['row.quotes-odd'], names: ['Tom "the ship" Baker'] },
  ],
  ['inches', { 'a.csv': `${HEAD}\n5" Tom,t@x.example,Ulm\nAnn,,Gent\n` }, { names: ['5" Tom', 'Ann'] }],
  [
    'too few and too many cells',
    { 'a.csv': `${HEAD}\nTom\nAnn,a@x.example,Gent,more,cells\n` },
    { problems: ['row.ragged', 'row.ragged'], names: ['Tom', 'Ann'] },
  ],
  ['empty cells beyond the headings', { 'a.csv': `${HEAD}\nTom,t@x.example,Ulm,,,\n` }, { names: ['Tom'] }],
  ['a line break in a cell', { 'a.csv': `${HEAD},Notes\nTom,t@x.example,Ulm,"one\r\ntwo"\r\n` }, { names: ['Tom'] }],
  ['a million columns', { 'a.csv': `${'c,'.repeat(1_000_000)}\n` }, { why: 'file.too-wide' }],
  ['a million columns between quotation marks', { 'a.csv': `${'"c",'.repeat(1_000_000)}\n` }, { why: 'file.too-wide' }],
  ['a row of a million columns', { 'a.csv': `${HEAD}\nTom,,\n${'c,'.repeat(1_000_000)}\n` }, { why: 'file.too-wide' }],
  [
    'formulas',
    { 'a.csv': `Name,E-mail,Notes\n=cmd|' /C calc'!A0,t@x.example,@SUM(1)\n+Tom,,-2+3\n` },
    { names: ["=cmd|' /C calc'!A0", '+Tom'] },
  ],
  ['lone carriage returns', { 'a.csv': `${HEAD}\rTom,t@x.example,Ulm\rAnn,,Gent\r` }, { names: ['Tom', 'Ann'] }],
  ['noughts in the text', { 'a.csv': `${HEAD}\nTo\0m,t@x.example,Ulm\n` }, { names: ['Tom'] }],
  ['nothing', { 'a.csv': '' }, { why: 'file.empty' }],
  ['nothing but lines', { 'a.csv': '\r\n\r\n  \n' }, { why: 'file.empty' }],
  ['headings and no row', { 'a.csv': `${HEAD}\n` }, { why: 'file.no-rows' }],
  [
    'a picture called a list',
    { 'a.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    { why: 'file.not-a-list' },
  ],
  [
    'bytes that are nothing',
    { 'a.csv': Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 32)) },
    { why: 'file.not-a-list' },
  ],
  ['a page of the web', { 'a.csv': '<!DOCTYPE html><html><body>Please sign in</body></html>' }, { why: 'file.not-a-list' }],
  [
    'an old workbook, or a locked one',
    { 'a.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]) },
    { why: 'file.another-kind' },
  ],
  ['another kind of archive', { 'a.csv.gz': gzipSync(`${HEAD}\n`) }, { why: 'file.another-kind' }],
  [
    'an archive cut off',
    { 'a.zip': Buffer.from(zipOf({ 'a.csv': `${HEAD}\nTom,,\n`.repeat(50) })).subarray(0, 80) },
    { why: 'file.damaged' },
  ],
  ['an archive whose file does not unpack', { 'a.zip': tampered() }, { why: 'file.damaged' }],
  ['an archive with a password', { 'a.zip': zipOf({ 'a.csv': HEAD }, { 'a.csv': { encrypted: true } }) }, { why: 'file.locked' }],
  ['a path that climbs out', { 'a.zip': zipOf({ '../../etc/a.csv': `${HEAD}\n` }) }, { why: 'file.damaged' }],
  [
    'an archive in an archive in an archive',
    { 'a.zip': zipOf({ 'b.zip': zipOf({ 'c.zip': zipOf({ 'a.csv': HEAD }) }) }) },
    { why: 'file.too-deep' },
  ],
  ['an empty archive', { 'a.zip': zipOf({}) }, { why: 'file.empty' }],
  [
    'a workbook without sheets',
    { 'a.xlsx': zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }) },
    { why: 'file.empty' },
  ],
  [
    'a workbook that is cut off',
    {
      'a.xlsx': zipOf({
        'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets>',
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c t="inl',
      }),
    },
    { why: 'file.damaged' },
  ],
  ['a document', { 'a.docx': zipOf({ 'word/document.xml': '<w/>' }) }, { why: 'file.another-kind' }],
  [
    'a row longer than may be',
    { 'a.csv': `${HEAD}\n${'x'.repeat(9_000_000)}\nTom,t@x.example,Ulm\n` },
    { problems: ['row.too-long'], names: ['Tom'] },
  ],
  [
    'a cell longer than may be',
    { 'a.csv': `${HEAD}\nTom,t@x.example,${'x'.repeat(1_200_000)}\n` },
    { problems: ['cell.too-long'], names: ['Tom'] },
  ],
  ['quotation marks everywhere', { 'a.csv': `${HEAD}\n${'"x,"y\n'.repeat(2000)}Tom,t@x.example,Ulm\n` }, {}],
];

function tampered(): Uint8Array {
  const bytes = Buffer.from(zipOf({ 'a.csv': `${HEAD}\n${'Tom,t@x.example,Ulm\n'.repeat(500)}` }));
  for (let at = 45; at < 70; at++) bytes[at] = 0xff;
  return bytes;
}

test('there are more than thirty of them', () => assert.ok(BROKEN.length >= 30));

for (const [name, files, ends] of BROKEN)
  test(`${name}: ${ends.why ?? (ends.problems ?? ['read']).join(', ')}`, async () => {
    const started = performance.now();
    const told = await bringing(files);
    assert.ok(performance.now() - started < 8000, 'it does not hold anything up');
    checkCodes(told);
    if (ends.why)
      assert.deepEqual(
        told.looked.map(({ why }) => why.code),
        [ends.why],
        JSON.stringify(told.looked),
      );
    if (ends.why && ends.why !== 'file.no-rows') assert.equal(told.looked[0]?.source, null);
    if (ends.names)
      assert.deepEqual(
        told.records.map((record) => record.object === 'person' && record.name),
        ends.names,
      );
    if (ends.problems || ends.names) assert.deepEqual(told.problems, ends.problems ?? []);
  });

/** Every code that is given has its sentence in the list from which the catalogue is written. */
function checkCodes({ looked, problems }: Told): void {
  for (const { why } of looked) assert.ok((IMPORT_WHY_CODES as readonly string[]).includes(why.code), why.code);
  for (const code of problems) assert.ok((IMPORT_PROBLEM_CODES as readonly string[]).includes(code), code);
}

const isRefusal = (code: string) => (wrong: unknown) => wrong instanceof Refusal && wrong.code === code;

test('an archive that unpacks to far more than anybody needs is refused before it is unpacked', async () => {
  const bombs = {
    'bomb.zip': zipOf({ 'a.csv': 'x' }, { 'a.csv': { declaredSize: 4_000_000_000 } }),
    'many.zip': zipOf(Array.from({ length: 25_000 }, (_, at): [string, string] => [`${at}.csv`, ''])),
    'bomb.xlsx': zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': Buffer.alloc(100_000_000, 0x20),
    }),
  };
  const started = performance.now();
  for (const [name, bytes] of Object.entries(bombs)) await assert.rejects(bringing({ [name]: bytes }), isRefusal('import.bomb'), name);
  assert.ok(performance.now() - started < 8000);
});

test('an archive that says less than it unpacks to ends where it lies', async () => {
  const lying = zipOf({ 'a.csv': `${HEAD}\n${'Tom,t@x.example,Ulm\n'.repeat(5000)}` }, { 'a.csv': { declaredSize: 300 } });
  const told = await bringing({ 'a.zip': lying });
  assert.deepEqual(
    told.looked.map(({ why }) => why.code),
    ['file.damaged'],
  );
});

test('a bomb beside a good file does not keep the good one out', async () => {
  const bomb = zipOf({ 'a.csv': 'x' }, { 'a.csv': { declaredSize: 4_000_000_000 } });
  const told = await bringing({ 'bomb.zip': bomb, 'good.csv': `${HEAD}\nTom,t@x.example,Ulm\n` });
  assert.deepEqual(
    told.looked.map(({ why, source }) => [why.code, source]),
    [
      ['file.bomb', null],
      ['file.guessed', 'csv'],
    ],
  );
});

test('pictures and documents of an archive are told in one line, what computers leave in it in none', async () => {
  const told = await bringing({
    'a.zip': zipOf({
      'people.csv': `${HEAD}\nTom,,\n`,
      '__MACOSX/._people.csv': 'x',
      '.DS_Store': 'x',
      'a.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
      'b.pdf': '%PDF-1.4',
    }),
  });
  assert.deepEqual(
    told.looked.map(({ name, why }) => [name, why]),
    [
      ['people.csv', { code: 'file.guessed', params: { known: 3, of: 3 } }],
      ['a.zip', { code: 'file.others', params: { n: 2 } }],
    ],
  );
});

test('reading stops when it is told to', async () => {
  const stop = AbortSignal.abort(new Error('stopped'));
  const { dropping } = await import('#test/dropping.ts');
  const { lookAtFiles } = await import('./look.ts');
  await dropping({ 'a.csv': `${HEAD}\nTom,,\n` }, async (dropped) => assert.rejects(lookAtFiles(dropped, stop), /stopped/));
});
