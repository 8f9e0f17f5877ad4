import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { piecesOf } from './marked.ts';

test('words found are set apart from the rest, overlapping ones carry both', () => {
  assert.deepEqual(piecesOf('I swim all winter.', [{ id: 'a', from: 2, to: 6 }]), [
    { text: 'I ', findings: [] },
    { text: 'swim', findings: ['a'] },
    { text: ' all winter.', findings: [] },
  ]);
  const both = piecesOf('abcdef', [
    { id: 'a', from: 0, to: 4 },
    { id: 'b', from: 2, to: 6 },
  ]);
  assert.deepEqual(
    both.map((piece) => piece.findings.join('+')),
    ['a', 'a+b', 'b'],
  );
});

test('whatever the ranges, no character is lost or doubled', () => {
  const range = fc.record({ id: fc.string(), from: fc.integer({ min: -5, max: 50 }), to: fc.integer({ min: -5, max: 50 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(range, { maxLength: 6 }), (text, ranges) => {
      assert.equal(
        piecesOf(text, ranges)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
    }),
  );
});
