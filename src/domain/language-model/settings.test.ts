import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { askForFindings } from '#connectors/language-model.ts';
import { Refusal } from '#model/refusal.ts';
import { miscounted, trailOf } from '#test/ledger.ts';
import { type Found, fails, finds, hangs, type ModelEndpoint, openModelEndpoint, says } from '#test/model-endpoint.ts';
import { askWaiting, heardCall, ofModel, outside, pageOf, turnOn, waitingToAsk } from '#test/second-opinion.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { sealingWith } from '../seal.ts';

let model: ModelEndpoint;
let other: ModelEndpoint;
let world: World;
let maya: WorldMember;
before(async () => {
  model = await openModelEndpoint();
  other = await openModelEndpoint();
});
beforeEach(async () => {
  for (const one of [model, other]) {
    one.asked.length = 0;
    one.answer(finds());
  }
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'admin');
});
afterEach(() => world.close());
after(() => Promise.all([model.close(), other.close()]));

const KEY = 'sk-only-for-you';
const change = (input: object) => call(router.languageModel.change, input, outside(world, maya));
const look = () => call(router.languageModel.read, undefined, outside(world, maya));
const tryIt = (input: object = {}) => call(router.languageModel.try, input, outside(world, maya));
const code = (problem: unknown) => (problem instanceof Refusal ? problem.code : (problem as { code?: string }).code);

test('at first there is nothing and it is off; nothing is turned on without an address and a model', async () => {
  const health = { askedAt: null, answeredAt: null, failure: null, unanswered: 0 };
  assert.deepEqual(await look(), { on: false, endpoint: '', model: '', key: 'none', health });
  for (const input of [
    { on: true },
    { on: true, endpoint: model.url },
    { on: true, model: 'x' },
    { on: true, endpoint: model.url, model: ' ' },
  ])
    await assert.rejects(change(input), (problem) => code(problem) === 'model.no-address');
  await assert.rejects(tryIt(), (problem) => code(problem) === 'model.no-address');
  await assert.rejects(change({}), (problem) => code(problem) === 'input.nothing');
  assert.deepEqual(await look(), { on: false, endpoint: '', model: '', key: 'none', health });
});

test('an address is http or https, and nothing that hides a name, a question or another protocol', async () => {
  const wrong = [
    'models.example',
    'ftp://models.example',
    'file:///etc/passwd',
    'http://',
    'http://me:pw@models.example/v1',
    'https://x.example/v1?a=b',
    'javascript:alert(1)',
    'http://x.example/#y',
    `http://x.example/${'a'.repeat(600)}`,
  ];
  for (const endpoint of wrong) await assert.rejects(change({ endpoint }), (problem) => code(problem) === 'BAD_REQUEST', endpoint);
  for (const [typed, kept] of [
    [' HTTP://Models.Example:80/v1/ ', 'http://models.example/v1'],
    ['https://models.example/v1/chat/completions', 'https://models.example/v1'],
    ['http://[::1]:11434/v1', 'http://[::1]:11434/v1'],
    ['http://127.0.0.1:11434', 'http://127.0.0.1:11434'],
  ])
    assert.equal((await change({ endpoint: typed })).endpoint, kept);
  for (const key of ['two words', 'ключ', 'a\nb']) await assert.rejects(change({ key }), (problem) => code(problem) === 'BAD_REQUEST', key);
  await assert.rejects(change({ model: 'two\nlines' }), (problem) => code(problem) === 'BAD_REQUEST');
});

test('the key is sealed at rest, and told by no answer and no trail', async () => {
  const answers = [await turnOn(world, maya, model.url, { key: KEY }), await look(), await change({ model: 'mistral' }), await tryIt()];
  assert.ok(answers.every((answer) => !JSON.stringify(answer).includes(KEY)));
  assert.equal((await look()).key, 'kept');
  const rows = await sql<{ text: string; sealed: Buffer }>`select m::text as text, m.key_sealed as sealed from language_models m`.execute(
    world.db,
  );
  const [row] = rows.rows;
  assert.ok(row && !row.text.includes(KEY) && !row.sealed.includes(KEY) && row.sealed.length > 28 + KEY.length);
  const events = await world.db.selectFrom('auditEvents').select(['action', 'detail']).execute();
  assert.ok(!JSON.stringify(events).includes(KEY) && !JSON.stringify(events).includes(model.url));
  assert.deepEqual(await trailOf(world), ['language-model.changed', 'language-model.changed', 'language-model.tried']);
  assert.deepEqual(events[0]?.detail, { changed: ['endpoint', 'model', 'key', 'on'], on: true });
  assert.equal(model.asked.at(-1)?.key, KEY);
});

