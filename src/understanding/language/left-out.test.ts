import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Side } from '#model/conversation.ts';
import { LANGUAGES, LEFT_OUT } from '#model/language.ts';
import { leftOutOf, sharesOf } from './left-out.ts';

const language = fc.constantFrom(...LANGUAGES);
const side = fc.constantFrom<Side>('us', 'them', 'unknown');
const turns = fc.array(fc.record({ language, side, words: fc.nat(50) }), { maxLength: 30 });

test('each language has its share of the words, the largest first, and silence has none', () => {
  assert.deepEqual(sharesOf(['en', 'de', 'en'], [10, 30, 0]), [
    { language: 'de', share: 0.75 },
    { language: 'en', share: 0.25 },
  ]);
  assert.deepEqual(sharesOf(['en', 'nl'], [0, 0]), []);
  assert.deepEqual(sharesOf([], []), []);
});

test('shares are of one whole, whatever was said', () => {
  fc.assert(
    fc.property(turns, (said) => {
      const shares = sharesOf(
        said.map((one) => one.language),
        said.map(({ words }) => words),
      );
      const sum = shares.reduce((all, { share }) => all + share, 0);
      assert.ok(shares.length === 0 || Math.abs(sum - 1) < 1e-9);
      assert.equal(new Set(shares.map((one) => one.language)).size, shares.length);
      for (const [i, { share }] of shares.entries()) assert.ok(share > 0 && share <= (shares[i - 1]?.share ?? 1));
    }),
  );
});

test('of what is understood nothing is left out', () => {
  assert.deepEqual(leftOutOf(['en', 'nl', 'en'], ['us', 'them', 'unknown'], [5, 5, 5]), []);
});

test('of turns of theirs nothing is left out that is asked of ours alone, and the other way round', () => {
  const [theirs] = leftOutOf(['de', 'en'], ['them', 'us'], [8, 8]);
  assert.deepEqual(theirs, { language: 'de', turns: 1, what: ['acts', 'findings', 'unanswered'] });
  const [ours] = leftOutOf(['de', 'en'], ['us', 'them'], [8, 8]);
  assert.deepEqual(
    ours?.what,
    LEFT_OUT.filter((one) => one !== 'unanswered'),
  );
  const [both] = leftOutOf(['de', 'de'], ['us', 'them'], [8, 8]);
  assert.deepEqual([both?.turns, both?.what], [2, [...LEFT_OUT]]);
  const [nobodys] = leftOutOf(['de'], ['unknown'], [8]);
  assert.deepEqual(nobodys?.what, ['acts', 'findings'], 'of whom we do not know the side nothing is asked that needs one');
});

test('a turn without a word is no turn that was left out', () => {
  assert.deepEqual(leftOutOf(['fr', 'fr'], ['us', 'them'], [0, 0]), []);
  assert.equal(leftOutOf(['fr', 'fr'], ['us', 'them'], [3, 0])[0]?.turns, 1);
});

test('every turn in another language is counted once, under its own', () => {
  fc.assert(
    fc.property(turns, (said) => {
      const left = leftOutOf(
        said.map((one) => one.language),
        said.map((one) => one.side),
        said.map(({ words }) => words),
      );
      const expected = said.filter(({ language: one, words }) => words > 0 && one !== 'en' && one !== 'nl').length;
      assert.equal(
        left.reduce((all, one) => all + one.turns, 0),
        expected,
      );
      for (const { what } of left) assert.ok(what.includes('acts') && what.includes('findings'));
    }),
  );
});
