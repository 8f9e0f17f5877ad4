import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { keptSecret } from './secret.ts';

function inFolder(story: (folder: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'heed-secret-'));
  try {
    story(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the secret is made once, kept for its owner alone, and read again', () => {
  inFolder((folder) => {
    const first = keptSecret(folder);
    assert.ok(first.length >= 43);
    assert.equal(keptSecret(folder), first);
    assert.equal(statSync(path.join(folder, 'secret')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ['secret']);
  });
});

test('two folders have two secrets', () => {
  inFolder((one) => inFolder((other) => assert.notEqual(keptSecret(one), keptSecret(other))));
});

test('a cut file is refused with what to do, not used', () => {
  inFolder((folder) => {
    writeFileSync(path.join(folder, 'secret'), 'abc');
    assert.throws(
      () => keptSecret(folder),
      (problem) => problem instanceof Refusal && problem.code === 'state.secret-short' && /Remove it/.test(problem.message),
    );
  });
});
