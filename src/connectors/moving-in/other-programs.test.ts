import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, only } from '#test/dropping.ts';

test('people, organisations, deals, notes and activities of Pipedrive, tied by name', async () => {
  const told = await bringing({
    'people.csv':
      'Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Label,Person - Owner,Person - Person created,Person - Marketing status,Person - ID\nTom Baker,Tom,Baker,"Harbour Foods, Ltd",tom@harbour.example,tb@mail.example,020 7946 0018,07700 900417,"Hot lead, Port",Maya Okafor,2024-03-12 09:14:00,unsubscribed,12\nAnn Lee,Ann,Lee,,,,,,,,,no_consent,13\n',
    'organizations.csv':
      'Organization - Name,Organization - Address,Organization - Owner,Organization - Organization created,Organization - Address - City/town/village/locality of Address,Organization - ID\n"Harbour Foods, Ltd","1 Quay, London",Maya Okafor,2023-01-02 08:00:00,London,3\n',
    'deals.csv':
      'Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Pipeline,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Organization,Deal - Contact person,Deal - Owner,Deal - Deal created,Deal - ID\nSensors,12500,EUR,Sales,Proposal,Lost,2024-06-01,,2024-05-02 10:00:00,Too dear,"Harbour Foods, Ltd",Tom Baker,Maya Okafor,2024-01-05 09:00:00,7\nDoors,1,EUR,Sales,Won stage,Won,,2024-05-03 10:00:00,,,,,,,8\nRoof,1,EUR,Sales,Talk,Open,,,,,,,,,9\n',
    'notes.csv': 'Note - Content*,Person - Name,Organization - Name,Deal - Title,Note - ID\n<p>late again</p>,Tom Baker,,Sensors,4\n',
    'activities.csv':
      'Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Marked as done time,Activity - Contact person,Activity - Deal,Activity - Assigned to user,Activity - ID\nCall Tom,Call,2024-04-01,Yes,2024-04-01 10:00:00,Tom Baker,Sensors,Maya Okafor,5\nWrite,Task,2024-04-02,No,,,,,6\n',
  });
  const [tom, ann] = told.records.filter((record) => record.object === 'person');
  assert.ok(tom && ann);
  assert.deepEqual(
    [tom.externalId, tom.name, tom.emails, tom.phones, tom.tags, tom.owner, tom.organisations, tom.doNotContact],
    [
      '12',
      'Tom Baker',
      [
        { label: 'work', email: 'tom@harbour.example' },
        { label: 'home', email: 'tb@mail.example' },
      ],
      [
        { label: 'work', phone: '020 7946 0018' },
        { label: 'mobile', phone: '07700 900417' },
      ],
      ['Hot lead', 'Port'],
      'Maya Okafor',
      [{ name: 'Harbour Foods, Ltd', roleTitle: '' }],
      true,
    ],
  );
  assert.equal(ann.doNotContact, false, 'no consent is not an opt-out');
  assert.deepEqual([only(told, 'organisation').name, only(told, 'organisation').place], ['Harbour Foods, Ltd', 'London']);
  const [lost, won, open] = told.records.filter((record) => record.object === 'deal');
  assert.deepEqual(
    [lost?.amount, lost?.currency, lost?.ended, lost?.endedAt, lost?.endedWhy, lost?.organisation, lost?.people],
    ['12500', 'EUR', 'lost', '2024-05-02T10:00:00.000Z', 'Too dear', { name: 'Harbour Foods, Ltd' }, [{ name: 'Tom Baker' }]],
  );
  assert.deepEqual([won?.ended, won?.endedAt, open?.ended], ['won', '2024-05-03T10:00:00.000Z', null]);
  const note = only(told, 'note');
  assert.deepEqual([note.body, note.people, note.deals], ['late again', [{ name: 'Tom Baker' }], [{ name: 'Sensors' }]]);
  const [done, due] = told.records.filter((record) => record.object === 'task');
  assert.deepEqual([done?.what, done?.doneAt, done?.people], ['Call Tom', '2024-04-01T10:00:00.000Z', [{ name: 'Tom Baker' }]]);
  assert.deepEqual([due?.dueOn, due?.doneAt, due?.done], ['2024-04-02', null, undefined]);
});

