import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, put, putOff } from './later.ts';

function shelf() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

test('later lasts until midnight and can be taken back', () => {
  const place = shelf();
  const today = new Date(2026, 10, 20, 9);
  put(place, today, 'p1', true);
  put(place, today, 'p2', true);
  assert.deepEqual([...putOff(place, today)], ['p1', 'p2']);
  assert.deepEqual([...put(place, today, 'p1', false)], ['p2']);
  assert.equal(putOff(place, new Date(2026, 10, 21, 9)).size, 0);
});

test('one without a record yet goes by name', () => {
  assert.equal(keyOf({ id: null, name: 'Ana Lima' }), 'Ana%20Lima');
  assert.equal(keyOf({ id: 'p1', name: 'Ana' }), 'p1');
});
