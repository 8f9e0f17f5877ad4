import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { ImportedPerson } from './import.ts';
import { vCardOf } from './vcard.ts';

const nobody: ImportedPerson = {
  ...{ object: 'person', externalObject: 'person', externalId: null, owner: '', createdAt: null, tags: [], custom: [], name: 'Tom Baker' },
  ...{
    givenName: '',
    familyName: '',
    nickname: '',
    pronouns: '',
    roleTitle: '',
    livesIn: '',
    emails: [],
    phones: [],
    links: [],
    addresses: [],
  },
  ...{ dates: [], organisations: [], reportsTo: null, kinds: [], doNotContact: false, doNotContactWhy: '', about: '', photo: null },
};
const UID = '01900000-0000-7000-8000-000000000000';
const read = (text: string) => new ICAL.Component(ICAL.parse(text.trim()) as [string, unknown[], unknown[]]);

test('a card has the names, addresses and a birthday without its year', () => {
  const card = vCardOf(
    {
      ...nobody,
      ...{ nickname: 'Tommy', roleTitle: 'Head of Supply; Ports', tags: ['ports, sea'] },
      emails: [{ label: 'work', email: 'tom@harbour.example' }],
      phones: [{ label: 'mobile', phone: '+44 20 7946 0018' }],
      organisations: [{ name: 'Harbour Foods, Ltd', roleTitle: '' }],
      dates: [{ kind: 'birthday', label: '', month: 9, day: 12, year: null }],
    },
    UID,
  );
  assert.match(card, /^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
  assert.match(card, /N:Baker;Tom;;;/);
  assert.match(card, /BDAY:--09-12/);
  assert.match(card, /TEL;TYPE=CELL:/);
  const parsed = read(card);
  assert.match(card, /TITLE:Head of Supply\\; Ports\r\n/);
  assert.equal(parsed.getFirstPropertyValue('email'), 'tom@harbour.example');
});

test('any name is read back as it was, and no line is longer than the standard allows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (text) => {
      const name = text.replace(/\p{C}/gu, ' ').trim() || 'x';
      const card = vCardOf({ ...nobody, name, givenName: 'a' }, UID);
      for (const line of card.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
      assert.equal(read(card).getFirstPropertyValue('fn'), name);
    }),
  );
});

test('a label is what somebody called it: one that an address book knows has its kind, any other has none', () => {
  const phones = ['Mobile', ' work ', 'boat', 'constructor', '__proto__', 'toString'].map((label) => ({
    label,
    phone: '+44 20 7946 0018',
  }));
  const emails = ['Home', 'constructor', ''].map((label) => ({ label, email: 'tom@harbour.example' }));
  const card = vCardOf({ ...nobody, phones, emails, addresses: [{ ...address, label: 'valueOf' }] }, UID);
  const kinds = (property: string) => [...card.matchAll(new RegExp(`^${property};TYPE=(.*?):`, 'gm'))].map(([, kind]) => kind);
  assert.deepEqual(kinds('TEL'), ['CELL', 'WORK', 'VOICE', 'VOICE', 'VOICE', 'VOICE']);
  assert.deepEqual(kinds('EMAIL'), ['INTERNET,HOME', 'INTERNET', 'INTERNET']);
  assert.deepEqual(kinds('ADR'), ['WORK']);
  assert.ok(!card.includes('native code'));
});

const address = { label: '', street: 'Quay 3; back door', place: 'Porto', region: '', postcode: '4050-001', country: 'Portugal' };

test('a name of one word has no family, a name of several has the last for one, and parts that were told are kept as told', () => {
  const namesIn = (more: Partial<ImportedPerson>) => /^N:(.*)$/m.exec(vCardOf({ ...nobody, ...more }, UID))?.[1]?.trim();
  assert.equal(namesIn({ name: 'Cher' }), ';Cher;;;');
  assert.equal(namesIn({ name: 'Ana María Ruiz' }), 'Ruiz;Ana María;;;');
  assert.equal(namesIn({ name: 'Jan van den Berg', givenName: 'Jan', familyName: 'van den Berg' }), 'van den Berg;Jan;;;');
  assert.equal(namesIn({ name: 'Ruiz', familyName: 'Ruiz' }), 'Ruiz;;;;');
});

test('a line break in what somebody wrote starts no property of its own', () => {
  const evil = 'Tom\r\nEMAIL:evil@evil.example\nEND:VCARD\rNOTE:x';
  const card = vCardOf(
    {
      ...nobody,
      name: evil,
      nickname: evil,
      roleTitle: evil,
      tags: [evil],
      addresses: [{ ...address, street: evil }],
      links: [{ label: '', url: evil }],
    },
    UID,
  );
  const properties = card
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => line.split(/[;:]/)[0]);
  assert.deepEqual(properties, ['BEGIN', 'VERSION', 'UID', 'N', 'FN', 'NICKNAME', 'TITLE', 'URL', 'ADR', 'CATEGORIES', 'END', '']);
  assert.equal(read(card).getFirstPropertyValue('fn'), 'Tom\nEMAIL:evil@evil.example\nEND:VCARD\nNOTE:x');
});

test('a birthday has its year in four digits where it is known; another day is not told as one', () => {
  const day = (kind: 'birthday' | 'anniversary', year: number | null) => ({ dates: [{ kind, label: '', month: 2, day: 9, year }] });
  assert.match(vCardOf({ ...nobody, ...day('birthday', 1980) }, UID), /^BDAY:1980-02-09\r$/m);
  assert.match(vCardOf({ ...nobody, ...day('birthday', 987) }, UID), /^BDAY:0987-02-09\r$/m);
  assert.doesNotMatch(vCardOf({ ...nobody, ...day('anniversary', 1980) }, UID), /BDAY/);
});

test('an address is read back in its parts', () => {
  const parsed = read(vCardOf({ ...nobody, addresses: [{ ...address, label: 'home' }] }, UID)).getFirstProperty('adr');
  assert.equal(parsed?.getParameter('type'), 'HOME');
  assert.deepEqual(parsed?.getFirstValue(), ['', '', 'Quay 3; back door', 'Porto', '', '4050-001', 'Portugal']);
});

test('a name in one word is a given name, and a family name is never guessed where the parts are known', () => {
  assert.match(vCardOf({ ...nobody, name: 'Madonna' }, UID), /\r\nN:;Madonna;;;\r\n/);
  assert.match(
    vCardOf({ ...nobody, name: 'Ana de la Cruz', givenName: 'Ana', familyName: 'de la Cruz' }, UID),
    /\r\nN:de la Cruz;Ana;;;\r\n/,
  );
});
