import assert from 'node:assert/strict';
import { test } from 'node:test';
import { person as en } from '../messages/en/person.ts';
import { person as nl } from '../messages/nl/person.ts';
import { sayEvery } from './every.ts';

test('a rhythm is said in the largest unit that still says something', () => {
  const said = [1, 7, 9, 14, 30, 45, 61, 91, 365].map((days) => sayEvery(days, en, 'en'));
  assert.deepEqual(said, ['day', 'week', 'nine days', 'two weeks', 'four weeks', 'six weeks', 'two months', 'three months', 'year']);
  assert.equal(sayEvery(14, nl, 'nl'), 'twee weken');
  assert.equal(sayEvery(365, nl, 'nl'), 'jaar');
});
