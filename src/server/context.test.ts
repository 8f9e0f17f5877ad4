import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { addressOf, type Bindings, type Ground, isLocal } from './context.ts';

/** What one and the other say about a request that came over this line with these headers. */
async function seen(remoteAddress: string, headers: Record<string, string>, loopbackOnly = true) {
  const app = new Hono<Bindings>();
  app.get('/', (c) => c.json({ address: addressOf(c), local: isLocal({ loopbackOnly } as Ground, c) }));
  const answered = await app.request('http://heed.test/', { headers }, { incoming: { socket: { remoteAddress } } });
  return (await answered.json()) as { address: string; local: boolean };
}

test('the address is the one at the other end, and what a proxy on this machine says it is', async () => {
  for (const [remote, forwarded, address] of [
    ['203.0.113.7', '', '203.0.113.7'],
    ['203.0.113.7', '10.0.0.1', '203.0.113.7'],
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', '203.0.113.7:4711', '203.0.113.7'],
    ['127.0.0.1', '2001:db8::7', '2001:db8::7'],
    ['127.0.0.1', '[2001:db8::7]:4711', '2001:db8::7'],
    ['127.0.0.1', '[2001:db8::7]', '2001:db8::7'],
    ['127.0.0.1', 'unknown', '127.0.0.1'],
    ['127.0.0.1', '203.0.113.7, ', '127.0.0.1'],
    ['127.0.0.1', '203.0.113.999', '127.0.0.1'],
    ['127.0.0.1', '203.0.113.7 evil', '127.0.0.1'],
  ] as const)
    assert.equal((await seen(remote, forwarded ? { 'x-forwarded-for': forwarded } : {})).address, address, `${remote} ${forwarded}`);
});

test('from this very machine is who asks for it by its own name, with nobody in between', async () => {
  for (const host of ['127.0.0.1:4600', 'localhost:4600', 'localhost', '[::1]:4600', '127.0.0.1'])
    assert.equal((await seen('127.0.0.1', { host })).local, true, host);
  for (const host of [
    'evil.example',
    '127.0.0.1.evil.example',
    '127.evil.example:4600',
    'localhost.evil.example',
    '',
    '0.0.0.0:4600',
    'localhost.',
  ])
    assert.equal((await seen('127.0.0.1', { host })).local, false, host);
});

test('through a proxy, from elsewhere, or when it listens to others too, nobody is from this machine', async () => {
  const host = '127.0.0.1:4600';
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
    for (const value of ['203.0.113.7', '127.0.0.1', ''])
      assert.equal((await seen('127.0.0.1', { host, [name]: value })).local, false, name);
  assert.equal((await seen('203.0.113.7', { host })).local, false);
  assert.equal((await seen('127.0.0.1', { host }, false)).local, false);
});
