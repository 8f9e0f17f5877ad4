import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanName, openRoll, shapeOf } from './names.ts';

test('names of people, callers and rooms look like names', () => {
  const names = [
    'Ana Ruiz',
    'Tom Baker (Harbour Foods)',
    'Baker, Tom (External)',
    'J. R. van der Berg',
    'Dr. Müller',
    "O'Brien",
    "Ana's iPhone",
    'Speaker 1',
    'Unknown Speaker',
    '+31 6 12345678',
    'tom@harbour.example',
    '田中 太郎',
    'Q',
    'Vincent van Gogh',
    'van der Berg',
  ];
  assert.deepEqual(
    names.filter((name) => shapeOf(name).shape !== 'strict'),
    [],
  );
});

test('labels, questions, sentences and addresses do not', () => {
  const others = [
    'Note',
    'agenda',
    'Monday',
    'Action items',
    'Is this it?',
    'See http://x',
    'I went home. Then',
    'ERROR',
    '',
    '12:30',
    'a = b',
    'Vraag',
  ];
  assert.deepEqual(
    others.filter((text) => shapeOf(text).shape !== 'no'),
    [],
  );
});

test('stars, brackets and odd spaces around a name go', () => {
  assert.equal(cleanName('**Ana Ruiz'), 'Ana Ruiz');
  assert.equal(cleanName('[Ana\u00a0Ruiz]'), 'Ana Ruiz');
  assert.equal(cleanName('  Ana   Ruiz\u200f '), 'Ana Ruiz');
  assert.equal(cleanName('Tom Baker (Harbour Foods)'), 'Tom Baker (Harbour Foods)');
});

test('a single word said once before a colon is somebody only where people go by one name', () => {
  const full = openRoll();
  for (let i = 0; i < 3; i++) full.note('Ana Ruiz');
  const honestly = full.note('Honestly');
  assert.equal(full.speaks(full.note('Ana Ruiz')), true);
  assert.equal(full.speaks(honestly), false);
  const first = openRoll();
  for (let i = 0; i < 3; i++) first.note('Ana');
  assert.equal(first.speaks(first.note('Tom')), true);
});

test('lower case names speak when they come again and again', () => {
  const roll = openRoll();
  const once = roll.note('the thing is');
  const ana = roll.note('ana');
  assert.equal(roll.speaks(ana), false);
  roll.note('ana');
  roll.note('ana');
  assert.equal(roll.speaks(ana), true);
  assert.equal(roll.speaks(once), false);
});

test('a name with and without stars is one person', () => {
  const roll = openRoll();
  assert.equal(roll.note('**Ana Ruiz'), roll.note('Ana Ruiz'));
});
