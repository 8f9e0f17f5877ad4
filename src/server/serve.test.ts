import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { isProcedure } from '@orpc/server';
import pg from 'pg';
import { router } from '#api/router.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signIn, signUp, visitorOf } from '#test/visitor.ts';

let heed: HeedServer;
let pool: pg.Pool;
before(async () => {
  heed = await startServer();
  pool = new pg.Pool({ connectionString: heed.databaseUrl, max: 2 });
});
after(async () => {
  await pool.end();
  await heed.stop();
});

const MAIN = path.join(import.meta.dirname, 'main.ts');
const failingStart = (env: Record<string, string>) =>
  spawnSync(process.execPath, [MAIN], { env: { PATH: process.env.PATH ?? '', ...env }, encoding: 'utf8', timeout: 30_000 });

test('health says how things are, to anybody', async () => {
  const { status, body } = await visitorOf(heed.url).ask('GET', '/api/v1/health');
  assert.equal(status, 200);
  assert.deepEqual(body, { version: '0.1.0', database: 'up', queue: 'up', migrations: 'done' });
});

test('the first account is made on this machine without a token, through a proxy only with it; a second one not at all', async () => {
  const maya = visitorOf(heed.url);
  const proxied = await signUp(maya, 'Maya', { 'x-forwarded-for': '203.0.113.7' });
  assert.equal(proxied.status, 403);
  assert.equal(proxied.body.code, 'may.setup-token');
  const token = /setup token: (\S+)/.exec(heed.said())?.[1] ?? '';
  assert.equal((await signUp(maya, 'Maya', { 'x-forwarded-for': '203.0.113.7', 'x-heed-setup-token': `${token}x` })).status, 403);
  assert.equal((await signUp(maya, 'Maya', { 'x-forwarded-for': '203.0.113.7', 'x-heed-setup-token': token })).status, 200);
  assert.equal((await makeWorkspace(maya)).status, 200);
  const stranger = await signUp(visitorOf(heed.url), 'Mallory');
  assert.equal(stranger.status, 403);
  assert.equal(stranger.body.code, 'may.invitation');
});

test('an invitation lets somebody in once it is shown', async () => {
  const maya = visitorOf(heed.url);
  assert.equal((await signIn(maya, 'Maya')).status, 200);
  const invited = await maya.ask('POST', '/api/v1/invitations', { role: 'member', days: 3 });
  assert.equal(invited.status, 200, JSON.stringify(invited.body));
  const token = String(invited.body.url).split('/').at(-1) ?? '';
  const noor = visitorOf(heed.url);
  assert.equal((await signUp(noor, 'Noor', { 'x-heed-invitation': token })).status, 200);
  assert.equal((await noor.ask('POST', `/api/v1/invitations/${token}/accept`)).status, 200);
  assert.equal((await noor.ask('GET', '/api/v1/people')).status, 200);
  assert.equal((await signUp(visitorOf(heed.url), 'Mallory', { 'x-heed-invitation': token })).status, 403);
});

test('nothing answers without a session but what is public', async () => {
  const answering: string[] = [];
  for (const [noun, verbs] of Object.entries(router))
    for (const [verb, procedure] of Object.entries(verbs)) {
      assert.ok(isProcedure(procedure));
      const { status } = await visitorOf(heed.url).ask('POST', `/rpc/${noun}/${verb}`, { json: {} });
      if (status !== 401) answering.push(`${noun}.${verb}`);
    }
  // A link that is not given is a wrong question, not a stranger's.
  assert.deepEqual(answering.sort(), ['invitations.look', 'sayBacks.answer', 'sayBacks.look', 'session.read']);
  for (const address of ['/api/v1/people', '/api/v1/conversations/0198c0de-0000-7000-8000-000000000000/file'])
    assert.equal((await visitorOf(heed.url).ask('GET', address)).status, 401, address);
  assert.equal((await visitorOf(heed.url).handIn('call.vtt', 'WEBVTT')).status, 401);
});

test('a session that expired is refused, and so is one that was ended', async () => {
  const maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  assert.equal((await maya.ask('GET', '/api/v1/people')).status, 200);
  await pool.query(
    "update account_sessions set expires_at = now() - interval '1 second' where user_id = (select id from accounts where name = 'Maya')",
  );
  assert.equal((await maya.ask('GET', '/api/v1/people')).status, 401);
  await signIn(maya, 'Maya');
  const stolen = visitorOf(heed.url);
  for (const [name, value] of maya.cookies) stolen.cookies.set(name, value);
  assert.equal((await maya.ask('POST', '/api/auth/sign-out', {})).status, 200);
  assert.equal((await stolen.ask('GET', '/api/v1/people')).status, 401);
});

