import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { timelinePageShape } from '#model/timeline.shape.ts';
import { type Moment, TIMELINE_PARTS, type TimelinePart } from '#model/timeline.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
});
after(() => world.close());

const as = (member: WorldMember, at = now) => ({ context: asking(world, member, at) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const ws = () => world.workspace.id;
interface Whose {
  personId?: string;
  organisationId?: string;
  dealId?: string;
}

/** Page after page, until there is no more. */
async function whole(whose: Whose, more: { limit?: number; kinds?: TimelinePart[] } = {}, member = maya): Promise<Moment[]> {
  const rows: Moment[] = [];
  let cursor: string | undefined;
  do {
    const page = timelinePageShape.parse(await call(router.timeline.of, { ...whose, ...more, ...(cursor && { cursor }) }, as(member)));
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

const kindsOf = (rows: Moment[]) => rows.map((row) => row.kind);
const note = (personId: string, happenedAt: string, more: object = {}) =>
  call(router.notes.write, { body: `Noted ${happenedAt}`, happenedAt, about: { people: [personId] }, ...more } as never, as(maya));

/** A house, a deal, a task, a need that was understood, a belief that was closed and reopened, a deed, a file: as their own rooms would write them. */
async function tellMuch(personId: string) {
  const [organisation, pipeline, stage, deal, need, belief] = Array.from({ length: 6 }, () => uuidv7());
  const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T10:00:00Z`;
  const row = { workspaceId: ws(), createdAt: at(1), createdBy: maya.id };
  const { db } = world;
  await db
    .insertInto('organisations')
    .values({ ...row, id: organisation ?? '', name: 'Harbour Foods' })
    .execute();
  await db
    .insertInto('affiliations')
    .values({ workspaceId: ws(), id: uuidv7(), personId, organisationId: organisation ?? '', createdAt: at(1) })
    .execute();
  await db
    .insertInto('pipelines')
    .values({ ...row, id: pipeline ?? '', name: 'Sales' })
    .execute();
  await db
    .insertInto('stages')
    .values({ ...row, id: stage ?? '', pipelineId: pipeline ?? '', name: 'New' })
    .execute();
  await db
    .insertInto('deals')
    .values({
      ...row,
      id: deal ?? '',
      title: 'Forty vans',
      stageId: stage ?? '',
      organisationId: organisation ?? '',
      wonAt: at(9),
      movedAt: at(9),
      createdAt: at(2),
    })
    .execute();
  await db
    .insertInto('dealPeople')
    .values({ workspaceId: ws(), id: uuidv7(), dealId: deal ?? '', personId, createdAt: at(2) })
    .execute();
  await db
    .insertInto('tasks')
    .values({ ...row, id: uuidv7(), what: 'Send the July report', personId, doneAt: at(3), doneBy: maya.id })
    .execute();
  await db
    .insertInto('tasks')
    .values({ ...row, id: uuidv7(), what: 'Still to do', personId })
    .execute();
  await db
    .insertInto('deeds')
    .values({ ...row, id: uuidv7(), personId, what: 'Lent her a book', doneOn: '2026-10-04' })
    .execute();
  await db
    .insertInto('needs')
    .values({
      ...row,
      id: need ?? '',
      personId,
      depth: 0,
      statement: 'Somebody who picks up',
      understoodAt: at(5),
      understoodBy: maya.id,
      healedAt: at(6),
      healedBy: maya.id,
    })
    .execute();
  await db
    .insertInto('beliefs')
    .values({ ...row, id: belief ?? '', personId, kind: 'false', statement: 'We only sell sensors' })
    .execute();
  for (const [step, day] of [
    ['closed', 7],
    ['reopened', 8],
  ] as const)
    await db
      .insertInto('beliefSteps')
      .values({
        workspaceId: ws(),
        id: uuidv7(),
        beliefId: belief ?? '',
        step,
        how: 'demo',
        at: at(day),
        createdBy: maya.id,
        createdAt: at(day),
      })
      .execute();
  await db
    .insertInto('attachments')
    .values({ ...row, id: uuidv7(), name: 'plan.pdf', type: 'application/pdf', size: 12, sha256: 'x', personId, createdAt: at(10) })
    .execute();
  await db
    .insertInto('merges')
    .values({
      workspaceId: ws(),
      id: uuidv7(),
      keptId: personId,
      goneId: uuidv7(),
      choices: '{}',
      before: '{}',
      mergedAt: at(11),
      mergedBy: maya.id,
    })
    .execute();
  return { organisation: organisation ?? '', deal: deal ?? '' };
}

test('everything between us stands in one line of time, the newest first, each part by itself too', async () => {
  const lena = await world.person('Lena Fischer');
  await sql`update people set created_at = '2026-09-01T10:00:00Z' where id = ${lena.id}`.execute(world.db);
  const { organisation, deal } = await tellMuch(lena.id);
  await note(lena.id, '2026-10-12T10:00:00Z');
  await call(router.promises.note, { personId: lena.id, what: 'The July report' }, as(maya, '2026-10-13T10:00:00Z'));
  const { id } = await call(
    router.conversations.log,
    { who: [lena.id], kind: 'call', happenedAt: '2026-10-14T10:00:00Z', lines: 'We spoke.' },
    as(maya),
  );
  const rows = await whole({ personId: lena.id });
  assert.deepEqual(kindsOf(rows), [
    ...['conversation', 'promised', 'note', 'merged', 'file', 'deal-won', 'belief-reopened', 'belief-closed', 'healed', 'understood'],
    ...['deed', 'task-done', 'deal-opened', 'added'],
  ]);
  assert.equal(rows[0]?.id, id);
  for (const limit of [1, 2, 5]) assert.deepEqual(await whole({ personId: lena.id }, { limit }), rows);
  const parts = await Promise.all(TIMELINE_PARTS.map((part) => whole({ personId: lena.id }, { kinds: [part] })));
  assert.deepEqual(parts.map(kindsOf), [
    ['conversation'],
    ['note'],
    ['promised'],
    ['file'],
    ['belief-reopened', 'belief-closed', 'healed', 'understood'],
    ['deal-won', 'deed', 'task-done', 'deal-opened'],
    ['merged', 'added'],
  ]);
  assert.deepEqual(kindsOf(await whole({ organisationId: organisation })), ['conversation', 'promised', 'deal-won', 'deal-opened']);
  assert.deepEqual(kindsOf(await whole({ dealId: deal })), ['conversation', 'promised', 'deal-won', 'deal-opened']);
  const page = await call(router.people.open, { id: lena.id }, as(maya));
  assert.deepEqual(page.timeline.rows, rows, 'the page of a person comes with the newest of it');
});

test('rows say what was done, by whom, and in whose words', async () => {
  const lena = (await call(router.people.list, { find: 'Lena' }, as(maya))).rows[0]?.id ?? '';
  const rows = await whole({ personId: lena });
  const told = (kind: string) => rows.find((row) => row.kind === kind);
  assert.partialDeepStrictEqual(told('promised'), { what: 'The July report', by: 'Maya Okafor', byUs: true });
  assert.partialDeepStrictEqual(told('understood'), { what: 'Somebody who picks up', by: 'Maya Okafor', words: null });
  assert.partialDeepStrictEqual(told('file'), { name: 'plan.pdf', size: 12, isYours: true, by: 'Maya Okafor' });
  assert.partialDeepStrictEqual(told('deed'), { what: 'Lent her a book' });
  assert.partialDeepStrictEqual(told('conversation'), { others: ['Maya Okafor'], conversationKind: 'call' });
});

test('when several share one moment none is told twice or left out, whatever the size of the page', async () => {
  const omar = await world.person('Omar Haddad');
  await sql`update people set created_at = '2026-11-01T10:00:00Z' where id = ${omar.id}`.execute(world.db);
  for (let i = 0; i < 9; i++) await note(omar.id, '2026-11-01T10:00:00Z', { body: `Note ${i}` });
  const { id } = await call(router.promises.note, { personId: omar.id, what: 'Both at once' }, as(maya, '2026-11-01T10:00:00Z'));
  await call(router.promises.keep, { id }, as(maya, '2026-11-01T10:00:00Z'));
  const all = await whole({ personId: omar.id }, { limit: 200 });
  assert.equal(all.length, 12);
  assert.equal(new Set(all.map((row) => `${row.kind} ${row.id}`)).size, 12);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 13 }), async (limit) => {
      assert.deepEqual(await whole({ personId: omar.id }, { limit }), all);
    }),
    { numRuns: 13 },
  );
});

test('moments a millionth of a second apart keep their order over the edge of a page', async () => {
  const uma = await world.person('Uma Patel');
  for (const micros of ['000001', '000002', '000003']) await note(uma.id, `2026-11-01T10:00:00.${micros}Z`, { body: micros });
  const rows = await whole({ personId: uma.id }, { limit: 1, kinds: ['notes'] });
  assert.deepEqual(
    rows.map((row) => row.kind === 'note' && row.body),
    ['000003', '000002', '000001'],
  );
});

test('what is for one member alone is in nobody else’s timeline, and what came of it neither', async () => {
  const received = await handIn(world.scope(maya, now), FIRST_CALL, { private: true });
  const conversationId = received.conversations[0]?.id ?? '';
  await call(router.speakers.name, { answers: [{ alias: 'ines carvalho', is: 'person', personId: ines.id }] }, as(maya));
  await understandWaiting(world.scope(maya, now));
  const kept = await suggest(world, conversationId, { kind: 'commitment', turn: 5, fields: { what: 'The list of vans' } });
  await call(router.findings.confirm, { id: kept }, as(maya));
  await note(ines.id, '2026-11-02T10:00:00Z', { private: true });
  const mine = kindsOf(await whole({ personId: ines.id }));
  for (const kind of ['conversation', 'promised', 'note'] as const) assert.ok(mine.includes(kind), kind);
  assert.deepEqual(kindsOf(await whole({ personId: ines.id }, {}, ben)), ['added']);
  const page = await call(router.people.open, { id: ines.id }, as(ben));
  assert.deepEqual(kindsOf(page.timeline.rows), ['added']);
  assert.equal(page.timeline.next, null);
});

test('a promise that was said stands where it was said, not where it was confirmed', async () => {
  const rows = await whole({ personId: ines.id }, { kinds: ['promises'] });
  const spoken = (await whole({ personId: ines.id }, { kinds: ['conversations'] }))[0];
  assert.ok(rows[0] && spoken && Math.abs(Date.parse(rows[0].at) - Date.parse(spoken.at)) < 3_600_000);
});

test('a long note comes with its beginning, and says that there is more', async () => {
  const vera = await world.person('Vera Lind');
  await note(vera.id, '2026-11-02T10:00:00Z', { body: 'word '.repeat(1000) });
  const [row] = await whole({ personId: vera.id }, { kinds: ['notes'] });
  assert.ok(row?.kind === 'note' && row.isCut && row.body.length === 1200);
});

test('it is of one of this workspace, from a place that is one', async () => {
  await assert.rejects(call(router.timeline.of, {}, as(maya)), refused('timeline.of-whom'));
  await assert.rejects(call(router.timeline.of, { personId: ines.id, dealId: ines.id }, as(maya)), refused('timeline.of-whom'));
  await assert.rejects(call(router.timeline.of, { dealId: ines.id }, as(maya)), refused('missing.deal'));
  await assert.rejects(call(router.timeline.of, { organisationId: ines.id }, as(maya)), refused('missing.organisation'));
  for (const cursor of [
    '',
    'x',
    '2026-11-01T10:00:00Z note x',
    `2026-11-01T10:00:00Z sold ${ines.id}`,
    `2026-13-01T10:00:00Z note ${ines.id}`,
  ])
    await assert.rejects(call(router.timeline.of, { personId: ines.id, cursor }, as(maya)), refused('list.cursor'), cursor);
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
  await assert.rejects(call(router.timeline.of, { personId: ines.id }, as(stranger)), refused('missing.person'));
});
