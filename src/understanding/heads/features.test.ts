import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { featuresOf, ROWS, weightOf } from './features.ts';

/** The rows of each group, copied: the arrays are used again by the next call. */
function rowsOf(text: string, from?: number, to?: number): number[][] {
  const { rows, ends } = featuresOf(text, from, to);
  return [0, 1, 2].map((group) => [...rows.subarray(group === 0 ? 0 : ends[group - 1], ends[group])]);
}

const shared = (one: string, other: string) => {
  const rows = new Set(rowsOf(one)[0]);
  const others = new Set(rowsOf(other)[0]);
  return [...others].filter((row) => rows.has(row)).length / others.size;
};

test('marks and capitals are no part of what a sentence is made of', () => {
  const plain = rowsOf('we need one list of what is on the road');
  for (const other of [
    'We need one list of what is on the road.',
    'WE NEED ONE LIST OF WHAT IS ON THE ROAD!',
    '  we need, one list: of what is on the road?',
    'We need "one" list of what is on the road …',
  ])
    assert.deepEqual(rowsOf(other), plain, other);
});

test('other words, and the same words in another order, are something else', () => {
  const plain = rowsOf('the driver lost the key');
  assert.notDeepEqual(rowsOf('the driver lost a key'), plain);
  assert.notDeepEqual(rowsOf('the key lost the driver'), plain);
});

test('what is said alike shares more than what is not', () => {
  const said = 'we need one list of what is on the road';
  assert.ok(shared(said, 'they need one list of what is on the way') > shared(said, 'my daughter sings in a choir on Tuesday'));
});

test('a slip of the pen leaves most pieces of a word', () => {
  const pieces = new Set(rowsOf('temperature')[1]);
  const slipped = rowsOf('temperatur')[1] ?? [];
  assert.ok(slipped.filter((row) => pieces.has(row)).length > slipped.length / 2);
  const other = rowsOf('broomstick')[1] ?? [];
  assert.ok(other.filter((row) => pieces.has(row)).length < other.length / 4);
});

test('only the characters that are asked for are looked at', () => {
  const text = 'Good morning. We need one list. Until Friday.';
  assert.deepEqual(rowsOf(text, 14, 31), rowsOf('We need one list.'));
});

test('of a sentence of thousands of words the first 400 count', () => {
  const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
  assert.deepEqual(rowsOf(`${long} and then ten thousand more ${'more '.repeat(10_000)}`), rowsOf(long));
  assert.deepEqual(rowsOf('we need one list'), rowsOf('we need one list'), 'and nothing of it is left for the next');
});

test('a group of features weighs the same in all, however many there are; none weighs nothing', () => {
  for (const group of [0, 1, 2])
    for (const n of [1, 4, 400]) {
      const length = Math.sqrt(n) * weightOf(group, n);
      assert.ok(Math.abs(length - (group === 0 ? 1 : 0.7)) < 1e-12);
    }
  assert.equal(weightOf(0, 0), 0);
});

test('nothing said has a shape and no words', () => {
  const [words, pieces, shape] = rowsOf('…');
  assert.deepEqual([words?.length, pieces?.length], [1, 0], 'but for the edge that stands alone');
  assert.equal(shape?.length, 8);
});

test('whatever is said: rows are in range, the same text has the same rows, whatever came between', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }), (text, other) => {
      const before = rowsOf(text);
      rowsOf(other);
      assert.deepEqual(rowsOf(text), before);
      for (const row of before.flat()) assert.ok(Number.isInteger(row) && row >= 0 && row < ROWS);
    }),
    { numRuns: 200 },
  );
});
