import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emailShape, personCardShape, writtenCardShape } from './person-card.shape.ts';
import { calledBy } from './person-card.ts';

const faultsOf = (card: unknown) =>
  (writtenCardShape.safeParse(card).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
const takes = (card: unknown) => faultsOf(card).length === 0;
const linkOf = (url: string) => writtenCardShape.safeParse({ links: [{ url }] }).data?.links?.[0]?.url ?? null;

test('a card may be written in any part of it, and what is not written stays', () => {
  assert.deepEqual(writtenCardShape.parse({}), {});
  assert.deepEqual(writtenCardShape.parse({ nickname: ' Gracie\u0000 ', closeness: null }), { nickname: 'Gracie', closeness: null });
  assert.deepEqual(writtenCardShape.parse({ emails: [], phones: [] }), { emails: [], phones: [] }, 'an empty list is none at all');
});

test('an address stands by itself or with its label', () => {
  assert.deepEqual(writtenCardShape.parse({ emails: ['ada@harbour.example', { email: 'a.l@home.example', label: ' home ' }] }).emails, [
    { email: 'ada@harbour.example', label: '' },
    { email: 'a.l@home.example', label: 'home' },
  ]);
  for (const email of [
    'ada',
    'ada@',
    '@harbour.example',
    'ada@harbour',
    'ada@ harbour.example',
    'a@b@c.example',
    '',
    null,
    `${'a'.repeat(320)}@x.example`,
  ])
    assert.ok(!takes({ emails: [email] }), String(email));
  assert.ok(!takes({ emails: [{ email: 'ada@harbour.example', label: 'x'.repeat(61) }] }));
  assert.ok(!takes({ emails: Array.from({ length: 21 }, (_, i) => `a${i}@harbour.example`) }));
  assert.ok(emailShape.safeParse('ada+crm@harbour.example').success);
});

test('a number is kept as it is written, if there are digits in it', () => {
  assert.deepEqual(writtenCardShape.parse({ phones: [{ phone: ' 020 7946 0018 ext. 5 ' }] }).phones, [
    { phone: '020 7946 0018 ext. 5', label: '' },
  ]);
  assert.deepEqual(faultsOf({ phones: [{ phone: 'ask her' }] }), ['phones.0.phone: A number has digits.']);
  for (const phone of ['', '5', '+', `${'x'.repeat(59)}12`]) assert.ok(!takes({ phones: [{ phone }] }), phone);
});

test('a page of theirs gets the scheme it was written without', () => {
  assert.equal(linkOf('harbour.example/team'), 'https://harbour.example/team');
  assert.equal(linkOf(' http://harbour.example '), 'http://harbour.example');
  assert.equal(linkOf('HTTPS://Harbour.example/A'), 'HTTPS://Harbour.example/A');
  assert.equal(linkOf('intranet.harbour.example:8443/team'), 'https://intranet.harbour.example:8443/team', 'a port is no scheme');
});

test('what would run when it is clicked is no address of a page', () => {
  for (const url of [
    'javascript:alert(1)',
    'JavaScript:alert(document.cookie)',
    'java\nscript:alert(1)',
    'javascript:1/alert.x',
    'data:text/html,<script>1</script>',
    'vbscript:x.y',
    'file:///etc/passwd',
    'mailto:ada@harbour.example',
    'tel:0207946',
    'harbour',
    'https://harbour',
    'https://',
    '',
  ])
    assert.equal(linkOf(url), null, url);
  assert.deepEqual(faultsOf({ links: [{ url: 'javascript:alert(1)' }] }), ['links.0.url: That is not a web address.']);
  fc.assert(
    fc.property(fc.constantFrom('javascript:', 'data:', ' java', 'vbscript:', '\u0001javascript:', ''), fc.string(), (scheme, rest) => {
      const url = linkOf(`${scheme}${rest}`);
      assert.ok(url === null || /^https?:\/\//i.test(url));
    }),
  );
});

test('an address of a page fits its place also with the scheme that was put before it', () => {
  const written = `harbour.example/${'x'.repeat(1984)}`;
  assert.equal(written.length, 2000);
  assert.equal(linkOf(written), null);
  assert.equal(linkOf(written.slice(0, 1992))?.length, 2000);
});

test('a postal address says something, if only a country', () => {
  assert.deepEqual(writtenCardShape.parse({ addresses: [{ country: 'Portugal' }] }).addresses, [
    { label: '', street: '', place: '', region: '', postcode: '', country: 'Portugal' },
  ]);
  assert.deepEqual(faultsOf({ addresses: [{ label: 'home', street: ' ' }] }), ['addresses.0: An address says something.']);
});

test('a day to think of exists in its year, or in some year where none is told', () => {
  const date = (month: number, day: number, year: number | null = null) => ({ dates: [{ kind: 'birthday', month, day, year }] });
  assert.deepEqual(writtenCardShape.parse({ dates: [{ kind: 'birthday', month: 2, day: 29 }] }).dates, [
    { kind: 'birthday', label: '', month: 2, day: 29, year: null },
  ]);
  assert.ok(takes(date(2, 29, 2024)));
  assert.deepEqual(faultsOf(date(2, 29, 2023)), ['dates.0: There is no such day.']);
  assert.deepEqual(faultsOf(date(4, 31)), ['dates.0: There is no such day.']);
  for (const odd of [date(0, 1), date(13, 1), date(1, 32), date(1, 1, 1799), date(1, 1, 26), date(1.5, 1)]) assert.ok(!takes(odd));
  assert.ok(!takes({ dates: [{ kind: 'wedding', month: 1, day: 1 }] }));
});

test('where they are and what they speak are names that computers know', () => {
  for (const zone of ['Europe/Lisbon', 'UTC', 'Asia/Kolkata', null]) assert.ok(takes({ zone }), String(zone));
  assert.deepEqual(faultsOf({ zone: 'Mars/Phobos' }), ['zone: That is not a time zone, like Europe/Amsterdam.']);
  for (const locale of ['en', 'pt-BR', 'zh-Hant-TW', null]) assert.ok(takes({ locale }), String(locale));
  for (const locale of ['English', 'EN', 'e', 'pt_BR', 'en-', 'en-GB;q=1', '']) assert.ok(!takes({ locale }), locale);
});

test('closeness is one of four layers, a way to be reached one of five, and an owner is an id', () => {
  for (const closeness of [0, 5, 1.5, '1']) assert.ok(!takes({ closeness }), String(closeness));
  for (const closeness of [1, 4, null]) assert.ok(takes({ closeness }), String(closeness));
  for (const prefers of ['pigeon', '', 'Email']) assert.ok(!takes({ prefers }), prefers);
  assert.ok(takes({ prefers: 'letter', prefersNote: 'after two', ownerId: null }));
  assert.ok(!takes({ ownerId: 'maya' }));
});

test('whatever a card is written with, it is taken or refused, and what was taken is taken again as it is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', '.', ':', '/', '@', '\u0000', '\ud83d'), maxLength: 40 });
  const card = fc.record(
    {
      givenName: text,
      livesIn: text,
      emails: fc.array(fc.oneof(text, fc.emailAddress()), { maxLength: 2 }),
      phones: fc.array(fc.record({ phone: text, label: text }), { maxLength: 2 }),
      links: fc.array(fc.record({ url: fc.oneof(text, fc.webUrl()) }), { maxLength: 2 }),
      addresses: fc.array(fc.record({ street: text, place: text }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(card, (written) => {
      const read = writtenCardShape.safeParse(written);
      if (read.success) assert.deepEqual(writtenCardShape.parse(read.data), read.data);
    }),
  );
});

test('they are called as friends call them, else by the given name, else not at all', () => {
  assert.equal(calledBy({ nickname: 'Gracie', givenName: 'Grace' }), 'Gracie');
  assert.equal(calledBy({ nickname: '', givenName: 'Grace' }), 'Grace');
  assert.equal(calledBy({ nickname: '', givenName: '' }), null);
});

test('a card that is shown has all its parts: a missing no would be a yes', () => {
  const { doNotContact } = personCardShape.shape;
  assert.ok(!doNotContact.safeParse(undefined).success);
  assert.ok(!doNotContact.safeParse({ at: '2026-11-20T10:00:00Z', by: null }).success);
  assert.ok(doNotContact.safeParse(null).success);
});
