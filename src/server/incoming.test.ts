import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { temporaryFolder } from '#test/cluster.ts';
import { openIncoming } from './incoming.ts';

const state = temporaryFolder('incoming');
after(() => rmSync(state, { recursive: true, force: true }));

function left(by: string | number): string {
  const folder = path.join(state, 'incoming', String(by));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'half-a-file'), 'WEBV');
  return folder;
}

/** The number of a process that is no more. */
const ended = () => spawnSync(process.execPath, ['--version']).pid;

test('what a killed process left half is taken away; what another one that lives is receiving stays', () => {
  const [dead, alive, mine, odd] = [left(ended()), left(process.ppid), left(process.pid), left('not-a-number')];
  const folder = openIncoming(state);
  assert.deepEqual([existsSync(dead), existsSync(odd)], [false, false]);
  assert.ok(existsSync(path.join(alive, 'half-a-file')));
  assert.equal(folder, mine);
  assert.deepEqual(readdirSync(folder), [], 'of an earlier process that had our number nothing is left');
});

test('what arrives is for nobody else on the machine to read', { skip: process.platform === 'win32' }, () => {
  const folder = openIncoming(state);
  assert.equal(statSync(folder).mode & 0o077, 0);
});

test('numbers that mean many processes at once, or none, are none that live', () => {
  const folders = ['0', '1', '-1', '1.5', '99999999999'].map(left);
  openIncoming(state);
  assert.deepEqual(
    folders.filter((folder) => existsSync(folder)),
    [],
  );
});
