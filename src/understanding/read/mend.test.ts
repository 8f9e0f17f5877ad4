import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendNames } from './mend.ts';
import type { Said } from './voices.ts';

const said = (speaker: string, text: string, named = true): Said => ({ speaker, text, line: 1, named });
const crowd = () => [said('Ana Ruiz', 'one'), said('Ana Ruiz', 'two'), said('Tom Baker', 'three'), said('Tom Baker', 'four')];

test('a name with letters gone wrong is the one it is nearest to', () => {
  const all = [...crowd(), said('A\uFFFDa Ru\uFFFDz', 'five'), said('Tom Bakex', 'six')];
  mendNames(all);
  assert.deepEqual(
    all.slice(4).map(({ speaker }) => speaker),
    ['Ana Ruiz', 'Tom Baker'],
  );
});

test('a name that went wrong in the same way twice is still the one it is nearest to, and half a closing tag was not said', () => {
  const all = [...crowd(), said('Ana R\uFFFDiz', 'five</v\uFFFD'), said('Ana R\uFFFDiz', 'six<\uFFFDv>')];
  mendNames(all);
  assert.deepEqual(
    all.slice(4).map(({ speaker, text }) => [speaker, text]),
    [
      ['Ana Ruiz', 'five'],
      ['Ana Ruiz', 'six'],
    ],
  );
});

test('a name in front of the words is found when the tag or the colon is damaged', () => {
  const all = [
    ...crowd(),
    said('Tom Baker', '<\uFFFD Ana Ruiz>five', false),
    said('Ana Ruiz', 'Tom Baker\uFFFD six', false),
    said('Ana Ruiz', 'Tom Bak\uFFFDr: seven', false),
  ];
  mendNames(all);
  assert.deepEqual(
    all.slice(4).map(({ speaker, text }) => [speaker, text]),
    [
      ['Ana Ruiz', 'five'],
      ['Tom Baker', 'six'],
      ['Tom Baker', 'seven'],
    ],
  );
});

test('whoever is really somebody else stays so, and nobody’s words are changed', () => {
  const all = [
    ...crowd(),
    said('Chloe Martin', 'five'),
    said('Ana Diaz', 'six'),
    said('Tom Baker', 'Ana Ruiz, what do you think?'),
    said('Tom Baker', 'Ana Ruiz', false),
  ];
  const before = structuredClone(all);
  mendNames(all);
  assert.deepEqual(all, before);
});

test('short names and names that occur once teach nothing', () => {
  const all = [said('Jan', 'a'), said('Jan', 'b'), said('Dan', 'c'), said('Ana Ruiz', 'd'), said('Ana Ruix', 'e')];
  const before = structuredClone(all);
  mendNames(all);
  assert.deepEqual(all, before);
});
