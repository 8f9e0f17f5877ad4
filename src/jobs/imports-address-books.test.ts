import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const CARDS = [
  card(
    ...['UID:u-1', 'N:Baker;Tom;;;', 'FN:Tom Baker', 'NICKNAME:Tommy', 'ORG:Harbour Foods', 'TITLE:Head of Supply', 'BDAY:--0912'],
    ...['EMAIL;TYPE=WORK:tom@harbour.example', 'TEL;TYPE=CELL:+44 7700 900417', `PHOTO;ENCODING=b;TYPE=PNG:${PNG.toString('base64')}`],
    ...['CATEGORIES:Port,Tea', 'NOTE:Brings his own tea.', 'X-FAVOURITE-TEA:Assam', 'ADR;TYPE=HOME:;;1 Quay;London;;E1;UK'],
  ),
  card('UID:u-2', 'FN:Ann Lee', 'EMAIL:ann@harbour.example', 'PHOTO;ENCODING=b;TYPE=PNG:bm90IGEgcGljdHVyZQ=='),
].join('');

test('a card brings a face, a birthday without a year, tags, and what only this address book knows', async () => {
  const maya = await newMover(world);
  const { id } = await maya.bring({ 'cards.vcf': CARDS });
  const tom = await maya.person('Tom Baker');
  assert.deepEqual(tom.dates, [{ kind: 'birthday', label: '', month: 9, day: 12, year: null }]);
  assert.deepEqual([tom.nickname, tom.tags, tom.organisations[0]?.roleTitle], ['Tommy', ['Port', 'Tea'], 'Head of Supply']);
  assert.deepEqual(tom.addresses[0], { label: 'home', street: '1 Quay', place: 'London', region: '', postcode: 'E1', country: 'UK' });
  assert.deepEqual(tom.custom, [{ label: 'X-FAVOURITE-TEA', value: 'Assam' }]);
  const faces = await sql<{ name: string; type: string; bytes: Buffer }>`select p.name, a.type, b.bytes from people p
    join attachments a on a.id = p.photo_id join attachment_parts b on b.attachment_id = a.id where p.workspace_id = ${maya.member.workspaceId}`.execute(
    world.db,
  );
  assert.deepEqual(
    faces.rows.map(({ name, type, bytes }) => [name, type, Buffer.compare(bytes, PNG)]),
    [['Tom Baker', 'image/png', 0]],
    'what says it is a picture and is none is no face',
  );
  const [note] = await maya.kept('note');
  assert.deepEqual([note?.body, note?.people[0]?.name], ['Brings his own tea.', 'Tom Baker']);
  assert.equal((await maya.bring({ 'cards.vcf': CARDS.replace('Tommy', 'Thomas') }, { conflict: 'file' })).page.done.person?.update, 1);
  assert.equal((await maya.kept('note')).length, 1, 'the same words about him are not a second note');
  await maya.undo(id);
  const { rows } = await sql`select from attachments where workspace_id = ${maya.member.workspaceId}`.execute(world.db);
  assert.deepEqual(
    (await maya.kept('person')).map(({ name }) => name),
    ['Tom Baker'],
    'he was changed by what came later',
  );
  assert.equal(rows.length, 1, 'and keeps his face');
});

const LINKEDIN = (company: string) =>
  `\ufeffNotes:\r\n"When exporting your connection data, some addresses are missing."\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nTom,Baker,https://www.linkedin.com/in/tom-baker,,"${company}",Head of Supply,05 Mar 2026\r\nAnn,Lee,https://www.linkedin.com/in/ann-lee,ann@harbour.example,Noordzee Vis,,06 Mar 2026\r\n`;

test('a connection of LinkedIn who changed jobs is the same person with a second place of work', async () => {
  const maya = await newMover(world);
  await maya.bring({ 'Connections.csv': LINKEDIN('Harbour Foods') });
  const { id } = await maya.bring({ 'Connections.csv': LINKEDIN('Eastmere Schools') });
  assert.deepEqual(await maya.told(id), ['update changes', 'same']);
  assert.deepEqual((await maya.person('Tom Baker')).organisations.map(({ name }) => name).sort(), ['Eastmere Schools', 'Harbour Foods']);
  await maya.undo(id);
  assert.deepEqual(
    (await maya.person('Tom Baker')).organisations.map(({ name }) => name),
    ['Harbour Foods'],
  );
  assert.deepEqual(
    (await maya.kept('organisation')).map(({ name }) => name),
    ['Harbour Foods', 'Noordzee Vis'],
  );
});

