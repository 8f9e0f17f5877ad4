import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { callsUnder } from './call.ts';
import { queriesOf } from './queries.ts';
import { isFinal, isMissing, isSignedOut, refusalOf } from './trouble.ts';

interface Tree {
  people: { open(input: { id: string }): Promise<{ name: string }>; list(input: { cursor?: string }): Promise<{ next: string | null }> };
  today: { open(): Promise<{ people: string[] }> };
}

const heard: { path: string; method: string; body: string }[] = [];
let answer: { status: number; body: string };
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  let body = '';
  request.on('data', (piece: Buffer) => {
    body += piece.toString();
  });
  request.on('end', () => {
    heard.push({ path: request.url ?? '', method: request.method ?? '', body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
});
const browsersFetch = globalThis.fetch;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page's addresses begin at its own origin; outside of one there is none.
  globalThis.fetch = (path, options) => browsersFetch(`${origin}${String(path)}`, options);
});
after(() => {
  globalThis.fetch = browsersFetch;
  server.close();
});
beforeEach(() => {
  heard.length = 0;
  answer = { status: 200, body: '{"json":{}}' };
});

const ask = callsUnder() as Tree;
const api = queriesOf(ask);

async function failure(of: Promise<unknown>): Promise<unknown> {
  try {
    await of;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

test('a procedure is asked for at its path, with what was given, and its answer comes back as it is', async () => {
  answer.body = JSON.stringify({ json: { name: 'Ines Carvalho' } });
  assert.deepEqual(await ask.people.open({ id: 'p1' }), { name: 'Ines Carvalho' });
  assert.deepEqual(heard, [{ path: '/rpc/people/open', method: 'POST', body: '{"json":{"id":"p1"}}' }]);
});

test('what takes nothing is asked with nothing', async () => {
  await ask.today.open();
  assert.equal(heard[0]?.body, '{}');
});

test('a refusal keeps its code, its words and what they are filled with', async () => {
  answer = {
    status: 404,
    body: JSON.stringify({ json: { code: 'NOT_FOUND', message: 'Gone.', data: { code: 'missing.person', params: { n: 2 } } } }),
  };
  const error = await failure(ask.people.open({ id: 'p1' }));
  assert.deepEqual(refusalOf(error), { code: 'missing.person', message: 'Gone.', params: { n: 2 } });
  assert.ok(isMissing(error) && isFinal(error) && !isSignedOut(error));
});

test('a proxy that answers in HTML is a fault of the way there, to be tried again', async () => {
  answer = { status: 502, body: '<h1>Bad gateway</h1>' };
  const error = await failure(ask.today.open());
  assert.equal(refusalOf(error)?.code, 'INTERNAL_SERVER_ERROR');
  assert.ok(!isFinal(error));
});

test('somebody signed out meanwhile is told apart from a fault', async () => {
  answer = { status: 401, body: '{"json":{"code":"UNAUTHORIZED","message":""}}' };
  assert.ok(isSignedOut(await failure(ask.today.open())));
});

test('where nobody answers there is no refusal', async () => {
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
  const error = await failure(ask.today.open());
  globalThis.fetch = before;
  assert.equal(refusalOf(error), null);
});

test('a request that is no longer wanted is given up', async () => {
  const given = new AbortController();
  const { queryFn } = api.people.open.queryOptions({ input: { id: 'p1' } });
  const asked = queryFn({ signal: given.signal } as never);
  given.abort();
  assert.equal(((await failure(asked)) as Error).name, 'AbortError');
});

test('the calls themselves are no promise: awaiting them asks for nothing', async () => {
  await Promise.resolve(ask.people);
  assert.deepEqual(heard, []);
});

test('a key names its procedure and what was asked, and a branch is the key of all below it', () => {
  assert.deepEqual(api.people.key(), [['people']]);
  assert.deepEqual(api.people.open.queryKey({ input: { id: 'p1' } }), [['people', 'open'], { input: { id: 'p1' }, type: 'query' }]);
  assert.deepEqual(api.people.open.queryOptions({ input: { id: 'p1' } }).queryKey, api.people.open.queryKey({ input: { id: 'p1' } }));
  assert.deepEqual(api.today.open.queryOptions().queryKey, [['today', 'open'], { type: 'query' }]);
});

test('a list is asked page by page, each with the cursor of the one before', async () => {
  const pages = api.people.list.infiniteOptions({
    input: (cursor: string | undefined) => (cursor ? { cursor } : {}),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  answer.body = '{"json":{"next":"second"}}';
  const first = await pages.queryFn({ signal: new AbortController().signal, pageParam: undefined } as never);
  assert.equal(pages.getNextPageParam(first), 'second');
  await pages.queryFn({ signal: new AbortController().signal, pageParam: 'second' } as never);
  assert.deepEqual(
    heard.map((one) => one.body),
    ['{"json":{}}', '{"json":{"cursor":"second"}}'],
  );
  assert.equal(pages.getNextPageParam({ next: null }), undefined);
});

test('a change is sent when it is made, with whatever is to be done afterwards', async () => {
  let done: unknown = null;
  const change = api.people.open.mutationOptions({
    onSuccess: (person) => {
      done = person;
    },
  });
  assert.equal(heard.length, 0);
  answer.body = '{"json":{"name":"Ruth Adeyemi"}}';
  const made = await change.mutationFn?.({ id: 'p2' }, {} as never);
  await change.onSuccess?.(made as { name: string }, { id: 'p2' }, undefined, {} as never);
  assert.deepEqual(heard.at(-1)?.body, JSON.stringify({ json: { id: 'p2' } }));
  assert.deepEqual(done, { name: 'Ruth Adeyemi' });
});
