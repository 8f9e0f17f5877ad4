import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TIMELINE_PARTS } from '#model/timeline.ts';
import { kindsOf, SHOWN, sizeOf } from './parts.ts';

test('whatever is narrowed to is a part of the line; all names none', () => {
  assert.deepEqual(kindsOf('all'), {});
  for (const shown of SHOWN) for (const kind of kindsOf(shown).kinds ?? []) assert.ok(TIMELINE_PARTS.includes(kind));
});

test('sizes are said as people say them', () => {
  assert.deepEqual(
    [1, 999, 1000, 1234, 45_600, 999_499, 999_500, 4_200_000, 26_214_400].map((bytes) => sizeOf(bytes, 'en')),
    ['1 B', '999 B', '1 KB', '1.2 KB', '46 KB', '999 KB', '1 MB', '4.2 MB', '26 MB'],
  );
  assert.equal(sizeOf(4_200_000, 'nl'), '4,2 MB');
});
