import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { saidPageShape } from '#model/say-back.shape.ts';
import { asking } from '#test/asking.ts';
import { type Rest, restOf } from '#test/rest.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

// Doors that anybody may knock at: the page on which somebody says whether we got it right, and the look at an invitation.

let world: World;
let rest: Rest;
let maya: WorldMember;
let person: string;
let need: string;
let token: string;
const clock = { now: '2026-11-20T10:00:00Z' };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  const as = { context: asking(world, maya, clock.now) };
  person = (await call(router.people.add, { name: 'Ines Carvalho', email: 'ines@harbour.example' }, as)).id;
  need = (await call(router.needs.add, { personId: person, statement: 'Wants to know at night' }, as)).id;
  token = await linkFor([{ id: need, statement: 'You want to know at night?' }]);
  rest = restOf(world, () => clock.now);
});
after(() => world.close());

async function linkFor(needs: { id: string; statement: string }[]): Promise<string> {
  const { url } = await call(router.sayBacks.make, { personId: person, needs }, { context: asking(world, maya, clock.now) });
  return url.split('/').at(-1) ?? '';
}
const look = (one: string, from = '203.0.113.7') => rest.ask<Record<string, unknown>>(null, `GET /said/${one}`, undefined, { from });
const say = (one: string, body: object, from = '203.0.113.7') => rest.ask(null, `POST /said/${one}`, body, { from });
/** The address of somebody who was not here before: each test has its own count. */
let seen = 0;
const elsewhere = () => `198.51.100.${++seen}`;

test('whoever holds the link reads what is asked, and nothing else of the workspace or of them', async () => {
  const { status, body, text } = await look(token);
  assert.equal(status, 200, text);
  const page = saidPageShape.strict().parse(body);
  assert.deepEqual([page.workspace, page.from, page.to], ['Brightwater', 'Maya Okafor', 'Ines Carvalho']);
  assert.doesNotMatch(text, /Wants to know|harbour\.example|example\.org/, 'our own words for it, and addresses, stay here');
  for (const id of [need, person, maya.id, world.workspace.id]) assert.ok(!text.includes(id));
});

test('the page and its answers are for no search engine, no cache, no frame, and no other site learns where somebody came from', async () => {
  for (const answer of [await look(token), await look('none'), await rest.ask(null, `GET //said/${token}`), await say(token, {})]) {
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(answer.headers.get('x-frame-options'), 'DENY');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(answer.headers.get('set-cookie'), null, 'who answers is not marked');
  }
  assert.equal((await look(token)).headers.get('cache-control'), 'no-store');
  assert.equal((await rest.ask(maya, 'GET /people')).headers.get('x-robots-tag'), null);
});

test('they answer without an account, can change it, and say it twice without it standing twice', async () => {
  const { needs } = (await look(token)).body as { needs: { id: string }[] };
  const id = needs[0]?.id ?? '';
  for (const body of [
    { need: id, answer: 'yes', words: ' Every night. ' },
    { need: id, answer: 'yes', words: 'Every night.' },
    { need: id, answer: 'partly' },
  ])
    assert.equal((await say(token, body)).status, 200, JSON.stringify(body));
  const { links } = (await rest.ask(maya, `GET /people/${person}/say-backs`)).body as {
    links: { needs: { answers: { answer: string; words: string }[] }[] }[];
  };
  const answers = links[0]?.needs[0]?.answers.map(({ answer, words }) => `${answer}: ${words}`).sort();
  assert.deepEqual(answers, ['partly: ', 'yes: Every night.']);
});

test('what is no answer is refused: another word, somebody else’s need, a book, no words at all', async () => {
  const from = elsewhere();
  const { needs } = (await look(token, from)).body as { needs: { id: string }[] };
  const id = needs[0]?.id ?? '';
  for (const body of [
    { need: id, answer: 'maybe' },
    { need: id },
    { need: 'x', answer: 'yes' },
    { need: id, answer: 'no', words: 'x'.repeat(2001) },
    {},
  ])
    assert.equal((await say(token, body, from)).status, 400, JSON.stringify(body).slice(0, 80));
  const other = (await call(router.needs.add, { personId: person, statement: 'Another' }, { context: asking(world, maya, clock.now) })).id;
  for (const wrong of [other, need, person, '01900000-0000-7000-8000-000000000000'])
    assert.equal((await say(token, { need: wrong, answer: 'yes' }, from)).status, 404, 'only what this page asks');
});

