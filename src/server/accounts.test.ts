import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { cookiesOf, rawRequest } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signIn, signUp, type Visitor, visitorOf } from '#test/visitor.ts';

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

const SIGN_UP = '/api/auth/sign-up/email';
const mallory = { name: 'Mallory', email: 'mallory@evil.example', password: 'a sentence to remember' };
const json = (headers: Record<string, string>) => ({ 'content-type': 'application/json', ...headers });
const knock = (headers: Record<string, string>, path = SIGN_UP) =>
  rawRequest(heed.url, { method: 'POST', path, headers: json(headers), pieces: [JSON.stringify(mallory)] });
const codeOf = (text: string) => (JSON.parse(text) as { code: string }).code;
/** Each from an address of its own, so that one story's tries do not count for another. */
let houses = 0;
const fromElsewhere = () => `198.51.100.${++houses}`;
const tryPassword = (from: Record<string, string>, email = 'maya@example.org') =>
  visitorOf(heed.url).ask('POST', '/api/auth/sign-in/email', { email, password: 'not the right one' }, from);

async function nobodyYet(): Promise<void> {
  assert.equal((await pool.query('select 1 from accounts')).rowCount, 0);
}

async function maya(): Promise<Visitor> {
  const visitor = visitorOf(heed.url);
  const { status } = await visitor.ask(
    'POST',
    '/api/auth/sign-in/email',
    { email: 'maya@example.org', password: 'a sentence to remember' },
    { 'x-forwarded-for': fromElsewhere() },
  );
  assert.equal(status, 200);
  return visitor;
}

test('the first account cannot be claimed by a page elsewhere that points its name at this machine', async () => {
  const { port } = new URL(heed.url);
  for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, `localhost.evil.example:${port}`]) {
    const { status, text } = await knock({ host });
    assert.equal(status, 403, host);
    assert.equal(codeOf(text), 'may.setup-token', host);
  }
  await nobodyYet();
});

test('nor by a page elsewhere that posts here, in any form a browser sends unasked', async () => {
  const unasked: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example', 'content-type': 'text/plain' },
  ];
  for (const headers of unasked) {
    const { status, text } = await knock(headers);
    assert.equal(status, 403, JSON.stringify(headers));
    assert.equal(codeOf(text), 'may.other-origin');
  }
  await nobodyYet();
});

test('nor past the gate by another spelling of the same door', async () => {
  for (const path of [
    '/api/auth/sign-up/email/',
    '/api/auth//sign-up/email',
    '/api/auth/sign-up%2Femail',
    '/api/auth/sign-up/emai%6c',
    '/api/auth/sign-up/Email',
    '/api/auth/x/../sign-up/email',
    '/API/auth/sign-up/email',
    '/api/auth/sign-up/email;x',
  ]) {
    const { status } = await knock({ 'x-forwarded-for': '203.0.113.9' }, path);
    assert.ok(status === 404 || status === 403, `${path}: ${status}`);
  }
  await nobodyYet();
});

test('of two who are the first in the same moment one is', async () => {
  const answers = await Promise.all([signUp(visitorOf(heed.url), 'Maya'), signUp(visitorOf(heed.url), 'Malik')]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403]);
  const { rows } = await pool.query<{ id: string; name: string }>('select id, name from accounts');
  assert.equal(rows.length, 1);
  // Whoever it was is Maya from here on.
  await pool.query("update accounts set name = 'Maya', email = 'maya@example.org'");
  assert.equal((await makeWorkspace(await maya())).status, 200);
});

test('an invitation that is unknown, past its day or withdrawn lets nobody in', async () => {
  const owner = await maya();
  const invite = async () => {
    const { body } = await owner.ask('POST', '/api/v1/invitations', { role: 'member', days: 1 });
    return { id: (body.invitation as { id: string }).id, token: String(body.url).split('/').at(-1) ?? '' };
  };
  const late = await invite();
  await pool.query("update invitations set expires_at = now() - interval '1 second' where id = $1", [late.id]);
  const withdrawn = await invite();
  assert.equal((await owner.ask('DELETE', `/api/v1/invitations/${withdrawn.id}`)).status, 200);
  for (const token of ['', 'x', '%00', late.token, withdrawn.token]) {
    const { status, body } = await signUp(visitorOf(heed.url), 'Mallory', { 'x-heed-invitation': token });
    assert.equal(status, 403, token);
    assert.equal(body.code, 'may.invitation');
  }
});

test('every other door of the account library is closed, to who is signed in too', async () => {
  const visitor = await maya();
  for (const [method, door] of [
    ['GET', 'get-session'],
    ['GET', 'list-sessions'],
    ['GET', 'ok'],
    ['GET', 'error'],
    ['GET', 'reference'],
    ['GET', 'list-accounts'],
    ['GET', 'verify-email'],
    ['GET', 'callback/github'],
    ['POST', 'update-user'],
    ['POST', 'change-email'],
    ['POST', 'change-password'],
    ['POST', 'delete-user'],
    ['POST', 'revoke-sessions'],
    ['POST', 'request-password-reset'],
    ['POST', 'reset-password'],
    ['POST', 'sign-in/social'],
    ['POST', 'link-social'],
    ['GET', 'sign-in/email'],
    ['PUT', 'sign-out'],
  ] as const) {
    const { status, body } = await visitor.ask(
      method,
      `/api/auth/${door}`,
      method === 'GET' ? undefined : { name: 'X', newEmail: 'x@x.org' },
    );
    assert.equal(status, 404, `${method} ${door}`);
    assert.equal(body.code, 'missing.address', door);
  }
  assert.equal((await visitor.ask('GET', '/api/v1/people')).status, 200);
});

