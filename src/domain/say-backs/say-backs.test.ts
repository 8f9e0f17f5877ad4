import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { SayBackAnswer } from '#model/need.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ines: { id: string };
let needId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
});
after(() => world.close());
beforeEach(async () => {
  ines = await world.person(`Ines Carvalho ${Math.random()}`);
  needId = (await call(router.needs.add, { personId: ines.id, statement: 'To hear of it in time', depth: 0 }, as())).id;
});

const DAY = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const as = (days = 0, who: WorldMember | null = maya) => ({ context: asking(world, who, at(days)) });
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const need = async () => (await call(router.people.open, { id: ines.id }, as())).needs.find((one) => one.id === needId);
const look = (token: string, days = 0) => call(router.sayBacks.look, { token }, as(days, null));
const links = async (days = 0) => (await call(router.sayBacks.list, { personId: ines.id }, as(days))).links;

async function link(words = 'You want to hear of it in time.'): Promise<{ id: string; token: string; need: string }> {
  const made = await call(router.sayBacks.make, { personId: ines.id, needs: [{ id: needId, statement: words }] }, as());
  const token = made.url.split('/').at(-1) ?? '';
  return { id: made.id, token, need: (await look(token)).needs[0]?.id ?? '' };
}
const answer = (of: { token: string; need: string }, given: SayBackAnswer, words = '', days = 0) =>
  call(router.sayBacks.answer, { token: of.token, need: of.need, answer: given, words }, as(days, null));

test('a yes of theirs makes the need understood, in their words, recorded by nobody of us', async () => {
  const made = await link();
  const page = await look(made.token);
  assert.deepEqual(
    [page.workspace, page.from, page.needs[0]?.statement],
    ['Brightwater', 'Maya Okafor', 'You want to hear of it in time.'],
  );
  await answer(made, 'yes', ' Before six. ');
  const seen = await need();
  assert.ok(seen?.understoodAt);
  assert.deepEqual(
    seen.confirmations.map(({ words, said, by, quote }) => [words, said, by, quote]),
    [['Before six.', 'You want to hear of it in time.', null, null]],
  );
  assert.deepEqual((await trailOf(world, needId)).at(-1), 'say-back.answered');
  await assert.rejects(
    call(router.needs.misunderstand, { needId, id: seen.confirmations[0]?.id ?? '' }, as()),
    refusedAs('need.their-answer'),
  );
});

test('partly makes it not understood, and what they wrote stands there to be looked at; every answer stays', async () => {
  const made = await link();
  await answer(made, 'yes', '', 1);
  await answer(made, 'partly', 'A person, not a mail.', 2);
  const seen = await need();
  assert.equal(seen?.understoodAt, null);
  assert.deepEqual([seen?.answers[0]?.answer, seen?.answers[0]?.words], ['partly', 'A person, not a mail.']);
  await answer(made, 'partly', 'A person, not a mail.', 3);
  await answer(made, 'yes', 'All right.', 4);
  assert.ok((await need())?.understoodAt);
  assert.deepEqual(
    (await links())[0]?.needs[0]?.answers.map((one) => one.answer),
    ['yes', 'partly', 'yes'],
  );
  assert.equal((await look(made.token)).needs[0]?.words, 'All right.');
});

test('a later no on another link counts against an earlier yes in a talk, and a still later talk against the no', async () => {
  await world.db.updateTable('people').set({ name: 'Ines Carvalho' }).where('id', '=', ines.id).execute();
  const received = await handIn(world.scope(maya), FIRST_CALL.replaceAll('Ines Carvalho', `Ines ${ines.id.slice(-6)}`), {
    name: 'call.vtt',
  });
  const page = await call(router.conversations.open, { id: received.conversations[0]?.id ?? '' }, as());
  const alias = page.speakers.find((one) => one.name.startsWith('Ines'))?.name.toLowerCase() ?? '';
  await call(router.speakers.name, { answers: [{ alias, is: 'person', personId: ines.id }] }, as());
  await call(router.conversations.change, { id: page.id, happenedAt: at(-5) }, as());
  await call(router.needs.understand, { needId, turnId: page.turns[3]?.id ?? '', from: 0, to: 4 }, as());
  assert.ok((await need())?.understoodAt);
  await answer(await link(), 'no', 'That was about the vans.', 1);
  assert.equal((await need())?.understoodAt, null);
  const both = (await need())?.confirmations ?? [];
  assert.equal(both.length, 1, 'what she said stays said');
});