test('a key stays with the house it was given for: another address gets none, in use or in a try', async () => {
  await turnOn(world, maya, model.url, { key: KEY });
  await tryIt({ endpoint: other.url });
  assert.deepEqual([other.asked.length, other.asked[0]?.key], [1, null]);
  assert.equal((await change({ endpoint: `${model.url}/more` })).key, 'kept');
  assert.equal((await change({ endpoint: other.url })).key, 'none');
  await heardCall(world, maya);
  await askWaiting(world);
  assert.ok(other.asked.every(({ key }) => key === null));
  assert.equal((await change({ endpoint: model.url })).key, 'none');
  assert.equal((await change({ key: KEY })).key, 'kept');
  assert.equal((await change({ key: '' })).key, 'none');
});

test('when the secret of Heed is another than it was, the key is lost and said to be: it is not asked without', async () => {
  await turnOn(world, maya, model.url, { key: KEY });
  await change({ key: KEY });
  const sealing = sealingWith('another secret of thirty-two letters');
  const { context } = outside(world, maya);
  const as = { context: { ...context, languageModel: { ask: askForFindings, sealing } } };
  assert.equal((await call(router.languageModel.read, undefined, as)).key, 'lost');
  assert.deepEqual(await call(router.languageModel.try, {}, as), { failure: 'key-lost', found: 0, ms: 0 });
  assert.equal(model.asked.length, 0);
  await sql`update language_models set key_sealed = ${sealing.seal(KEY, world.workspace.id)}`.execute(world.db);
  await heardCall(world, maya);
  await askWaiting(world);
  assert.equal(model.asked.length, 0);
  assert.equal((await look()).health.failure?.why, 'key-lost');
  await change({ key: KEY });
  await askWaiting(world);
  assert.equal(model.asked.at(-1)?.key, KEY);
  assert.deepEqual([(await look()).health.failure, (await look()).key], [null, 'kept']);
});

test('a try sends a talk that never was, and says in one word how it went', async () => {
  model.answer(
    finds([
      { kind: 'need', turn: 1, quote: 'We need it before eight' },
      { kind: 'need', turn: 1, quote: 'What nobody said' },
    ]),
  );
  const tried = await tryIt({ endpoint: model.url, model: 'llama3.1', key: KEY });
  assert.deepEqual([tried.failure, tried.found], [null, 1]);
  assert.ok(tried.ms > 0);
  assert.equal(model.asked[0]?.key, KEY);
  assert.equal((await look()).endpoint, '');
  for (const [script, failure] of [
    [fails(401), 'unauthorised'],
    [fails(404), 'unknown'],
    [fails(500), 'failing'],
    [says('No.'), 'refused'],
    [says('{'), 'broken'],
  ] as const) {
    model.answer(script);
    assert.equal((await tryIt({ endpoint: model.url, model: 'llama3.1' })).failure, failure);
  }
  assert.equal((await tryIt({ endpoint: 'http://127.0.0.1:1/v1', model: 'x' })).failure, 'unreachable');
  model.answer(hangs);
  const { context } = outside(world, maya);
  const impatient = {
    ...context,
    languageModel: {
      ...context.languageModel,
      ask: (...[address, turns]: Parameters<typeof askForFindings>) => askForFindings(address, turns, { timeoutMs: 50 }),
    },
  };
  assert.equal((await call(router.languageModel.try, { endpoint: model.url, model: 'x' }, { context: impatient })).failure, 'timeout');
});