test('a session lives in a cookie that no script reads and no other site sends along', async () => {
  const visitor = visitorOf(heed.url);
  const { headers } = await signIn(visitor, 'Maya');
  const cookie = headers.getSetCookie().find((line) => line.startsWith('heed.session_token=')) ?? '';
  for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000']) assert.ok(cookie.includes(flag), `${flag} in ${cookie}`);
});

test('a session that somebody planted before the sign-in is not the one that is signed in', async () => {
  const attacker = await maya();
  const planted = attacker.cookies.get('heed.session_token') ?? '';
  const victim = visitorOf(heed.url);
  victim.cookies.set('heed.session_token', planted);
  await signIn(victim, 'Maya');
  assert.notEqual(victim.cookies.get('heed.session_token'), planted);
  assert.ok(victim.cookies.get('heed.session_token'));
});

test('a cookie that was made up, changed or cut opens nothing', async () => {
  const cookie = cookiesOf(await maya());
  const [token = '', signature = ''] = decodeURIComponent(/session_token=([^;]*)/.exec(cookie)?.[1] ?? '').split('.');
  assert.ok(token && signature);
  for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, `x${token}.${signature}`, `.${signature}`, '', '%', '\u00e9'])
    assert.equal(
      (await rawRequest(heed.url, { path: '/api/v1/people', headers: { cookie: `heed.session_token=${encodeURIComponent(forged)}` } }))
        .status,
      401,
      forged,
    );
});

test('a session in use is renewed, in the browser too', async () => {
  const visitor = await maya();
  assert.deepEqual((await visitor.ask('GET', '/api/v1/session')).headers.getSetCookie(), []);
  await pool.query("update account_sessions set expires_at = now() + interval '28 days'");
  for (const [method, address, body] of [
    ['GET', '/api/v1/session', undefined],
    ['POST', '/rpc/session/read', { json: {} }],
  ] as const) {
    await pool.query("update account_sessions set expires_at = now() + interval '28 days'");
    const { headers } = await visitor.ask(method, address, body);
    assert.match(headers.getSetCookie().join('\n'), /heed\.session_token=.*Max-Age=2592000/s, address);
  }
  const { rows } = await pool.query<{ late: boolean }>("select expires_at > now() + interval '29 days' as late from account_sessions");
  assert.ok(rows.some(({ late }) => late));
});

test('after ten wrong passwords from one house it waits, whatever name or address the caller gives itself', async () => {
  const from = { 'x-forwarded-for': fromElsewhere() };
  for (let i = 0; i < 10; i++) assert.equal((await tryPassword(from)).status, 401, `try ${i}`);
  const eleventh = await tryPassword(from);
  assert.equal(eleventh.status, 429);
  assert.ok(Number(eleventh.headers.get('retry-after')) > 0);
  assert.equal((await tryPassword({ ...from, 'x-heed-address': '192.0.2.1' })).status, 429, 'our own header, forged');
  const claimed = { 'x-forwarded-for': `192.0.2.77, ${from['x-forwarded-for']}` };
  assert.equal((await tryPassword(claimed)).status, 429, 'only the last is the word of the proxy');
  assert.equal((await tryPassword({ 'x-forwarded-for': `${from['x-forwarded-for']}:5123` })).status, 429, 'with a port');
  assert.equal((await tryPassword({ 'x-forwarded-for': fromElsewhere() })).status, 401, 'another house is let try');
});

test('without a proxy an address that is none gives no fresh tries', async () => {
  const answers: number[] = [];
  for (let i = 0; i < 12; i++) answers.push((await tryPassword({ 'x-forwarded-for': `nobody-${i}` }, 'noor@example.org')).status);
  assert.equal(answers.at(-1), 429);
});

test('neither a wrong password nor a wrong name is told apart, and the log names nobody', async () => {
  const wrong = await tryPassword({ 'x-forwarded-for': fromElsewhere() });
  const unknown = await tryPassword({ 'x-forwarded-for': fromElsewhere() }, 'nobody@example.org');
  assert.deepEqual([wrong.status, wrong.body], [unknown.status, unknown.body]);
  assert.doesNotMatch(heed.said(), /@example\.org|evil\.example|not the right one/);
});

test('with a public https address the cookie goes over TLS alone, and the first account needs the token', async () => {
  const port = await freePort();
  const behind = await startServer({ env: { HEED_URL: 'https://heed.example.com', HEED_PORT: String(port) } });
  try {
    while (!/setup token/.test(behind.said())) await wait(10);
    const token = /setup token: (\S+)/.exec(behind.said())?.[1] ?? '';
    const ask = (headers: Record<string, string>) =>
      rawRequest(`http://127.0.0.1:${port}`, { method: 'POST', path: SIGN_UP, headers: json(headers), pieces: [JSON.stringify(mallory)] });
    // A proxy that says nothing of itself looks like this machine.
    assert.equal(codeOf((await ask({})).text), 'may.setup-token');
    assert.equal((await ask({ origin: 'http://heed.example.com', host: 'heed.example.com', 'x-heed-setup-token': token })).status, 403);
    const { status, headers } = await ask({ origin: 'https://heed.example.com', 'x-heed-setup-token': token });
    assert.equal(status, 200);
    assert.match(headers['set-cookie']?.[0] ?? '', /^__Secure-heed\.session_token=.*; Secure/);
    assert.match(headers['strict-transport-security'] ?? '', /max-age/);
    // The token has done its work.
    assert.equal(codeOf((await ask({ origin: 'https://heed.example.com', 'x-heed-setup-token': token })).text), 'may.invitation');
  } finally {
    await behind.stop();
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
