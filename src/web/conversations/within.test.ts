import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstFrom, foldTurns, hitsByTurn, hitsIn, walked } from './within.ts';

const find = (text: string, sought: string) => hitsIn(foldTurns([{ i: 0, text }]), sought).map(({ from, to }) => text.slice(from, to));

test('words are found whatever their capitals and accents, and the marked letters are the very ones', () => {
  assert.deepEqual(find('Cafés, cafe and CAFÉ.', 'café'), ['Café', 'cafe', 'CAFÉ']);
  assert.deepEqual(find('één reünie in Curaçao', 'reunie'), ['reünie']);
  // The accent as a letter of its own stays with the letter it stands on.
  assert.deepEqual(find('the cafe\u0301s here', 'cafe'), ['cafe\u0301']);
  assert.deepEqual(find('𝒳 naïve 🙂 naive', 'naive'), ['naïve', 'naive']);
  assert.deepEqual(find('die Straße', 'stras'), ['Straß']);
  assert.deepEqual(find('İstanbul, istanbul', 'istanbul'), ['İstanbul', 'istanbul']);
});

test('a quote mark or the end of a line is typed as it is on a keyboard', () => {
  assert.deepEqual(find('we don’t know', "don't"), ['don’t']);
  assert.deepEqual(find('two\nhundred meals', 'two hundred'), ['two\nhundred']);
  assert.deepEqual(find('a meal', '  meal  '), ['meal']);
  assert.deepEqual(find('a meal', '   '), []);
  assert.deepEqual(find('(a.b)', 'a.b'), ['a.b']);
});

test('hits stand in reading order, none over another, and are walked round and round', () => {
  const turns = [
    { i: 3, text: 'aaaa' },
    { i: 7, text: 'b' },
    { i: 9, text: 'aa' },
  ];
  const hits = hitsIn(foldTurns(turns), 'aa');
  assert.deepEqual(
    hits.map(({ turn, from }) => [turn, from]),
    [
      [3, 0],
      [3, 2],
      [9, 0],
    ],
  );
  assert.equal(firstFrom(hits, 4), 2);
  assert.equal(firstFrom(hits, 10), 0);
  assert.equal(walked(2, 1, 3), 0);
  assert.equal(walked(0, -1, 3), 2);
  assert.equal(walked(0, 1, 0), 0);
  assert.equal(hitsByTurn(hits).get(3)?.length, 2);
});

test('whatever the text, a piece of it is found where it stands, and each hit lies inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), fc.nat(30), (text, a, b) => {
      const letters = [...text];
      const piece = letters.slice(Math.min(a, b), Math.max(a, b)).join('');
      const hits = hitsIn(foldTurns([{ i: 0, text }]), piece);
      for (const hit of hits) assert.ok(hit.from >= 0 && hit.from < hit.to && hit.to <= text.length);
      if (/^[\p{L}\p{N}]+$/u.test(piece)) assert.ok(hits.length > 0, `${piece} in ${text}`);
    }),
  );
});

test('1,500 turns are searched between two letters typed', () => {
  const text = 'We threw away two hundred meals, déjà vu, because nobody told us about the fridges at night. '.repeat(3);
  const turns = Array.from({ length: 1500 }, (_, i) => ({ i, text }));
  const opened = performance.now();
  const folded = foldTurns(turns);
  assert.ok(performance.now() - opened < 1000, 'the field opens at once');
  const start = performance.now();
  assert.equal(hitsIn(folded, 'deja').length, 4500);
  assert.ok(performance.now() - start < 200, 'a search takes less than a blink, even on a busy machine');
});
