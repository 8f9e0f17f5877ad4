import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchEmailOf, matchKeyOf, matchUrlOf, organisationKeyOf } from './match.ts';

test('one person is one, however the name is written', () => {
  for (const [one, other] of [
    ['Tom Baker', 'Baker, Thomas'],
    ['Gracie Oyelaran', 'Grace Oyelaran'],
    ['Ines Carvalho', 'Inês  CARVALHO (external)'],
    ['Иван Петров', 'Ivan Petrov'],
    ['Dr. Søren Åkerlund', 'Soren Akerlund'],
  ] as const)
    assert.equal(matchKeyOf(one), matchKeyOf(other), one);
  assert.notEqual(matchKeyOf('Tom Baker'), matchKeyOf('Tim Baker'));
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
