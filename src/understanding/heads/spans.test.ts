import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_WORDS } from '#model/why.ts';
import { spansOf } from './spans.ts';

/** Words of a text by what each adds; a word that is not named adds nothing. */
function spansIn(text: string, weights: Record<string, number>): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map((word) => ({
    from: word.index,
    to: word.index + word[0].length,
    share: weights[word[0]] ?? 0,
  }));
  return spansOf(text, words).map(({ from, to }) => text.slice(from, to));
}

test('neighbours are read together, and what weighs most stands first', () => {
  assert.deepEqual(spansIn('we bring you the list by Friday', { bring: 0.2, by: 0.1, Friday: 0.4 }), ['by Friday', 'bring']);
});

test('beside a word that is named a lighter one is named too, but not alone', () => {
  assert.deepEqual(spansIn('we bring you the list by Friday and sing', { bring: 0.5, by: 0.06, Friday: 0.3, sing: 0.06 }), [
    'bring',
    'by Friday',
  ]);
});

test('a small word between two is read with them, one that speaks against it is not', () => {
  assert.deepEqual(spansIn('they lost a customer', { lost: 0.4, customer: 0.3 }), ['lost a customer']);
  assert.deepEqual(spansIn('they lost no customer', { lost: 0.4, no: -0.2, customer: 0.3 }), ['lost', 'customer']);
});

test('a mark parts what stands on both sides of it', () => {
  assert.deepEqual(spansIn('it is late, really', { late: 0.4, really: 0.3 }), ['late', 'really']);
  assert.deepEqual(spansIn('it is late really', { late: 0.4, really: 0.3 }), ['late really']);
});

test('what weighs little of the whole is left out, unless nothing weighs more', () => {
  assert.deepEqual(spansIn('we call and you know', { call: 0.3, know: 0.09 }), ['call']);
  assert.deepEqual(spansIn('we call and you know', { call: 0.05 }), ['call']);
});

test('where every word speaks against it none is named, and there are never more than four', () => {
  assert.deepEqual(spansIn('no thank you', { no: -0.3, thank: -0.1 }), []);
  assert.deepEqual(spansOf('', []), []);
  const many = spansIn('a b, c d, e f, g h, i j, k l', { a: 0.2, c: 0.19, e: 0.18, g: 0.17, i: 0.16, k: 0.1 });
  assert.deepEqual(many, ['a', 'c', 'e', 'g']);
  assert.equal(many.length, MOST_WORDS);
});

test('a share is a part of the whole, to the hundredth', () => {
  const spans = spansOf('sign it', [
    { from: 0, to: 4, share: 0.123456 },
    { from: 5, to: 7, share: 0.06 },
  ]);
  assert.deepEqual(spans, [{ from: 0, to: 7, share: 0.18 }]);
});