const VALUE: Found = { kind: 'trait.value', turn: 1, quote: 'we threw away two hundred meals', statement: 'Wastes nothing' };
const RISK: Found = { kind: 'trait.risk', turn: 3, quote: 'I am worried that it happens again', statement: 'No surprises' };
const GOAL: Found = { kind: 'trait.goal', turn: 1, quote: 'know it before the morning', statement: 'Know early' };

test('turned off, its open suggestions go and what people decided stays; turned on again they come back', async () => {
  await world.person('Ines Carvalho');
  await turnOn(world, maya, model.url);
  model.answer(finds([VALUE, RISK, GOAL]));
  const id = await heardCall(world, maya);
  await askWaiting(world);
  const page = await pageOf(world, maya, id);
  const idOf = ({ quote }: Found) => page.findings.find((one) => one.by && one.quote === quote)?.id ?? '';
  await call(router.findings.confirm, { id: idOf(VALUE) }, outside(world, maya));
  await call(router.findings.edit, { id: idOf(RISK), statement: 'Mended' }, outside(world, maya));
  await change({ on: false });
  assert.deepEqual(ofModel(await pageOf(world, maya, id)), [`1 trait.value ${VALUE.quote}`, `3 trait.risk ${RISK.quote}`]);
  assert.deepEqual(await miscounted(world), []);
  assert.deepEqual(await waitingToAsk(world), []);
  await heardCall(world, maya, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAda: We need a crane.\n');
  assert.deepEqual(await waitingToAsk(world), []);
  await change({ on: true });
  assert.equal(await askWaiting(world), 1);
  assert.equal(ofModel(await pageOf(world, maya, id)).length, 3);
  await change({ model: 'mistral' });
  assert.deepEqual(await waitingToAsk(world), [], 'what was answered is not asked again');
});

test('what it did not answer is asked again once what was wrong is put right', async () => {
  model.answer(fails(401));
  await turnOn(world, maya, model.url);
  const id = await heardCall(world, maya);
  await askWaiting(world);
  const { health } = await look();
  assert.deepEqual([health.failure?.why, health.unanswered, health.answeredAt, health.askedAt !== null], ['unauthorised', 1, null, true]);
  assert.deepEqual(await waitingToAsk(world), []);
  model.answer(finds([VALUE]));
  await change({ key: KEY });
  await askWaiting(world);
  assert.equal(ofModel(await pageOf(world, maya, id)).length, 1);
  const after = (await look()).health;
  assert.deepEqual([after.failure, after.unanswered, after.answeredAt === after.askedAt], [null, 0, true]);
});

test('two who change it at once are both heard, one after the other', async () => {
  const ada = await world.member('Ada', 'owner');
  await Promise.all([
    turnOn(world, maya, model.url, { key: KEY }),
    call(router.languageModel.change, { model: 'mistral' }, outside(world, ada)),
    call(router.languageModel.change, { key: KEY }, outside(world, ada)),
  ]);
  const { on, endpoint } = await look();
  assert.deepEqual([on, endpoint], [true, model.url]);
  assert.equal((await trailOf(world)).length, 3);
});

test('one workspace’s model is not another’s: neither its settings nor its questions', async () => {
  await turnOn(world, maya, model.url, { key: KEY });
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const sven = await world.member('Sven', 'owner', { in: elsewhere.id });
  const theirs = await call(router.languageModel.read, undefined, outside(world, sven));
  assert.deepEqual([theirs.on, theirs.endpoint, theirs.key], [false, '', 'none']);
  await heardCall(world, sven);
  assert.deepEqual(await waitingToAsk(world), []);
  await assert.rejects(call(router.languageModel.try, {}, outside(world, sven)), (problem) => code(problem) === 'model.no-address');
  const member = await world.member('Mem', 'member');
  for (const ask of [
    () => call(router.languageModel.read, undefined, outside(world, member)),
    () => call(router.languageModel.change, { on: false }, outside(world, member)),
    () => call(router.languageModel.try, {}, outside(world, member)),
  ])
    await assert.rejects(ask(), (problem) => code(problem) === 'may.not-allowed');
});
