import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { miscounted, suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { understandConversation } from '../conversations/understand.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const talk = async (word: string) => (await handIn(world.scope(maya), FIRST_CALL.replaceAll('vans', word))).conversations[0]?.id ?? '';
const needsOf = async () => (await call(router.people.open, { id: ines.id }, as(maya))).needs;
const dangling = async () =>
  (
    await sql`select f.id from findings f where f.became is not null and f.became->>'table' = 'needs'
      and not exists (select from needs n where n.id = (f.became->>'id')::uuid)`.execute(world.db)
  ).rows;

test('two who decide the same otherwise at once: one goes last, and nothing is half', async () => {
  const id = await talk('carts');
  for (let round = 0; round < 6; round++) {
    const found = await suggest(world, id, { kind: 'need', turn: 1, fields: { statement: `${round}` } });
    await Promise.all([
      call(router.findings.confirm, { id: found }, as(maya)),
      call(router.findings.reject, { id: found }, as(ben)),
      call(router.findings.edit, { id: found, statement: 'Mended' }, as(ben)),
    ]);
    const { findings } = await call(router.conversations.open, { id }, as(maya));
    const view = findings.find((one) => one.id === found);
    assert.ok(view?.edited);
    assert.ok((view?.confirmedBy === null) !== (view?.rejectedBy === null), 'one of the two, never both');
    const mine = (await needsOf()).filter((need) => need.quotes.some((quote) => quote.findingId === found));
    assert.equal(mine.length, view?.confirmedBy ? 1 : 0);
    if (mine[0]) assert.equal(mine[0].statement, 'Mended');
    assert.deepEqual(await miscounted(world), []);
    assert.deepEqual(await dangling(), []);
  }
});

test('ten different decisions on one conversation at once are ten, and counted', async () => {
  const id = await talk('kites');
  const found: string[] = [];
  for (let n = 0; n < 10; n++) found.push(await suggest(world, id, { kind: 'need', turn: 1 + 2 * (n % 3), fields: { statement: `${n}` } }));
  const before = (await needsOf()).length;
  await Promise.all(
    found.map((one, n) => call(n % 2 ? router.findings.reject : router.findings.confirm, { id: one }, as(n % 3 ? maya : ben))),
  );
  assert.equal((await needsOf()).length, before + 5);
  assert.deepEqual(await miscounted(world), []);
});

test('a decision waits while the engine writes, and does not hold what the engine needs', async () => {
  const id = await talk('boats');
  const found = await suggest(world, id, { kind: 'need', turn: 1 });
  let deciding: Promise<unknown> = Promise.resolve();
  await world.db.transaction().execute(async (engine) => {
    await sql`select id from conversations where id = ${id} for update`.execute(engine);
    deciding = call(router.findings.confirm, { id: found }, as(maya));
    await new Promise((done) => setTimeout(done, 150));
    // As the engine does when it says a suggestion anew: it must not have to wait for who waits for it.
    await sql`update findings set p = 0.9 where id = ${found}`.execute(engine);
  });
  const confirmed = (await deciding) as { p: number; confirmedBy: unknown };
  assert.ok(confirmed.confirmedBy);
  assert.ok(Math.abs(confirmed.p - 0.9) < 0.001);
});

test('deciding while the same talk is understood again and again ends with every decision kept', { timeout: 60_000 }, async () => {
  const id = await talk('trams');
  await understandWaiting(world.scope(maya));
  const { findings } = await call(router.conversations.open, { id }, as(maya));
  assert.ok(findings.length >= 3);
  const engine = async () => {
    for (let n = 0; n < 4; n++) await understandConversation(world.scope(maya), id);
  };
  const members = findings.map((finding, i) =>
    call(i % 2 ? router.findings.reject : router.findings.confirm, { id: finding.id }, as(i % 2 ? ben : maya)),
  );
  await Promise.all([engine(), ...members]);
  const after = (await call(router.conversations.open, { id }, as(maya))).findings;
  assert.deepEqual(after.map((one) => one.id).sort(), findings.map((one) => one.id).sort());
  for (const one of after) assert.ok(one.confirmedBy ?? one.rejectedBy);
  assert.deepEqual(await miscounted(world), []);
});

test('who is named while their words are confirmed: the one or the other is refused, and nothing points nowhere', async () => {
  for (let round = 0; round < 5; round++) {
    const name = `${['Anna', 'Bert', 'Cleo', 'Dora', 'Emil'][round]} Vos`;
    const id = (await handIn(world.scope(maya), FIRST_CALL.replaceAll('Ines Carvalho', name))).conversations[0]?.id ?? '';
    const alias = name.toLowerCase();
    const { undo } = await call(router.speakers.name, { answers: [{ alias, is: 'new', name }] }, as(maya));
    const found = await suggest(world, id, { kind: 'need', turn: 1 });
    const both = await Promise.allSettled([
      call(router.findings.confirm, { id: found }, as(ben)),
      call(router.speakers.unname, { undo }, as(maya)),
    ]);
    for (const one of both) if (one.status === 'rejected') assert.ok(one.reason instanceof Refusal, String(one.reason));
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    assert.deepEqual(await dangling(), []);
    assert.deepEqual(await miscounted(world), []);
  }
});
