import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstLines, linesWithWords } from './lines.ts';
import type { Head } from './reader.ts';

const head = (text: string | null): Head => ({ name: 'x', size: text?.length ?? 0, bytes: new Uint8Array(), text, zip: null });

test('lines that say something, without the space around them, by their number', () => {
  assert.deepEqual(linesWithWords('a\n\n \t\n\u00a0b c\u00a0\nd'), [
    { text: 'a', line: 1 },
    { text: 'b c', line: 4 },
    { text: 'd', line: 5 },
  ]);
  assert.deepEqual(linesWithWords(''), []);
});

test('they are those that splitting gives', () => {
  const text = fc.array(fc.constantFrom('a', 'b c', ' ', '\n', '\t', '\u00a0', 'é')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const expected = given.split('\n').flatMap((line, i) => (line.trim() ? [{ text: line.trim(), line: i + 1 }] : []));
      assert.deepEqual(linesWithWords(given), expected);
    }),
  );
});

test('the first lines are made once for a head, and none of them is cut in two', () => {
  const long = head(`${'a line of some words\n'.repeat(2000)}`);
  const lines = firstLines(long);
  assert.equal(firstLines(long), lines);
  assert.ok(lines.length > 700 && lines.length < 800);
  assert.ok(lines.every(({ text }) => text === 'a line of some words'));
  assert.equal(firstLines(head('x'.repeat(50_000)))[0]?.text.length, 16_384);
  assert.deepEqual(firstLines(head(null)), []);
});