test('what Twenty exports, with further addresses as lists and amounts that are whole', async () => {
  const told = await bringing({
    'people.csv':
      'Id,Name FirstName,Name LastName,Emails PrimaryEmail,Emails AdditionalEmails,Phones PrimaryPhoneNumber,Phones PrimaryPhoneCountryCode,Phones PrimaryPhoneCallingCode,Phones AdditionalPhones,City,Job Title,Company Id,Linkedin PrimaryLinkUrl,Linkedin PrimaryLinkLabel,Creation date,Deleted at\np-1,Tom,Baker,tom@harbour.example,"[""tb@mail.example""]",2079460018,GB,+44,"[{""number"":""7700900417"",""callingCode"":""+44"",""countryCode"":""GB""}]",London,Head of Supply,c-1,https://www.linkedin.com/in/tom-baker,,2024-03-12T09:14:00.000Z,\np-2,Gone,Person,,,,,,,,,,,,,2024-05-01T00:00:00.000Z\n',
    'companies.csv':
      'Id,Name,Domain Name PrimaryLinkUrl,Address AddressCity,Address AddressCountry,Employees,Account Owner Id\nc-1,Harbour Foods,https://harbour.example,London,UK,40,w-1\n',
    'opportunities.csv':
      'Id,Name,Amount AmountMicros,Amount CurrencyCode,Close date,Stage,Point of Contact Id,Company Id\no-1,Sensors,12500,EUR,2024-05-01T00:00:00.000Z,PROPOSAL,p-1,c-1\n',
    'notes.csv':
      'Id,Title,Body V2 Blocknote,Body V2 Markdown,Creation date,Created by Name\nn-1,Monday,[],late **again**,2024-04-03T09:00:00.000Z,Maya\n',
    'old-notes.csv':
      'Id,Title,Body,Creation date,Created by Name\nn-2,,"[{""type"":""paragraph"",""content"":[{""type"":""text"",""text"":""late again""}],""children"":[]}]",2024-04-03,Maya\n',
    'tasks.csv': 'Id,Title,Due Date,Status,Assignee Id,Body V2 Markdown\nt-1,Call Tom,2024-04-01T10:00:00.000Z,DONE,w-1,soon\n',
  });
  const person = only(told, 'person');
  assert.deepEqual(
    [person.externalId, person.name, person.livesIn, person.roleTitle, person.organisations, person.links],
    [
      'p-1',
      'Tom Baker',
      'London',
      'Head of Supply',
      [{ externalId: 'c-1', roleTitle: 'Head of Supply' }],
      [{ label: 'linkedin', url: 'https://www.linkedin.com/in/tom-baker' }],
    ],
  );
  assert.deepEqual(
    person.emails.map(({ email }) => email),
    ['tom@harbour.example', 'tb@mail.example'],
  );
  assert.deepEqual(person.phones.map(({ phone }) => phone).sort(), ['+44 2079460018', '+44 7700900417']);
  assert.ok(told.problems.includes('row.deleted'));
  assert.deepEqual([only(told, 'organisation').domains, only(told, 'organisation').owner], [['harbour.example'], 'w-1']);
  const deal = only(told, 'deal');
  assert.deepEqual(
    [deal.amount, deal.currency, deal.stage, deal.people, deal.organisation],
    ['12500', 'EUR', 'PROPOSAL', [{ externalId: 'p-1' }], { externalId: 'c-1' }],
  );
  assert.deepEqual(
    told.records.filter((record) => record.object === 'note').map(({ title, body }) => [title, body]),
    [
      ['Monday', 'late **again**'],
      ['', 'late again'],
    ],
  );
  assert.deepEqual([only(told, 'task').what, only(told, 'task').done, only(told, 'task').dueOn], ['Call Tom', true, '2024-04-01']);
});

test('connections of LinkedIn behind their preamble, in a German account too', async () => {
  const english =
    '\ufeffNotes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing. (…)"\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nTom,Baker,https://www.linkedin.com/in/tom-baker-example,,"Harbour Foods, Ltd",Head of Supply,05 Mar 2026\r\n';
  const told = await bringing({ 'Connections.csv': english });
  const person = only(told, 'person');
  assert.deepEqual(
    [person.name, person.links, person.emails, person.organisations, person.createdAt, person.externalId],
    [
      'Tom Baker',
      [{ label: 'linkedin', url: 'https://www.linkedin.com/in/tom-baker-example' }],
      [],
      [{ name: 'Harbour Foods, Ltd', roleTitle: 'Head of Supply' }],
      '2026-03-05T00:00:00.000Z',
      null,
    ],
  );
  assert.equal(told.looked[0]?.headerAt, 2);
  const german = await bringing({
    'Connections.csv':
      'Hinweise:\n"Beim Export fehlen Adressen."\n\nVorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Vernetzt am\nJürgen,Groß,https://www.linkedin.com/in/jg,j@gross.example,Groß KG,Leiter,05. März 2026\n',
  });
  assert.deepEqual([only(german, 'person').name, only(german, 'person').createdAt], ['Jürgen Groß', '2026-03-05T00:00:00.000Z']);
});

