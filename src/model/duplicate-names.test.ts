import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSimilar, isTypo, judge } from './duplicate.ts';

const word = fc.constantFrom(
  'Ana',
  'Anna',
  'Maria',
  'Ruiz',
  'Ruis',
  'G',
  'Grace',
  'Gracie',
  'Oyelaran',
  'Oyelarn',
  'van',
  'Pat',
  'Patrick',
  'Patricia',
  '李',
);
const person = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));

test('it does not matter which of two names is held against the other', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      assert.equal(isSimilar(one, other), isSimilar(other, one), `${one} | ${other}`);
      if (/\p{L}/u.test(one)) assert.ok(isSimilar(one, one), one);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => isTypo(one, other) === isTypo(other, one)),
  );
});

test('a slip of one letter in a long word is a slip, whatever the letter and wherever it is', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom('z', ''), (right, at, wrong) => {
      const place = at % right.length;
      const slip = right.slice(0, place) + wrong + right.slice(place + 1);
      assert.equal(isTypo(right, slip), Math.min(right.length, slip.length) >= 4);
    }),
  );
  assert.ok(!isTypo('grace', 'grace'), 'the same is no slip');
  assert.ok(isTypo('oyelaran', 'oyleraan') && !isTypo('ruiz', 'rzui'), 'two slips are one too many in a short word');
});

const who = (called: string, more: object = {}) => ({
  name: called,
  emails: [],
  phones: [],
  links: [],
  organisations: [],
  birthdays: [],
  ...more,
});
const fair = { together: null, saidTwo: false };
const codes = (one: object, other: object) => {
  const { why, against } = judge(who('Tom Baker', one), who('Tom Baker', other), fair);
  return [why.map(({ code }) => code), against.map(({ code }) => code)];
};

test('a birthday without its year agrees with the same day of any year, and two years disagree', () => {
  const born = (year: number | null, day = 9) => ({ birthdays: [{ month: 5, day, year }] });
  assert.deepEqual(codes(born(null), born(1980))[1], []);
  assert.deepEqual(codes(born(1979), born(1980))[1], ['birthdays']);
  assert.deepEqual(codes(born(1980), born(1980, 10))[1], ['birthdays']);
  assert.deepEqual(codes(born(1980), { birthdays: [] })[1], [], 'who has none disagrees with nobody');
});

test('a mailbox says who somebody is, a common word before the @ of another house does not', () => {
  const at = (...emails: string[]) => ({ emails });
  assert.deepEqual(codes(at('tom@harbour.example'), at('TOM+crm@harbour.example'))[0], ['mailbox', 'name']);
  assert.deepEqual(codes(at('contact@harbour.example'), at('contact@other.example'))[0], ['name']);
  assert.deepEqual(codes(at('tom@harbour.example'), at('tom@other.example'))[0], ['name'], 'three letters are nobody’s');
  assert.deepEqual(codes(at('tbaker@harbour.example'), at('tbaker@other.example'))[0], ['same-local-part', 'name']);
});

test('who has nothing in common is not asked about, whatever speaks against them', () => {
  const { score, why, against } = judge(who('Tom Baker'), who('Ada Byron'), { together: 'spoke', saidTwo: true });
  assert.deepEqual([score, why, against], [0, [], []]);
  const nameless = judge(
    who('', { organisations: [{ key: 'x', name: 'X' }] }),
    who('', { organisations: [{ key: 'x', name: 'X' }] }),
    fair,
  );
  assert.equal(nameless.score, 0, 'two without a name at one organisation are not one');
});

test('a shared organisation of no name, and an empty phone or link, tie nobody', () => {
  const empty = { organisations: [{ key: '', name: '…' }], phones: [''], links: [''] };
  assert.deepEqual(codes(empty, empty)[0], ['name']);
});
