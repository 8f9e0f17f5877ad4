import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { SayBackAnswer } from '#model/need.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Stone');
});
after(() => world.close());
beforeEach(async () => {
  ines = await world.person(`Ines ${Math.random()}`);
});

const as = (who: WorldMember | null = maya, now?: string) => ({ context: asking(world, who, now) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const needs = async (id = ines.id) => (await call(router.people.open, { id }, as())).needs;
const add = async (statement: string, depth = 0, more: object = {}) =>
  (await call(router.needs.add, { personId: ines.id, statement, depth, ...more } as never, as())).id;
const contents = () => contentsOf(world.db, world.workspace.id, ['audit_events', 'people']);

/** One of the two is done, the other told why not. */
async function oneIsTold(asked: Promise<unknown>[], ...codes: string[]): Promise<void> {
  const results = await Promise.allSettled(asked);
  const told = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  assert.equal(told.length, 1, String(told));
  assert.ok(
    codes.some((wanted) => code(wanted)(told[0])),
    String(told[0]),
  );
}

test('two needs that are merged into each other at once end as one, with what each had said', async () => {
  const [one, other] = [await add('Alarms at night'), await add('Somebody who answers')];
  await oneIsTold(
    [call(router.needs.merge, { id: one, into: other }, as()), call(router.needs.merge, { id: other, into: one }, as(ben))],
    'missing.need',
  );
  assert.equal((await needs()).length, 1);
});

test('each hung under the other at once: one hangs, the other is told that it goes in a circle', async () => {
  for (let round = 0; round < 3; round++) {
    const [one, other] = [await add(`One ${round}`, 1), await add(`Other ${round}`, 1)];
    await oneIsTold(
      [
        call(router.needs.move, { id: one, parentId: other, depth: 2 }, as()),
        call(router.needs.move, { id: other, parentId: one, depth: 2 }, as(ben)),
      ],
      'need.circle',
    );
  }
});

test('merged and taken back, every row of every table is as it was; by another it is not taken back, and twice is once', async () => {
  const top = await add('The kitchens', 0);
  const gone = await add('No alarms', 1, { under: top });
  const below = await add('Meals thrown away', 2, { under: gone });
  const kept = await add('To sleep', 1, { under: top });
  await call(router.needs.change, { id: gone, element: 'risk', mustHave: true }, as());
  const before = await contents();
  const { undo } = await call(router.needs.merge, { id: gone, into: kept }, as());
  assert.equal((await needs()).find(({ id }) => id === below)?.parentId, kept);
  await assert.rejects(call(router.needs.unmerge, { undo }, as(ben)), code('missing.undo'));
  await Promise.all([call(router.needs.unmerge, { undo }, as()), call(router.needs.unmerge, { undo }, as())]);
  assert.deepEqual(await contents(), before);
});

test('taken off and brought back, the ladder is as it was, to the row', async () => {
  const top = await add('Top', 0);
  const middle = await add('Middle', 1, { under: top });
  for (const name of ['Left', 'Right']) await add(name, 2, { under: middle });
  const before = await contents();
  await call(router.needs.remove, { id: middle }, as());
  assert.deepEqual(
    (await needs()).filter(({ depth }) => depth === 2).map(({ parentId }) => parentId),
    [top, top],
  );
  await call(router.needs.restore, { id: middle }, as(ben));
  assert.deepEqual(await contents(), before);
});

test('what a removed need hung under went too: brought back it hangs on nothing that is not there', async () => {
  const top = await add('Top', 0);
  const low = await add('Low', 1, { under: top });
  await call(router.needs.remove, { id: low }, as());
  await call(router.needs.remove, { id: top }, as());
  await call(router.needs.restore, { id: low }, as());
  assert.deepEqual(
    (await needs()).map(({ statement, parentId }) => [statement, parentId]),
    [['Low', null]],
  );
});

test('two people who become one have both their needs, and each has their own again when they are two', async () => {
  await add('Of Ines');
  const other = await world.person(`Inez ${Math.random()}`);
  const { id } = await call(router.needs.add, { personId: other.id, statement: 'Of Inez' }, as());
  const merge = await call(router.duplicates.merge, { keepId: ines.id, goneId: other.id }, as());
  assert.deepEqual((await needs()).map(({ statement }) => statement).sort(), ['Of Ines', 'Of Inez']);
  await call(router.needs.change, { id, statement: 'Of Inez, said better' }, as());
  await call(router.duplicates.undo, { id: merge.id }, as());
  assert.deepEqual(
    (await needs(other.id)).map(({ statement }) => statement),
    ['Of Inez, said better'],
  );
  assert.deepEqual(
    (await needs()).map(({ statement }) => statement),
    ['Of Ines'],
  );
});

async function link(needId: string): Promise<{ id: string; token: string; need: string; expiresAt: string }> {
  const made = await call(router.sayBacks.make, { personId: ines.id, needs: [{ id: needId, statement: 'Did we get it?' }] }, as());
  const token = made.url.split('/').at(-1) ?? '';
  const page = await call(router.sayBacks.look, { token }, as(null));
  return { ...made, token, need: page.needs[0]?.id ?? '' };
}
const answer = (of: { token: string; need: string }, given: SayBackAnswer, words = '', now?: string) =>
  call(router.sayBacks.answer, { token: of.token, need: of.need, answer: given, words }, as(null, now));
const answersOf = async (id: string) =>
  (await call(router.sayBacks.list, { personId: ines.id }, as())).links.find((one) => one.id === id)?.needs[0]?.answers ?? [];

test('a button that is pressed three times in one moment answers once', async () => {
  const made = await link(await add('To hear of it'));
  await Promise.all([answer(made, 'yes', 'Before six'), answer(made, 'yes', 'Before six'), answer(made, 'yes', ' Before six ')]);
  assert.equal((await answersOf(made.id)).length, 1);
  assert.equal((await needs())[0]?.confirmations.length, 1);
});

test('yes on one device and no on another in one moment: both stay, and one of them is what counts', async () => {
  const made = await link(await add('To hear of it'));
  await Promise.all([answer(made, 'yes'), answer(made, 'no')]);
  const answers = await answersOf(made.id);
  assert.deepEqual(answers.map((one) => one.answer).sort(), ['no', 'yes']);
  const page = await call(router.sayBacks.look, { token: made.token }, as(null));
  assert.equal(page.needs[0]?.answer, answers[0]?.answer);
  assert.equal(Boolean((await needs())[0]?.understoodAt), answers[0]?.answer === 'yes');
});

test('the last moment of a link is the one before its day, and what was answered until then stays', async () => {
  const made = await link(await add('To hear of it'));
  const last = new Date(Date.parse(made.expiresAt) - 1).toISOString();
  await answer(made, 'partly', 'Nearly', last);
  await assert.rejects(answer(made, 'yes', '', made.expiresAt), code('missing.say-back'));
  await assert.rejects(call(router.sayBacks.look, { token: made.token }, as(null, made.expiresAt)), code('missing.say-back'));
  assert.deepEqual(
    (await answersOf(made.id)).map(({ words }) => words),
    ['Nearly'],
  );
});

test('a link of somebody who became one with another still opens, and its answer counts for whom they are now', async () => {
  const made = await link(await add('To hear of it'));
  const kept = await world.person(`Kept ${Math.random()}`);
  await call(router.duplicates.merge, { keepId: kept.id, goneId: ines.id }, as());
  await answer(made, 'yes', 'That is it');
  assert.deepEqual(
    (await needs(kept.id)).map((one) => one.confirmations[0]?.words),
    ['That is it'],
  );
});

test('a link is not guessed: a piece of it, its hash or nothing leads nowhere', async () => {
  const made = await link(await add('To hear of it'));
  const { rows } = await sql<{ tokenHash: string }>`select token_hash from say_backs where id = ${made.id}`.execute(world.db);
  for (const token of [made.token.slice(1), `${made.token}A`, rows[0]?.tokenHash ?? '', made.token.toUpperCase(), made.id])
    await assert.rejects(call(router.sayBacks.look, { token }, as(null)), (problem) => !(problem instanceof Error) || 'code' in problem);
});
