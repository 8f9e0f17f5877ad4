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