test('a change that another site asks for with our cookie is not made', async () => {
  const maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  const foreign = await maya.ask('POST', '/api/v1/people', { name: 'Planted' }, { origin: 'https://evil.example' });
  assert.equal(foreign.status, 403);
  assert.equal(foreign.body.code, 'may.other-origin');
  const { rows } = await pool.query("select 1 from people where name = 'Planted'");
  assert.equal(rows.length, 0);
});

test('a file is taken in once, given back as it was, and leaves nothing lying about', async () => {
  const maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  const text = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ines Carvalho>We lose a day every week to the pumps.\n';
  const received = await maya.handIn('tuesday "call".vtt', text);
  assert.equal(received.status, 200, JSON.stringify(received.body));
  const [conversation] = received.body.conversations as { id: string }[];
  assert.equal((await maya.handIn('again.vtt', text)).body.already, true);
  const raw = await maya.ask('GET', `/api/v1/conversations/${conversation?.id}/file`);
  assert.equal(raw.body.text, text);
  assert.equal(raw.headers.get('content-type'), 'application/octet-stream');
  assert.match(raw.headers.get('content-disposition') ?? '', /^attachment/);
  const refused = await maya.handIn('empty.vtt', '');
  assert.ok(refused.status >= 400 && refused.status < 500, `${refused.status}`);
  assert.equal(typeof refused.body.message, 'string');
  for (const folder of readdirSync(path.join(heed.state, 'incoming')))
    assert.deepEqual(readdirSync(path.join(heed.state, 'incoming', folder)), []);
});

test('a file that says it is too large is refused before any of it is read', async () => {
  const maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  const cookie = [...maya.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const sent = request(`${heed.url}/api/v1/conversations/files?name=junk`, {
    method: 'POST',
    headers: { cookie, origin: heed.url, 'content-length': 300 * 1024 * 1024 },
  });
  sent.on('error', () => undefined); // The line is closed on what was not read.
  sent.write('junk');
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  assert.equal(answer.statusCode, 413);
  sent.destroy();
});

test('a wrong question is answered in words, an address that is none with 404, and every answer is guarded', async () => {
  const maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  const wrong = await maya.ask('POST', '/api/v1/people', { name: 7 });
  assert.equal(wrong.status, 400);
  assert.equal(typeof wrong.body.code, 'string');
  for (const address of ['/api/v1/nothing', '/rpc/nothing/here']) {
    const none = await maya.ask('GET', address);
    assert.equal(none.status, 404, address);
    assert.equal(none.body.code, 'missing.address');
    assert.match(none.headers.get('content-security-policy') ?? '', /script-src 'self'/);
  }
});

test('the secret is kept for its owner alone, and the log says nothing of what passed', () => {
  assert.equal(statSync(path.join(heed.state, 'secret')).mode & 0o077, 0);
  assert.doesNotMatch(heed.said(), /pumps|a sentence to remember|Mallory/);
});

test('settings that are wrong, a port that is taken and a database that is not there are said in plain words', () => {
  const wrong = failingStart({ HEED_PORT: 'door' });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^Heed cannot start with these settings: HEED_PORT must be a number/);
  const port = new URL(heed.url).port;
  const taken = failingStart({ HEED_PORT: port, DATABASE_URL: heed.databaseUrl, HEED_STATE: heed.state });
  assert.equal(taken.status, 1);
  assert.match(taken.stderr, new RegExp(`^Port ${port} on 127.0.0.1 is taken`));
  const gone = failingStart({ HEED_PORT: '0', DATABASE_URL: 'postgres://heed:hush-hush@127.0.0.1:1/heed', HEED_STATE: heed.state });
  assert.equal(gone.status, 1);
  assert.match(gone.stderr, /^The database heed on 127.0.0.1 could not be used: .*Check DATABASE_URL/);
  assert.doesNotMatch(gone.stderr, /hush-hush/);
});

test('with a database of its own it starts, and ends all of it within ten seconds of being told', async () => {
  const own = await startServer({ database: 'embedded' });
  const data = path.join(own.state, 'postgres/18/postmaster.pid');
  assert.ok(existsSync(data));
  const began = Date.now();
  assert.equal(await own.stop(), 0);
  assert.ok(Date.now() - began < 10_000);
  assert.equal(existsSync(data), false);
});