test('a link that never was, one taken back and one past its day answer in the same words', async () => {
  const from = elsewhere();
  const taken = await linkFor([{ id: need, statement: 'Taken back?' }]);
  const list = await call(router.sayBacks.list, { personId: person }, { context: asking(world, maya, clock.now) });
  const id = list.links.find(({ needs }) => needs[0]?.statement === 'Taken back?')?.id ?? '';
  assert.equal((await look(taken, from)).status, 200);
  assert.equal((await rest.ask(maya, `DELETE /say-backs/${id}`)).status, 200);
  const answers = [await look(taken, from), await look('x'.repeat(43), from), await look(encodeURIComponent(`' or 1=1 --\u0000`), from)];
  clock.now = '2027-11-20T10:00:00Z';
  answers.push(await look(token, from), await say(token, { need, answer: 'yes' }, from));
  clock.now = '2026-11-20T10:00:00Z';
  for (const answer of answers) {
    assert.equal(answer.status, 404, answer.text);
    assert.deepEqual(answer.body, answers[0]?.body);
  }
  assert.equal((await look('x'.repeat(201), from)).status, 400);
});

test('sixty knocks a minute from one address, by either door and either way; then a pause that is said, and others go on', async () => {
  const from = elsewhere();
  const rpc = () => rest.ask(null, 'POST //rpc/sayBacks/look', { json: { token: 'guess' } }, { from });
  for (let i = 0; i < 20; i++) {
    assert.equal((await look(`guess${i}`, from)).status, 404);
    assert.equal((await say('guess', { need, answer: 'yes' }, from)).status, 404);
    assert.equal((await rpc()).status, 404);
  }
  for (const answer of [await look(token, from), await rpc(), await say(token, { need, answer: 'yes' }, from)]) {
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('retry-after'), '60');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  }
  assert.deepEqual((await look(token, from)).body, {
    code: 'input.too-often',
    message: 'That was a lot at once. Wait a minute and try again.',
    params: {},
  });
  assert.equal((await look(token, elsewhere())).status, 200, 'somebody at another address');
  assert.equal((await rest.ask(maya, 'GET /people', undefined, { from })).status, 200, 'members are not held up');
  clock.now = '2026-11-20T10:01:00Z';
  assert.equal((await look(token, from)).status, 200, 'a minute later');
  clock.now = '2026-11-20T10:00:00Z';
});

test('behind a proxy on this machine each visitor is counted by their own address, and nobody can write a new one', async () => {
  clock.now = '2026-11-20T11:00:00Z';
  const through = (forwarded: string) =>
    rest.ask(null, 'GET /said/guess', undefined, { from: '127.0.0.1', headers: { 'x-forwarded-for': forwarded } });
  for (let i = 0; i < 60; i++) assert.equal((await through(`10.0.0.${i}, 192.0.2.1`)).status, 404);
  assert.equal((await through('10.9.9.9, 192.0.2.1')).status, 429);
  assert.equal((await through('192.0.2.2')).status, 404);
  const direct = (forwarded: string) =>
    rest.ask(null, 'GET /said/guess', undefined, { from: '192.0.2.3', headers: { 'x-forwarded-for': forwarded } });
  for (let i = 0; i < 60; i++) await direct(`192.0.2.${i + 10}`);
  assert.equal((await direct('192.0.2.99')).status, 429, 'from elsewhere the header is only their word');
});

test('another spelling of the door is no way around the count', async () => {
  clock.now = '2026-11-20T12:00:00Z';
  const from = elsewhere();
  for (let i = 0; i < 60; i++) await look('guess', from);
  for (const address of [
    '/said/guess/',
    '/said//guess',
    '/%73aid/guess',
    '/said%2Fguess',
    '/./said/guess',
    '/x/../said/guess',
    '//rpc/sayBacks/look/',
    '//rpc/sayBacks/%6cook',
  ]) {
    for (const method of ['GET', 'POST']) {
      const { status, text } = await rest.ask(null, `${method} ${address}`, method === 'POST' ? { json: { token } } : undefined, { from });
      assert.ok(
        status === 429 || (status === 404 && /missing\.address/.test(text)) || status === 405,
        `${method} ${address}: ${status} ${text}`,
      );
    }
  }
});
