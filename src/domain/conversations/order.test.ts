import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { conversationRowShape } from '#model/conversation-pages.shape.ts';
import type { ConversationRow } from '#model/pages.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { writeCursor } from '../cursor.ts';
import { pageSql } from './list.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const list = (asked: object = {}, member = maya) => call(router.conversations.list, asked, as(member));

interface Told {
  hour: number;
  hidden: boolean;
  removed: boolean;
}

async function add(told: Told[]): Promise<void> {
  await sql`insert into conversations (workspace_id, id, kind, title, happened_at, dated_by, time_quality, source, private_to, removed_at, created_at, created_by)
    select ${world.workspace.id}, gen_random_uuid(), 'call', 'Talk at ' || x.hour, timestamptz '2026-11-01' + x.hour * interval '1 hour', 'member', 'none',
      'plain', case when x.hidden then ${ben.id}::uuid end, case when x.removed then now() end, now(), ${ben.id}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as x(hour int, hidden boolean, removed boolean)`.execute(world.db);
}

async function walk(limit: number, member: WorldMember, between: () => Promise<void> = async () => undefined): Promise<ConversationRow[]> {
  const rows: ConversationRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor }, member);
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
    if (cursor) await between();
  } while (cursor);
  return rows;
}

const talks = fc.array(fc.record({ hour: fc.nat({ max: 5 }), hidden: fc.boolean(), removed: fc.boolean() }), { maxLength: 24 });

test('page by page each reader sees every talk that is theirs to read once, the newest on top, and its number', async () => {
  await fc.assert(
    fc.asyncProperty(talks, fc.integer({ min: 1, max: 7 }), async (told, limit) => {
      await world.db.deleteFrom('conversations').execute();
      await add(told);
      for (const [member, theirs] of [
        [ben, told.filter((one) => !one.removed)],
        [maya, told.filter((one) => !one.removed && !one.hidden)],
      ] as const) {
        const rows = await walk(limit, member);
        assert.equal(new Set(rows.map((row) => row.id)).size, theirs.length);
        assert.equal((await list({ limit }, member)).total, theirs.length);
        assert.equal((await call(router.session.read, undefined, as(member))).counts.conversations, theirs.length);
        const times = rows.map((row) => Date.parse(row.happenedAt));
        assert.deepEqual(
          times,
          [...times].sort((a, b) => b - a),
        );
      }
    }),
    { numRuns: 15 },
  );
});

test('what comes in while one pages hides and doubles nothing that was there', async () => {
  await world.db.deleteFrom('conversations').execute();
  await add(Array.from({ length: 30 }, (_, i) => ({ hour: i % 4, hidden: false, removed: false })));
  const there = (await list({ limit: 200 })).rows.map((row) => row.id);
  let hour = 0;
  const seen = (await walk(4, maya, () => add([{ hour: hour++ % 6, hidden: false, removed: false }]))).map((row) => row.id);
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual(
    seen.filter((id) => there.includes(id)),
    there,
  );
});

test('a row says who was there, the words that weigh most, and what waits', async () => {
  await world.db.deleteFrom('conversations').execute();
  const id = (await handIn(world.scope(maya), FIRST_CALL, { name: 'Über die Brücke.vtt' })).conversations[0]?.id ?? '';
  await suggest(world, id, { kind: 'need', turn: 1, fields: { depth: 1 }, p: 0.9 });
  await suggest(world, id, { kind: 'need', turn: 3, fields: { depth: 3 }, p: 0.6 });
  await suggest(world, id, { kind: 'need', turn: 0, fields: { depth: 4 }, p: 0.99 });
  const [row] = (await list()).rows;
  conversationRowShape.parse(row);
  assert.deepEqual(
    row?.people.map(({ name, side }) => [name, side]),
    [
      ['Ines Carvalho', 'unknown'],
      ['Maya Okafor', 'us'],
    ],
  );
  assert.deepEqual([row?.quote, row?.openFindings, row?.unknownSpeakers], ['Yes. I am ', 3, 1]);
  for (const find of ['uber', 'BRÜCKE', 'ines carv', 'okafor']) assert.equal((await list({ find })).total, 1, find);
  for (const find of ['%', '_', 'nobody', 'vtt']) assert.equal((await list({ find })).total, 0, find);
});

test('what waits is what has suggestions or somebody unknown, until neither is there', async () => {
  const [row] = (await list({ waiting: true })).rows;
  assert.ok(row);
  const page = await call(router.conversations.open, { id: row.id }, as(maya));
  for (const finding of page.findings) await call(router.findings.reject, { id: finding.id }, as(maya));
  assert.equal((await list({ waiting: true })).total, 1);
  await call(router.speakers.name, { answers: [{ alias: 'ines carvalho', is: 'new', name: 'Ines Carvalho' }] }, as(maya));
  assert.equal((await list({ waiting: true })).total, 0);
  assert.equal((await list()).total, 1);
});

test('with thousands of talks a page is read from the index of its order, at the top and far below', async () => {
  await add(Array.from({ length: 5000 }, (_, hour) => ({ hour, hidden: hour % 9 === 0, removed: hour % 7 === 0 })));
  await sql`analyze conversations`.execute(world.db);
  const cursor = { key: '2026-11-03T00:00:00+00:00', id: '01900000-0000-7000-8000-000000000000', total: 5000 };
  for (const at of [null, cursor]) {
    const query = pageSql(world.scope(maya), { limit: 50 }, at);
    const plan = JSON.stringify((await sql`explain (format json) ${query}`.execute(world.db)).rows);
    assert.match(plan, /conversations_newest/);
  }
  assert.equal((await list({ limit: 5, cursor: writeCursor(cursor) })).rows.length, 5);
});
