import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { newDatabase } from '#test/world.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const HEED = path.join(ROOT, 'bin/heed.js');
const folder = mkdtempSync('/tmp/heed-process-');
after(() => rmSync(folder, { recursive: true, force: true }));

const bare = { PATH: process.env.PATH ?? '', HOME: folder };

/** `heed serve` on a database of the test cluster; `url` when it runs. */
async function serving(command: string, args: string[], env: Record<string, string>) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...bare, HEED_PORT: '0', HEED_STATE: path.join(folder, 'state'), ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  for (const late = Date.now() + 60_000; !/Heed runs at/.test(said); await wait(20)) {
    assert.equal(child.exitCode, null, said);
    assert.ok(Date.now() < late, said);
  }
  return { child, url: /Heed runs at (\S+)/.exec(said)?.[1] ?? '', said: () => said };
}

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, signal: child.signalCode };
}

async function silent(url: string): Promise<boolean> {
  for (const late = Date.now() + 15_000; Date.now() < late; await wait(50)) {
    const alive = await fetch(url).then(
      () => true,
      () => false,
    );
    if (!alive) return true;
  }
  return false;
}

const sh = (script: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${script}`], {
    encoding: 'utf8',
    env: { ...bare, HEED: `${process.execPath} ${HEED}`, FOLDER: folder },
  });

const LINES = path.join(folder, 'lines.jsonl');
writeFileSync(
  LINES,
  Array.from(
    { length: 20_000 },
    (_, i) => `${JSON.stringify({ id: i, dialogue: String(i % 500 === 0 ? i : i - (i % 500)), text: 'Yes.' })}\n`,
  ).join(''),
);

test('a reader that has seen enough is no error', () => {
  const { status, stderr, stdout } = sh(`$HEED acts ${LINES} | head -n 2`);
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  assert.equal(stdout.trim().split('\n').length, 2);
});

test('what could not be written is an error', { skip: !existsSync('/dev/full') }, () => {
  const { status, stderr } = sh(`$HEED acts ${LINES} > /dev/full`);
  assert.equal(status, 1);
  assert.match(stderr, /^The output could not be written: .*\n$/);
});

test('where nobody reads the errors the answer comes all the same', () => {
  const { status, stdout } = sh(`$HEED --version 2>&-; $HEED listen /no/such 2>/dev/full`);
  assert.equal(status, 1);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test('heed serve refuses in a sentence, not in a trace', () => {
  const done = spawnSync(process.execPath, [HEED, 'serve'], { encoding: 'utf8', env: { ...bare, HEED_PORT: 'door' } });
  assert.equal(done.status, 1);
  assert.match(done.stderr, /^Heed cannot start with these settings: HEED_PORT must be a number.*\n$/);
});

test('a signal to heed reaches what it runs, which ends clean; twice in the same moment is once', async () => {
  const database = await newDatabase('migrated');
  const { child, url, said } = await serving(process.execPath, [HEED, 'serve'], { DATABASE_URL: database.url });
  assert.equal((await fetch(`${url}/api/v1/health`)).status, 200);
  child.kill('SIGTERM');
  child.kill('SIGINT');
  assert.deepEqual(await ended(child), { code: 0, signal: null }, said());
  assert.match(said(), /Heed is stopping\.\n$/);
  assert.ok(await silent(url));
  await database.close();
});

test('when npm is told to stop, Heed below it stops too', { skip: process.platform === 'win32' }, async () => {
  const database = await newDatabase('migrated');
  const { child, url, said } = await serving('npm', ['run', '-s', 'heed', '--', 'serve'], { DATABASE_URL: database.url });
  child.kill('SIGTERM');
  await ended(child);
  assert.ok(await silent(url), said());
  await database.close();
});

test('an old Node without the one that comes along is told what to do', () => {
  // A copy where no packages are installed, run by a Node that says it is old.
  const copy = path.join(folder, 'bin/heed.js');
  mkdirSync(path.dirname(copy));
  cpSync(HEED, copy);
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const old = path.join(folder, 'old.mjs');
  const lie = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });";
  writeFileSync(old, `${lie}\nprocess.argv[1] = '${copy}';\nawait import('${copy}');\n`);
  const { status, stderr } = spawnSync(process.execPath, [old], { encoding: 'utf8', env: bare });
  assert.equal(status, 1);
  assert.match(stderr, /^heed needs Node 24 or newer\. This is Node 20\.20\.2, .*npm ci/);
});
