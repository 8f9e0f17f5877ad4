import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineCutter, linesOf, TooWide, type Writing } from './delimited.ts';
import { MOST_COLUMNS } from './limits.ts';
import { writingOf } from './sniff-delimiter.ts';

const PLAIN: Writing = { delimiter: ',', carriageReturns: false };
const cellsOf = (text: string, writing = PLAIN) => lineCutter(writing)(text, true).map(({ cells }) => cells);

async function* inPieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

test('cells with and without quotation marks', () => {
  for (const [text, expected] of [
    ['a,b', [['a', 'b']]],
    ['a,b\n', [['a', 'b']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a","b"\n', [['a', 'b']]],
    ['"a,b",c', [['a,b', 'c']]],
    ['"a""b",c', [['a"b', 'c']]],
    ['"",""', [['', '']]],
    [
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['"a" ,b', [['a', 'b']]],
    [',,\n', [['', '', '']]],
    ['a,"b"', [['a', 'b']]],
    ['a,"b"\r\n', [['a', 'b']]],
    ['a"b,c', [['a"b', 'c']]],
    [' "a",b', [[' "a"', 'b']]],
    ['\n\n a,b\n   \n', [[' a', 'b']]],
  ] as const)
    assert.deepEqual(cellsOf(text), expected, JSON.stringify(text));
});

test('a mark too many costs its own row, and says so', () => {
  const lines = lineCutter(PLAIN)('name,city\n"Tom,Ulm\nAnn,Gent\n', true);
  assert.deepEqual(
    lines.map(({ cells, oddity }) => [oddity, cells]),
    [
      ['', ['name', 'city']],
      ['row.quote-open', ['"Tom', 'Ulm']],
      ['', ['Ann', 'Gent']],
    ],
  );
});

test('a mark that the next one closes by chance is read as it stands', () => {
  const lines = lineCutter(PLAIN)('"Tom,Ulm\nAnn,"Gent"\n', true);
  assert.equal(
    lines
      .flatMap(({ cells }) => cells)
      .join(' ')
      .includes('Gent'),
    true,
  );
});

test('after many marks that nothing closes they are letters', () => {
  const text = `${'"open,x\n'.repeat(101)}a,b\n`;
  const started = performance.now();
  const lines = lineCutter(PLAIN)(text, true);
  assert.deepEqual(lines.at(-1)?.cells, ['a', 'b']);
  assert.ok(performance.now() - started < 4000);
});

test('a text that comes in pieces is the same text', async () => {
  const text = 'a,"b ""c""\r\nd",e\r\nf,g,h\r\n';
  const whole = cellsOf(text);
  for (let at = 0; at <= text.length; at++) {
    const rows: string[][] = [];
    for await (const lines of linesOf(inPieces(text.slice(0, at), text.slice(at)), PLAIN)) rows.push(...lines.map(({ cells }) => cells));
    assert.deepEqual(rows, whole, `cut at ${at}`);
  }
});

test('rows that end with a lone carriage return', () => {
  assert.deepEqual(cellsOf('a,b\rc,"d\re"\r', { delimiter: ',', carriageReturns: true }), [
    ['a', 'b'],
    ['c', 'd\re'],
  ]);
});

test('as many columns as may be, and one more', () => {
  const row = (columns: number) => Array.from({ length: columns }, (_, at) => `c${at}`).join(',');
  assert.equal(cellsOf(row(MOST_COLUMNS))[0]?.length, MOST_COLUMNS);
  assert.throws(() => cellsOf(row(MOST_COLUMNS + 1)), TooWide);
  assert.throws(() => cellsOf(`"x",${row(MOST_COLUMNS + 1)}`), TooWide);
  const cut = lineCutter(PLAIN);
  assert.throws(() => cut('c,'.repeat(100_000), false), TooWide, 'before its end has come');
});

test('what stands between the cells, and how rows end', () => {
  for (const [text, delimiter] of [
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb\tc\n1, 2\t3\t4\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['"a;x";"b"\n"1,2";"3"\n', ';'],
    ['sep=;\na,b;c\n', ';'],
    ['only one column\nand, sometimes a comma\nthen none\nnone\n', ','],
    ['name\nTom\n', ','],
  ] as const)
    assert.equal(writingOf(text).delimiter, delimiter, JSON.stringify(text));
  assert.deepEqual([writingOf('a,b\rc,d\r').carriageReturns, writingOf('a,b\r\nc,d').carriageReturns], [true, false]);
});
