import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpeakerView } from '#model/pages.ts';
import { namesOf } from './speaker-names.ts';

const speaker = (i: number, name: string, isYou = false): SpeakerView => ({
  id: `s${i}`,
  i,
  name,
  email: null,
  side: isYou ? 'us' : 'them',
  personId: null,
  memberId: null,
  isYou,
  turns: 1,
  words: 1,
  ms: null,
});

test('a first name will do, where it is one person’s', () => {
  const names = namesOf([speaker(0, 'Ines Carvalho'), speaker(1, 'Maya Okafor', true), speaker(2, 'Dr Amina Yusuf')], 'You');
  assert.equal(names.short(0), 'Ines');
  assert.equal(names.long(0), 'Ines Carvalho');
  assert.equal(names.short(1), 'You');
  assert.equal(names.short(2), 'Dr Amina Yusuf');
});

test('two of one name, numbered and written as an address stay whole', () => {
  const names = namesOf([speaker(0, 'Ana Lima'), speaker(1, 'Ana Berg'), speaker(2, 'Speaker 2'), speaker(3, 'bo@sea.example')], 'You');
  assert.equal(names.short(0), 'Ana Lima');
  assert.equal(names.short(2), 'Speaker 2');
  assert.equal(names.short(3), 'bo@sea.example');
  assert.equal(names.short(9), '?');
});
