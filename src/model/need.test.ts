import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, isToRepair } from './belief.ts';
import { dug, soundsLikeYes, speakable, VALUE_ELEMENTS, VALUE_LEVELS } from './need.ts';
import { stateOf } from './say-back.ts';

test('there are forty elements of value in five levels, each once', () => {
  assert.equal(VALUE_ELEMENTS.length, 40);
  assert.equal(new Set(VALUE_ELEMENTS).size, 40);
  assert.equal(Object.keys(VALUE_LEVELS).length, 5);
});

test('where digging stopped: the deepest, what was passed over, and whether it stayed on the surface', () => {
  const at = (...depths: number[]) => dug(depths.map((depth) => ({ depth })));
  assert.deepEqual(at(0, 1, 3), { top: 0, deepest: 3, gaps: [2], surface: false });
  assert.deepEqual(at(0, 4), { top: 0, deepest: 4, gaps: [1, 2, 3], surface: false });
  assert.deepEqual(at(0, 1), { top: 0, deepest: 1, gaps: [], surface: true });
  assert.deepEqual(at(3), { top: 3, deepest: 3, gaps: [], surface: false });
});

test('a yes is heard in both languages, and not in a word that only begins like one', () => {
  for (const yes of ['Yes. Exactly that.', 'yeah', '“That’s right”'.replace('’', "'"), 'Precies!', 'Klopt.', 'Ja, zo is het', 'Exactly.'])
    assert.ok(soundsLikeYes(yes), yes);
  for (const other of ['Yesterday it rang', 'Not exactly', 'Jaren geleden', 'We have nine', '']) assert.ok(!soundsLikeYes(other), other);
});

test('words of theirs go into a question only where they read as one short sentence', () => {
  assert.equal(speakable('Nobody acts on the alarms.'), 'Nobody acts on the alarms');
  assert.equal(speakable('…it is my name on the letter.'), 'it is my name on the letter');
  for (const not of ['Why?', 'Two.\nLines', 'He said “no”', 'x'.repeat(91), '', '…']) assert.equal(speakable(not), null, not);
});

test('what is not so stands first, what was closed last; what is true needs no repair', () => {
  const belief = (kind: 'true' | 'false' | 'gap', closedAt: string | null = null) => ({ kind, closedAt });
  const [a, b, c, d] = [belief('true'), belief('false', '2026-11-01T10:00:00Z'), belief('gap'), belief('false')];
  assert.deepEqual(inOrder([a, b, c, d]), [d, c, a, b]);
  assert.deepEqual([isToRepair(a), isToRepair(c), isToRepair(d)], [false, true, true]);
});

test('a link is open until its day or until it is taken back', () => {
  const link = { revokedAt: null, expiresAt: '2026-12-01T10:00:00Z' };
  assert.equal(stateOf(link, '2026-12-01T09:59:59Z'), 'open');
  assert.equal(stateOf(link, '2026-12-01T10:00:00Z'), 'expired');
  assert.equal(stateOf({ ...link, revokedAt: '2026-11-02T10:00:00Z' }, '2026-12-09T10:00:00Z'), 'revoked');
});

test('a yes is heard as transcripts write it, with a curly apostrophe', () => {
  for (const yes of ['“That’s right”', 'That’s it.', "that's it", '… Yes', '- Ja!']) assert.ok(soundsLikeYes(yes), yes);
});

test('what begins like a yes and is a no is none', () => {
  for (const no of [
    'Helemaal niet.',
    'Absolutely not',
    'Helemaal geen last van',
    'Right, no, that is not it',
    'Ja, nee, dat bedoel ik niet',
  ])
    assert.ok(!soundsLikeYes(no), no);
  for (const yes of ['Helemaal, en dan nog iets', 'Absolutely. Not a day goes by', 'Yes, nobody does', 'Ja, niemand', 'Yes, no one acts'])
    assert.ok(soundsLikeYes(yes), yes);
});
