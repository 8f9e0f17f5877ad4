import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ImportedRecord, LookedFile } from '#model/import.ts';
import { aNote, anOrganisation, aPerson, aTask } from '#test/moving.ts';
import { countryOfZone, domainOf, e164Of } from './contact.ts';
import { guessOwner, ownersOf } from './owners.ts';
import { domainsOf, type StagedPerson, stagedOf } from './staged.ts';

const FILE: LookedFile = {
  i: 0,
  dropped: 0,
  name: 'a.csv',
  source: 'csv',
  object: 'person',
  rows: 1,
  size: 1,
  why: { code: 'file.known' },
};
const staged = (record: ImportedRecord | null, country?: string) => stagedOf(FILE, { row: 1, record, problems: [] }, country);
const person = (more: Parameters<typeof aPerson>[1], country?: string) =>
  staged(aPerson('Tom Baker', more), country).data as StagedPerson & { problems?: { code: string }[] };
const mail = (email: string) => ({ email, label: '' });

test('a number is read in the country it says, else in the one of the address, else in that of the workspace', () => {
  const phone = (written: string, country = '', home?: string) => {
    const address = { label: '', street: '', place: '', region: '', postcode: '', country };
    return person({ phones: [{ phone: written, label: '' }], ...(country && { addresses: [address] }) }, home).phones?.[0]?.e164;
  };
  assert.equal(phone('+31 6 12345678', 'United Kingdom', 'DE'), '+31612345678');
  assert.equal(phone('020 7946 0018', 'uk', 'NL'), '+442079460018');
  assert.equal(phone('06 12345678', '', 'NL'), '+31612345678');
  assert.equal(phone('06 12345678'), '', 'nobody says where');
  assert.deepEqual([countryOfZone('Europe/Amsterdam'), countryOfZone('America/Chicago'), countryOfZone('UTC')], ['NL', 'US', undefined]);
});

test('whatever is written as a number, what is read of it is a number of the world or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()/.-]{0,30}$/)),
      fc.constantFrom('NL', 'germany', 'nowhere', undefined),
      (written, country) => {
        assert.match(e164Of(written, country), /^(?:\+[1-9]\d{3,16})?$/);
      },
    ),
  );
});

test('the web address of an organisation is its domain, however it is written, and a mail address or a word is none', () => {
  for (const written of ['harbour.example', 'HTTPS://www.Harbour.example/about?x=1', 'harbour.example.', ' http://harbour.example:8080 '])
    assert.equal(domainOf(written), 'harbour.example', written);
  for (const written of ['', 'harbour', 'tom@harbour.example', 'not a domain.example', '-a.example', 'a..example'])
    assert.equal(domainOf(written), '', written);
  fc.assert(
    fc.property(fc.stringMatching(/^(https?:\/\/)?[A-Za-z0-9é.-]{0,40}(\/[a-z]*)?$/), (url) => {
      const once = domainOf(url);
      assert.equal(domainOf(once), once);
    }),
  );
  assert.deepEqual(domainsOf(anOrganisation('X', { website: 'https://www.x.example', domains: [] })), ['x.example']);
  assert.deepEqual(domainsOf(anOrganisation('X', { website: 'x.example', domains: ['y.example', 'Y.example', '?'] })), ['y.example']);
});

test('one number or address that stands twice is one; what is no address is told and left out', () => {
  const tom = person(
    {
      emails: [mail('Tom@X.example '), mail('tom@x.example'), mail('tom at x'), mail('a@b'), mail('x,y@z.example')],
      phones: [
        { phone: '020 7946 0018', label: 'work' },
        { phone: '+44 20 7946 0018', label: 'mobile' },
        { phone: ' ', label: '' },
      ],
    },
    'GB',
  );
  assert.deepEqual(
    tom.emails?.map(({ email }) => email),
    ['tom@x.example'],
  );
  assert.deepEqual(
    tom.phones?.map(({ label }) => label),
    ['work'],
  );
  assert.deepEqual(
    tom.problems?.map(({ code }) => code),
    ['email.not-one', 'email.not-one', 'email.not-one'],
  );
});

test('a note or task without an id is known again by what it says, and another word makes it another', () => {
  const note = aNote('She asked for July.', { people: [{ name: 'Ines' }] });
  assert.equal(staged(note).externalId, staged({ ...note }).externalId);
  const others = [
    { ...note, body: 'She asked for June.' },
    { ...note, kind: 'call' as const },
    { ...note, people: [] },
    { ...note, happenedAt: '2025-01-01T00:00:00Z' },
    aTask('She asked for July.'),
  ];
  assert.equal(new Set([note, ...others].map((one) => staged(one).externalId)).size, 6);
  assert.equal(
    staged(aTask('Call', { doneAt: '2025-01-01T00:00:00Z' })).externalId,
    staged(aTask('Call')).externalId,
    'done, it is the same task',
  );
  assert.equal(staged(aPerson('Tom')).externalId, null, 'people are known by who they are');
});

test('a row that cannot be read waits as one, with why; letters that no database keeps are gone', () => {
  const unreadable = stagedOf(FILE, { row: 7, record: null, problems: [] }, undefined);
  assert.deepEqual([unreadable.row, unreadable.object, unreadable.data.problems], [7, 'person', [{ code: 'row.unreadable' }]]);
  const odd = staged(aPerson('To\u0000m', { about: 'x\u0000y' }));
  assert.ok(!JSON.stringify(odd).includes('\\u0000'));
});

const MEMBERS = [
  { id: '1', name: 'Maya Okafor', email: 'maya@x.example' },
  { id: '2', name: 'Lee Wong', email: 'lee@x.example' },
  { id: '3', name: 'lee wong', email: 'lee.w@x.example' },
];

test('an owner is a member by address, by a name that only one has, or by what was answered; never by a guess', () => {
  assert.equal(guessOwner('MAYA@x.example', MEMBERS), '1');
  assert.equal(guessOwner('Maya Okafor <maya@x.example>', MEMBERS), '1');
  assert.equal(guessOwner('okafor, maya', MEMBERS), '1');
  assert.equal(guessOwner('Lee Wong', MEMBERS), null, 'two are called that');
  assert.equal(guessOwner('Maya Okafor <maya@elsewhere.example>', MEMBERS), null, 'the address says who it is, and it is nobody here');
  const owner = ownersOf(MEMBERS, { 'Lee Wong': '2', 'Maya Okafor': null });
  assert.deepEqual([owner('Lee Wong'), owner('Maya Okafor'), owner('maya@x.example'), owner('')], ['2', null, '1', null]);
  assert.equal(owner('constructor'), null);
});
