import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { sourceFiles } from '#test/sources.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
let conversationId: string;
let turns: { id: string; text: string }[];
let needId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Stone');
  ines = await world.person('Ines Carvalho');
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya));
  ({ turns } = await call(router.conversations.open, { id: conversationId }, as()));
});
after(() => world.close());
beforeEach(async () => {
  needId = (await call(router.needs.add, { personId: ines.id, statement: 'To hear of it in time', depth: 0 }, as())).id;
});

const as = (who = maya) => ({ context: asking(world, who) });
const need = async (who = maya, id = needId) =>
  (await call(router.people.open, { id: ines.id }, as(who))).needs.find((one) => one.id === id);
const refusedAs = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const turn = (i: number) => turns[i]?.id ?? '';

/** Charter L4, over everything in the database: understood is confirmed, and confirmed by words that stand. */
async function assertL4(): Promise<void> {
  const { rows } = await sql`select n.id from needs n where n.understood_at is not null and not exists (select from need_confirmations k
    where k.workspace_id = n.workspace_id and k.need_id = n.id and k.confirmed_at = n.understood_at)`.execute(world.db);
  assert.deepEqual(rows, []);
}

test('no statement of ours but those of understood.ts says that a need is understood', () => {
  const wrong: string[] = [];
  for (const { path, text } of sourceFiles('src').filter((file) => !/\.test\.|src\/db\/tables\.ts/.test(file.path)))
    for (const [statement] of text.matchAll(/`[^`]*`/g))
      if (writesUnderstood(statement) && path !== 'src/domain/needs/understood.ts') wrong.push(path);
  for (const { path, text } of sourceFiles('src/domain').filter((file) => !/\.test\./.test(file.path)))
    if (/'understood_(at|by)'|understoodAt:.*needs|updateTable\('needs'\)|insertInto\('need/.test(text)) wrong.push(path);
  assert.deepEqual(wrong, []);
});

function writesUnderstood(statement: string): boolean {
  return (
    /(update|insert into) needs\b[^`]*understood_(at|by)/.test(statement) ||
    /(update|insert into) need_confirmations\b[^`]*words/.test(statement)
  );
}

test('a planted breach is found', () => {
  assert.ok(writesUnderstood('`update needs set healed_at = null, understood_at = now()`'));
  assert.ok(writesUnderstood('`insert into needs (id, understood_at) values (1, 2)`'));
  assert.ok(!writesUnderstood('`update conversations set understood_at = null`'));
});

test('their words in a talk, after ours, make a need understood since they said them; taken back, it is not', async () => {
  const { id } = await call(router.needs.understand, { needId, turnId: turn(3), from: 0, to: 4 }, as());
  const seen = await need();
  assert.equal(seen?.confirmations[0]?.words, 'Yes.');
  assert.equal(seen.confirmations[0].quote?.conversationId, conversationId);
  assert.equal(seen.confirmations[0].by?.name, 'Maya Okafor');
  assert.equal(seen.understoodAt, seen.confirmations[0].confirmedAt);
  assert.equal((await call(router.needs.understand, { needId, turnId: turn(3), from: 0, to: 4 }, as())).id, id, 'twice is once');
  await assertL4();
  const was = await call(router.needs.misunderstand, { needId, id }, as());
  assert.equal((await need())?.understoodAt, null);
  await call(router.needs.understand, { needId, ...was }, as());
  assert.ok((await need())?.understoodAt);
  assert.deepEqual(await trailOf(world, needId), [
    'need.added',
    'need.understood',
    'need.understood',
    'need.not-understood',
    'need.understood',
  ]);
});

test('our own words, another person’s, words before anything of ours, and lines written afterwards confirm nothing', async () => {
  const confirm = (turnId: string, from = 0, to = 3) => call(router.needs.understand, { needId, turnId, from, to }, as());
  await assert.rejects(confirm(turn(2)), refusedAs('need.not-theirs'));
  await assert.rejects(confirm(turn(3), 0, 9999), refusedAs('finding.no-words'));
  await assert.rejects(confirm(needId), refusedAs('missing.turn'));
  await world.person('Joost Smit');
  const other = await handIn(world.scope(maya), 'Joost Smit: Yes, that is so.\nMaya Okafor: Good.\nInes Carvalho: Fine by me.\n', {
    name: 'j.txt',
  });
  const page = await call(router.conversations.open, { id: other.conversations[0]?.id ?? '' }, as());
  await assert.rejects(confirm(page.turns[0]?.id ?? ''), refusedAs('need.not-theirs'));
  const first = await handIn(world.scope(maya), 'Ines Carvalho: Yes, that is it.\nMaya Okafor: Good, thank you.\n', { name: 'f.txt' });
  const begun = await call(router.conversations.open, { id: first.conversations[0]?.id ?? '' }, as());
  await assert.rejects(confirm(begun.turns[0]?.id ?? ''), refusedAs('need.nothing-before'));
  const logged = await call(
    router.conversations.log,
    { who: [ines.id], kind: 'call', happenedAt: '2026-11-01T10:00:00Z', lines: 'She agreed.' },
    as(),
  );
  const { rows } = await sql<{ id: string }>`select id from turns where conversation_id = ${logged.id}`.execute(world.db);
  for (const { id } of rows) await assert.rejects(confirm(id), (problem) => problem instanceof Refusal);
  assert.equal((await need())?.understoodAt, null);
});

test('a talk that is taken away takes the understanding along, and brings it back', async () => {
  await call(router.needs.understand, { needId, turnId: turn(3), from: 0, to: 4 }, as());
  await call(router.conversations.remove, { id: conversationId }, as());
  assert.equal((await need())?.understoodAt, null);
  assert.deepEqual((await need())?.confirmations, []);
  await call(router.conversations.restore, { id: conversationId }, as());
  assert.ok((await need())?.understoodAt);
  await assertL4();
});

test('on another day than was thought it was confirmed on that day', async () => {
  await call(router.needs.understand, { needId, turnId: turn(3), from: 0, to: 4 }, as());
  await call(router.conversations.change, { id: conversationId, happenedAt: '2026-10-05T09:00:00Z' }, as());
  assert.equal(Date.parse((await need())?.understoodAt ?? ''), Date.parse('2026-10-05T09:00:00Z'));
  await assertL4();
});

test('when it was somebody else who spoke, it is not understood; when it was they after all, it is again', async () => {
  await call(router.needs.understand, { needId, turnId: turn(3), from: 0, to: 4 }, as());
  const { speakers } = await call(router.conversations.open, { id: conversationId }, as());
  const speaker = speakers.find((one) => one.name === 'Ines Carvalho');
  const mended = await call(router.speakers.mend, { speakerId: speaker?.id ?? '', is: 'new', name: 'Ana Costa', everywhere: false }, as());
  assert.equal((await need())?.understoodAt, null);
  await call(router.speakers.unmend, { undo: mended.undo }, as());
  assert.ok((await need())?.understoodAt);
  await assertL4();
});

test('a need from a suggestion that goes to another person leaves its confirmation behind, and has it again when it comes back', async () => {
  const findingId = await suggest(world, conversationId, { kind: 'need', turn: 1, fields: { statement: 'Before the morning' } });
  await call(router.findings.confirm, { id: findingId }, as());
  const made = (await call(router.people.open, { id: ines.id }, as())).needs.find((one) => one.statement === 'Before the morning');
  await handIn(world.scope(maya), 'Maya Okafor: So you want to hear it before the morning?\nInes Carvalho: Exactly.\n', {
    name: 'second.txt',
  });
  const { turns: candidates } = await call(router.needs.candidates, { id: made?.id ?? '' }, as());
  const later = candidates.find((one) => one.text === 'Exactly.');
  assert.ok(later, 'a short yes after what we said is offered');
  await call(router.needs.understand, { needId: made?.id ?? '', turnId: later.turnId, from: 0, to: 8 }, as());
  const { speakers } = await call(router.conversations.open, { id: conversationId }, as());
  const speakerId = speakers.find((one) => one.name === 'Ines Carvalho')?.id ?? '';
  const mended = await call(router.speakers.mend, { speakerId, is: 'new', name: 'Ana Costa', everywhere: false }, as());
  await assertL4();
  const { rows } = await sql<{ at: string | null }>`select understood_at as at from needs where id = ${made?.id}`.execute(world.db);
  assert.deepEqual(rows, [{ at: null }], 'Ana never said so');
  await call(router.speakers.unmend, { undo: mended.undo }, as());
  assert.ok((await need(maya, made?.id))?.understoodAt);
});

test('what was confirmed in a private talk is for nobody else to know: a need of all is not confirmed there', async () => {
  const private_ = await handIn(world.scope(maya), 'Maya Okafor: So you need to know in time?\nInes Carvalho: Yes, in time.\n', {
    name: 'private.txt',
    private: true,
  });
  const page = await call(router.conversations.open, { id: private_.conversations[0]?.id ?? '' }, as());
  const said = { turnId: page.turns[1]?.id ?? '', from: 0, to: 4 };
  await assert.rejects(call(router.needs.understand, { needId, ...said }, as()), refusedAs('need.in-private'));
  await assert.rejects(call(router.needs.understand, { needId, ...said }, as(ben)), refusedAs('missing.turn'));
  const own = await suggest(world, page.id, { kind: 'need', turn: 1, fields: { statement: 'Only Maya knows' } });
  await call(router.findings.confirm, { id: own }, as());
  const mine = (await call(router.people.open, { id: ines.id }, as())).needs.find((one) => one.statement === 'Only Maya knows');
  await call(router.needs.understand, { needId: mine?.id ?? '', ...said }, as());
  assert.ok((await need(maya, mine?.id))?.understoodAt);
  assert.equal(await need(ben, mine?.id), undefined);
  const offered = (await call(router.needs.candidates, { id: needId }, as(ben))).turns;
  assert.ok(offered.every((one) => one.conversationId !== page.id));
});

test('turns where we said it back come before others, those that speak of the need first, and only after words of ours', async () => {
  const { turns: offered } = await call(router.needs.candidates, { id: needId }, as());
  const [first] = offered;
  assert.ok(first && offered.length > 0);
  const spoken = offered.find((one) => one.turnId === turn(3));
  assert.equal(spoken?.after, 'So you found out too late, and that hurt.');
  assert.equal(spoken?.saidBack, true);
  assert.ok(offered.every((one) => one.after));
});
