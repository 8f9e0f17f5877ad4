import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { safeHeaders, sameOriginOnly } from './security.ts';

const app = new Hono();
app.use(safeHeaders(true));
app.use(sameOriginOnly((origin, host) => origin === `https://${host}`));
app.all('/', (c) => c.text('done'));

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

test('reading, and programs without a cookie, are not held up', async () => {
  assert.equal((await ask('GET', { cookie: 'a=b', origin: 'https://evil.test' })).status, 200);
  assert.equal((await ask('POST', { origin: 'https://evil.test' })).status, 200);
  assert.equal((await ask('POST', { cookie: 'a=b' })).status, 200);
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
