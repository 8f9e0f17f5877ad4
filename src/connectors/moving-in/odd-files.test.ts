import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, only } from '#test/dropping.ts';
import { blocksOf, partsOf, propertiesOf, unescapeText } from './content-lines.ts';
import { MOST_CELL } from './limits.ts';
import { writingOf } from './sniff-delimiter.ts';
import { zonesFrom } from './zones.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
async function* texts(...all: string[]): AsyncGenerator<string> {
  yield* all;
}
const zones = (text: string) => zonesFrom(() => texts(text));

test('letters of every kind come through quoted-printable, coded or not, in the letters that the card names', async () => {
  const told = await bringing({
    'a.vcf': card(
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F;J=C3=BCrgen;;;',
      'NOTE;ENCODING=QUOTED-PRINTABLE:He said 😀 =3D fine=0D=0Aand Zoë=20left',
      'TITLE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Caf=E9 owner at the café',
      'EMAIL:j@x.example',
    ),
  });
  const person = only(told, 'person');
  assert.deepEqual([person.givenName, person.familyName], ['Jürgen', 'Groß']);
  assert.equal(person.about.replace('\r', ''), 'He said 😀 = fine\nand Zoë left');
  assert.equal(person.roleTitle, 'Café owner at the café');
});

test('a coded line that is broken in two is one, and an unknown set of letters is read as Windows wrote it', () => {
  const [note, title] = propertiesOf([
    'NOTE;ENCODING=QUOTED-PRINTABLE:one=20=',
    'two',
    'TITLE;CHARSET=X-UNKNOWN;QUOTED-PRINTABLE:=80 a month',
  ]);
  assert.deepEqual([note?.value, title?.value], ['one two', '€ a month']);
});

test('what is escaped is itself, what stands quoted in a parameter ends nothing, and groups and names lose their case', () => {
  assert.equal(unescapeText('a\\, b\\; c\\\\n\\Nd\\x'), 'a, b; c\\n\nd\\x');
  assert.deepEqual(partsOf('one;t\\;wo;;last\\', ';'), ['one', 't;wo', '', 'last\\']);
  const [property] = propertiesOf(['Item1.x-Social;TYPE="a:b;c",home;VALUE=uri:https://x.example:8080/a']);
  assert.deepEqual([property?.group, property?.name, property?.value], ['item1', 'X-SOCIAL', 'https://x.example:8080/a']);
  assert.deepEqual(property?.params.get('TYPE'), ['a:b;c', 'home']);
});

test('a card without an end costs itself and not the next; one in another alphabet’s blanks is still a card', async () => {
  const told = await bringing({ 'a.vcf': `BEGIN:VCARD\nFN:Lost\n${card('FN:Found', 'TEL:+44 20 7946 0018')}begin:vcard\nfn:Also lost` });
  assert.deepEqual(
    told.rows[0]?.map(({ record, problems }) => (record?.object === 'person' ? record.name : problems[0]?.code)),
    ['row.unreadable', 'Found', 'row.unreadable'],
  );
});

test('blocks that stand in pieces of any size are the same blocks', async () => {
  const text = 'BEGIN:VCARD\r\nFN:One\r\n Two\r\nEND:VCARD\rBEGIN:VCARD\rFN:Three\rEND:VCARD\n';
  for (let size = 1; size < 12; size++) {
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
    const names: string[] = [];
    for await (const { properties, isWhole } of blocksOf(texts(...pieces), new Set(['VCARD'])))
      names.push(`${properties.find(({ name }) => name === 'FN')?.value} ${isWhole}`);
    assert.deepEqual(names, ['OneTwo true', 'Three true'], `in pieces of ${size}`);
  }
});

