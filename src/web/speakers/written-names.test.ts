import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { UnknownSpeaker } from '#model/pages.ts';
import { answered, answerOfKey, moved, newPerson, properName, type Sheet, sendable, toName } from './answers.ts';

const speaker = (alias: string): UnknownSpeaker => ({
  alias,
  name: alias,
  email: null,
  conversations: [],
  turns: 1,
  sample: '',
  candidates: [],
});

test('both halves of a name that is joined are written large', () => {
  assert.equal(properName('jean-paul sartre'), 'Jean-Paul Sartre');
  assert.equal(properName('SARTRE, JEAN-PAUL'), 'Jean-Paul Sartre');
  assert.equal(properName("SEAN O'BRIEN"), "Sean O'Brien");
  assert.equal(properName('zoë élan'), 'Zoë Élan');
});

test('initials and names with capitals of their own are left alone', () => {
  assert.equal(properName('JP Morgan'), 'JP Morgan');
  assert.equal(properName('Fiona McNeil'), 'Fiona McNeil');
  assert.equal(properName('Joost van der Meer'), 'Joost van der Meer');
});

test('an address becomes its words, and what stands in brackets goes', () => {
  assert.equal(properName('ana.lima@sea.example'), 'Ana Lima');
  assert.equal(properName('Ruth Starling [External] (she/her)'), 'Ruth Starling');
  assert.equal(properName('@sea.example'), '@sea.example');
});

test('whatever a speaker is called, something is left to be called by', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), (name) => properName(name).length > 0));
});

test('a key that is no answer answers nothing', () => {
  for (const key of ['0', 'M', 'Enter', '10', '', 'j']) assert.equal(answerOfKey(key, speaker('ana'), []), null, key);
  assert.deepEqual(answerOfKey('x', speaker('ana'), []), { is: 'nobody' });
  assert.equal(answerOfKey('u', speaker('ana'), []), 'none');
});

test('after the last answer one stays where one is', () => {
  const two = [speaker('ana'), speaker('bo')];
  const sheet: Sheet = { at: 1, answers: { ana: { is: 'me' } } };
  assert.deepEqual(answered(sheet, two, 'bo', { is: 'nobody' }).at, 1);
  assert.deepEqual(moved({ ...sheet, at: 0 }, two, -1).at, 0);
  assert.deepEqual(moved(sheet, two, 1).at, 1);
  assert.deepEqual(moved({ at: 0, answers: {} }, [], 1).at, 0);
});

test('an answer changed is an answer, and takes nothing from the others', () => {
  const two = [speaker('ana'), speaker('bo')];
  const before: Sheet = { at: 0, answers: { ana: { is: 'me' }, bo: { is: 'nobody' } } };
  const after = answered(before, two, 'ana', { is: 'person', personId: 'p', name: 'Ana' });
  assert.deepEqual(after.answers, { ana: { is: 'person', personId: 'p', name: 'Ana' }, bo: { is: 'nobody' } });
  assert.deepEqual(before.answers.ana, { is: 'me' });
});

test('what was typed of a new person goes out without blanks, and what was not does not go', () => {
  const typed = { ...newPerson({ name: 'ana' }, ['friend']), organisation: ' Sea Ltd ', roleTitle: '  ' };
  assert.deepEqual(toName('ana', typed as never), { alias: 'ana', is: 'new', name: 'Ana', kinds: ['friend'], organisation: 'Sea Ltd' });
});

test('an answer about somebody who is not asked about any more is not sent', () => {
  assert.deepEqual(sendable([speaker('bo')], { ana: { is: 'me' } }), []);
});
