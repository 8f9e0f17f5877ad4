import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROWS } from '#understanding/heads/features.ts';
import { wholeSentence } from '#understanding/heads/unit.ts';
import { ascend, scoreOf } from './ascent.ts';
import { sparseOf } from './sparse.ts';

const NEEDS = ['we need a list', 'we need more hands', 'i need one person', 'they need a map', 'we need it by noon', 'you need a key'];
const GREETS = [
  'good morning to you',
  'how are you today',
  'nice to meet you',
  'good morning all',
  'see you on friday',
  'how was the trip',
];
const TEXTS = [...NEEDS, ...GREETS];
const X = sparseOf(TEXTS.map((text) => ({ text, sentence: wholeSentence(text) })));
const WANTED = Int8Array.from(TEXTS, (_, i) => (i < NEEDS.length ? 1 : -1));
const ALL = Int32Array.from(TEXTS.keys());
const OPTIONS = { cost: 1, missCost: 1, rounds: 20, seed: 7 };

test('what can be parted is parted, on the right side of a margin', () => {
  const w = ascend(X, WANTED, ALL, OPTIONS);
  for (const i of ALL) assert.ok((WANTED[i] ?? 0) * scoreOf(w, X, i) > 0.5, TEXTS[i]);
});

test('it holds for sentences it has not seen', () => {
  const w = ascend(X, WANTED, ALL, OPTIONS);
  const other = sparseOf(['we need a doctor', 'good morning ines'].map((text) => ({ text, sentence: wholeSentence(text) })));
  assert.ok(scoreOf(w, other, 0) > 0 && scoreOf(w, other, 1) < 0);
});

test('the same examples give the same bytes, another seed nearly the same head', () => {
  const bytes = (seed: number) => Buffer.from(ascend(X, WANTED, ALL, { ...OPTIONS, seed }).buffer);
  assert.ok(bytes(7).equals(bytes(7)));
  const [one, other] = [7, 8].map((seed) => ascend(X, WANTED, ALL, { ...OPTIONS, seed, rounds: 200 }));
  for (const i of ALL) assert.ok(one && other && Math.abs(scoreOf(one, X, i) - scoreOf(other, X, i)) < 0.1);
});

test('what nobody knows, and what is left out, is not learned from', () => {
  const some = Int8Array.from(WANTED, (y, i) => (i === 0 ? 0 : y));
  const without = ascend(X, some, ALL, OPTIONS);
  const left = ascend(
    X,
    WANTED,
    ALL.filter((i) => i !== 0),
    OPTIONS,
  );
  assert.deepEqual(without, left);
  assert.deepEqual(ascend(X, new Int8Array(TEXTS.length), ALL, OPTIONS), new Float32Array(ROWS + 1));
});

test('a miss that costs more makes it say yes more readily', () => {
  const rare = Int8Array.from(TEXTS, (_, i) => (i === 0 ? 1 : -1));
  const [even, dear] = [1, 4].map((missCost) => ascend(X, rare, ALL, { ...OPTIONS, cost: 0.1, missCost }));
  assert.ok(even && dear && scoreOf(dear, X, 0) > scoreOf(even, X, 0));
});