test('a clock that changes is read on its own side of the change; one that nobody knows is said to be unknown', async () => {
  const { instantOf } = await zones('');
  for (const [local, zone, expected] of [
    ['2026-03-29T01:59:00.000Z', 'Europe/Amsterdam', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00:00.000Z', 'Europe/Amsterdam', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T03:30:00.000Z', 'Europe/Amsterdam', '2026-10-25T02:30:00.000Z'],
    ['2026-01-01T00:30:00.000Z', 'Asia/Kolkata', '2025-12-31T19:00:00.000Z'],
    ['2026-07-01T12:00:00.000Z', 'Eastern Standard Time', '2026-07-01T16:00:00.000Z'],
    ['2026-07-01T12:00:00.000Z', '/freeassociation.sourceforge.net/Europe/Berlin', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01T12:00:00.000Z', 'Atlantis/Middle', null],
    ['2026-07-01T12:00:00.000Z', 'UTC', '2026-07-01T12:00:00.000Z'],
  ] as const)
    assert.equal(instantOf(local, zone), expected, `${local} ${zone}`);
});

test('what a calendar says of a zone goes before what the world calls by that name, and one that would never end is not counted out', async () => {
  const described = (rule: string) =>
    [
      ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', rule, 'END:STANDARD', 'END:VTIMEZONE', 'END:VCALENDAR', ''],
    ]
      .filter((line) => line !== 'none')
      .join('\r\n');
  const noon = '2026-07-01T12:00:00.000Z';
  assert.equal((await zones(described('none'))).instantOf(noon, 'Europe/Berlin'), '2026-07-01T07:00:00.000Z');
  assert.equal((await zones(described('RRULE:FREQ=SECONDLY'))).instantOf(noon, 'Europe/Berlin'), '2026-07-01T10:00:00.000Z');
});

test('what separates cells is told by most rows, also where the first is a title or cells hold the other marks', () => {
  for (const [text, delimiter] of [
    ['Contacts, exported today\nName;City\nTom;Ulm\nAnn;Gent\n', ';'],
    ['Name;Amount\n"Tom, the first";1,5\n"Ann, the other";2,5\n', ';'],
    ['Name\tNote\nTom\ta, b, c\nAnn\td, e, f\n', '\t'],
    ['"sep=|"\nName|City\n', '|'],
    ['a,b\n', ','],
    ['', ','],
  ] as const)
    assert.equal(writingOf(text).delimiter, delimiter, JSON.stringify(text));
});

test('a table is read the same in every way of writing letters, with a mark at its start and with lone carriage returns', async () => {
  const table = 'Name;E-mail;Ort\nJürgen Groß;j@x.example;Köln\nZoë Čapek;z@x.example;Plzeň\n';
  const plain = table.replace('Čapek', 'Capek').replace('Plzeň', 'Plzen');
  const ways: [string, Uint8Array][] = [
    ['utf-8', Buffer.from(table)],
    ['a mark', Buffer.from(`\ufeff${table}`)],
    ['utf-16', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['utf-16 without a mark', Buffer.from(table, 'utf16le')],
    ['windows', Buffer.from(plain, 'latin1')],
    ['lone returns', Buffer.from(table.replaceAll('\n', '\r'))],
    ['noughts within', Buffer.from(table.replace('Zoë', 'Zo\0ë'))],
  ];
  for (const [way, bytes] of ways) {
    const { records } = await bringing({ 'a.csv': bytes });
    const [one, other] = records;
    assert.ok(one?.object === 'person' && other?.object === 'person', way);
    assert.deepEqual([one.name, one.emails[0]?.email, other.name.replace('Č', 'C')], ['Jürgen Groß', 'j@x.example', 'Zoë Capek'], way);
  }
});

test('a cell that is longer than any is cut and says so, and the rows behind it are read', async () => {
  const told = await bringing({ 'a.csv': `Name,E-mail,Note\nTom,t@x.example,${'a'.repeat(MOST_CELL + 10)}\nAnn,a@x.example,short\n` });
  assert.ok(told.problems.includes('cell.too-long'));
  const [tom, ann] = told.records;
  assert.ok(tom?.object === 'person' && ann?.object === 'person');
  assert.deepEqual([tom.about.length <= MOST_CELL, ann.name, ann.about], [true, 'Ann', 'short']);
});

test('rows with more or fewer cells than headings, and headings with line ends and blanks in them, put nothing in the wrong place', async () => {
  const told = await bringing({
    'a.csv': '" E-Mail \n","First\tname",Last name,Company\ntom@x.example,Tom,Baker,Harbour,extra\nann@x.example,Ann\n',
  });
  const [tom, ann] = told.records;
  assert.ok(tom?.object === 'person' && ann?.object === 'person');
  assert.deepEqual([tom.emails[0]?.email, tom.name, tom.organisations[0]?.name], ['tom@x.example', 'Tom Baker', 'Harbour']);
  assert.deepEqual([ann.emails[0]?.email, ann.name, ann.organisations], ['ann@x.example', 'Ann', []]);
});