test('contacts of Google, before and since the headings changed', async () => {
  const now = await bringing({
    'contacts.csv':
      'First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Country,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value\nTom,J.,Baker,,Tommy,Harbour Foods,Head of Supply, --09-12,Brings tea,* myContacts ::: Port,* Work,tom@harbour.example ::: t2@harbour.example,Home,tb@mail.example,Mobile,+44 7700 900417,Home,1 Quay,London,UK,Profile,https://tom.example,Met,2024-05-01\n',
  });
  const tom = only(now, 'person');
  assert.deepEqual(
    [tom.name, tom.nickname, tom.tags, tom.about, tom.organisations],
    ['Tom J. Baker', 'Tommy', ['Port'], 'Brings tea', [{ name: 'Harbour Foods', roleTitle: 'Head of Supply' }]],
  );
  assert.deepEqual(tom.emails, [
    { label: 'work', email: 'tom@harbour.example' },
    { label: 'work', email: 't2@harbour.example' },
    { label: 'home', email: 'tb@mail.example' },
  ]);
  assert.deepEqual(
    [tom.phones, tom.links],
    [[{ label: 'mobile', phone: '+44 7700 900417' }], [{ label: 'profile', url: 'https://tom.example' }]],
  );
  assert.deepEqual(tom.addresses, [{ label: 'home', street: '1 Quay', place: 'London', region: '', postcode: '', country: 'UK' }]);
  assert.deepEqual(tom.dates, [
    { kind: 'birthday', label: '', month: 9, day: 12, year: null },
    { kind: 'other', label: 'Event 1 - Value', month: 5, day: 1, year: 2024 },
  ]);
  const before = await bringing({
    'google.csv':
      'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\nTom Baker,Tom,,Baker,Friends ::: * My Contacts,* ,tom@harbour.example,Harbour Foods,Cook\n',
  });
  assert.deepEqual(
    [only(before, 'person').name, only(before, 'person').tags, only(before, 'person').emails],
    ['Tom Baker', ['Friends'], [{ label: '', email: 'tom@harbour.example' }]],
  );
});

test('contacts of Outlook in English, German and Dutch', async () => {
  const english = await bringing({
    'outlook.csv':
      'First Name,Middle Name,Last Name,Company,Job Title,Business Street,Business City,Business Phone,Mobile Phone,E-mail Address,E-mail Display Name,E-mail 2 Address,Birthday,Categories,Notes\nTom,,Baker,Harbour Foods,Cook,1 Quay,London,020 7946 0018,07700 900417,tom@harbour.example,Tom,tb@mail.example,9/12/1980,Port;Tea,Brings tea\n',
  });
  const tom = only(english, 'person');
  assert.deepEqual(
    [tom.name, tom.organisations, tom.emails.length, tom.phones.length, tom.tags, tom.about, tom.addresses[0]?.place],
    ['Tom Baker', [{ name: 'Harbour Foods', roleTitle: 'Cook' }], 2, 2, ['Port', 'Tea'], 'Brings tea', 'London'],
  );
  assert.equal(english.looked[0]?.dates?.order, 'unknown');
  assert.deepEqual(english.problems, ['date.which-way']);
  const german = await bringing({
    'outlook.csv':
      'Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Position;Straße geschäftlich;Ort geschäftlich;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse;Geburtstag\nHerr;Jürgen;;Groß;Groß KG;Leiter;Weg 1;Köln;0221 123456;0171 1234567;j@gross.example;12.9.1980\n',
  });
  assert.deepEqual(
    [
      only(german, 'person').name,
      only(german, 'person').dates,
      only(german, 'person').addresses[0]?.place,
      only(german, 'person').phones.length,
    ],
    ['Jürgen Groß', [{ kind: 'birthday', label: '', month: 9, day: 12, year: 1980 }], 'Köln', 2],
  );
  const dutch = await bringing({
    'outlook.csv':
      'Titel,Voornaam,Middelste naam,Achternaam,Bedrijf,Functie,"Werkadres, straat","Werkadres, plaats",Telefoon op werk,E-mailadres\nMevr.,Anna,van der,Berg,De Haven BV,Inkoper,Kade 1,Rotterdam,010 1234567,anna@haven.example\n',
  });
  assert.deepEqual(
    [only(dutch, 'person').name, only(dutch, 'person').roleTitle, only(dutch, 'person').addresses[0]?.place],
    ['Anna van der Berg', 'Inkoper', 'Rotterdam'],
  );
});
