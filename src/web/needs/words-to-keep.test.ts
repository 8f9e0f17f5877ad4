import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordsToKeep } from './words-to-keep.ts';

const kept = (text: string, chosen = '') => {
  const { from, to } = wordsToKeep(text, chosen);
  return text.slice(from, to);
};

test('selected words are kept, else a short turn whole, without the blanks around it', () => {
  assert.equal(kept('Yes. Exactly that, and more.', 'Exactly that'), 'Exactly that');
  assert.equal(kept('  Yes. Exactly that. '), 'Yes. Exactly that.');
  assert.equal(kept('Yes.', 'of another turn'), 'Yes.');
});

test('of a long turn its first sentences are kept, or whole words where it has none', () => {
  const story = `Yes. That is what it is. ${'And then the alarm went off again and nobody came '.repeat(6)}`;
  assert.equal(kept(story), 'Yes. That is what it is.');
  assert.match(kept('word '.repeat(100)), /^(word )+word$/);
});

test('whatever the turn, what is kept is a piece of it, and not more than was to be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.string({ maxLength: 20 }), (text, chosen) => {
      const { from, to } = wordsToKeep(text, chosen);
      assert.ok(from >= 0 && from <= to && to <= text.length);
      if (!text.includes(chosen.trim()) || !chosen.trim()) assert.ok(to - from <= 202);
    }),
  );
});
