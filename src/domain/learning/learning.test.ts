import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { confirmFinding, editFinding, rejectFinding, undoFinding } from '#domain/findings/decide.ts';
import { asking } from '#test/asking.ts';
import { HABITS, shuffled } from '#test/habits.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { compared } from '#test/ranking.ts';
import { handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { readLearning } from './read.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const HABIT = HABITS[0];
if (!HABIT) throw new Error('no habit to decide by');
const KIND = HABIT.kind;

/** A workspace with one owner, and Ines who speaks in it. */
async function workplace(name: string): Promise<WorldMember> {
  return world.member('Maya Okafor', 'owner', { in: (await world.otherWorkspace(name)).id });
}

/** Bring in what Ines said, ten lines a talk, and have it understood. */
async function bring(maya: WorldMember, said: string[], more: { privately?: boolean } = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < said.length; at += 10) {
    const lines = said.slice(at, at + 10).map((line) => `Ines Carvalho: ${line}\nMaya Okafor: Right.`);
    const received = await handIn(world.scope(maya), lines.join('\n'), { name: 'talk.txt', ...(more.privately ? { private: true } : {}) });
    ids.push(...received.conversations.map(({ id }) => id));
  }
  const named = [
    { alias: 'ines carvalho', is: 'new' as const, name: 'Ines Carvalho' },
    { alias: 'maya okafor', is: 'me' as const },
  ];
  const unknown = (await call(router.speakers.unknown, {}, { context: asking(world, maya) })).speakers.map(({ alias }) => alias);
  const answers = named.filter(({ alias }) => unknown.includes(alias));
  if (answers.length > 0) await call(router.speakers.name, { answers }, { context: asking(world, maya) });
  await understandWaiting(world.scope(maya));
  return ids;
}

interface Row {
  id: string;
  quote: string;
  p: number;
  kind: string;
}

async function suggestions(ids: string[]): Promise<(Row & { yes: boolean })[]> {
  const { rows } =
    await sql<Row>`select f.id, f.quote, f.p, f.kind from findings f join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
    where f.conversation_id = any(${ids}::uuid[]) and f.kind = ${KIND} order by array_position(${ids}::uuid[], f.conversation_id), t.i`.execute(
      world.db,
    );
  return rows.map((row) => ({ ...row, yes: HABIT?.yes.some((line) => line.includes(row.quote)) ?? false }));
}

async function decide(maya: WorldMember, { id, yes }: { id: string; yes: boolean }): Promise<void> {
  const as = { context: asking(world, maya) };
  await (yes ? call(router.findings.confirm, { id }, as) : call(router.findings.reject, { id }, as));
}

const learned = (maya: WorldMember) => readLearning(world.scope(maya));

for (const seed of [1, 2, 3])
  test(`thirty decisions through the door help with the half that nobody decided on, shuffle ${seed}`, async (story) => {
    const mixed = shuffled([...HABIT.no, ...HABIT.yes], seed);
    const [first, second] = [mixed.slice(0, mixed.length / 2), mixed.slice(mixed.length / 2)];
    const taught = await workplace(`Rooms ${seed}`);
    const fresh = await workplace(`Fresh ${seed}`);
    const lessons = (await suggestions(await bring(taught, first))).slice(0, 30);
    for (const lesson of lessons) await decide(taught, lesson);
    assert.equal((await learned(taught)).decisions, 30);
    const without = await suggestions(await bring(fresh, second));
    const withIt = await suggestions(await bring(taught, second));
    const { f1: f1s, ap: aps } = compared(without, withIt);
    story.diagnostic(`F1 ${f1s.map((n) => n.toFixed(2)).join(' → ')}, average precision ${aps.map((n) => n.toFixed(2)).join(' → ')}`);
    assert.ok(f1s[1] > f1s[0] + 0.1 && aps[1] > aps[0] + 0.1, `${f1s.join(' → ')}, ${aps.join(' → ')}`);
  });

/** How sure a first suggestion is when just this is brought in. */
async function sureOf(maya: WorldMember, line: string): Promise<number> {
  const [one] = await suggestions(await bring(maya, [line]));
  return one?.p ?? 0;
}

const ASKED = [
  'Could you send me a copy for the wedding?',
  'Please send me a copy of the August statement.',
  'Can you send me a copy for the chess club?',
];

