import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentencesOf, spansOf } from './sentences.ts';
import { countWords, countWordsOfEach, firstHeard, hear } from './words.ts';

/** What a word is, as a pattern says it: slow, and plain to see. */
const WORD = /[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu;

const COUNTED: [text: string, n: number][] = [
  ['', 0],
  ['…', 0],
  ["I'll send it.", 3],
  ['I’ll send it', 3],
  ['twenty-five', 1],
  ['twenty--five', 2],
  ['-five- and twenty-', 3],
  ["'tis rock 'n' roll", 4],
  ['T_V_', 1],
  ['één crème brûlée', 3],
  ['7.5 degrees', 3],
  ['月曜日の報告', 1],
  ['Ο Τομ τηλεφώνησε', 3],
  ['fine 👍 thanks', 2],
  ['𝒳 marks 𝒳-ray', 3],
  ['half \ud835 a letter', 3],
  ['½ a cup', 3],
];

test('words are counted as a reader would count them', () => {
  for (const [text, n] of COUNTED) assert.equal(countWords(text), n, text);
});

const sign = fc.oneof(
  fc.constantFrom(...["'", '’', '-', '_', ' ', ' ', '.', 'a', 'é', '𝒳', '👍', '\ud835', '\udcb3', '\u00a0', '9', '\n', '日', 'e\u0301']),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const anyText = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));

test('any text has as many words as the pattern finds', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(countWords(text), text.match(WORD)?.length ?? 0);
    }),
    { numRuns: 2000 },
  );
});

test('many texts counted at once are those texts counted one by one', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 12 }), (texts) => {
      assert.deepEqual(
        countWordsOfEach(texts),
        texts.map((text) => countWords(text)),
      );
    }),
    { numRuns: 1000 },
  );
});

test('a part of a text has the words that begin in it', () => {
  const text = "I'll send the July-report.";
  assert.equal(countWords(text, 5), 3);
  assert.equal(countWords(text, 0, 9), 2);
  assert.equal(countWords(text, 9, 9), 0);
  assert.equal(countWords(text, 14, 18), 1);
});

test('every word heard is small, comes from its place, and none stands twice in a row', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { words, said } = hear(text);
      assert.equal(said, countWords(text));
      for (const [i, { w, from, to }] of words.entries()) {
        assert.ok(from >= 0 && to > from && to <= text.length);
        assert.equal(w, w.toLowerCase());
        assert.ok(!w.includes('’'));
        assert.ok(from >= (words[i - 1]?.from ?? 0));
        assert.notEqual(w, words[i - 1]?.w);
      }
    }),
    { numRuns: 1000 },
  );
});

const HEARD: [text: string, first: string | null][] = [
  ['Um, uh, yes.', 'yes'],
  ['Maybe later.', 'later'],
  ["I'll see.", 'i'],
  ['’t Is laat.', 't'],
  ["It's, uh, fine", 'it'],
  ['OK then', 'okay'],
  ['Mm-hmm.', null],
  ['', null],
  ['Honestly? Yes.', 'yes'],
];

test('the first word heard is the first of all that are heard', () => {
  for (const [text, first] of HEARD) {
    assert.equal(firstHeard(text, 0, text.length), first, text);
    assert.equal(hear(text).words[0]?.w ?? null, first, text);
  }
});

const phrase = fc.constantFrom(
  ...[
    'so what do you think',
    'and then we left',
    'Mr. Baker',
    'e.g.',
    '7.5',
    'No?!',
    '"yes."',
    '…',
    '\n',
    'okay but i know',
    'and so',
    'um',
    '?',
  ],
);

test('spans are where the sentences are, as long and with the same marks', () => {
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 25 }), (phrases) => {
      const text = phrases.join(' ');
      const plain = sentencesOf(text).map(({ from, to, said, ends }) => ({ from, to, said, ends }));
      assert.deepEqual(spansOf(text), plain);
      assert.equal(
        plain.reduce((sum, { said }) => sum + said, 0),
        countWords(text),
        'no word is lost between sentences',
      );
      for (const [i, { from, to }] of plain.entries()) assert.ok(from < to && from >= (plain[i - 1]?.to ?? 0));
    }),
    { numRuns: 1000 },
  );
});

test('an hour without a single mark is split into thoughts in no time', () => {
  const start = performance.now();
  assert.ok(spansOf('and so we do it again because they never call us back '.repeat(5000)).length > 1000);
  assert.ok(performance.now() - start < 1500);
});
