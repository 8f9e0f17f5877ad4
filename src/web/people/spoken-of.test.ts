import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { people as en } from '../messages/en/people.ts';
import { people as nl } from '../messages/nl/people.ts';
import { betweenUs } from './between.ts';
import { calledObject, calledSubject, firstName } from './called.ts';
import { countWord } from './people-search.ts';
import { whoIs } from './who.ts';

const nothing = { weOwe: 0, theyOwe: 0, openFindings: 0, falseBeliefs: 0 };

test('of all that is between us a row says what weighs most', () => {
  const all = { weOwe: 2, theyOwe: 1, openFindings: 3, falseBeliefs: 1 };
  assert.deepEqual(betweenUs(all, en), { says: 'we owe 2', tone: 'wait b' });
  assert.deepEqual(betweenUs({ ...all, weOwe: 0 }, en), { says: 'belief to repair', tone: 'wait b' });
  assert.deepEqual(betweenUs({ ...all, weOwe: 0, falseBeliefs: 0 }, en), { says: '3 suggestions', tone: 'm' });
  assert.deepEqual(betweenUs({ ...nothing, theyOwe: 1 }, en), { says: 'they owe 1', tone: 'm' });
  assert.equal(betweenUs(nothing, en), null);
});

test('one suggestion is one, in either language', () => {
  assert.equal(betweenUs({ ...nothing, openFindings: 1 }, en)?.says, '1 suggestion');
  assert.equal(betweenUs({ ...nothing, openFindings: 1 }, nl)?.says, '1 suggestie');
});

test('somebody is she or he only where that is known, else goes by the first name', () => {
  assert.deepEqual(
    ['she/her', 'SHE', ' he / him', 'they/them', '', null].map((pronouns) => calledObject('Ines Carvalho', pronouns, 'en')),
    ['her', 'her', 'him', 'Ines', 'Ines', 'Ines'],
  );
  assert.deepEqual(
    ['zij/haar', 'ze', 'hij/hem', 'she/her', 'hen/hun'].map((pronouns) => calledSubject('Ines Carvalho', pronouns, 'nl')),
    ['ze', 'ze', 'hij', 'ze', 'Ines'],
  );
});

test('Dutch pronouns mean nothing on an English page, and the name stands there', () => {
  assert.equal(calledObject('Joost van der Meer', 'hij/hem', 'en'), 'Joost');
});

test('whatever stands in the field of pronouns, what is said is a word', () => {
  for (const odd of ['constructor', '__proto__', 'toString/valueOf', 'hasOwnProperty'])
    for (const locale of ['en', 'nl'] as const) {
      assert.equal(calledObject('Ana Lima', odd, locale), 'Ana');
      assert.equal(calledSubject('Ana Lima', odd, locale), 'Ana');
    }
  fc.assert(fc.property(fc.string(), (odd) => typeof calledObject('Ana Lima', odd, 'en') === 'string'));
});

test('a title is not a name, unless it is all there is', () => {
  assert.equal(firstName('Dr. Ruth Starling'), 'Ruth');
  assert.equal(firstName('Prof dr Ada Blom'), 'Ada');
  assert.equal(firstName('mevr. De Vries'), 'De');
  assert.equal(firstName('Dr.'), 'Dr.');
  assert.equal(firstName('Drake Moss'), 'Drake');
});

test('a nickname comes before a given name, and is what a sentence falls back to', () => {
  const who = whoIs({ name: 'Dr Margaretha Blom', pronouns: null, nickname: 'Greet', givenName: 'Margaretha' }, 'en');
  assert.deepEqual(who, { first: 'Greet', subject: 'Greet', object: 'Greet' });
});

test('nobody reads four figures in a bar', () => {
  assert.deepEqual([0, 999, 1000, 25_000].map(countWord), ['0', '999', '999+', '999+']);
});
