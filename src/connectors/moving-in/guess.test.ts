import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, dropping, gathered, only } from '#test/dropping.ts';
import { lookAtFiles } from './look.ts';
import { columnsFor, readRows } from './read.ts';

const fieldsOf = async (headings: string) => {
  const { looked } = await bringing({ 'list.csv': `${headings}\n` });
  return [looked[0]?.object, looked[0]?.columns?.map(({ field }) => field)];
};

test('headings of five languages mean the same', async () => {
  const means = [
    'person',
    ['givenName', 'familyName', 'emails', 'phones.mobile', 'organisation.name', 'roleTitle', 'addresses.place', 'dates.birthday', 'about'],
  ];
  assert.deepEqual(await fieldsOf('First name,Last name,E-mail,Mobile,Company,Job title,City,Date of birth,Notes'), means);
  assert.deepEqual(await fieldsOf('Voornaam,Achternaam,E-mailadres,Mobiel,Bedrijf,Functie,Plaats,Geboortedatum,Opmerkingen'), means);
  assert.deepEqual(await fieldsOf('Vorname;Nachname;E-Mail;Handy;Firma;Funktion;Ort;Geburtsdatum;Bemerkungen'), means);
  assert.deepEqual(await fieldsOf('Prénom;Nom;Courriel;Portable;Société;Fonction;Ville;Date de naissance;Remarques'), means);
  assert.deepEqual(
    await fieldsOf('Nombre,Apellidos,Correo electrónico,Móvil,Empresa,Cargo,Ciudad,Fecha de nacimiento,Observaciones'),
    means,
  );
});

test('what a list holds is guessed from its headings', async () => {
  assert.equal((await fieldsOf('Company,Website,Industry,City'))[0], 'organisation');
  assert.equal((await fieldsOf('Deal name,Stage,Amount,Close date,Company,Contact'))[0], 'deal');
  assert.equal((await fieldsOf('Task,Due date,Done,Assigned to'))[0], 'task');
  assert.equal((await fieldsOf('Date,Subject,Note,Contact'))[0], 'note');
  assert.equal((await fieldsOf('Colour,Weight,Speed'))[0], null);
});

test('consent is never read and an opt-out always is, whoever wrote the file', async () => {
  const told = await bringing({
    'list.csv': `Name;E-mail;Do not call;Opt-in;GDPR consent;Newsletter;Nicht anrufen
Ann;a@x.example;;yes;yes;Unsubscribed;
Bob;b@x.example;x;no;;;
Cy;c@x.example;no;yes;;Subscribed;nein
Di;d@x.example;;;;;ja`,
  });
  assert.deepEqual(
    told.records.map((record) => record.object === 'person' && [record.doNotContact, record.doNotContactWhy, record.custom]),
    [
      [true, 'Newsletter: Unsubscribed', []],
      [true, 'Do not call', []],
      [false, '', []],
      [true, 'Nicht anrufen', []],
    ],
  );
});

test('a list without headings is known by what is in it', async () => {
  const told = await bringing({ 'list.csv': 'Tom Baker,tom@harbour.example,+44 20 7946 0018\nAnn Lee,ann@x.example,+31 6 12345678\n' });
  assert.equal(told.looked[0]?.rows, 2);
  assert.deepEqual(
    told.records.map((record) => record.object === 'person' && [record.emails[0]?.email, record.phones[0]?.phone, record.custom[0]?.value]),
    [
      ['tom@harbour.example', '+44 20 7946 0018', 'Tom Baker'],
      ['ann@x.example', '+31 6 12345678', 'Ann Lee'],
    ],
  );
});

test('headings twice or none are told apart, and what is left of them is kept', async () => {
  const told = await bringing({ 'list.csv': 'Name,E-mail,E-mail,,Colour\nTom,t@x.example,t2@x.example,x,red\n' });
  assert.deepEqual(
    told.looked[0]?.columns?.map(({ header }) => header),
    ['Name', 'E-mail', 'E-mail (2)', 'Column 4', 'Colour'],
  );
  assert.deepEqual(only(told, 'person').emails.length, 2);
  assert.deepEqual(only(told, 'person').custom, [
    { label: 'Column 4', value: 'x' },
    { label: 'Colour', value: 'red' },
  ]);
});

