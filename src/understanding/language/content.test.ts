import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isContent, stemOf } from './content.ts';
import { endOfWord, nextWord, plainWord } from './letters.ts';
import { bestHits, type CueList, hitsIn, plantPhrases } from './phrases.ts';
import { sentencesOf, spanAfter } from './sentences.ts';
import { tongueOf } from './tongue.ts';
import { countWords, hear } from './words.ts';

test('a word says what a sentence is about when it is neither short nor one of those that stand in every sentence', () => {
  for (const word of ['fridges', 'vans', 'harbour', 'koelkast', 'rapport', 'monday']) assert.ok(isContent(word), word);
  for (const word of ['the', 'something', 'would', 'because', 'iets', 'eigenlijk', 'wanneer', 'we', 'ok', 'x', ''])
    assert.ok(!isContent(word), word);
});

test('forms of a word meet in one stem, in both languages; short words stay whole', () => {
  for (const [one, other] of [
    ['reports', 'report'],
    ['reporting', 'reported'],
    ['deliveries', 'delivery'],
    ['meetings', 'meeting'],
    ['koelkasten', 'koelkast'],
    ['leveringen', 'levering'],
    ['planners', 'planner'],
  ] as const)
    assert.equal(stemOf(one), stemOf(other), `${one} and ${other}`);
  for (const word of ['bus', 'red', 'need', 'ties', 'sing', 'does']) assert.equal(stemOf(word), word);
  assert.notEqual(stemOf('vans'), stemOf('vanes'));
});

test('a stem is the beginning of its word and at least four letters of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abdeginrsy'), maxLength: 14 }), (word) => {
      const stem = stemOf(word);
      assert.ok(word.startsWith(stem));
      assert.ok(stem === word || stem.length >= 4);
    }),
  );
});

test('walking from word to word meets each once, and what lies between is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      let n = 0;
      for (let at = nextWord(text, 0, text.length); at < text.length; n++) {
        const end = endOfWord(text, at);
        assert.ok(end > at);
        const plain = plainWord(text, at, end);
        assert.ok(!plain.includes('’'));
        assert.equal(plain, text.slice(at, end).toLowerCase().replaceAll('’', "'"));
        at = nextWord(text, end, text.length);
      }
      assert.equal(n, countWords(text));
    }),
    { numRuns: 500 },
  );
});

test('the tongue of a few words is told only when one outweighs the other', () => {
  const tongue = (text: string, otherwise?: 'en' | 'nl') => tongueOf(hear(text).words, otherwise);
  assert.equal(tongue('ik heb the report', 'en'), 'nl');
  assert.equal(tongue('the report that we have', 'nl'), 'en');
  assert.equal(tongue('ik the', 'nl'), 'nl');
  assert.equal(tongue('ik the', 'en'), 'en');
  assert.equal(tongue('', 'nl'), 'nl');
});

const CUES: CueList<'need' | 'wish'>[] = [
  { tag: 'need', strong: 'we must have', fair: 'we need a? van', weak: 'need' },
  { tag: 'wish', fair: 'wish ~ come' },
];
const tree = plantPhrases(CUES, {});
const hits = (text: string) => hitsIn(tree, hear(text).words);

test('of several cues of one kind the surest counts, and kinds are kept apart', () => {
  const best = bestHits(hits('we need a van and we must have it, and we wish they would come'));
  assert.deepEqual([...best].map(([tag, { p }]) => [tag, p]).sort(), [
    ['need', 0.85],
    ['wish', 0.7],
  ]);
  assert.deepEqual(bestHits([]), new Map());
});

test('a word that may be missing may be there; a gap takes three words at most and none at least', () => {
  assert.ok(hits('we need van').some(({ p }) => p === 0.7));
  assert.ok(hits('we need a van').some(({ p }) => p === 0.7));
  assert.ok(hits('we need one van').every(({ p }) => p !== 0.7));
  for (const [text, found] of [
    ['wish come', true],
    ['wish you two came come', true],
    ['wish one two three come', true],
    ['wish one two three four come', false],
  ] as const)
    assert.equal(
      hits(text).some(({ tag }) => tag === 'wish'),
      found,
      text,
    );
});

test('a hit knows the words it covers', () => {
  const words = hear('today we need a van here').words;
  const hit = hitsIn(tree, words).find(({ p }) => p === 0.7);
  assert.deepEqual(
    words.slice(hit?.start, hit?.end).map(({ w }) => w),
    ['we', 'need', 'a', 'van'],
  );
});

test('a sentence keeps the strongest of its marks: a question is one though somebody shouts it', () => {
  const marks = (text: string) => sentencesOf(text).map(({ ends }) => ends);
  assert.deepEqual(marks('Really?! No! Yes. Well… Fine'), ['?', '!', '.', '.', '']);
  assert.deepEqual(marks('He asked "why?" and left. (Did he?)'), ['?', '.', '?']);
});

test('an abbreviation, a decimal or a web address ends no sentence', () => {
  for (const text of [
    'Ask dhr. Bakker of mevr. Smit bijv. morgen.',
    'It costs 7.50 a week.',
    'See www.harbour.example today.',
    'J. K. Baker came.',
  ])
    assert.equal(sentencesOf(text).length, 1, text);
});

test('the next sentence from any place begins there or later, and the last one is followed by none', () => {
  const text = 'One two. Three four? Five';
  const first = spanAfter(text, 0);
  assert.equal(text.slice(first?.from, first?.to), 'One two.');
  const last = spanAfter(text, 21);
  assert.equal(text.slice(last?.from, last?.to), 'Five');
  assert.equal(spanAfter(text, text.length), null);
  assert.equal(spanAfter('… ?! …', 0), null);
});
