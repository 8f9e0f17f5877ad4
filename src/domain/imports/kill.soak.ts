import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killImport } from '#test/kill-import.ts';

test('killed ten times on its way, an import of thirty thousand people comes out row by row like an undisturbed one', async () => {
  const { kills, killed, undisturbed } = await killImport({ people: 30_000, times: 10 });
  assert.ok(kills >= 5, `${kills} kills`);
  assert.deepEqual(killed, undisturbed);
});
