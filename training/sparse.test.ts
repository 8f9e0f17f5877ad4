import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresOf, weightOf } from '#understanding/heads/features.ts';
import { wholeSentence } from '#understanding/heads/unit.ts';
import { sparseOf } from './sparse.ts';

const units = (...texts: string[]) => texts.map((text) => ({ text, sentence: wholeSentence(text) }));

test('packed features are those of each sentence, group by group', () => {
  const texts = ['We need one list.', '…', 'Good morning, and how are you all today?'];
  const { n, rows, at, weights } = sparseOf(units(...texts));
  assert.equal(n, 3);
  for (const [i, text] of texts.entries()) {
    const features = featuresOf(text);
    let start = 0;
    for (let group = 0; group < 3; group++) {
      const end = features.ends[group] ?? 0;
      assert.deepEqual([...rows.subarray(at[3 * i + group], at[3 * i + group + 1])], [...features.rows.subarray(start, end)]);
      assert.equal(weights[3 * i + group], Math.fround(weightOf(group, end - start)));
      start = end;
    }
  }
});

test('the squared length counts a feature that stands twice as twice', () => {
  const { rows, at, weights, squares } = sparseOf(units('no no no no'));
  const sums = new Map<number, number>();
  for (let group = 0; group < 3; group++)
    for (let k = at[group] ?? 0; k < (at[group + 1] ?? 0); k++)
      sums.set(rows[k] ?? 0, (sums.get(rows[k] ?? 0) ?? 0) + (weights[group] ?? 0));
  const square = [...sums.values()].reduce((sum, x) => sum + x * x, 0);
  assert.ok(Math.abs((squares[0] ?? 0) - square) < 1e-4 && square > 2);
});

test('it grows with long sentences', () => {
  const long = Array.from({ length: 400 }, (_, i) => `notion${i}`).join(' ');
  const { rows, at } = sparseOf(units(long, long));
  assert.ok(rows.length > 10_000);
  assert.equal(at[6], rows.length);
});
