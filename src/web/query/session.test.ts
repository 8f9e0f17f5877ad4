import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import type { Session } from '#model/pages.ts';
import { language, speak } from '../messages/language.ts';
import { ask, queries, refresh } from './api.ts';
import { enter, sessionQuery, signIn, signOut, signUp } from './session.ts';
import { isSignedOut, refusalOf, sayTrouble } from './trouble.ts';

const asked: { path: string; body: unknown; headers: Record<string, string> }[] = [];
let answer: { status: number; body: string };
const browsersFetch = globalThis.fetch;
globalThis.fetch = async (path, options) => {
  asked.push({ path: String(path), body: JSON.parse(String(options?.body ?? 'null')), headers: { ...(options?.headers as object) } });
  return new Response(answer.body, { status: answer.status });
};
after(() => {
  globalThis.fetch = browsersFetch;
  queries.clear();
});
beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: '{}' };
  queries.clear();
});

async function failure(of: Promise<unknown>): Promise<{ status?: number; code?: string }> {
  return of.then(
    () => assert.fail('it did not fail'),
    (error: unknown) => error as { status?: number },
  );
}

const session = (name: string) => ({ member: { id: name, name }, workspace: null }) as unknown as Session;

test('signing in forgets what was on screen before, and asks anew who is here', async () => {
  queries.setQueryData(['people'], ['of somebody else']);
  queries.setQueryData(sessionQuery.queryKey, session('nobody'));
  await signIn('maya@heed.example', 'a long password');
  assert.deepEqual(asked[0], {
    path: '/api/auth/sign-in/email',
    body: { email: 'maya@heed.example', password: 'a long password' },
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(queries.getQueryData(['people']), undefined);
  assert.equal(queries.getQueryData(sessionQuery.queryKey), undefined);
});

test('a wrong password changes nothing on screen, and is said in plain words', async () => {
  await speak('en');
  queries.setQueryData(['people'], ['kept']);
  answer = { status: 401, body: '{"code":"INVALID_EMAIL_OR_PASSWORD","message":"Invalid email or password"}' };
  const wrong = await failure(signIn('maya@heed.example', 'wrong'));
  assert.deepEqual(queries.getQueryData(['people']), ['kept']);
  assert.equal(sayTrouble(wrong, language().text), 'That e-mail and password do not belong together.');
});

test('too many tries are told from a fault, also when what stands between answers in HTML', async () => {
  answer = { status: 429, body: '<html>' };
  assert.equal((await failure(signIn('a@b.example', 'x'))).code, 'TOO_MANY_REQUESTS');
  answer = { status: 502, body: '<html>' };
  assert.equal((await failure(signIn('a@b.example', 'x'))).code, 'INTERNAL_SERVER_ERROR');
});

test('what a refusal is about comes along', async () => {
  answer = { status: 400, body: '{"code":"input.too-large","message":"x","params":{"kilobytes":64}}' };
  assert.deepEqual(refusalOf(await failure(signIn('a@b.example', 'x')))?.params, { kilobytes: 64 });
});

test('signing out empties this browser before it goes to the door', async () => {
  let went = '';
  Object.defineProperty(globalThis, 'window', { value: { location: { assign: (to: string) => (went = to) } }, configurable: true });
  queries.setQueryData(['people'], ['mine']);
  await signOut();
  assert.equal(queries.getQueryData(['people']), undefined);
  assert.equal(went, '/');
  Reflect.deleteProperty(globalThis, 'window');
});

test('whoever could not be signed out is told so, and still has their screen', async () => {
  queries.setQueryData(['people'], ['mine']);
  answer = { status: 503, body: '' };
  assert.equal((await failure(signOut())).status, 503);
  assert.deepEqual(queries.getQueryData(['people']), ['mine']);
});

test('a setup token and an invitation go in the head of the request, and only where there is one', async () => {
  const account = { name: 'Maya', email: 'maya@heed.example', password: 'a long password' };
  await signUp({ ...account, setupToken: 'token' });
  await signUp({ ...account, invitation: 'letter' });
  await signUp({ ...account, setupToken: '' });
  assert.deepEqual(
    asked.map(({ headers }) => [headers['x-heed-setup-token'], headers['x-heed-invitation']]),
    [
      ['token', undefined],
      [undefined, 'letter'],
      [undefined, undefined],
    ],
  );
  assert.deepEqual(asked[0]?.body, account);
});

test('in another workspace nothing of the one before stays, and who is here is known at once', () => {
  queries.setQueryData(['people', 'list'], ['of the one before']);
  queries.setQueryData(sessionQuery.queryKey, session('before'));
  enter(session('after'));
  assert.equal(queries.getQueryData(['people', 'list']), undefined);
  assert.deepEqual(queries.getQueryData(sessionQuery.queryKey), session('after'));
});

test('who is here is a plain question, so that the page can have asked it already', async () => {
  answer = { status: 200, body: JSON.stringify(session('maya')) };
  assert.deepEqual(await queries.fetchQuery({ ...sessionQuery, retry: false }), session('maya'));
  assert.deepEqual(
    asked.map(({ path, headers }) => [path, headers]),
    [['/api/v1/session', {}]],
  );
});

test('a session that cannot be read is a fault with its number, and not somebody signed out', async () => {
  answer = { status: 503, body: '' };
  const wrong = await failure(queries.fetchQuery({ ...sessionQuery, retry: false }));
  assert.deepEqual([wrong.status, wrong.code, isSignedOut(wrong)], [503, 'INTERNAL_SERVER_ERROR', false]);
});

test('whatever asks and hears that nobody is signed in brings up the door', async () => {
  queries.setQueryData(sessionQuery.queryKey, session('maya'));
  answer = { status: 401, body: '{"json":{"code":"UNAUTHORIZED","message":"x"}}' };
  await failure(queries.fetchQuery({ queryKey: ['people'], queryFn: () => ask.people.list({ limit: 1 }), retry: false }));
  assert.equal(queries.getQueryState(sessionQuery.queryKey)?.isInvalidated, true);
});

test('a no is asked once; a server that is away three times', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { retry } = queries.getDefaultOptions().queries ?? {};
  assert.ok(typeof retry === 'function');
  const away = Object.assign(new Error(''), { status: 503 });
  const no = Object.assign(new Error(''), { status: 404 });
  assert.deepEqual(
    [0, 1, 2].map((failures) => retry(failures, away)),
    [true, true, false],
  );
  assert.equal(retry(0, no), false);
  assert.equal(retry(0, new TypeError('Failed to fetch')), true);
});

test('after a change everything on screen is asked for anew', async () => {
  queries.setQueryData(['people'], []);
  queries.setQueryData(['promises'], []);
  await refresh();
  for (const key of ['people', 'promises']) assert.equal(queries.getQueryState([key])?.isInvalidated, true);
});
