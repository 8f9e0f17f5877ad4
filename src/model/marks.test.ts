import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marksIn, snippetOf, soughtWords } from './marks.ts';

const marked = (text: string, typed: string) => marksIn(text, soughtWords(typed)).map(([from, to]) => text.slice(from, to));

test('what was sought is marked at the beginning of words, whatever its capitals and marks', () => {
  assert.deepEqual(marked('The café is a Cafeteria', 'cafe'), ['café', 'Cafe']);
  assert.deepEqual(marked('Crêpes, crepes', 'CRÊP'), ['Crêp', 'crep']);
  assert.deepEqual(marked('Øresund and Straße', 'straße'), ['Straße']);
  assert.deepEqual(marked('decaf', 'caf'), []);
  assert.deepEqual(marked('one two three', 'two on'), ['on', 'two']);
  assert.deepEqual(marked('anything', ''), []);
});

test('letters that grow in lower case move no mark', () => {
  assert.deepEqual(marked('İstanbul İİ ferry', 'ferry'), ['ferry']);
  assert.deepEqual(marked('ﬁrst 😀 ferry', 'ferry'), ['ferry']);
});

test('marks lie in order within the text, none over another, and each begins a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 12 }), (text, typed) => {
      let end = 0;
      for (const [from, to] of marksIn(text, soughtWords(typed))) {
        assert.ok(from >= end && to > from && to <= text.length);
        end = to;
      }
    }),
  );
});

test('a long text is cut around the first mark, at whole words where there are any', () => {
  const long = `${'word '.repeat(100)}the needle here ${'more '.repeat(100)}`;
  const { text, marks } = snippetOf(long, ['needle']);
  assert.ok(text.length <= 164);
  assert.match(text, /^… .* …$/);
  assert.deepEqual(
    marks.map(([from, to]) => text.slice(from, to)),
    ['needle'],
  );
  assert.deepEqual(snippetOf('short needle', ['needle']), { text: 'short needle', marks: [[6, 12]] });
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 10, max: 100 }), (any, most) => {
      assert.ok(snippetOf(any, ['a'], most).text.length <= most + 4);
    }),
  );
});
