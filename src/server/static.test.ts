import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import { webApp } from './static.ts';

let folder: string;
let app: Hono;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'heed-web-'));
  const root = path.join(folder, 'web');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'outside.txt'), 'not for you');
  writeFileSync(path.join(root, 'index.html'), '<title>Heed</title>');
  writeFileSync(path.join(root, 'assets/main-abc123.js'), 'plain');
  writeFileSync(path.join(root, 'assets/main-abc123.js.br'), 'brotli');
  writeFileSync(path.join(root, 'assets/main-abc123.js.gz'), 'gzip');
  writeFileSync(path.join(root, 'assets/large-abc.woff2'), Buffer.alloc(1_500_000, 7));
  app = new Hono().get('*', webApp(root));
});

after(() => rmSync(folder, { recursive: true, force: true }));

const get = (address: string, headers: Record<string, string> = {}) => app.request(`http://heed.test${address}`, { headers });

test('a page of the app is the app, and is asked for anew each time', async () => {
  for (const address of ['/', '/people', '/conversations/0198?turn=3']) {
    const response = await get(address);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<title>Heed/);
    assert.equal(response.headers.get('cache-control'), 'no-cache');
  }
});

test('an asset is kept for ever, in the smallest form the browser takes', async () => {
  const plain = await get('/assets/main-abc123.js');
  assert.equal(await plain.text(), 'plain');
  assert.match(plain.headers.get('cache-control') ?? '', /immutable/);
  assert.equal(plain.headers.get('content-type'), 'text/javascript; charset=utf-8');
  const small = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
  assert.equal(small.headers.get('content-encoding'), 'br');
  assert.equal(await small.text(), 'brotli');
  assert.equal((await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
});

test('a large file arrives whole', async () => {
  const bytes = new Uint8Array(await (await get('/assets/large-abc.woff2')).arrayBuffer());
  assert.equal(bytes.length, 1_500_000);
  assert.ok(bytes.every((byte) => byte === 7));
});

test('a missing asset is said to be missing instead of being answered with the app', async () => {
  assert.equal((await get('/assets/gone-1.js')).status, 404);
  assert.equal((await get('/favicon.ico')).status, 404);
});

test('no path leads out of the folder', async () => {
  for (const address of ['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/assets/..%2f..%2foutside.txt', '/%00', '/%zz']) {
    const response = await get(address);
    assert.doesNotMatch(await response.text(), /not for you/, address);
  }
});
