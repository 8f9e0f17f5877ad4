import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '#test/cluster.ts';
import { cookiesOf } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signIn, signUp, type Visitor, visitorOf } from '#test/visitor.ts';

const state = temporaryFolder('outage');
let heed: HeedServer;
let maya: Visitor;
before(async () => {
  heed = await startServer({ database: 'embedded', state });
  maya = visitorOf(heed.url);
  await signUp(maya, 'Maya');
  await makeWorkspace(maya);
});
after(async () => {
  await heed.stop();
  rmSync(state, { recursive: true, force: true });
});

const MAIN = path.join(import.meta.dirname, 'main.ts');
const health = () => visitorOf(heed.url).ask('GET', '/api/v1/health');
const postmaster = () => Number(readFileSync(path.join(state, 'postgres/18/postmaster.pid'), 'utf8').split('\n')[0]);
const call = (n: number) => `WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ines Carvalho>The pumps stopped ${n} times.\n`;

/** It and its children: a stopped postmaster alone would leave its backends answering. */
function family(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return [pid, ...children.map(Number)];
}

function parentOf(name: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
  } catch {
    return 0; // Gone meanwhile.
  }
}

async function until(is: () => Promise<boolean>, withinMs = 15_000): Promise<void> {
  for (const late = Date.now() + withinMs; !(await is()); await wait(50)) assert.ok(Date.now() < late, heed.said());
}

test('a database that hangs is told by health within seconds, and health is well again when it is', {
  skip: process.platform !== 'linux',
}, async () => {
  const all = family(postmaster());
  for (const pid of all) process.kill(pid, 'SIGSTOP');
  try {
    const began = Date.now();
    const { status, body } = await health();
    assert.equal(status, 503);
    assert.equal(body.database, 'down');
    assert.ok(Date.now() - began < 6_000);
  } finally {
    for (const pid of all) process.kill(pid, 'SIGCONT');
  }
  await until(async () => (await health()).status === 200);
});

test('a database that is killed comes back, what was asked meanwhile is answered in words, and jobs go on', async () => {
  process.kill(postmaster(), 'SIGKILL');
  const statuses = new Set<number>();
  let sound = 0;
  await until(async () => {
    const { status, body } = await maya.ask('GET', '/api/v1/people');
    statuses.add(status);
    if (status !== 200) assert.equal(body.code, 'server.away', JSON.stringify(body));
    sound = status === 200 ? sound + 1 : 0;
    return sound > 10;
  });
  assert.ok(
    [...statuses].every((status) => status === 200 || status === 503),
    [...statuses].join(),
  );
  await until(async () => (await health()).status === 200);
  const { body } = await maya.handIn('after.vtt', call(7));
  const [{ id } = { id: '' }] = body.conversations as { id: string }[];
  await until(async () => (await maya.ask('GET', `/api/v1/conversations/${id}`)).body.understoodAt !== null);
});

test('a second Heed on the folder is refused within three seconds, with the number of the first', async () => {
  // The start of the program itself is not counted: on a busy machine it takes as long as it takes.
  const idle = Date.now();
  await run({ HEED_STATE: state, HEED_PORT: 'none' });
  const began = Date.now();
  const { code, said } = await run({ HEED_STATE: state, HEED_PORT: '0' });
  assert.equal(code, 1);
  assert.match(said, new RegExp(`^Another Heed \\(process ${heed.process.pid}\\) already runs on the data folder`));
  const took = Date.now() - began - (began - idle);
  assert.ok(took < 3_000, `${took} ms`);
  assert.equal((await health()).status, 200);
});

test('told to stop in the middle of an upload and with jobs waiting, it ends clean, and the next start goes on', async () => {
  const received: string[] = [];
  for (let n = 10; n < 16; n++)
    received.push(((await maya.handIn(`${n}.vtt`, call(n))).body.conversations as { id: string }[])[0]?.id ?? '');
  const { hostname, port } = new URL(heed.url);
  const line = connect(Number(port), hostname);
  line.on('error', () => undefined);
  line.write(
    `POST /api/v1/conversations/files?name=cut.vtt HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookiesOf(maya)}\r\nContent-Length: 9000000\r\n\r\nWEBVTT`,
  );
  await wait(100);
  const began = Date.now();
  heed.process.kill('SIGINT');
  const [code] = (await once(heed.process, 'exit')) as [number];
  assert.equal(code, 0, heed.said());
  assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
  assert.doesNotMatch(heed.said(), /a bug/);
  assert.equal(readdirSync(path.join(state, 'postgres/18')).includes('postmaster.pid'), false);
  heed = await startServer({ database: 'embedded', state });
  maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  for (const id of received) await until(async () => (await maya.ask('GET', `/api/v1/conversations/${id}`)).body.understoodAt !== null);
  assert.deepEqual(
    readdirSync(path.join(state, 'incoming')).flatMap((pid) => readdirSync(path.join(state, 'incoming', pid))),
    [],
  );
});

test('the log of all this holds no address, no token, no cookie and nothing that was said', () => {
  const said = heed.said();
  assert.doesNotMatch(said, /@example\.org|Ines|pumps|session_token|a sentence to remember/);
  for (const value of maya.cookies.values()) assert.ok(!said.includes(value));
});

async function run(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}
