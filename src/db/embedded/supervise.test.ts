import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#model/refusal.ts';
import { temporaryFolder } from '#test/cluster.ts';
import { livingPostmaster } from './postmaster.ts';
import { type Embedded, type SuperviseOptions, supervise } from './supervise.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = temporaryFolder('supervise');
  folders.push(folder);
  return folder;
}

function start(state: string, more: Partial<SuperviseOptions> = {}): Promise<Embedded> {
  return supervise({
    state,
    tell: () => undefined,
    onLost: (problem) => {
      throw problem;
    },
    ...more,
  });
}

async function ask<T>(url: string, question: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(question)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Another Heed, as a process that can be killed. It says `ready <pid of its database>` or the sentence with which it was refused. */
async function otherHeed(state: string): Promise<{ heed: ChildProcess; said: string }> {
  const heed = fork(path.join(import.meta.dirname, '../../test/processes/other-heed.ts'), [state], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [said] = (await once(heed, 'message')) as [string];
  return { heed, said };
}

async function kill(heed: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(heed, 'exit');
  heed.kill(signal);
  await ended;
}

// One folder for the stories that leave it whole: making a cluster is the slow part.
const shared = newFolder();

test('a first start makes everything, a stop ends it, and a second start finds what was written', async () => {
  const state = shared;
  const first = await start(state);
  assert.equal(first.adopted, false);
  assert.deepEqual(readdirSync(path.join(state, 'postgres')), ['18']);
  await ask(first.url, 'create table if not exists kept as select 1 as n');
  await first.stop();
  assert.equal(await livingPostmaster(path.join(state, 'postgres/18')), null);
  const second = await start(state);
  assert.equal(second.adopted, false);
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 1 }]);
  await second.stop();
});

test('it listens on a socket that only its own user opens, on no port, with what people said kept out of its log', async () => {
  const state = shared;
  const database = await start(state);
  const rows = await ask<Record<string, string>>(
    database.url,
    `select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync, current_setting('shared_buffers') as buffers,
      current_setting('server_encoding') as encoding, current_setting('log_min_error_statement') as told`,
  );
  assert.deepEqual(rows, [{ tcp: '', fsync: 'on', buffers: '256MB', encoding: 'UTF8', told: 'panic' }]);
  assert.equal(statSync(path.join(state, 'run')).mode & 0o077, 0);
  assert.equal(statSync(path.join(state, 'postgres/18')).mode & 0o077, 0);
  await database.stop();
});

test('when Heed is killed its database lives on, and the next Heed goes on with it', async () => {
  const state = shared;
  const { heed, said } = await otherHeed(state);
  await kill(heed, 'SIGKILL');
  const next = await start(state);
  assert.equal(next.adopted, true);
  assert.equal(`ready ${next.pid}`, said);
  await next.stop();
});

test('when the database is killed under a living Heed it is started again', async () => {
  const told: string[] = [];
  const state = shared;
  const database = await start(state, { tell: (sentence) => told.push(sentence) });
  await ask(database.url, 'create table if not exists kept as select 1 as n');
  process.kill(database.pid, 'SIGKILL');
  const until = Date.now() + 15_000;
  while (told.length < 2 && Date.now() < until) await wait(20);
  assert.deepEqual(told, ['The database stopped; starting it again.', 'The database runs again.']);
  assert.deepEqual(await ask(database.url, 'select n from kept'), [{ n: 1 }]);
  await database.stop();
});

test('when both are killed the next start recovers what was committed', async () => {
  const state = shared;
  const { heed, said } = await otherHeed(state);
  const pid = Number(said.split(' ')[1]);
  await ask(
    `postgres:///heed?host=${encodeURIComponent(path.join(state, 'run'))}&user=heed`,
    'create table if not exists kept as select 1 as n',
  );
  await kill(heed, 'SIGKILL');
  process.kill(pid, 'SIGKILL');
  const next = await start(state);
  assert.equal(next.adopted, false);
  assert.deepEqual(await ask(next.url, 'select n from kept'), [{ n: 1 }]);
  await next.stop();
});

test('a second Heed on the same folder is refused in words, and the first goes on', async () => {
  const state = shared;
  const first = await start(state);
  const { said } = await otherHeed(state);
  assert.equal(
    said,
    `Another Heed (process ${process.pid}) already runs on the data folder ${state}. Stop it first, or give this one a folder of its own with HEED_STATE.`,
  );
  assert.equal((await ask<{ n: number }>(first.url, 'select 1 as n')).length, 1);
  await first.stop();
});

test('of two first starts in the same moment one runs and one is refused', async () => {
  const state = newFolder();
  const both = await Promise.all([otherHeed(state), otherHeed(state)]);
  const said = both.map((one) => one.said.split(' ')[0]).sort();
  assert.deepEqual(said, ['Another', 'ready']);
  for (const { heed, said } of both) if (said.startsWith('ready')) await kill(heed, 'SIGTERM');
  assert.equal(await livingPostmaster(path.join(state, 'postgres/18')), null);
});

test('a number in postmaster.pid that belongs to a stranger does not keep it from starting', async () => {
  const state = shared;
  await (await start(state)).stop();
  writeFileSync(path.join(state, 'postgres/18/postmaster.pid'), `${process.pid}\n${state}/postgres/18\n1\n5432\n${state}/run\n\n`);
  const next = await start(state);
  assert.equal(next.adopted, false);
  await next.stop();
});

test('a folder that the database cannot reach, and one with too long a name, are refused before anything is made', async () => {
  const long = path.join('/tmp', 'x'.repeat(100));
  await assert.rejects(start(long), (problem) => problem instanceof Refusal && problem.code === 'state.path-too-long');
  if (process.getuid?.() !== 0) return;
  const home = newFolder();
  mkdirSync(path.join(home, 'heed'));
  chmodSync(home, 0o700);
  await assert.rejects(
    start(path.join(home, 'heed')),
    (problem) => problem instanceof Refusal && problem.code === 'state.unreachable' && problem.params.folder === home,
  );
  assert.deepEqual(readdirSync(path.join(home, 'heed')), []);
});
