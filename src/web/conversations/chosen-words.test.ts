import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Letters, offsetIn, stretchesOf, trimmed } from './chosen-words.ts';
import { piecesOf } from './marked.ts';

const word = (text: string): Letters => ({ nodeType: 3, nodeValue: text, childNodes: [] });
const box = (...childNodes: Letters[]): Letters => ({ nodeType: 1, nodeValue: null, childNodes });

test('a border in a marked word counts what stands before the mark', () => {
  const swim = word('swim');
  const rest = word(' all winter.');
  const [mark, span] = [box(swim), box(rest)];
  const line = box(box(word('I ')), mark, span);
  assert.equal(offsetIn(line, swim, 1), 3);
  assert.equal(offsetIn(line, rest, 4), 10);
  assert.equal(offsetIn(line, line, 1), 2, 'before the mark');
  assert.equal(offsetIn(line, line, 3), 18, 'at the end of the line');
  assert.equal(offsetIn(line, mark, 1), 6, 'at the end of the mark');
  assert.equal(offsetIn(line, word('swim'), 1), null, 'another line');
});

test('however a text is cut by what was found in it, each letter has its own place', () => {
  const range = fc.record({ id: fc.string(), from: fc.nat(50), to: fc.nat(50) });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(range, { maxLength: 5 }), fc.nat(40), (text, ranges, wanted) => {
      const at = Math.min(wanted, text.length);
      const words = piecesOf(text, ranges).map((piece) => word(piece.text));
      const line = box(...words.map((one) => box(one)));
      let left = at;
      for (const one of words) {
        const length = one.nodeValue?.length ?? 0;
        if (left <= length) {
          assert.equal(offsetIn(line, one, left), at);
          return;
        }
        left -= length;
      }
      assert.fail('no letter was lost');
    }),
  );
});

test('blanks around the words go, and no letter is cut in two', () => {
  assert.deepEqual(trimmed('I  swim daily', { from: 1, to: 8 }), { from: 3, to: 7 });
  assert.deepEqual(trimmed('I swim', { from: 6, to: 2 }), { from: 2, to: 6 }, 'drawn from the right');
  assert.equal(trimmed('I  swim', { from: 1, to: 3 }), null);
  assert.equal(trimmed('', { from: 0, to: 0 }), null);
  const fish = 'a 🐟 b';
  assert.deepEqual(trimmed(fish, { from: 3, to: 6 }), { from: 2, to: 6 });
  assert.deepEqual(trimmed(fish, { from: 0, to: 3 }), { from: 0, to: 4 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 }), (text, from, to) => {
      const found = trimmed(text, { from, to });
      if (!found) return;
      const words = text.slice(found.from, found.to);
      assert.ok(words.length > 0 && words === words.trim() && words.isWellFormed(), JSON.stringify(words));
    }),
  );
});

test('by keyboard: the whole turn first, then one sentence after the other', () => {
  const text = 'We need it early.  I am worried. Yes?';
  assert.deepEqual(
    stretchesOf(text).map(({ from, to }) => text.slice(from, to)),
    [text, 'We need it early.', 'I am worried.', 'Yes?'],
  );
  assert.deepEqual(stretchesOf('Yes.'), [{ from: 0, to: 4 }]);
  assert.deepEqual(stretchesOf('  '), []);
});