test('looking at the page writes nothing at all', async () => {
  const made = await link();
  const before_ = await contentsOf(world.db, world.workspace.id, []);
  for (let i = 0; i < 3; i++) await look(made.token);
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, []), before_);
});

test('the link is kept as a hash, told once, and says the same whether it never was, was taken back or is past its month', async () => {
  const made = await link();
  const { rows } = await sql<{ row: string }>`select to_jsonb(b)::text as row from say_backs b where id = ${made.id}`.execute(world.db);
  assert.ok(!rows[0]?.row.includes(made.token));
  assert.ok(!JSON.stringify(await links()).includes(made.token));
  await assert.rejects(look('never-was'), refusedAs('missing.say-back'));
  assert.equal((await look(made.token, 29)).needs.length, 1);
  await assert.rejects(look(made.token, 31), refusedAs('missing.say-back'));
  await assert.rejects(answer(made, 'yes', '', 31), refusedAs('missing.say-back'));
  assert.equal((await links(31))[0]?.state, 'expired');
  await call(router.sayBacks.revoke, { id: made.id }, as());
  await call(router.sayBacks.revoke, { id: made.id }, as());
  await assert.rejects(look(made.token), refusedAs('missing.say-back'));
  await assert.rejects(answer(made, 'yes'), refusedAs('missing.say-back'));
  assert.equal((await links())[0]?.state, 'revoked');
  assert.deepEqual(await trailOf(world, made.id), ['say-back.made', 'say-back.revoked']);
  assert.equal((await need())?.understoodAt, null);
});

test('a link opens its own needs and no other', async () => {
  const mine = await link();
  const other = await link('Something else');
  await assert.rejects(answer({ token: mine.token, need: other.need }, 'yes'), refusedAs('missing.say-back'));
  await assert.rejects(answer({ token: mine.token, need: needId }, 'yes'), refusedAs('missing.say-back'));
});

test('who asked not to be contacted is sent no link, who was met in private neither, and nobody is asked of another’s needs', async () => {
  const make = (personId: string, id = needId) => call(router.sayBacks.make, { personId, needs: [{ id, statement: 'So?' }] }, as());
  const joost = await world.person('Joost Smit');
  await assert.rejects(make(joost.id), refusedAs('say-back.others-need'));
  await world.db
    .updateTable('people')
    .set({ doNotContactAt: at(0), doNotContactBy: maya.id })
    .where('id', '=', ines.id)
    .execute();
  await assert.rejects(
    make(ines.id),
    (problem) => problem instanceof Refusal && problem.code === 'person.do-not-contact' && /Ines/.test(problem.message),
  );
  await world.db
    .updateTable('people')
    .set({ doNotContactAt: null, doNotContactBy: null, privateTo: maya.id })
    .where('id', '=', ines.id)
    .execute();
  await assert.rejects(make(ines.id), refusedAs('person.in-private'));
  const ben = await world.member('Ben Stone');
  await assert.rejects(call(router.sayBacks.list, { personId: ines.id }, as(0, ben)), refusedAs('missing.person'));
  assert.deepEqual(await links(), []);
});

test('a need that is taken off goes from the page; merged, its answers go along', async () => {
  const made = await link();
  await answer(made, 'yes', 'Yes.');
  const into = (await call(router.needs.add, { personId: ines.id, statement: 'In time', depth: 1 }, as())).id;
  const { undo } = await call(router.needs.merge, { id: needId, into }, as());
  const merged = (await call(router.people.open, { id: ines.id }, as())).needs;
  assert.deepEqual([merged.length, merged[0]?.id, Boolean(merged[0]?.understoodAt)], [1, into, true]);
  await answer(made, 'no', 'Not in those words.', 1);
  assert.equal((await call(router.people.open, { id: ines.id }, as())).needs[0]?.understoodAt, null);
  await call(router.needs.unmerge, { undo }, as());
  await answer(made, 'yes', 'So it is.', 2);
  assert.ok((await need())?.understoodAt);
  await call(router.needs.remove, { id: needId }, as());
  await assert.rejects(look(made.token), refusedAs('missing.say-back'));
  await call(router.needs.restore, { id: needId }, as());
  assert.equal((await look(made.token)).needs[0]?.answer, 'yes');
});
