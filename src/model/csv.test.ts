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
