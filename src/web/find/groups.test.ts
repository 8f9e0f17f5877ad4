import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Hit } from '#model/pages.ts';
import { fits, groupsOf, marksIn, nextKind, pieces } from './groups.ts';

const hit = (kind: Hit['kind'], id: string): Hit => ({ kind, id, title: id, detail: '', marks: [] });
const found = [hit('promise', 'p'), hit('person', 'a'), hit('words', 'w'), hit('person', 'b')];

test('people come first, what was promised last, each kind together', () => {
  assert.deepEqual(
    groupsOf(found, null).map((group) => [group.kind, group.hits.map((one) => one.id).join('')]),
    [
      ['person', 'ab'],
      ['words', 'w'],
      ['promise', 'p'],
    ],
  );
  assert.equal(groupsOf(found, 'words').length, 1);
});

test('Tab walks through the kinds that were found and comes back to all', () => {
  assert.deepEqual(
    [null, 'person', 'words', 'promise'].map((kind) => nextKind(found, kind as Hit['kind'] | null)),
    ['person', 'words', 'promise', null],
  );
  assert.equal(nextKind([], null), null);
});

test('marked or not, a text stays whole', () => {
  const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)) as fc.Arbitrary<[number, number]>);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      ranges,
      (text, marks) =>
        pieces(text, marks)
          .map((piece) => piece.text)
          .join('') === text,
    ),
  );
  assert.deepEqual(
    pieces('in the harbour', [[7, 14]]).map((piece) => [piece.text, piece.marked]),
    [
      ['in the ', false],
      ['harbour', true],
    ],
  );
});

test('in the whole turn the words that matched are marked, wherever they stand', () => {
  const words: Pick<Hit, 'title' | 'marks'> = { title: '…in the harbour', marks: [[8, 15]] };
  assert.deepEqual(marksIn('Harbour? I swim in the harbour.', words), [
    [0, 7],
    [23, 30],
  ]);
  assert.deepEqual(marksIn('nothing', { title: 'x', marks: [] }), []);
});

test('what can be done is found by any of its words', () => {
  assert.equal(fits('Bring in a conversation', 'conv bring'), true);
  assert.equal(fits('Bring in a conversation', 'promise'), false);
  assert.equal(fits('Bring in a conversation', ''), true);
});
