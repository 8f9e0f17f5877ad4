import assert from 'node:assert/strict';
import { test } from 'node:test';
import { later } from './later.ts';

test('words come once, when they are first asked for', async () => {
  let asked = 0;
  const words = later(async () => `fetched ${++asked}`);
  assert.equal(words.read(), null);
  await words.come();
  await words.come();
  assert.deepEqual([words.read(), asked], ['fetched 1', 1]);
});

test('what could not be fetched is no fault, and is asked for again', async () => {
  let away = true;
  const words = later(() => (away ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('here')));
  await words.come();
  assert.equal(words.read(), null);
  away = false;
  await words.come();
  assert.equal(words.read(), 'here');
});
