import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { IMPORT_PROBLEM_CODES, IMPORT_WHY_CODES } from '#model/import-reasons.ts';
import { Refusal } from '#model/refusal.ts';
import { bringing } from '#test/dropping.ts';
import { propertiesOf } from './content-lines.ts';
import { type Line, lineCutter } from './delimited.ts';
import { whenOf } from './when.ts';

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', 'a"b', '"', '""', 'x,y', 'x;y', 'two\nlines', 'two\r\nlines', '=1+1', 'é', '😀', ' spaced '),
);
const written = (value: string, delimiter: string) =>
  /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;

function cutInPieces(text: string, delimiter: string, cuts: number[]): string[][] {
  const cut = lineCutter({ delimiter, carriageReturns: false });
  const at = [...new Set(cuts.map((n) => n % (text.length + 1)))].sort((a, b) => a - b);
  const lines: Line[] = [];
  let from = 0;
  for (const to of at) {
    lines.push(...cut(text.slice(from, to), false));
    from = to;
  }
  lines.push(...cut(text.slice(from), true));
  return lines.map(({ cells }) => cells);
}

test('rows that were written come back equal, wherever the text is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat(), { maxLength: 6 }),
      (rows, delimiter, end, cuts) => {
        // A lone carriage return at the end of a cell without quotation marks belongs to the line end.
        const text = rows.map((row) => row.map((value) => written(value, delimiter)).join(delimiter)).join(end);
        assert.deepEqual(cutInPieces(text, delimiter, cuts), rows);
      },
    ),
    { numRuns: 400 },
  );
});

test('what is well written is read as the well-known library reads it', () => {
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(rows, (all) => {
      const text = `${all.map((row) => row.map((value) => written(value, ',')).join(',')).join('\n')}\n`;
      assert.deepEqual(cutInPieces(text, ',', []), parse(text, { relax_column_count: true }));
    }),
  );
});

test('a file of random records reads back equal', async () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,12}$/).filter((text) => !/^(?:unknown|onbekend|unbekannt|undefined)$/i.test(text));
  const record = fc.record({
    id: fc.uuid(),
    given: word,
    family: word,
    note: fc.stringMatching(/^[a-z ,;"'\n]{3,40}$/).map((text) => `n${text.trim()}n`),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(record, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }),
      fc.constantFrom(',', ';', '\t'),
      async (records, delimiter) => {
        const lines = records.map(({ id, given, family, note }) =>
          [id, given, family, `${given}@x.example`, note].map((value) => written(value, delimiter)).join(delimiter),
        );
        const told = await bringing({
          'x.csv': [['Id', 'First name', 'Last name', 'Email', 'Notes'].join(delimiter), ...lines].join('\r\n'),
        });
        assert.deepEqual(
          told.records.map((one) => one.object === 'person' && [one.externalId, one.givenName, one.familyName, one.about]),
          records.map(({ id, given, family, note }) => [id, given, family, note]),
        );
      },
    ),
    { numRuns: 60 },
  );
});

const STARTS = [
  '',
  'PK\x03\x04',
  'PK\x05\x06',
  'BEGIN:VCARD\n',
  'BEGIN:VCALENDAR\nBEGIN:VEVENT\n',
  '[{',
  '{"object":"person","id":"1"}\n',
  '\ufeff',
  'a,b\n',
  'Record ID,First Name,Contact owner\n',
];

test('no bytes whatever end in anything but a code or a refusal', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((all) => Buffer.from(all)),
    fc.string({ maxLength: 300, unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...STARTS), bytes, async (start, rest) => {
      const content = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
      try {
        const told = await bringing({ 'x.csv': content });
        for (const { why } of told.looked) assert.ok((IMPORT_WHY_CODES as readonly string[]).includes(why.code), why.code);
        for (const code of told.problems) assert.ok((IMPORT_PROBLEM_CODES as readonly string[]).includes(code), code);
      } catch (wrong) {
        if (!(wrong instanceof Refusal)) throw wrong;
      }
    }),
    { numRuns: 150 },
  );
});

test('a date is read as a day that there is, or not at all', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}( \d{1,2}:\d{2})?$/)),
      fc.constantFrom('day-first', 'month-first', 'unknown'),
      (text, order) => {
        const when = whenOf(text, order as 'day-first');
        if (when === null || when === 'which-way') return;
        const day = new Date(Date.UTC(when.year ?? 2000, when.month - 1, when.day));
        assert.deepEqual([day.getUTCMonth() + 1, day.getUTCDate()], [when.month, when.day], text);
      },
    ),
  );
});

test('lines of cards and calendars are read whatever stands in them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('A;B="x:y:z', 'N;ENCODING=QUOTED-PRINTABLE:=C3=', ' folded', ':', ';', 'a.b.c:d')), {
        maxLength: 10,
      }),
      (lines) => {
        for (const { name, params } of propertiesOf(lines)) assert.ok(typeof name === 'string' && params instanceof Map);
      },
    ),
  );
});
