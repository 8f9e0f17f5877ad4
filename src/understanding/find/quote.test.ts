import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { talk } from '#test/talk.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Said } from './heard.ts';
import { nameNear } from './names.ts';
import { quoteAround } from './quote.ts';
import { untidiness } from './untidy.ts';

const sentenceOf = (text: string) => sentencesOf(text)[0] ?? assert.fail(text);
/** Where these words stand among the words of the sentence. */
function cueAt(text: string, cue: string): { start: number; end: number } {
  const words = sentenceOf(text).words.map(({ w }) => w);
  const sought = cue.split(' ');
  const start = words.findIndex((_, i) => sought.every((word, n) => words[i + n] === word));
  assert.ok(start >= 0, `${cue} in ${words.join(' ')}`);
  return { start, end: start + sought.length };
}
function quoted(text: string, cue: string): string {
  const { from, to } = quoteAround(text, sentenceOf(text), cueAt(text, cue));
  return text.slice(from, to);
}

test('a short sentence is quoted whole, without what only leads in and the marks around it', () => {
  assert.equal(quoted('We need a van on Monday.', 'need'), 'We need a van on Monday.');
  assert.equal(quoted('Um, so, well, we need a van on Monday.', 'need'), 'we need a van on Monday.');
  assert.equal(quoted('En dus, ja, wij willen een bus op maandag.', 'willen'), 'wij willen een bus op maandag.');
  assert.equal(quoted('"We need a van on Monday"', 'need'), 'We need a van on Monday');
});

test('what leads in stays when little else is left', () => {
  assert.equal(quoted('So we need it.', 'need'), 'So we need it.');
  assert.equal(quoted('Yes, we do need.', 'need'), 'Yes, we do need.');
});

const LONG =
  'when the trucks come in late on a Friday night and nobody of the office is there to open the gate for them, we need somebody who can be rung at home, because the food is lost by the time that the first of us comes in on Monday morning to look';

test('of a long sentence the clauses around the cue are quoted, not the rest', () => {
  const quote = quoted(LONG, 'need');
  assert.match(quote, /^we need somebody who can be rung at home/);
  assert.doesNotMatch(quote, /trucks|Monday/);
});

test('without a pause to cut at, at most forty words around the cue are', () => {
  const text = `${'one two three four five '.repeat(8)}we need it ${'six seven eight nine ten '.repeat(8)}`.trim();
  const quote = quoted(text, 'need');
  assert.match(quote, /need/);
  assert.ok(quote.split(' ').length <= 41, quote);
});

const piece = fc.constantFrom('we need', 'a van', 'and', 'so', 'um', ',', '–', 'because', 'Harbour', 'the list', 'en dus', '"', 'which is');

test('a quote is a slice of the sentence, is not empty, begins and ends with no blank, and holds its cue', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), fc.nat(), (pieces, n) => {
      const text = pieces.join(' ');
      const sentence = sentencesOf(text)[0];
      if (!sentence || sentence.words.length === 0) return;
      const start = n % sentence.words.length;
      const { from, to } = quoteAround(text, sentence, { start, end: start + 1 });
      assert.ok(from >= sentence.from && to <= sentence.to);
      assert.equal(text.slice(from, to), text.slice(from, to).trim());
      if (sentence.words.length > 26) assert.ok((sentence.words[start]?.from ?? 0) < to);
    }),
    { numRuns: 300 },
  );
});

const CALL = talk([
  ['Ana Ruiz', 'Who else is there?'],
  ['Ines Carvalho', 'x'],
]);
const said = (text: string) => ({ sentence: sentenceOf(text), text }) as Said;
const named = (text: string, cue: string, reach = 4) => nameNear(said(text), cueAt(text, cue), CALL, reach);

test('a name near a cue is told whole, with its parts and without its possessive', () => {
  assert.equal(named('we now use Northwind Traders for that', 'use'), 'Northwind Traders');
  assert.equal(named("we looked at Northwind's offer", 'looked'), 'Northwind');
  assert.equal(named('we looked at Northwind’s offer', 'looked'), 'Northwind');
  assert.equal(named('you should talk to Priya Anand in planning', 'talk to'), 'Priya Anand');
});

test('the first word, a day, a country, a language or somebody who is here is no name', () => {
  for (const text of [
    'Yesterday we use it all',
    'we use it on Monday',
    'we use it in Germany',
    'they use English here',
    'and use what Ines has',
    'we use what Ruiz says',
    'we use a TV here',
    'we use speech_to_text there',
  ])
    assert.equal(named(text, 'use'), null, text);
});

test('what stands further away than the cue reaches is not named', () => {
  assert.equal(named('we use what they told us about Northwind', 'use', 3), null);
  assert.equal(named('we use what they told us about Northwind', 'use', 6), 'Northwind');
});

test('plain speech is tidy; what wanders or breaks off is less and less so, down to a bottom', () => {
  assert.equal(untidiness(said('we need a van on Monday')), 0);
  assert.equal(untidiness(said('a van is all I need')), 0, 'some words have one letter');
  const stammered = untidiness(said('we need the the van on Monday'));
  assert.ok(stammered > 0);
  assert.ok(untidiness(said('w we n need the the van')) > stammered);
  assert.equal(untidiness(said(`${'w n '.repeat(20)}need`)), 0.25);
  assert.equal(untidiness(said(`we ${'go on about vans here '.repeat(8)}and need it`)), 0.1, 'a long one');
});
