import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bringing, only } from '#test/dropping.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

test('a card of version 3 with groups, labels, a birthday without a year and fields of its own', async () => {
  const told = await bringing({
    'tom.vcf': card(
      'VERSION:3.0',
      'UID:urn:uuid:4b1d0f5e-0001',
      'N:Baker;Tom;;;',
      'FN:Tom Baker',
      'ORG:Harbour Foods;Operations',
      'TITLE:Head of Supply',
      'EMAIL;TYPE=INTERNET,WORK:tom@harbour.example',
      'TEL;TYPE=CELL:+44 20 7946 0018',
      'item1.EMAIL:t.baker@mail.example',
      'item1.X-ABLabel:Private',
      'item2.URL;type=pref:https://tom.example',
      'item2.X-ABLabel:_$!<HomePage>!$_',
      'X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/tom',
      'ADR;TYPE=HOME:;;1 Quay;London;;E1;UK',
      'BDAY:--0912',
      'item3.X-ABDATE:2019-05-01',
      'item3.X-ABLabel:_$!<Anniversary>!$_',
      'CATEGORIES:Port,Tea\\, black',
      'NOTE:Met at the port fair\\; brings his own tea.\\nTwice.',
      'X-FAVOURITE-TEA:Assam',
      'REV:2026-03-05T09:30:00Z',
    ),
  });
  const tom = only(told, 'person');
  assert.deepEqual(
    [tom.externalObject, tom.externalId, tom.name, tom.givenName, tom.familyName, tom.roleTitle],
    ['card', 'urn:uuid:4b1d0f5e-0001', 'Tom Baker', 'Tom', 'Baker', 'Head of Supply'],
  );
  assert.deepEqual(tom.organisations, [{ name: 'Harbour Foods', roleTitle: 'Head of Supply' }]);
  assert.deepEqual(tom.emails, [
    { label: 'work', email: 'tom@harbour.example' },
    { label: 'private', email: 't.baker@mail.example' },
  ]);
  assert.deepEqual(tom.phones, [{ label: 'mobile', phone: '+44 20 7946 0018' }]);
  assert.deepEqual(tom.links, [
    { label: 'homepage', url: 'https://tom.example' },
    { label: 'linkedin', url: 'https://www.linkedin.com/in/tom' },
  ]);
  assert.deepEqual(tom.addresses, [{ label: 'home', street: '1 Quay', place: 'London', region: '', postcode: 'E1', country: 'UK' }]);
  assert.deepEqual(tom.dates, [
    { kind: 'birthday', label: '', month: 9, day: 12, year: null },
    { kind: 'anniversary', label: '', month: 5, day: 1, year: 2019 },
  ]);
  assert.deepEqual([tom.tags, tom.about], [['Port', 'Tea, black'], 'Met at the port fair; brings his own tea.\nTwice.']);
  assert.deepEqual(tom.custom, [
    { label: 'Department', value: 'Operations' },
    { label: 'X-FAVOURITE-TEA', value: 'Assam' },
  ]);
  assert.deepEqual([told.looked[0]?.source, told.looked[0]?.rows, told.problems], ['vcard', 1, []]);
});

test('version 2.1: quoted-printable over two lines, letters of Windows, types without a name', async () => {
  const told = await bringing({
    'old.vcf': card(
      'VERSION:2.1',
      'N;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:Gro=DF;J=FCrgen',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen Gro=',
      '=C3=9F',
      'TEL;CELL;VOICE:0171 1234567',
      'EMAIL;INTERNET;HOME:j@gross.example',
      'BDAY:19800912',
      'NOTE;QUOTED-PRINTABLE:two=0D=0Alines',
    ),
  });
  const one = only(told, 'person');
  assert.deepEqual([one.name, one.givenName, one.familyName], ['Jürgen Groß', 'Jürgen', 'Groß']);
  assert.deepEqual([one.phones, one.emails], [[{ label: 'mobile', phone: '0171 1234567' }], [{ label: 'home', email: 'j@gross.example' }]]);
  assert.deepEqual([one.dates[0]?.year, one.about], [1980, 'two\r\nlines']);
});

test('version 4: addresses as links, a picture in it, pronouns, an unknown year as Apple writes it', async () => {
  const told = await bringing({
    'new.vcf': card(
      'VERSION:4.0',
      'FN:Ann Lee',
      'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+31-6-12345678',
      'EMAIL;PREF=1:mailto:ann@x.example',
      'PRONOUNS:she/her',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-06',
      'PHOTO:data:image/png;base64,iVBORw0KGgo=',
    ),
  });
  const ann = only(told, 'person');
  assert.deepEqual(
    [ann.phones, ann.emails[0]?.email, ann.pronouns],
    [[{ label: 'home', phone: '+31-6-12345678' }], 'ann@x.example', 'she/her'],
  );
  assert.deepEqual(ann.dates, [{ kind: 'birthday', label: '', month: 5, day: 6, year: null }]);
  assert.deepEqual(ann.photo, { type: 'image/png', base64: 'iVBORw0KGgo=' });
});

test('a picture over several lines is one; one that is too large is told and left out', async () => {
  const base64 = Buffer.alloc(600, 7).toString('base64');
  const folded = (base64.match(/.{1,70}/g) ?? []).join('\r\n ');
  const small = await bringing({ 'a.vcf': card('VERSION:3.0', 'FN:Ann', `PHOTO;ENCODING=b;TYPE=JPEG:${folded}`) });
  assert.deepEqual(only(small, 'person').photo, { type: 'image/jpeg', base64 });
  const badly = await bringing({
    'a.vcf': card('VERSION:2.1', 'FN:Ann', `PHOTO;JPEG;ENCODING=BASE64:\r\n${(base64.match(/.{1,70}/g) ?? []).join('\r\n')}\r\n`),
  });
  assert.deepEqual(only(badly, 'person').photo?.base64, base64, 'some do not even indent');
  const large = await bringing({ 'a.vcf': card('VERSION:3.0', 'FN:Ann', `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(3_000_000)}`) });
  assert.deepEqual([only(large, 'person').photo, large.problems], [null, ['photo.not-one']]);
  const elsewhere = await bringing({ 'a.vcf': card('VERSION:3.0', 'FN:Ann', 'PHOTO;VALUE=uri:https://x.example/a.jpg') });
  assert.equal(only(elsewhere, 'person').photo, null, 'nothing is fetched');
});

test('an organisation, a group and a card without an end', async () => {
  const told = await bringing({
    'many.vcf':
      card(
        'VERSION:3.0',
        'N:;;;;',
        'FN:Harbour Foods',
        'ORG:Harbour Foods;',
        'X-ABShowAs:COMPANY',
        'TEL:020 7946 0000',
        'URL:https://www.harbour.example',
      ) +
      card('VERSION:4.0', 'KIND:group', 'FN:Friends', 'MEMBER:urn:uuid:1') +
      'BEGIN:VCARD\nFN:Without end\nBEGIN:VCARD\nVERSION:3.0\nFN:Bob\nEND:VCARD\n' +
      card('VERSION:3.0', 'UID:7'),
  });
  const [file] = told.rows;
  assert.deepEqual(
    file?.map(({ record, problems }) => [record?.object ?? null, problems.map(({ code }) => code)]),
    [
      ['organisation', []],
      [null, ['row.says-nothing']],
      [null, ['row.unreadable']],
      ['person', []],
      [null, ['row.id-only']],
    ],
  );
  const organisation = only(told, 'organisation');
  assert.deepEqual([organisation.name, organisation.phone, organisation.domains], ['Harbour Foods', '020 7946 0000', ['harbour.example']]);
});
