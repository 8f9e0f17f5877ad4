import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exchangesOf } from './pairs.ts';

const PAIRS = `T: I stopped the tablets. They gave me a cough.
simple: They made you cough.
complex: It's hard to take what only feels bad: every day.
question.closed: When did you stop?


T: Eleven this morning.
advice: Leave the biscuit.
`;

test('an exchange is what they said and answers to it; simple and complex are reflections', () => {
  const [tablets, sugar, more] = exchangesOf(PAIRS, 'x.pairs');
  assert.equal(tablets?.theirs, 'I stopped the tablets. They gave me a cough.');
  assert.deepEqual(
    tablets?.answers.map(({ act }) => act),
    ['reflection.simple', 'reflection.complex', 'question.closed'],
  );
  assert.equal(tablets?.answers[1]?.text, "It's hard to take what only feels bad: every day.");
  assert.deepEqual([sugar?.answers.length, more], [1, undefined]);
});

test('refused, with file and block: an act that is none, words of nobody, half an exchange', () => {
  assert.throws(() => exchangesOf(`${PAIRS}\nT: So.\nnod: Mm.`, 'x.pairs'), /x\.pairs, block 3: "nod" is no act/);
  assert.throws(() => exchangesOf('T: So.\nwell', 'x.pairs'), /x\.pairs, block 1: "well" is not "act: words"/);
  assert.throws(() => exchangesOf('T: So.\nsimple:', 'x.pairs'), /is not "act: words"/);
  assert.throws(() => exchangesOf('T: So.', 'x.pairs'), /every answer to it, is missing/);
  assert.throws(() => exchangesOf('simple: So.', 'x.pairs'), /what they said, or every answer/);
});

test('whatever stands in it: read, or refused with file and block', () => {
  const piece = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('T: Yes.', 'simple: Yes.', '', 'other: mm'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (lines) => {
      try {
        for (const { theirs, answers } of exchangesOf(lines.join('\n'), 'x')) assert.ok(theirs !== '' && answers.length > 0);
      } catch (error) {
        assert.match((error as Error).message, /^x, block \d+: /);
      }
    }),
  );
});
