import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { temporaryFolder } from '#test/cluster.ts';
import { tinyDisk } from '#test/tiny-disk.ts';
import { livingPostmaster } from './postmaster.ts';
import { prepareRuntime } from './runtime.ts';
import { type Embedded, supervise } from './supervise.ts';
import { inWords } from './trouble.ts';

const state = temporaryFolder('trouble');
after(() => rmSync(state, { recursive: true, force: true }));
const data = path.join(state, 'postgres/18');

const start = (folder = state, tell: (sentence: string) => void = () => undefined): Promise<Embedded> =>
  supervise({
    state: folder,
    tell,
    onLost: (problem) => {
      throw problem;
    },
  });
const refused = (code: string, words: RegExp) => (problem: unknown) => {
  assert.ok(problem instanceof Refusal, String(problem));
  assert.equal(problem.code, code);
  assert.match(problem.message, words);
  return true;
};

test('programs that were tidied away, emptied or half copied are made again', async () => {
  const { folder } = await prepareRuntime(state);
  const faults: (() => void)[] = [
    () => rmSync(path.join(folder, 'bin/postgres')),
    () => truncateSync(path.join(folder, 'bin/initdb'), 0),
    () => rmSync(path.join(folder, 'share'), { recursive: true }),
    () => rmSync(folder, { recursive: true }),
    () => renameSync(folder, `${folder}.new-999999999`),
  ];
  for (const fault of faults) {
    fault();
    await prepareRuntime(state);
    const { status } = spawnSync(path.join(folder, 'bin/initdb'), ['--version']);
    assert.equal(status, 0, String(fault));
  }
  await (await start()).stop();
});

test('what a killed first start left half made is taken away', async () => {
  const left = path.join(state, 'postgres/new-999999999');
  mkdirSync(left);
  rmSync(data, { recursive: true, force: true });
  await (await start()).stop();
  assert.deepEqual(readdirSync(path.join(state, 'postgres')), ['18']);
});

test('a database that cannot start says so with the end of its log', async () => {
  const control = path.join(data, 'global/pg_control');
  renameSync(control, `${control}.away`);
  await assert.rejects(start(), refused('database.not-started', /did not start.*postgres\.log.*pg_control/));
  renameSync(`${control}.away`, control);
  await (await start()).stop();
});

test('a file in place of postmaster.pid that says nothing is no obstacle', async () => {
  writeFileSync(path.join(data, 'postmaster.pid'), '999999999\n');
  const database = await start();
  assert.equal(database.adopted, false);
  await database.stop();
});

test('a database that dies again and again is given up, with where to look', async () => {
  let lost: (problem: Error) => void = () => undefined;
  const given = new Promise<Error>((resolve) => {
    lost = resolve;
  });
  const database = await supervise({ state, tell: () => undefined, onLost: (problem) => lost(problem) });
  let over = false;
  const killing = (async () => {
    for (let last = 0; !over; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const pid = (await livingPostmaster(data)) ?? 0;
      if (pid === 0 || pid === last) continue;
      last = pid;
      process.kill(pid, 'SIGKILL');
    }
  })();
  const problem = await given;
  over = true;
  await killing;
  assert.ok(
    refused('database.unsteady|database.not-started'.includes((problem as Refusal).code) ? (problem as Refusal).code : '', /log/)(problem),
  );
  await database.stop();
});

test('a folder of somebody else is not taken over', { skip: process.getuid?.() !== 0 }, async () => {
  const folder = temporaryFolder('others');
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'postgres'));
  chownSync(path.join(folder, 'postgres'), 4242, 4242);
  await assert.rejects(start(folder), refused('state.other-owner', /number 4242/));
  assert.deepEqual(readdirSync(folder), ['postgres']);
  rmSync(folder, { recursive: true });
});

for (const megabytes of [30, 80])
  test(`a disk of ${megabytes} MB is said to be full, and nothing half made is left on it`, async (t) => {
    const disk = tinyDisk(megabytes);
    if (!disk) return t.skip('nobody may make a disk here');
    try {
      await assert.rejects(start(disk.folder), refused('state.no-room', /is full/));
      const left = spawnSync('find', [disk.folder, '-name', '*new-*'], { encoding: 'utf8' });
      assert.equal(left.stdout, '');
    } finally {
      disk.remove();
    }
  });

test('a disk that may only be read is told by its folder', async (t) => {
  const disk = tinyDisk(10);
  if (!disk) return t.skip('nobody may make a disk here');
  try {
    spawnSync('mount', ['-o', 'remount,ro', disk.folder]);
    await assert.rejects(start(path.join(disk.folder, 'heed')), refused('state.unwritable', /cannot write.*HEED_STATE/));
  } finally {
    disk.remove();
  }
});

test('each trouble has its words, and a fault of ours stays one', () => {
  const said = (problem: object) => (inWords(Object.assign(new Error('x'), problem), '/srv/heed') as Refusal).code;
  assert.equal(said({ code: 'ENOSPC' }), 'state.no-room');
  assert.equal(said({ code: 1, stderr: 'initdb: error: could not write to file: No space left on device\n' }), 'state.no-room');
  assert.equal(said({ code: 'EROFS' }), 'state.unwritable');
  assert.equal(said({ code: 1, stderr: 'initdb: error: something odd\n' }), 'database.not-made');
  const bug = new TypeError('ours');
  assert.equal(inWords(bug, '/srv/heed'), bug);
});
