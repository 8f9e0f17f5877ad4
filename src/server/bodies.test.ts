import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, before, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { cookiesOf, rawRequest } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signUp, visitorOf } from '#test/visitor.ts';
import { answer } from './answers.ts';
import { boundedBodies } from './bodies.ts';
import type { Bindings } from './context.ts';

let heed: HeedServer;
let cookie: string;
before(async () => {
  heed = await startServer();
  const maya = visitorOf(heed.url);
  await signUp(maya, 'Maya');
  await makeWorkspace(maya);
  cookie = cookiesOf(maya);
});
after(() => heed.stop());

const MB = 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const codeOf = (text: string) => (JSON.parse(text) as { code: string }).code;

/** So many bytes in pieces, and how many of them were asked for before the answer came. */
function flood(bytes: number): { pieces: Iterable<Uint8Array>; sent: () => number } {
  let sent = 0;
  function* pieces() {
    for (; sent < bytes; sent += CHUNK.length) yield CHUNK;
  }
  return { pieces: pieces(), sent: () => sent };
}

test('a hundred megabytes of JSON are refused before they are read, wherever they are sent', async () => {
  for (const path of [
    '/rpc/people/add',
    '/api/v1/people',
    '/api/auth/sign-in/email',
    '/rpc/conversations/paste',
    '/rpc/no/such',
    '/nothing',
  ]) {
    const { pieces, sent } = flood(100 * MB);
    const headers = { cookie, 'content-type': 'application/json', 'content-length': 100 * MB };
    const refused = await rawRequest(heed.url, { method: 'POST', path, headers, pieces });
    assert.equal(refused.status, 413, path);
    assert.equal(codeOf(refused.text), 'input.too-large', path);
    assert.ok(sent() < 20 * MB, `${path}: ${sent()} bytes were taken`);
    assert.ok(refused.headers['content-security-policy'], path);
  }
});

test('and when nothing is said of the length they are counted', async () => {
  const { pieces, sent } = flood(100 * MB);
  const headers = { cookie, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  const refused = await rawRequest(heed.url, { method: 'POST', path: '/rpc/people/add', headers, pieces });
  assert.equal(refused.status, 413);
  assert.ok(sent() < 20 * MB, `${sent()} bytes were taken`);
});

test('a short body without a length is as good as any', async () => {
  const headers = { cookie, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  const added = await rawRequest(heed.url, { method: 'POST', path: '/api/v1/people', headers, pieces: ['{"name":', '"Ines Carvalho"}'] });
  assert.equal(added.status, 200, added.text);
});

test('a long paste is read for a member, not for a stranger', async () => {
  // Long by what stands around it: how quick the engine is with two megabytes of talk is told elsewhere.
  const body = `${JSON.stringify({ json: { text: 'Ines: We lose a day every week.\nMaya: Tell me more.' } })}${' '.repeat(2 * MB)}`;
  const paste = (headers: Record<string, string>) =>
    rawRequest(heed.url, {
      method: 'POST',
      path: '/rpc/conversations/paste',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      pieces: [body],
    });
  assert.ok(body.length > MB);
  assert.equal((await paste({})).status, 401);
  assert.equal((await paste({ cookie })).status, 200);
});

test('what is not JSON, or nests without end, is a wrong question and not a fault', async () => {
  const nested = '['.repeat(400_000);
  for (const body of [
    '{',
    '"',
    'null',
    '[]',
    nested,
    '{"json":{"__proto__":{"role":"owner"}},"meta":[["date","__proto__","x"]]}',
    '\u0000',
  ]) {
    const { status } = await rawRequest(heed.url, {
      ...{ method: 'POST', path: '/rpc/people/add', pieces: [body] },
      headers: { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    assert.ok(status >= 400 && status < 500, `${body.slice(0, 20)}: ${status}`);
  }
  assert.equal(Object.hasOwn(Object.prototype, 'role'), false);
  assert.doesNotMatch(heed.said(), /a bug/);
});

test('a body that drips in is cut, and one that is quick is not', { timeout: 60_000 }, async () => {
  const app = new Hono<Bindings>();
  app.onError((problem, c) => answer(c, problem, pino({ enabled: false })));
  app.use(boundedBodies({ refuseStranger: async () => undefined, patienceMs: 1_000 }));
  app.post('/x', async (c) => c.text(String((await c.req.text()).length)));
  const server = createAdaptorServer(app) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    assert.equal((await rawRequest(url, { method: 'POST', path: '/x', headers: { 'content-length': 4 }, pieces: ['four'] })).text, '4');
    const line = connect(port, '127.0.0.1');
    line.on('error', () => undefined);
    line.resume();
    line.write('POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nfou');
    await once(line, 'close');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('a head that never ends is cut too', async () => {
  const { listen } = await import('./listen.ts');
  const listener = await listen({ host: '127.0.0.1', port: 0 });
  assert.match(listener.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const huge = await rawRequest(listener.url, { path: '/', headers: { 'x-long': 'x'.repeat(100_000) } }).catch(() => ({ status: 431 }));
  assert.equal(huge.status, 431);
  await listener.stop();
});
