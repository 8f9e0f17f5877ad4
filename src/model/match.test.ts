import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { givenKeyOf, givenOf, matchEmailOf, matchKeyOf, matchUrlOf, organisationKeyOf } from './match.ts';
import { formsOf, mayBeShortFor } from './nicknames.ts';

test('one person is one, however the name is written', () => {
  for (const [one, other] of [
    ['Tom Baker', 'Baker, Thomas'],
    ['Gracie Oyelaran', 'Grace Oyelaran'],
    ['Ines Carvalho', 'Inês  CARVALHO (external)'],
    ['Иван Петров', 'Ivan Petrov'],
    ['Dr. Søren Åkerlund', 'Soren Akerlund'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Jan v.d. Berg', 'Johannes van den Berg'],
    ['Siobhan O’Brien', 'siobhan obrien'],
    ['Liesbeth de Vries', 'Elisabeth Vries'],
    ['Pepe Jiménez', 'José Jimenez'],
    ['Yiannis Παπαδόπουλος', 'Yiannis Papadopoylos'],
    ['Hans-Jürgen Weiß', 'Weiss, Hans Juergen'],
  ] as const)
    assert.equal(matchKeyOf(one), matchKeyOf(other), one);
  assert.notEqual(matchKeyOf('Tom Baker'), matchKeyOf('Tim Baker'));
  assert.notEqual(matchKeyOf('Jan de Wit'), matchKeyOf('Jan de Boer'));
  assert.equal(matchKeyOf('Van Der'), 'der van', 'a name of particles alone is still a name');
});

test('one organisation is one, whatever its legal form', () => {
  assert.equal(organisationKeyOf('Harbour Foods, Ltd'), organisationKeyOf('The Harbour Foods'));
  assert.equal(organisationKeyOf('Noordzee Vis B.V.'), organisationKeyOf('noordzee vis bv'));
  assert.notEqual(organisationKeyOf('The Company'), '');
});

test('tags and the dots of one provider tell no two mailboxes apart', () => {
  assert.equal(matchEmailOf('Tom.Baker+crm@GMail.com'), 'tombaker@gmail.com');
  assert.equal(matchEmailOf('tom.baker+crm@harbour.example'), 'tom.baker@harbour.example');
});

test('a profile is one under each of its addresses', () => {
  assert.equal(matchUrlOf('https://www.linkedin.com/in/tom-baker/?trk=x'), matchUrlOf('http://nl.linkedin.com/in/Tom-Baker'));
});

test('no name is too odd to be compared, and comparing twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => matchKeyOf(matchKeyOf(name)) === matchKeyOf(name)));
});

test('a given name is one from each of its short forms; one that is short for several may be any of them', () => {
  for (const full of ['thomas', 'elizabeth', 'mohammed', 'wolfgang', 'george'])
    for (const form of formsOf(full)) assert.equal(givenKeyOf(form), givenKeyOf(full), form);
  for (const form of formsOf('johannes')) assert.equal(givenKeyOf(givenKeyOf(form)), givenKeyOf(form), form);
  assert.deepEqual([mayBeShortFor('pat', 'patrick'), mayBeShortFor('pat', 'patricia'), mayBeShortFor('pat', 'peter')], [true, true, false]);
  assert.equal(givenKeyOf('Baker, Tom'), givenKeyOf('Thomas Baker'));
  assert.equal(givenOf('Dr. Gracie Oyelaran'), 'gracie');
  assert.equal(givenKeyOf(''), '');
  assert.deepEqual(formsOf('constructor'), ['constructor'], 'nor is it taken in by a word of JavaScript');
});

test('a legal form is one with all its dots, with some and with none', () => {
  for (const written of ['Noordzee Vis B.V.', 'Noordzee Vis B.V', 'Noordzee Vis BV', 'NOORDZEE VIS b.v.'])
    assert.equal(organisationKeyOf(written), 'noordzee vis', written);
  for (const written of ['Porto Frio S.A', 'Porto Frio S.A.', 'Porto Frio, SA', 'Porto Frio S.p.A.', 'Porto Frio S.p.A'])
    assert.equal(organisationKeyOf(written), 'porto frio', written);
  assert.equal(organisationKeyOf('J.P. Morgan'), organisationKeyOf('JP Morgan'));
  assert.equal(organisationKeyOf('E.ON SE'), 'e on se', 'a dot within a word is no initial');
});

test('an organisation has a key unless it has no letter, and comparing twice changes nothing', () => {
  for (const nothing of ['', '  ', '---', '()', '…']) assert.equal(organisationKeyOf(nothing), '', nothing);
  assert.equal(organisationKeyOf('B.V.'), 'bv', 'a name of a legal form alone is still a name');
  assert.equal(organisationKeyOf('Яндекс ООО'), 'yandeks ooo');
  assert.equal(organisationKeyOf('Café Zürich GmbH & Co. KG'), 'cafe zurich');
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Harbour', 'B.V.', 'the', 'S.p.A', 'é', '&', 'Co', '3M', 'J.P.'), { maxLength: 5 }), (words) => {
      const key = organisationKeyOf(words.join(' '));
      assert.equal(organisationKeyOf(key), key);
    }),
  );
});

test('comparing mailboxes twice changes nothing, and a tag alone is still a mailbox', () => {
  assert.equal(matchEmailOf('t.o.m+a+b@googlemail.com'), 'tom@gmail.com');
  assert.equal(matchEmailOf(' +tag@harbour.example '), '+tag@harbour.example');
  assert.notEqual(matchEmailOf('tom.baker@harbour.example'), matchEmailOf('tombaker@harbour.example'), 'elsewhere dots tell people apart');
  fc.assert(
    fc.property(fc.emailAddress(), fc.constantFrom('gmail.com', 'googlemail.com', 'harbour.example'), (any, domain) => {
      const email = `${any.split('@')[0]}@${domain}`;
      assert.equal(matchEmailOf(matchEmailOf(email)), matchEmailOf(email));
      assert.equal(matchEmailOf(email.toUpperCase()), matchEmailOf(email));
    }),
  );
});

test('two profiles are two, though they stand at one house', () => {
  assert.notEqual(matchUrlOf('https://linkedin.com/in/tom-baker'), matchUrlOf('https://linkedin.com/in/tom-baker-2'));
  assert.notEqual(matchUrlOf('https://linkedin.com/in/harbour'), matchUrlOf('https://linkedin.com/company/harbour'));
  assert.equal(matchUrlOf(' https://Harbour.example/team#ines '), 'harbour.example/team');
  assert.equal(matchUrlOf('http://www.harbour.example'), matchUrlOf('harbour.example/'));
});

test('titles and degrees are no part of a name, and neither is what stands in brackets', () => {
  for (const written of [
    'Prof. Dr. Ines Carvalho',
    'Mevr. I. Carvalho (Ines)',
    'Ines Carvalho, PhD',
    'INES CARVALHO MBA',
    'ir. Ines Carvalho [external]',
  ])
    assert.ok(matchKeyOf(written).split(' ').includes('carvalho'), written);
  assert.equal(matchKeyOf('Prof. Dr. Ines Carvalho'), matchKeyOf('ir. Ines Carvalho [external]'));
  assert.equal(matchKeyOf('Dr.'), '');
});
