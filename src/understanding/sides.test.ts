import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Participant } from '#model/conversation.ts';
import { Refusal } from '#model/refusal.ts';
import { talk } from '#test/talk.ts';
import { withSides } from './sides.ts';

const PEOPLE: Participant[] = [
  { name: 'Inês Carvalho', email: 'ines@harbour.example', side: 'unknown' },
  { name: 'Daniel Brandt', side: 'unknown' },
  { name: 'Maya Okafor', email: 'maya@ours.example', side: 'unknown' },
  { name: 'Unknown Speaker', side: 'unknown' },
];

function sidesFor(us: string[], participants = PEOPLE): string[] {
  return withSides({ ...talk([['Ana', 'Hello']]), participants }, us).participants.map(({ side }) => side);
}

test('a name, a first name, a piece of a name or an address says who is us; the rest becomes them', () => {
  for (const us of ['Maya Okafor', 'maya', 'OKAFOR', 'kafor', 'maya@ours.example', 'MAYA@OURS.example', ' Okafor  Maya '])
    assert.deepEqual(sidesFor([us]), ['them', 'them', 'us', 'unknown'], us);
});

test('accents and their absence are the same name', () => {
  assert.deepEqual(sidesFor(['Ines']), ['us', 'them', 'them', 'unknown']);
  assert.deepEqual(sidesFor(['Inés Carválho']), ['us', 'them', 'them', 'unknown']);
});

test('two of us are both us', () => {
  assert.deepEqual(sidesFor(['maya', 'daniel']), ['them', 'us', 'us', 'unknown']);
});

test('without a word about us, sides stay as the source gave them', () => {
  assert.deepEqual(sidesFor([]), ['unknown', 'unknown', 'unknown', 'unknown']);
  assert.deepEqual(sidesFor(['  ']), ['unknown', 'unknown', 'unknown', 'unknown']);
});

test('a side the source gave is kept for those we do not name', () => {
  const known: Participant[] = [
    { name: 'Ann', side: 'us' },
    { name: 'Bea', side: 'unknown' },
    { name: 'Cas', side: 'them' },
  ];
  assert.deepEqual(sidesFor(['Bea'], known), ['us', 'us', 'them']);
});

test('a stranger is refused, and the sentence names those who were there', () => {
  assert.throws(
    () => sidesFor(['Zoltan']),
    (error: unknown) => error instanceof Refusal && error.code === 'listen.nobody' && /Inês Carvalho, Daniel Brandt/.test(error.message),
  );
});

test('a name that fits two is refused, not guessed', () => {
  const twins: Participant[] = [
    { name: 'Tom Baker', side: 'unknown' },
    { name: 'Tom Smith', side: 'unknown' },
  ];
  assert.throws(() => sidesFor(['Tom'], twins), Refusal);
  assert.deepEqual(sidesFor(['Tom B'], twins), ['us', 'them']);
});

test('an exact name wins over a longer one that contains it', () => {
  const people: Participant[] = [
    { name: 'Tom', side: 'unknown' },
    { name: 'Tom Smith', side: 'unknown' },
  ];
  assert.deepEqual(sidesFor(['tom'], people), ['us', 'them']);
});
