import assert from 'node:assert/strict';
import { test } from 'node:test';
import { domainOf, emailIn, isEmail, isLink, isPhone, listIn } from './address.ts';
import { amountOf, currencyOf, decimalMarkIn } from './amount.ts';
import { distinctHeadings, headingKey } from './headings.ts';
import { textOfBlocks, withoutMarkup } from './markup.ts';
import { ruleOf } from './opt-outs.ts';
import { type DayOrder, dayOf, instantOf, whenOf } from './when.ts';
import { activityKindOf, endedBy, isNoName, kindsIn, meansDone, meansYes, saysNoContact, saysNothing } from './words.ts';

const at = (cell: string, order: DayOrder = 'unknown') => {
  const when = whenOf(cell, order);
  return when === null || when === 'which-way' ? when : (instantOf(when) ?? `--${when.month}-${when.day}`);
};

test('dates as they are written in five languages', () => {
  for (const [cell, expected] of [
    ['2024-03-12', '2024-03-12T00:00:00.000Z'],
    ['2024-03-12 09:14', '2024-03-12T09:14:00.000Z'],
    ['2024-03-12T09:14:05.123456Z', '2024-03-12T09:14:05.000Z'],
    ['2024-03-12T09:14:05.000+0000', '2024-03-12T09:14:05.000Z'],
    ['2024-03-12T09:14:05+02:00', '2024-03-12T07:14:05.000Z'],
    ['2024/3/2', '2024-03-02T00:00:00.000Z'],
    ['20240312T091405Z', '2024-03-12T09:14:05.000Z'],
    ['05 Mar 2026', '2026-03-05T00:00:00.000Z'],
    ['5 maart 2026', '2026-03-05T00:00:00.000Z'],
    ['5. März 2026', '2026-03-05T00:00:00.000Z'],
    ['1er février 2026', '2026-02-01T00:00:00.000Z'],
    ['5 de marzo de 2026', '2026-03-05T00:00:00.000Z'],
    ['Thursday, March 5, 2026', '2026-03-05T00:00:00.000Z'],
    ['Mar 5, 2026 9:30 PM', '2026-03-05T21:30:00.000Z'],
    ['5-mrt-26', '2026-03-05T00:00:00.000Z'],
    ['12.9.1980', '1980-09-12T00:00:00.000Z'],
    ['13/04/2025', '2025-04-13T00:00:00.000Z'],
    ['4/13/25 12:05 am', '2025-04-13T00:05:00.000Z'],
    ['4/4/2025', '2025-04-04T00:00:00.000Z'],
    ['45363', '2024-03-12T00:00:00.000Z'],
    ['45363.5', '2024-03-12T12:00:00.000Z'],
    ['1710234840000', '2024-03-12T09:14:00.000Z'],
    ['1710234840', '2024-03-12T09:14:00.000Z'],
    ['--0912', '--9-12'],
    ['12 September', '--9-12'],
    ['September 12', '--9-12'],
    ['03/04/2025', 'which-way'],
    ['31/02/2024', null],
    ['2023-02-29', null],
    ['2024-13-01', null],
    ['tomorrow', null],
    ['2024', null],
    ['123456', null],
    ['10:30', null],
  ] as const)
    assert.equal(at(cell), expected, cell);
  assert.equal(at('03/04/2025', 'day-first'), '2025-04-03T00:00:00.000Z');
  assert.equal(at('03/04/2025', 'month-first'), '2025-03-04T00:00:00.000Z');
  assert.equal(dayOf({ year: null, month: 1, day: 2, time: '', offset: 0 }), null);
});

