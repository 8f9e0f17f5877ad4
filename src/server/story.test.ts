import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isProcedure } from '@orpc/server';
import { router } from '#api/router.ts';
import { rawRequest } from '#test/raw-request.ts';
import { type HeedServer, startServer } from '#test/server.ts';
import { makeWorkspace, signIn, signUp, type Visitor, visitorOf } from '#test/visitor.ts';

let heed: HeedServer;
let maya: Visitor;
before(async () => {
  // Everything it would ever say.
  heed = await startServer({ env: { HEED_LOG: 'debug' } });
  maya = visitorOf(heed.url);
  await signUp(maya, 'Maya');
  await makeWorkspace(maya);
});
after(() => heed.stop());

const CALL = `WEBVTT

00:00:01.000 --> 00:00:05.000
<v Ines Carvalho>We need to know it before the morning, because last week we threw away two hundred meals.

00:00:05.500 --> 00:00:09.000
<v Maya>I will send you the July report by Friday.
`;

test('every answer is guarded: pages, assets, procedures, errors, refusals, the door, the description', async () => {
  const asked: [string, string, Record<string, string>?][] = [
    ['GET', '/'],
    ['GET', '/people/none'],
    ['GET', '/assets/gone.js'],
    ['HEAD', '/'],
    ['GET', '/api/v1/health'],
    ['GET', '/api/v1/openapi.json'],
    ['GET', '/api/v1/people'],
    ['POST', '/rpc/people/list'],
    ['POST', '/rpc/people/list', { origin: 'https://evil.example' }],
    ['DELETE', '/nothing'],
    ['OPTIONS', '/api/v1/people', { origin: 'https://evil.example', 'access-control-request-method': 'POST' }],
    ['POST', '/api/auth/sign-in/email'],
    ['GET', '/%'],
    ['GET', '/..%2f..%2fpackage.json'],
  ];
  for (const [method, path, headers = {}] of asked) {
    const answer = await rawRequest(heed.url, { method, path, headers });
    const what = `${method} ${path}`;
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, what);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff', what);
    assert.equal(answer.headers['x-frame-options'], 'DENY', what);
    assert.equal(answer.headers['referrer-policy'], 'same-origin', what);
    assert.equal(answer.headers['access-control-allow-origin'], undefined, what);
    assert.equal(answer.headers['x-powered-by'], undefined, what);
    assert.ok(answer.status < 500, `${what}: ${answer.status} ${answer.text}`);
    if (/^\/(api|rpc)\//.test(path)) assert.equal(answer.headers['cache-control'], 'no-store', what);
    assert.doesNotMatch(answer.text, /"dependencies"|\bat .*\.ts:\d+/, what);
  }
});

test('nothing is changed by asking to read: a link or a picture elsewhere could ask', async () => {
  for (const path of ['/rpc/people/add?data=%7B%22json%22%3A%7B%22name%22%3A%22Planted%22%7D%7D', '/rpc/workspaces/removeSample'])
    assert.ok((await maya.ask('GET', path)).status >= 400, path);
  assert.doesNotMatch(JSON.stringify((await maya.ask('GET', '/api/v1/people')).body), /Planted/);
});

test('what we hand out as our address does not follow the name that was asked for', async () => {
  const { port } = new URL(heed.url);
  const cookie = [...maya.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { status, text } = await rawRequest(heed.url, {
    method: 'POST',
    path: '/api/v1/invitations',
    headers: { cookie, host: `evil.example:${port}`, 'content-type': 'application/json' },
    pieces: [JSON.stringify({ role: 'member', days: 1 })],
  });
  assert.equal(status, 200, text);
  assert.ok((JSON.parse(text) as { url: string }).url.startsWith(heed.url));
});

test('the description names every procedure with its summary, and where it is served', async () => {
  const { body } = await visitorOf(heed.url).ask('GET', '/api/v1/openapi.json');
  assert.match(String(body.openapi), /^3\.1/);
  assert.deepEqual(body.servers, [{ url: `${heed.url}/api/v1` }]);
  const paths = body.paths as Record<string, Record<string, { summary?: string }>>;
  const described = Object.values(paths).flatMap((verbs) => Object.values(verbs));
  const procedures = Object.values(router).flatMap((verbs) => Object.values(verbs).filter(isProcedure));
  assert.equal(described.length, procedures.length);
  for (const { summary } of described) assert.ok(summary);
});

test('the log of a whole story holds no address, password, token, cookie or word of a conversation', async () => {
  const { body } = await maya.handIn('Ines and the meals.vtt', CALL);
  const [{ id } = { id: '' }] = body.conversations as { id: string }[];
  for (const path of [`/conversations/${id}`, '/people', '/today', '/find?text=meals', '/promises', '/members', '/speakers/unknown'])
    assert.equal((await maya.ask('GET', `/api/v1${path}`)).status, 200, path);
  const invited = await maya.ask('POST', '/api/v1/invitations', { role: 'member', days: 1 });
  const token = String(invited.body.url).split('/').at(-1) ?? '';
  await maya.ask('GET', `/api/v1/invitations/${token}`);
  await maya.ask('POST', '/api/v1/people', { name: '' });
  await maya.ask('POST', '/api/v1/people', { name: 'Ines Carvalho', email: 'ines@harbour.example' });
  await maya.ask('POST', '/api/v1/people', { name: 'Ines Again', email: 'ines@harbour.example' });
  await signIn(visitorOf(heed.url), 'Maya', 'a wrong sentence altogether');
  await maya.ask('POST', '/api/auth/sign-out', {});
  const said = heed.said().replace(/setup token: \S+/, '');
  for (const secret of [token, ...maya.cookies.values()]) assert.ok(!secret || !said.includes(secret));
  assert.doesNotMatch(said, /example\.org|harbour|Ines|meals|July|sentence|session_token/);
});
