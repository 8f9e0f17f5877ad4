import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#model/refusal.ts';
import { readAll } from './read.ts';
import { sourceOfText } from './source.ts';
import { isSpreadsheet } from './spreadsheet.ts';

const CONNECTIONS = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see addresses of those who allow it."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Tom,Baker,https://www.linkedin.com/in/tom-baker-example,,"Harbour Foods, Ltd",Head of Supply,05 Mar 2026
Lee,Wong,https://www.linkedin.com/in/lee-wong-example,lee@example.com,Depot,"Planner, nights",01 Feb 2025
`;

const SHEETS: Record<string, string> = {
  'connections of LinkedIn': CONNECTIONS,
  'one connection alone': CONNECTIONS.split('\n').slice(0, 5).join('\n'),
  'in German': 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position\nTom,Baker,,,Hafen,Chef\nLee,Wong,,,Depot,Plan\n',
  'with semicolons': 'Naam;Plaats;Sinds\nTom Baker;Delft;2020\nAna Ruiz;Madrid;2021\nLee Wong;"Gent; Zuid";2022\n',
  'with tabs': 'name\tcity\tsince\nTom\tDelft\t2020\nAna\tMadrid\t2021\n',
  'with a line break within quotes': 'Name,Note,City\nTom,"calls\nthe depot",Delft\nAna,"said ""no""",Madrid\nLee,,Gent\n',
  'of HubSpot':
    'Record ID,First Name,Last Name,Email,Lifecycle Stage\n101,Tom,Baker,tom@harbour.example,lead\n102,Ana,Ruiz,ana@example.com,customer\n',
  'with some rows cut short': `a,b,c\n${'1,2,3\n'.repeat(20)}1,2\n`,
};

for (const [kind, text] of Object.entries(SHEETS))
  test(`a spreadsheet ${kind} is refused, and called what it is`, async () => {
    assert.equal(isSpreadsheet(text), true);
    await assert.rejects(readAll(sourceOfText('Connections.csv', text)), (wrong: unknown) => {
      assert.ok(wrong instanceof Refusal);
      assert.equal(wrong.code, 'file.not-a-transcript');
      assert.match(wrong.message, /looks like a (spreadsheet|table)/);
      return true;
    });
  });

const TALK: Record<string, string> = {
  'notes with commas':
    'Met Tom, Ana and Lee at the fair, all tired.\nTom wants reports, a person to call, and quiet.\nAna will ask, then call.\n',
  'a list with commas and no spaces': 'Tom,Ana and Lee came.\nLate again.\nThey want a call,a list and tea.\n',
  'a talk': 'Ana Ruiz: So, what, when?\nTom Baker: Monday, Tuesday, both.\nAna Ruiz: Right, right, right.\n',
  'a talk without spaces': 'Tom: yes,no,maybe\nAna: well,so\nTom: fine\n',
  'lines with semicolons': 'He came; he saw; he left.\nShe stayed; nobody knew; it was fine.\nThen; nothing.\n',
  'a quote without an end': '"So it begins,\nand nobody,ever,ends it\nTom said.\n',
};

test('what people say and write is none, however many commas are in it', () => {
  for (const [kind, text] of Object.entries(TALK)) assert.equal(isSpreadsheet(text), false, kind);
});

const cell = fc.string({ unit: fc.constantFrom(...'abc XY12,;"\n'.split('')), maxLength: 12 });
const inQuotes = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('any table of five columns in quotes is one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 15 }), (rows) => {
      const text = ['Name,City,Since,Mail,Phone', ...rows.map((row) => row.map(inQuotes).join(','))].join('\n');
      assert.equal(isSpreadsheet(text), true, text);
    }),
  );
});

test('quotes without end are looked through in time that grows with their number', () => {
  for (const piece of ['"', '",', 'a,"', '""']) {
    const start = performance.now();
    isSpreadsheet(piece.repeat(300_000));
    assert.ok(performance.now() - start < 1000, piece);
  }
});