test('amounts with signs, codes, both marks and neither', () => {
  for (const [cell, amount, currency] of [
    ['€ 1.234,56', '1234.56', 'EUR'],
    ['1,234.56', '1234.56', null],
    ['$12,500.00', '12500', 'USD'],
    ['1 234,50 €', '1234.5', 'EUR'],
    ["CHF 1'250.00", '1250', 'CHF'],
    ['EUR 99', '99', 'EUR'],
    ['99 kr', '99', null],
    ['-5', '-5', null],
    ['(5.25)', '-5.25', null],
    ['€ -5,00', '-5', 'EUR'],
    ['1.234.567', '1234567', null],
    ['0.5', '0.5', null],
    ['.5', '0.5', null],
    ['007', '7', null],
    ['0', '0', null],
    ['R$ 10', '10', 'BRL'],
  ] as const)
    assert.deepEqual(amountOf(cell), { amount, currency }, cell);
  for (const cell of ['', 'twelve', '12 apples', '1,2,3.4.5', '€', '5%', '12/13']) assert.equal(amountOf(cell), null, cell);
  assert.equal(amountOf('1.250', ',')?.amount, '1250');
  assert.equal(amountOf('1.250', '.')?.amount, '1.25');
  assert.deepEqual(['1.250', '1.25', '1,25', '1.250,5', '1.250.000', '0,125'].map(decimalMarkIn), [null, '.', ',', ',', ',', ',']);
  assert.deepEqual(['eur', '€', 'Euro', 'Amount (GBP)', 'USD - US Dollar', 'kr'].map(currencyOf), ['EUR', 'EUR', null, 'GBP', 'USD', null]);
});

