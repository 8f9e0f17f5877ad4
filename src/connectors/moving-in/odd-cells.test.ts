import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDay } from '#model/day.ts';
import { bringing } from '#test/dropping.ts';
import { domainOf, emailIn, isEmail, isLink, isPhone, listIn } from './address.ts';
import { amountOf, decimalMarkIn } from './amount.ts';
import { ruleOf } from './opt-outs.ts';
import { dayOf, instantOf, orderedNumbers, whenOf } from './when.ts';
import { endedBy, kindsIn, meansCalledOff, saysNoContact } from './words.ts';

const at = (cell: string, order: 'day-first' | 'month-first' | 'unknown' = 'unknown') => {
  const when = whenOf(cell, order);
  return when === null || when === 'which-way' ? when : instantOf(when);
};

test('a time at the edge of a day, with and without a zone, falls on the day it says', () => {
  for (const [cell, expected] of [
    ['2024-12-31T23:30:00-05:00', '2025-01-01T04:30:00.000Z'],
    ['2024-03-01 00:15 +0530', '2024-02-29T18:45:00.000Z'],
    ['2024-03-12 12:00 AM', '2024-03-12T00:00:00.000Z'],
    ['2024-03-12 12:00 p.m.', '2024-03-12T12:00:00.000Z'],
    ['2016-12-31 23:59:60', '2016-12-31T23:59:59.000Z'],
    ['2024-03-12T09:14:05.999+01', '2024-03-12T08:14:05.000Z'],
    ['12.03.2024, 14:05 Uhr', null],
    ['5. Mai 2026 um 14.30', '2026-05-05T14:30:00.000Z'],
    ['5 mai 2026 à 9h05', '2026-05-05T09:05:00.000Z'],
    ['2024-03-12 24:00', null],
    ['2024-03-12 09:60', null],
  ] as const)
    assert.equal(at(cell), expected, cell);
});

test('two figures of a year are who is young or what comes soon; no year is before a thousand', () => {
  for (const [cell, expected] of [
    ['13/04/36', '2036-04-13T00:00:00.000Z'],
    ['13/04/37', '1937-04-13T00:00:00.000Z'],
    ['29.02.00', '2000-02-29T00:00:00.000Z'],
    ['29.02.1900', null],
    ['0999-01-01', null],
    ['9999-12-31', null],
    ['1604-09-12', '1604-09-12T00:00:00.000Z'],
  ] as const)
    assert.equal(at(cell), expected, cell);
});

test('a day that is read is one that there is, in any order, and dots always put the day first', () => {
  const part = fc.integer({ min: 0, max: 40 });
  const cell = fc.tuple(part, part, fc.integer({ min: 990, max: 2100 }), fc.constantFrom('/', '-', '.')).map(([a, b, year, mark]) => {
    return { text: `${a}${mark}${b}${mark}${year}`, a, b, year, mark };
  });
  fc.assert(
    fc.property(
      cell,
      fc.constantFrom('day-first' as const, 'month-first' as const, 'unknown' as const),
      ({ text, a, b, year, mark }, order) => {
        const when = whenOf(text, order);
        if (when === 'which-way') return assert.ok(order === 'unknown' && mark !== '.' && a !== b && a <= 12 && b <= 12);
        if (when === null) return;
        assert.ok(isDay(dayOf(when) ?? ''), text);
        assert.equal(when.year, year);
        if (mark === '.' || order === 'day-first') assert.ok(b > 12 ? mark !== '.' : when.day === a && when.month === b, text);
      },
    ),
  );
  assert.equal(orderedNumbers('03.04.2025'), null);
  assert.deepEqual([orderedNumbers('03/04/2025'), orderedNumbers('x3/04/2025')], [[3, 4], null]);
});

test('any amount that is written comes back the same, with either mark and any blank between the thousands', () => {
  const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
  const marks = fc.constantFrom(['.', ','], [',', '.'], [',', ' '], [',', '\u202f'], ['.', '’'], [',', '']);
  fc.assert(
    fc.property(cents, marks, fc.constantFrom('', '€ ', 'CHF ', 'US$'), (all, [decimal = '.', thousands = ''], before) => {
      const [whole, rest] = [Math.floor(Math.abs(all) / 100), Math.abs(all) % 100];
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, thousands);
      const written = `${before}${all < 0 ? '-' : ''}${grouped}${decimal}${String(rest).padStart(2, '0')}`;
      const read = amountOf(written, decimal as ',' | '.');
      assert.equal(Number(read?.amount), all / 100, written);
    }),
  );
});