test('a title above the table, an Excel line that names the separator, and blank lines are no rows', async () => {
  const titled = await bringing({ 'list.csv': 'Our visitors at the fair,,\n,,\nName,E-mail,City\nTom,t@x.example,London\n' });
  assert.deepEqual([titled.looked[0]?.rows, only(titled, 'person').name], [1, 'Tom']);
  const named = await bringing({ 'list.csv': 'sep=|\r\nName|E-mail\r\n\r\nTom|t@x.example\r\n\r\n' });
  assert.deepEqual([named.looked[0]?.delimiter, only(named, 'person').name], ['|', 'Tom']);
});

test('what a member says of the columns, of the object and of the dates counts', async () => {
  const csv = 'Wie,Wo,Wann\nTom Baker,tom@x.example,03/04/2025\n';
  await dropping({ 'messe.csv': csv }, async (dropped) => {
    const [file] = await lookAtFiles(dropped);
    const [at] = dropped;
    assert.ok(file && at);
    assert.equal(file.object, null);
    assert.deepEqual(await gathered(readRows(file, at, {})), [], 'nothing is guessed');
    assert.deepEqual(
      columnsFor(file, 'person').map(({ field }) => field),
      ['custom', 'custom', 'custom'],
    );
    const options = {
      objects: { 0: 'person' as const },
      columns: { 0: { Wie: 'name', Wo: 'emails.work', Wann: 'dates.other' } },
      dates: { 0: 'day-first' as const },
    };
    const [row] = await gathered(readRows(file, at, options));
    assert.ok(row?.record?.object === 'person');
    assert.deepEqual(
      [row.record.name, row.record.emails, row.record.dates],
      ['Tom Baker', [{ label: 'work', email: 'tom@x.example' }], [{ kind: 'other', label: 'Wann', month: 4, day: 3, year: 2025 }]],
    );
    const [other] = await gathered(readRows(file, at, { ...options, columns: { 0: { Wie: 'nothing', Wo: 'emails' } } }));
    assert.ok(other?.record?.object === 'person');
    assert.deepEqual([other.record.name, other.record.custom], ['', [{ label: 'Wann', value: '03/04/2025' }]]);
  });
});

test('the order of day and month is proved by any number above twelve, counted, or asked about', async () => {
  const dates = async (...cells: string[]) =>
    (await bringing({ 'l.csv': `Name,Birthday\n${cells.map((cell, at) => `N${at},${cell}`).join('\n')}\n` })).looked[0]?.dates;
  assert.deepEqual(await dates('03/04/2025', '13/04/2025', '28/02/2024'), { order: 'day-first', proof: 2, sample: '03/04/2025' });
  assert.deepEqual(await dates('03/04/2025', '04/13/2025'), { order: 'month-first', proof: 1, sample: '03/04/2025' });
  assert.deepEqual(await dates('03/04/2025', '4/4/2025'), { order: 'unknown', proof: 0, sample: '03/04/2025' });
  assert.deepEqual(await dates('13/04/2025', '04/13/2025', '01/02/2025'), { order: 'unknown', proof: 0, sample: '01/02/2025' });
  assert.deepEqual(await dates('2025-04-03', '3.4.2025'), { order: 'iso', proof: 0 });
  assert.equal(await dates('', ''), undefined);
});

test('one file of an export proves the order for the others', async () => {
  const told = await bringing({
    'x.zip': (await import('#test/zip-of.ts')).zipOf({
      'contacts.csv': 'Record ID,First Name,Contact owner,Create Date\n1,Tom,Maya,03/04/2025 09:00\n',
      'deals.csv': 'Record ID,Deal Name,Deal Stage,Close Date\n1,Sensors,Talk,28/02/2025\n',
    }),
  });
  assert.deepEqual(
    told.looked.map(({ dates }) => dates?.order),
    ['day-first', 'day-first'],
  );
  assert.equal(only(told, 'person').createdAt, '2025-04-03T09:00:00.000Z');
});

test('how numbers are written is learned from those that can be read one way only', async () => {
  const told = await bringing({ 'd.csv': 'Deal;Stage;Amount\nA;x;"1.250,50"\nB;x;1.250\nC;x;€ 99\n' });
  assert.deepEqual(
    told.records.map((record) => record.object === 'deal' && [record.amount, record.currency]),
    [
      ['1250.5', null],
      ['1250', null],
      ['99', 'EUR'],
    ],
  );
});