test('addresses, numbers and links: what is one and what is none', () => {
  for (const email of ['tom@harbour.example', 'a+b@x-y.co.uk', "o'neil@x.example", 'jürgen@groß.example']) assert.ok(isEmail(email), email);
  for (const none of [
    'n/a',
    'tom@',
    '@x.example',
    'tom@localhost',
    'a b@x.example',
    'a@b@c.example',
    'tom@x..example',
    '.tom@x.example',
    '',
  ])
    assert.ok(!isEmail(none), none);
  assert.deepEqual(['Tom <tom@x.example>', 'mailto:tom@x.example?subject=x', '"tom@x.example"'].map(emailIn), [
    'tom@x.example',
    'tom@x.example',
    'tom@x.example',
  ]);
  assert.deepEqual(['+44 20 7946 0018', '112', 'ext. 5', 'call me', 'a@1234567'].map(isPhone), [true, true, false, false, false]);
  assert.deepEqual(
    ['https://www.Harbour.example/x', 'tom@harbour.example', 'harbour.example.', 'not one', 'http://localhost'].map(domainOf),
    ['harbour.example', 'harbour.example', 'harbour.example', '', ''],
  );
  assert.deepEqual(['https://x.example/a', 'linkedin.com/in/x', 'javascript:alert(1)', 'file:///etc/passwd', 'a b.c'].map(isLink), [
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.deepEqual(listIn('a; b ::: c|d\ne', false), ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(listIn('a, b', false), ['a, b']);
  assert.deepEqual(listIn('["a","b"]', false), ['a', 'b']);
  assert.deepEqual(listIn('[not json]', true), ['[not json]']);
});

test('words that mean nothing, yes, done, won and no', () => {
  for (const cell of ['', 'n/a', '-', 'N/A', '#N/A', 'null', 'onbekend', '??']) assert.ok(saysNothing(cell), cell);
  for (const cell of ['Na', 'nobody', 'x', '0']) assert.ok(!saysNothing(cell), cell);
  for (const cell of ['', '-', 'n/a', 'Unknown', 'geen naam', '(no name)']) assert.ok(isNoName(cell), cell);
  for (const cell of ['Na', 'Null', 'None', 'Xi']) assert.ok(!isNoName(cell), `people are called ${cell}`);
  for (const cell of ['TRUE', 'ja', 'Oui', 'sí', '1', 'x', 'wahr', '3']) assert.ok(meansYes(cell), cell);
  for (const cell of ['FALSE', 'nee', '0', '', 'no', 'falsch']) assert.ok(!meansYes(cell), cell);
  for (const cell of ['Unsubscribed', 'do_not_contact', 'Opted-out', 'afgemeld', 'Abgemeldet', 'désabonné', 'dado de baja'])
    assert.ok(saysNoContact(cell), cell);
  for (const cell of ['Subscribed', 'no_consent', 'yes', 'not unsubscribed']) assert.ok(!saysNoContact(cell), cell);
  assert.deepEqual(['Customer', 'Klant; Partner', 'Lead', 'Opportunity', 'Customer - Direct', 'Étudiante'].map(kindsIn), [
    ['customer'],
    ['customer', 'partner'],
    ['prospect'],
    [],
    ['customer'],
    ['student'],
  ]);
  assert.deepEqual(['Closed Won', 'closedlost', 'Won', 'gewonnen', 'Open', 'Won stage'].map(endedBy), [
    'won',
    'lost',
    'won',
    'won',
    null,
    null,
  ]);
  assert.deepEqual(['Completed', 'afgerond', 'Erledigt', 'Not Started', 'yes'].map(meansDone), [true, true, true, false, true]);
  assert.deepEqual(['Call', 'E-Mail', 'Besprechung', 'WhatsApp', 'Notiz', 'Lunchbox'].map(activityKindOf), [
    'call',
    'email',
    'meeting',
    'message',
    'note',
    null,
  ]);
});

test('an opt-out and a consent are known by their heading, in any language', () => {
  for (const heading of [
    'Do Not Call',
    'HasOptedOutOfEmail',
    'Unsubscribed from all email',
    'Opted out of email: News',
    'Niet bellen',
    'Werbesperre',
    'Désabonné',
  ])
    assert.equal(ruleOf(heading, 'person'), 'doNotContact', heading);
  for (const heading of ['Consent', 'GDPR legal basis', 'Double opt-in', 'Einwilligung', 'Legal basis for processing contact’s data'])
    assert.equal(ruleOf(heading, 'person'), 'nothing', heading);
  assert.equal(ruleOf('HasOptedOutOfFax', 'person'), null);
  assert.equal(ruleOf('Newsletter', 'person'), 'doNotContact.said');
  assert.equal(ruleOf('First name', 'person'), null);
});

test('headings are compared without what tells nothing, and are told apart where they are the same', () => {
  assert.equal(headingKey(' Prénom * '), headingKey('PRENOM'));
  assert.equal(headingKey('E-mail 1 - Value'), 'email1value');
  assert.equal(headingKey('Straße'), 'strasse');
  assert.deepEqual(distinctHeadings(['a', 'a', '', 'a', ' ']), ['a', 'a (2)', 'Column 3', 'a (3)', 'Column 5']);
});

test('markup becomes words with their lines and lists; what is none stays as it is', () => {
  assert.equal(withoutMarkup('a < b && c > d'), 'a < b && c > d');
  assert.equal(withoutMarkup('<p>One&nbsp;<b>two</b></p><script>x</script><p>three<br>four</p>'), 'One **two**\n\nthree\nfour');
  assert.equal(withoutMarkup('<a href="https://x.example">there</a> &#8364;&#x20ac;'), '[there](https://x.example) €€');
  assert.equal(
    textOfBlocks(
      '[{"type":"p","content":[{"type":"text","text":"a"},{"type":"link","content":[{"text":"b"}]}],"children":[{"content":"c"}]}]',
    ),
    'ab\nc',
  );
  assert.equal(textOfBlocks('[broken'), '[broken');
});

test('no cell of a million letters holds anything up', () => {
  const long = [
    ' '.repeat(1_000_000),
    '<script>'.repeat(100_000),
    '<a href="https:'.repeat(60_000),
    '"'.repeat(1_000_000),
    '1'.repeat(1_000_000),
    'a@'.repeat(500_000),
    '&#'.repeat(500_000),
    '[{'.repeat(500_000),
  ];
  const started = performance.now();
  for (const cell of long) {
    whenOf(cell, 'unknown');
    amountOf(cell);
    decimalMarkIn(cell);
    isEmail(emailIn(cell));
    isPhone(cell);
    isLink(cell);
    domainOf(cell);
    listIn(cell, true);
    kindsIn(cell);
    saysNothing(cell);
    isNoName(cell);
    meansYes(cell);
    saysNoContact(cell);
    activityKindOf(cell);
    withoutMarkup(`<p>${cell}`);
    textOfBlocks(cell);
    headingKey(cell.slice(0, 100_000));
  }
  const ms = performance.now() - started;
  assert.ok(ms < 8000, `${Math.round(ms)} ms`);
});