test('what one workspace decides teaches no other', async () => {
  const [mine, other] = [await workplace('Mine'), await workplace('Other')];
  const before = await sureOf(other, ASKED[0] ?? '');
  for (const one of await suggestions(await bring(mine, HABIT.no.slice(0, 20)))) await decide(mine, one);
  assert.ok((await sureOf(mine, ASKED[1] ?? '')) < 0.45);
  assert.ok(Math.abs((await sureOf(other, ASKED[1] ?? '')) - before) < 1e-6);
  assert.equal((await learned(other)).decisions, 0);
});

test('a decision that is taken back takes its teaching with it, to the last digit', async () => {
  const maya = await workplace('Undo');
  const before = await sureOf(maya, ASKED[0] ?? '');
  const found = await suggestions(await bring(maya, HABIT.no.slice(0, 10)));
  for (const one of found) await decide(maya, one);
  const taught = await sureOf(maya, ASKED[1] ?? '');
  assert.ok(taught < before - 0.1, `${before} → ${taught}`);
  for (const { id } of found) await undoFinding(world.scope(maya), id);
  assert.equal((await learned(maya)).decisions, 0);
  assert.ok(Math.abs((await sureOf(maya, ASKED[2] ?? '')) - before) < 1e-6);
});

test('what the engine itself said is kept beside what was made of it, so that the same decision teaches the same twice', async () => {
  const maya = await workplace('Kept');
  for (const one of await suggestions(await bring(maya, HABIT.yes.slice(0, 10)))) await decide(maya, one);
  const [one] = await suggestions(await bring(maya, ['Please ask the school for more time.']));
  const { rows } = await sql<{ p: number; engine: number }>`select p, (suggested->>'p')::float8 as engine from findings
    where id = ${one?.id ?? ''}`.execute(world.db);
  assert.ok((rows[0]?.p ?? 0) > (rows[0]?.engine ?? 1) + 0.005, JSON.stringify(rows));
});

test('a kind that was mended is a no to the first, the same kind in better words a yes; a mind that was changed counts as it is now', async () => {
  const maya = await workplace('Mended');
  const [one, two, three] = await suggestions(await bring(maya, HABIT.yes.slice(0, 4)));
  await editFinding(world.scope(maya), one?.id ?? '', { kind: 'need' });
  assert.equal((await learned(maya)).decisions, 0, 'mended alone is not decided yet');
  await confirmFinding(world.scope(maya), one?.id ?? '');
  await editFinding(world.scope(maya), two?.id ?? '', { statement: 'A caterer who knows' });
  await confirmFinding(world.scope(maya), two?.id ?? '');
  await confirmFinding(world.scope(maya), three?.id ?? '');
  assert.deepEqual((await learned(maya)).kinds, [{ kind: KIND, confirmed: 2, rejected: 1 }]);
  await rejectFinding(world.scope(maya), three?.id ?? '');
  assert.deepEqual((await learned(maya)).kinds, [{ kind: KIND, confirmed: 1, rejected: 2 }]);
});

test('private talks teach nobody, nor does what was noted by hand or stands in a talk that was taken away', async () => {
  const maya = await workplace('Quiet');
  for (const one of await suggestions(await bring(maya, HABIT.no.slice(0, 10), { privately: true }))) await decide(maya, one);
  assert.equal((await learned(maya)).decisions, 0);
  const [id = ''] = await bring(maya, HABIT.yes.slice(0, 3));
  const as = { context: asking(world, maya) };
  const page = await call(router.conversations.open, { id }, as);
  await call(router.findings.note, { conversationId: id, turnId: page.turns[1]?.id ?? '', from: 0, to: 5, kind: 'need' }, as);
  assert.equal((await learned(maya)).decisions, 0);
  for (const one of await suggestions([id])) await decide(maya, { ...one, yes: false });
  const { decisions } = await learned(maya);
  assert.ok(decisions > 0);
  await call(router.conversations.remove, { id }, as);
  assert.equal((await learned(maya)).decisions, 0);
  await call(router.conversations.restore, { id }, as);
  assert.equal((await learned(maya)).decisions, decisions);
});