test('what only looks like an amount is none, and nought is never below itself', () => {
  for (const cell of [
    '1,00,0.5',
    '12.03.2024',
    '192.168.0.1',
    '1.234.56',
    '--5',
    '5-3',
    '1.2.3,4',
    'abc5',
    '5 of 6',
    '0x10',
    '1e5',
    '€€5€',
    '٣٤',
  ])
    assert.equal(amountOf(cell), null, cell);
  assert.equal(amountOf('12,34,567.50')?.amount, '1234567.5', 'as it is grouped in India');
  assert.equal(amountOf('-0,00', ',')?.amount, '0');
  assert.equal(amountOf('(0)')?.amount, '0');
  assert.deepEqual(['12', '', 'x', '1,234', '0.125', "1'234"].map(decimalMarkIn), [null, null, null, null, '.', null]);
});

test('a long number that a spreadsheet made a power of ten of is no telephone', async () => {
  for (const cell of ['3.16E+10', '3,16E+10', '4.4207946E+11', '4e10']) assert.ok(!isPhone(cell), cell);
  const told = await bringing({ 'p.csv': 'Name;Phone;E-mail\nTom Baker;3,16E+10;tom@x.example\nAnn Ost;+44 20 7946 0018;ann@x.example\n' });
  const [tom, ann] = told.records;
  assert.ok(tom?.object === 'person' && ann?.object === 'person');
  assert.deepEqual([tom.phones, ann.phones.length], [[], 1]);
  assert.ok(told.problems.includes('phone.not-one'));
});

test('an address is taken out of what is written around it, and a name around it is none', () => {
  for (const [cell, expected] of [
    ['"Baker, Tom" <Tom.Baker@X.example>', 'Tom.Baker@X.example'],
    ['smtp:tom@x.example', 'tom@x.example'],
    ["'tom@x.example',", 'tom@x.example'],
    ['<tom@x.example>', 'tom@x.example'],
    ['MAILTO:tom@x.example?cc=ann@x.example', 'tom@x.example'],
  ] as const)
    assert.equal(emailIn(cell), expected, cell);
  for (const none of [
    `${'a'.repeat(65)}@x.example`,
    `a@${'b'.repeat(190)}.example`,
    'tom@x',
    'tom@[127.0.0.1]',
    'tom@-',
    'tom@x.example, ann@x.example',
  ])
    assert.ok(!isEmail(none), none);
  assert.deepEqual(listIn('[{"url":"https://a.example"},{"number":"20 7946","callingCode":"+44"},{"a":1},7]', false), [
    'https://a.example',
    '+44 20 7946',
    '7',
  ]);
});

test('a domain is one whatever stands before and behind it; a link opens nothing but a page', () => {
  for (const [cell, expected] of [
    ['HTTP://WWW2.Harbour.example:8080/a?b#c', 'harbour.example'],
    ['@harbour.example', 'harbour.example'],
    ['ftp://files.harbour.example', 'files.harbour.example'],
    ['münchen.example', 'münchen.example'],
    ['-harbour.example', ''],
    ['harbour..example', ''],
    ['192.168.0.1', ''],
    [`${'a.'.repeat(130)}example`, ''],
  ] as const)
    assert.equal(domainOf(cell), expected, cell);
  for (const none of [
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'http://',
    'https:///x',
    'mailto:tom@x.example',
    `https://x.example/${'a'.repeat(2000)}`,
  ])
    assert.ok(!isLink(none), none.slice(0, 40));
});

test('a no is a no in the words people write it in, and a word that only holds one is not', () => {
  for (const no of [
    'UNSUBSCRIBED (bounced)',
    "don't call",
    'Bitte nicht anrufen',
    'niet mailen!',
    'Ne pas contacter',
    'no llamar',
    'spam complaint',
  ])
    assert.ok(saysNoContact(no), no);
  for (const not of ['never unsubscribed', 'recall', 'opted in', 'Please contact me', `${'x'.repeat(300)} unsubscribed`])
    assert.ok(!saysNoContact(not), not.slice(0, 40));
  assert.equal(ruleOf('Do not fax', 'person'), null);
  assert.equal(ruleOf('Do not call', 'deal'), null, 'only of people');
  assert.equal(ruleOf('Marketing consent', 'organisation'), 'nothing');
});

test('how a deal ended and what a task became is told in five languages, and a guess is not made', () => {
  assert.deepEqual(['CLOSED - WON', 'Gagnée', 'perdida', 'closed_lost', 'Verlorene', 'lost?'].map(endedBy), [
    'won',
    'won',
    'lost',
    'lost',
    null,
    null,
  ]);
  assert.deepEqual(['Deferred', 'abgesagt', 'Annulée', 'open'].map(meansCalledOff), [true, true, true, false]);
  assert.deepEqual(kindsIn('Klant|Vriend, customer'), ['customer', 'friend']);
});