test('who is in three address books is one person, with what each of them knows', async () => {
  const maya = await newMover(world);
  const { id } = await maya.bring({
    'cards.vcf': CARDS,
    'Connections.csv': LINKEDIN('Harbour Foods'),
    'contacts.csv':
      'First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n' +
      'Tom,,Baker,,Harbour Foods,, --09-12,,* myContacts ::: Friends,* Work,tom@harbour.example ::: tb@mail.example,Mobile,07700 900417\n',
  });
  const people = await maya.kept('person');
  const ann = people.filter(({ name }) => name === 'Ann Lee');
  assert.equal(ann.length, 1, 'by her address');
  assert.equal(ann[0]?.links[0]?.url, 'https://www.linkedin.com/in/ann-lee');
  const tom = people.find(({ emails }) => emails.length === 2);
  assert.deepEqual([tom?.tags.join(), tom?.dates.length, tom?.nickname], ['Friends,Port,Tea', 1, 'Tommy']);
  assert.equal((await maya.rows(id)).length, 5);
});

test('a number written at home and the same with its country are one number where the workspace says where it is', async () => {
  const maya = await newMover(world);
  await sql`update workspaces set zone = 'Europe/London' where id = ${maya.member.workspaceId}`.execute(world.db);
  await maya.bring({ 'a.vcf': card('UID:u-1', 'FN:Tom Baker', 'EMAIL:tom@harbour.example', 'TEL:+44 7700 900417') });
  const { id } = await maya.bring({
    'b.csv': 'Name,E-mail,Phone\nTom Baker,tom@harbour.example,07700 900417\nEve,eve@x.example,07700900417\n',
  });
  assert.deepEqual(await maya.told(id), ['same', 'create perhaps'], 'a shared number makes nobody the same, and is said');
  assert.equal((await maya.person('Tom Baker')).phones.length, 1);
});

const OUTLOOK =
  'First Name,Last Name,Company,Job Title,E-mail Address,Birthday,Categories\nTom,Baker,Harbour Foods,Cook,tom@harbour.example,9/12/1980,Port;Tea\n';

test('a birthday of Outlook that reads two ways is asked about, and stands as it was answered', async () => {
  const maya = await newMover(world);
  const { page } = await maya.looked({ 'outlook.csv': OUTLOOK });
  assert.deepEqual(
    page.questions.dates.map(({ order, sample }) => [order, sample]),
    [['unknown', '9/12/1980']],
  );
  const { id } = await maya.bring({ 'outlook.csv': OUTLOOK }, { dates: { 0: 'day-first' } });
  assert.deepEqual((await maya.person('Tom Baker')).dates, [{ kind: 'birthday', label: '', month: 12, day: 9, year: 1980 }]);
  await maya.undo(id);
  await maya.bring({ 'outlook.csv': OUTLOOK }, { dates: { 0: 'month-first' } });
  assert.deepEqual((await maya.person('Tom Baker')).dates, [{ kind: 'birthday', label: '', month: 9, day: 12, year: 1980 }]);
});

test('a contact list of a German and a Dutch Outlook come in with their own letters', async () => {
  const maya = await newMover(world);
  await maya.bring({
    'kontakte.csv': Buffer.from(
      'Vorname;Nachname;Firma;Position;E-Mail-Adresse;Geburtstag\nJürgen;Groß;Groß KG;Leiter;j@gross.example;12.9.1980\n',
      'latin1',
    ),
    'contacten.csv':
      'Titel,Voornaam,Middelste naam,Achternaam,Bedrijf,Functie,"Werkadres, straat","Werkadres, plaats",Telefoon op werk,E-mailadres\nMevr.,Anna,van der,Berg,De Haven BV,Inkoper,Kade 1,Rotterdam,010 1234567,anna@haven.example\n',
  });
  assert.deepEqual((await maya.person('Jürgen Groß')).organisations[0]?.name, 'Groß KG');
  assert.equal((await maya.person('Anna van der Berg')).roleTitle, 'Inkoper');
  const { rows } = await call(router.people.list, { find: 'jurgen' }, maya.as());
  assert.ok(
    rows.some(({ name }) => name === 'Jürgen Groß'),
    'and are found without them',
  );
});
