import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { Refusal } from '#model/refusal.ts';
import type { Bindings } from './context.ts';
import { slowlyFrom } from './slowly.ts';

function doorsAt(clock: { now: string }, most = 3) {
  const app = new Hono<Bindings>();
  app.onError((problem, c) => c.text(problem instanceof Refusal ? problem.code : 'bug', 429));
  app.use(slowlyFrom({ doors: /^\/said\//, most, addressOf: (c) => c.req.header('from') ?? '', now: () => clock.now }));
  app.get('*', (c) => c.text('open'));
  return async (path: string, from = 'a') => (await app.request(path, { headers: { from } })).text();
}

test('a door opens so many times a minute to one address, to others all the same, and again in the next minute', async () => {
  const clock = { now: '2026-11-20T10:00:00Z' };
  const knock = doorsAt(clock);
  for (let i = 0; i < 3; i++) assert.equal(await knock('/said/x'), 'open');
  assert.equal(await knock('/said/y'), 'input.too-often');
  assert.equal(await knock('/said/x', 'b'), 'open');
  assert.equal(await knock('/people'), 'open');
  clock.now = '2026-11-20T10:01:00Z';
  assert.equal(await knock('/said/x'), 'open');
});

test('it says when to come back', async () => {
  const app = new Hono<Bindings>();
  app.onError((_, c) => c.text('no', 429));
  app.use(slowlyFrom({ doors: /./, most: 0, addressOf: () => 'a', now: () => '2026-11-20T10:00:00Z' }));
  assert.equal((await app.request('/said/x')).headers.get('retry-after'), '60');
});

test('a clock that is set back keeps no door shut', async () => {
  const clock = { now: '2026-11-20T10:00:00Z' };
  const knock = doorsAt(clock);
  for (let i = 0; i < 4; i++) await knock('/said/x');
  assert.equal(await knock('/said/x'), 'input.too-often');
  clock.now = '2026-11-20T09:00:00Z';
  assert.equal(await knock('/said/x'), 'open');
  for (let i = 0; i < 2; i++) await knock('/said/x');
  assert.equal(await knock('/said/x'), 'input.too-often', 'it counts on from there');
});
