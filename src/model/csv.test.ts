import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, csvLine } from './csv.ts';

test('a cell that a spreadsheet would run is told to be text; a number below nothing and a telephone number stay', () => {
  for (const formula of ['=1+1', '+cmd|calc', '-2+3+cmd', '@SUM(A1)', '\t=1']) assert.match(csvCell(formula), /^"?'/, formula);
  assert.equal(csvCell('-12.50'), '-12.50');
  assert.equal(csvCell('+44 20 7946 0018'), '+44 20 7946 0018');
  assert.equal(csvCell(null), '');
  assert.equal(csvCell(['a', 'b']), '"[""a"",""b""]"');
});

test('whatever is written is read back as it was, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }), (cells) => {
      const [read] = parse(csvLine(cells), { relax_column_count: true, record_delimiter: '\r\n' }) as string[][];
      const back = read ?? [''];
      return cells.every((cell, i) => back[i] === cell || back[i] === `'${cell}`);
    }),
  );
});

test('nothing that was typed is run: a cell begins a formula only where it is a number', () => {
  const typed = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '1', '.', 'a', '"', ',', '(', ' ') });
  fc.assert(
    fc.property(typed, (text) => {
      const [[read = ''] = []] = parse(csvLine([text]), { relax_column_count: true, record_delimiter: '\r\n' }) as string[][];
      if (/^[=@\t\r]/.test(read)) assert.fail(JSON.stringify(read));
      if (/^[+-]/.test(read)) assert.match(read, /^[+-]\d[\d .,()-]*$/);
    }),
  );
});

test('cells are told apart by commas, and hold quotes, lines and semicolons without becoming two', () => {
  assert.equal(csvLine(['a', 'b,c', 'd"e', 'f;g', 'h\ni', '', null, undefined]), 'a,"b,c","d""e","f;g","h\ni",,,\r\n');
  assert.equal(csvLine([]), '\r\n');
});

test('numbers, yes and no, and what is made of parts stay what they are', () => {
  assert.deepEqual([12.5, -3, 0, true, false].map(csvCell), ['12.5', '-3', '0', 'true', 'false']);
  assert.equal(csvCell({ city: 'Porto' }), '"{""city"":""Porto""}"');
  assert.equal(csvCell('2026-11-28'), '2026-11-28');
});
