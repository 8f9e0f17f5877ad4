import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { pino } from 'pino';
import { answer } from './answers.ts';
import { ownOrigins, safeHeaders, sameOriginOnly } from './security.ts';

const app = new Hono();
app.onError((problem, c) => answer(c, problem, pino({ enabled: false })));
app.use(safeHeaders(true));
app.use(sameOriginOnly((origin, host) => origin === `https://${host}`));
app.all('/', (c) => c.text('done'));
app.all('/api/v1/people', (c) => c.text('done'));
app.all('/broken', () => {
  throw new Error('a bug');
});

const ask = (method: string, headers: Record<string, string>) =>
  app.request('https://heed.test/', { method, headers: { host: 'heed.test', ...headers } });

test('a change from our own page passes, one from another site does nothing', async () => {
  const cookie = 'heed.session_token=x';
  assert.equal((await ask('POST', { cookie, origin: 'https://heed.test' })).status, 200);
  const refused = await ask('POST', { cookie, origin: 'https://evil.test' });
  assert.equal(refused.status, 403);
  assert.equal(((await refused.json()) as { code: string }).code, 'may.other-origin');
  assert.equal((await ask('DELETE', { cookie, origin: 'null' })).status, 403);
  assert.equal((await ask('POST', { cookie, 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await ask('POST', { cookie, 'sec-fetch-site': 'same-site' })).status, 403);
});

test('another site does nothing without our cookie either: it could claim the first account, or sign somebody in as another', async () => {
  assert.equal((await ask('POST', { origin: 'https://evil.test' })).status, 403);
  assert.equal((await ask('POST', { 'sec-fetch-site': 'cross-site' })).status, 403);
});

test('reading, and programs, are not held up', async () => {
  assert.equal((await ask('GET', { cookie: 'a=b', origin: 'https://evil.test' })).status, 200);
  assert.equal((await ask('POST', { cookie: 'a=b' })).status, 200);
  assert.equal((await ask('POST', {})).status, 200);
});

test('ours is where people reach us, or the very address that was asked; an http page is not the https one', () => {
  const isOurs = ownOrigins('https://heed.test');
  assert.ok(isOurs('https://heed.test', '127.0.0.1:4600'), 'a proxy that does not pass the name on');
  assert.ok(isOurs('http://192.168.1.5:4600', '192.168.1.5:4600'), 'by its number in the house');
  assert.ok(!isOurs('http://heed.test', 'heed.test'), 'what anybody on the way may have written');
  assert.ok(!isOurs('https://heed.test.evil.example', 'heed.test'));
  assert.ok(!isOurs('null', 'heed.test'));
  assert.ok(!isOurs('', ''));
  assert.ok(ownOrigins('http://127.0.0.1:4600')('http://localhost:4600', 'localhost:4600'));
});

test('what the procedures answer is kept in no cache, and an error is guarded like a page', async () => {
  const answered = await app.request('https://heed.test/api/v1/people');
  assert.equal(answered.headers.get('cache-control'), 'no-store');
  const broken = await app.request('https://heed.test/broken');
  assert.equal(broken.status, 500);
  for (const name of [
    'content-security-policy',
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
    'strict-transport-security',
  ])
    assert.ok(broken.headers.has(name), name);
});

test('without TLS no browser is told to insist on it', async () => {
  const plain = new Hono().use(safeHeaders(false)).get('/', (c) => c.text('done'));
  assert.equal((await plain.request('http://127.0.0.1/')).headers.has('strict-transport-security'), false);
});

test('no page of ours runs a foreign or an inline script, or stands in a frame', async () => {
  const { headers } = await ask('GET', {});
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('strict-transport-security') ?? '', /max-age/);
});
