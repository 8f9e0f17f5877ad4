import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killImport } from '#test/kill-import.ts';

// Ten kills of a longer one are in kill.soak.ts.
test('killed in the middle, an import goes on where it was, and comes out row by row like an undisturbed one', async () => {
  const { kills, killed, undisturbed } = await killImport({ people: 5000, times: 1 });
  assert.equal(kills, 1);
  assert.deepEqual(killed, undisturbed);
});
