import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CueList, hitsIn, plantPhrases } from './phrases.ts';
import { sentencesOf } from './sentences.ts';
import { tongueOf } from './tongue.ts';
import { countWords, hear } from './words.ts';

const plain = (text: string) =>
  hear(text)
    .words.map(({ w }) => w)
    .join(' ');
const split = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

const PLAIN: [string, string][] = [
  ["I'll send it", 'i will send it'],
  ['I’ll send it', 'i will send it'],
  ["we don't, we can't, we won't", 'we do not we can not we will not'],
  ["that's what she's got", 'that is what she is got'],
  ["I'm gonna", 'i am going to'],
  ['um so the the list', 'so the list'],
  ['I really just need it', 'i need it'],
  ['dont cant im', 'do not can not i am'],
  ['T_V_ twenty-five', 't_v twenty-five'],
  ['Ik zal het eens even sturen', 'ik zal het sturen'],
];

test('words are brought to the plain form that cues are written in', () => {
  for (const [text, words] of PLAIN) assert.equal(plain(text), words);
});

test('each word knows the characters it came from', () => {
  const text = 'Well, I’ll um send it.';
  for (const { from, to, w } of hear(text).words) assert.ok(['Well', 'I’ll', 'send', 'it'].includes(text.slice(from, to)), w);
});

test('hedges are noted and taken out', () => {
  const { words, hedged } = hear('Maybe I will probably send it');
  assert.equal(words.map(({ w }) => w).join(' '), 'i will send it');
  assert.ok(hedged);
  assert.ok(!hear('I will send it').hedged);
});

test('fillers count as words said', () => {
  assert.equal(countWords("Um, I'll send it – all of it."), 7);
  assert.equal(countWords('…'), 0);
});

const SENTENCES: [string, string[]][] = [
  ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
  ['It is 7.5 degrees. Really.', ['It is 7.5 degrees.', 'Really.']],
  ['Ask Mr. Baker or Dr. Yusuf.', ['Ask Mr. Baker or Dr. Yusuf.']],
  ['What?! No…', ['What?!', 'No…']],
  ['First line\nsecond line', ['First line', 'second line']],
  ['He said "no." Then he left.', ['He said "no."', 'Then he left.']],
  ['   ', []],
  ['...', []],
];

test('sentences end where a reader would end them', () => {
  for (const [text, sentences] of SENTENCES) assert.deepEqual(split(text), sentences, text);
});

test('a long stretch without marks is split where a new thought begins', () => {
  assert.deepEqual(split('okay so what happens when the trucks are late and do you phone the depot yourself'), [
    'okay so what happens when the trucks are late',
    'and do you phone the depot yourself',
  ]);
  assert.equal(split('and so but and so but').length, 1);
});

test('English and Dutch are told apart, and too little tells nothing', () => {
  const tongue = (text: string, otherwise?: 'en' | 'nl') => tongueOf(hear(text).words, otherwise);
  assert.equal(tongue('We have no idea what they need'), 'en');
  assert.equal(tongue('Wij hebben geen idee wat ze nodig hebben'), 'nl');
  assert.equal(tongue('Saltmouth', 'nl'), 'nl');
  assert.equal(tongue('Saltmouth'), 'en');
});

const CUES: CueList<'a' | 'b'>[] = [
  { tag: 'a', strong: 'we need, <who> need/want a list, ^ please, right $', fair: 'not ~ but' },
  { tag: 'b', weak: 'really? call _ back' },
];
const tree = plantPhrases(CUES, { who: 'i you' });
const tags = (text: string) => hitsIn(tree, hear(text).words).map(({ tag, p }) => `${tag}${p}`);

test('phrases match by word, class, choice, gap, and place in the sentence', () => {
  assert.deepEqual(tags('well we need it'), ['a0.85']);
  assert.deepEqual(tags('you want a list'), ['a0.85']);
  assert.deepEqual(tags('they want a list'), []);
  assert.deepEqual(tags('not this one but that'), ['a0.7']);
  assert.deepEqual(tags('not this one here today but that'), []);
  assert.deepEqual(tags('call Tom back'), ['b0.55']);
  assert.deepEqual(tags('so please come'), ['a0.85']);
  assert.deepEqual(tags('come please'), []);
  assert.deepEqual(tags('you go right'), ['a0.85']);
  assert.deepEqual(tags('right you go'), []);
});

test('a class nobody knows and a cue of fillers alone are mistakes, not silence', () => {
  assert.throws(() => plantPhrases([{ tag: 'a', strong: '<nobody> comes' }], {}), /nobody/);
  assert.throws(() => plantPhrases([{ tag: 'a', strong: 'just really' }], {}), /no word/);
});

const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 150 }), fc.string({ unit: 'binary', maxLength: 80 }));

test('whatever the text: sentences stand in order inside it, and every word in one of them', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      let said = 0;
      for (const sentence of sentencesOf(text)) {
        assert.ok(sentence.from >= last && sentence.from < sentence.to && sentence.to <= text.length);
        for (const { from, to } of sentence.words) assert.ok(from >= sentence.from && to <= sentence.to);
        last = sentence.to;
        said += sentence.said;
      }
      assert.equal(said, countWords(text));
    }),
    { numRuns: 500 },
  );
});