test('a reset forgets, and can be taken back once; a guest reads nothing of it, a member forgets nothing', async () => {
  const maya = await world.member('Maya Okafor', 'owner');
  const as = () => ({ context: asking(world, maya) });
  const before = await sureOf(maya, ASKED[0] ?? '');
  for (const one of await suggestions(await bring(maya, HABIT.no.slice(0, 20)))) await decide(maya, one);
  const taught = await learned(maya);
  assert.equal(taught.kinds[0]?.rejected, taught.decisions);
  assert.ok(taught.since && taught.until && taught.since <= taught.until);
  assert.ok((await sureOf(maya, ASKED[1] ?? '')) < 0.45);

  const reset = await call(router.learning.reset, undefined, as());
  assert.deepEqual([reset.decisions, reset.kinds, reset.resetBy?.name], [0, [], 'Maya Okafor']);
  assert.ok(Math.abs((await sureOf(maya, 'Could you send me a copy for the choir?')) - before) < 1e-6);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from findings where workspace_id = ${maya.workspaceId}
    and rejected_at is not null`.execute(world.db);
  assert.equal(rows[0]?.n, taught.decisions, 'the decisions themselves stay');

  const back = await call(router.learning.unreset, { resetAt: reset.resetAt ?? '' }, as());
  assert.deepEqual({ ...back }, { ...taught });
  assert.ok((await sureOf(maya, 'Please send me a copy for the day of rest.')) < 0.45);
  await assert.rejects(call(router.learning.unreset, { resetAt: reset.resetAt ?? '' }, as()), { code: 'missing.undo' });
  assert.deepEqual(
    (await trailOf(world)).filter((action) => action.startsWith('learning.')),
    ['learning.reset', 'learning.unreset'],
  );

  const [member, guest] = [await world.member('Tom', 'member'), await world.member('Guido', 'guest')];
  assert.equal((await call(router.learning.read, undefined, { context: asking(world, member) })).decisions, taught.decisions);
  await assert.rejects(call(router.learning.reset, undefined, { context: asking(world, member) }), { code: 'may.not-allowed' });
  await assert.rejects(call(router.learning.read, undefined, { context: asking(world, guest) }), { code: 'may.not-allowed' });
});

test('a decision after a reset teaches on its own, and the earlier reset stands when the later one is taken back', async () => {
  const maya = await workplace('Twice');
  const at = (minute: number) => ({ ...world.scope(maya), now: `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z` });
  const found = await suggestions(await bring(maya, HABIT.yes.slice(0, 3)));
  await confirmFinding(at(1), found[0]?.id ?? '');
  await call(router.learning.reset, undefined, { context: asking(world, maya, at(2).now) });
  await confirmFinding(at(3), found[1]?.id ?? '');
  assert.equal((await learned(maya)).decisions, 1);
  const again = await call(router.learning.reset, undefined, { context: asking(world, maya, at(4).now) });
  assert.equal(again.decisions, 0);
  const back = await call(router.learning.unreset, { resetAt: again.resetAt ?? '' }, { context: asking(world, maya, at(5).now) });
  assert.equal(back.decisions, 1);
  assert.equal(Date.parse(back.resetAt ?? ''), Date.parse(at(2).now));
});

test('what was learned is kept, and learned anew only when a decision has changed', async () => {
  const maya = await workplace('Once');
  const kept = async () =>
    (
      await sql<{
        learnedAt: string;
        bytes: number;
        decisions: number;
      }>`select learned_at, length(weights) as bytes, decisions from corrections where workspace_id = ${maya.workspaceId}`.execute(world.db)
    ).rows[0];
  const [one, two] = await suggestions(await bring(maya, HABIT.yes.slice(0, 4)));
  await decide(maya, { id: one?.id ?? '', yes: true });
  assert.equal(await kept(), undefined, 'deciding itself writes nothing here');
  await bring(maya, [ASKED[0] ?? '']);
  const first = await kept();
  assert.deepEqual([first?.bytes, first?.decisions], [8192, 1]);
  await bring(maya, [ASKED[1] ?? '']);
  assert.deepEqual(await kept(), first);
  await decide(maya, { id: two?.id ?? '', yes: false });
  await bring(maya, [ASKED[2] ?? '']);
  assert.equal((await kept())?.decisions, 2);
});

test('a suggestion that stands from before its own confidence was kept teaches with the one it shows', async () => {
  const maya = await world.member('Old Hand', 'owner');
  const [id = ''] = await bring(maya, ['The hall was cold.']);
  const finding = await suggest(world, id, { kind: 'objection', turn: 0, p: 0.9 });
  const before = await learned(maya);
  await rejectFinding(world.scope(maya), finding);
  assert.equal((await learned(maya)).decisions, before.decisions + 1);
});
