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
