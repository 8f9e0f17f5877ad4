import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { cookiesOf, rawRequest } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { tinyDisk } from '#test/tiny-disk.ts';
import { makeWorkspace, signUp, type Visitor, visitorOf } from '#test/visitor.ts';

let heed: HeedServer;
let maya: Visitor;
before(async () => {
  heed = await startServer();
  maya = visitorOf(heed.url);
  await signUp(maya, 'Maya');
  await makeWorkspace(maya);
});
after(() => heed.stop());

const MB = 1024 * 1024;
const call = (said: string) => `WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ines Carvalho>${said}\n`;
const FILES = '/api/v1/conversations/files';

/** What lies in the folder where bodies arrive. */
function arriving(): string[] {
  const all = path.join(heed.state, 'incoming');
  return readdirSync(all).flatMap((pid) => readdirSync(path.join(all, pid)));
}

async function nothingArrives(): Promise<void> {
  for (const until = Date.now() + 5_000; arriving().length > 0 && Date.now() < until; ) await wait(20);
  assert.deepEqual(arriving(), []);
}

async function brought(): Promise<number> {
  return ((await maya.ask('GET', '/api/v1/conversations')).body.rows as unknown[]).length;
}

test('what says nothing of its length is counted, and stopped at 200 MB', async () => {
  const chunk = Buffer.alloc(MB, 'Ines: yes. ');
  let sent = 0;
  function* pieces() {
    for (; sent < 300; sent++) yield chunk;
  }
  const headers = { cookie: cookiesOf(maya), origin: heed.url, 'transfer-encoding': 'chunked' };
  const refused = await rawRequest(heed.url, { method: 'POST', path: `${FILES}?name=long.txt`, headers, pieces: pieces() });
  assert.equal(refused.status, 413);
  assert.equal(JSON.parse(refused.text).code, 'file.too-large');
  assert.ok(sent >= 200 && sent < 290, `${sent} MB were taken`);
  await nothingArrives();
});

test('when the sender goes away midway nothing is left, here or in the workspace', async () => {
  const before = await brought();
  const { hostname, port } = new URL(heed.url);
  const line = connect(Number(port), hostname);
  line.write(
    `POST ${FILES}?name=half.vtt HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookiesOf(maya)}\r\nContent-Length: 5000000\r\n\r\n${call('We lose a day.')}`,
  );
  for (const until = Date.now() + 5_000; arriving().length === 0 && Date.now() < until; ) await wait(5);
  assert.equal(arriving().length, 1);
  line.destroy();
  await nothingArrives();
  assert.equal(await brought(), before);
  assert.doesNotMatch(heed.said(), /a bug/);
});

test('the same file sent twice in the same moment is there once, and two others are both there', async () => {
  const before = await brought();
  const same = call('The pumps stop at night.');
  const answers = await Promise.all([
    maya.handIn('a.vtt', same),
    maya.handIn('b.vtt', same),
    maya.handIn('c.vtt', call('The pumps stop at noon.')),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.deepEqual(answers.map(({ body }) => body.already).sort(), [false, false, true]);
  assert.equal(await brought(), before + 2);
});

test('a name with tricks in it is tidied, and the file comes back under it as a download', async () => {
  for (const [name, kept] of [
    ['../../../etc/passwd', 'passwd'],
    ['a\u0000b\r\nX-Evil: 1.vtt', 'a b X-Evil: 1.vtt'],
    [`"'();\u202Ecod.vtt`, `"'(); cod.vtt`],
    [`${'é'.repeat(500)}.vtt`, `${'é'.repeat(196)}.vtt`],
  ] as const) {
    const text = call(`They called it ${kept.length} times.`);
    const received = await maya.handIn(name, text);
    assert.equal(received.status, 200, JSON.stringify(received.body));
    const [{ id } = { id: '' }] = received.body.conversations as { id: string }[];
    const raw = await maya.ask('GET', `/api/v1/conversations/${id}/file`);
    assert.equal(raw.status, 200);
    assert.equal(raw.body.text, text);
    const header = raw.headers.get('content-disposition') ?? '';
    assert.ok(header.startsWith('attachment; '), header);
    assert.equal(decodeURIComponent(header.split("UTF-8''")[1] ?? ''), kept);
    assert.equal(raw.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(raw.headers.get('content-type'), 'application/octet-stream');
    assert.equal(raw.headers.get('x-evil'), null);
  }
});

test('a zero byte among the words is no fault, and what is no id names no conversation', async () => {
  const { status, body } = await maya.handIn('zero.vtt', call('We \u0000lose a day.'));
  assert.ok(status < 500, JSON.stringify(body));
  for (const id of ['x', '%00', '..%2f..', '0198c0de-0000-7000-8000-000000000000', "'"]) {
    const { status } = await maya.ask('GET', `/api/v1/conversations/${id}/file`);
    assert.equal(status, 404, id);
  }
  assert.doesNotMatch(heed.said(), /a bug/);
});

test('when the disk is full it says so, keeps what it had, and takes files again when there is room', async (t) => {
  const disk = tinyDisk(400);
  if (!disk) return t.skip('nobody may make a disk here');
  const full = await startServer({ database: 'embedded', state: path.join(disk.folder, 'heed') });
  try {
    const noor = visitorOf(full.url);
    await signUp(noor, 'Noor');
    await makeWorkspace(noor);
    assert.equal((await noor.handIn('first.vtt', call('We lose a day.'))).status, 200);
    fill(path.join(disk.folder, 'filler'));
    const refused = await noor.handIn('second.vtt', call('We lose two days.'));
    assert.equal(refused.status, 507, JSON.stringify(refused.body));
    assert.equal(refused.body.code, 'server.no-room');
    assert.equal((await noor.ask('GET', '/api/v1/conversations')).status, 200);
    writeFileSync(path.join(disk.folder, 'filler'), '');
    assert.equal((await noor.handIn('second.vtt', call('We lose two days.'))).status, 200);
    assert.ok(existsSync(path.join(disk.folder, 'heed/postgres/18')));
  } finally {
    await full.stop();
    disk.remove();
  }
});

/** Until nothing more goes in. */
function fill(file: string): void {
  for (const size of [MB, 4096, 1])
    for (;;)
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
      } catch {
        break; // Full, which is what was wanted.
      }
}
