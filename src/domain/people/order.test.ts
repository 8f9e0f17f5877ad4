import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { PersonRow } from '#model/pages.ts';
import { PERSON_KINDS } from '#model/person.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { writeCursor } from '../cursor.ts';
import { pageSql } from './list.ts';

let world: World;
let maya: WorldMember;
const now = '2026-11-23T09:00:00Z';
const SORTS = ['spoke', 'name', 'between'] as const;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
type Asked = Record<string, unknown>;
const list = (asked: Asked = {}) => call(router.people.list, asked as object, as(maya));

interface Told {
  name: string;
  daysAgo: number | null;
  between: number;
}

async function tell(people: Told[]): Promise<void> {
  await world.db.deleteFrom('people').where('workspaceId', '=', world.workspace.id).execute();
  await add(people);
}

async function add(people: Told[]): Promise<void> {
  await sql`insert into people (workspace_id, id, name, kinds, last_contact_at, between_us, created_at)
    select ${world.workspace.id}, gen_random_uuid(), x.name, '{customer}',
      case when x.days is null then timestamptz '1970-01-01T00:00:00Z' else ${now}::timestamptz - x.days * interval '1 day' end, x.between, ${now}
    from jsonb_to_recordset(${JSON.stringify(people.map(({ name, daysAgo, between }) => ({ name, days: daysAgo, between })))}::jsonb)
      as x(name text, days float8, between int)`.execute(world.db);
  await sql`update workspaces set people_known = (select count(*) from people)`.execute(world.db);
}

async function walk(asked: Asked, between: () => Promise<void> = async () => undefined): Promise<PersonRow[]> {
  const rows: PersonRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...asked, cursor });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
    if (cursor) await between();
  } while (cursor);
  return rows;
}

const someone = fc.record({
  name: fc.constantFrom('Ann', 'ann', 'Änn', 'Bo', 'bo ', 'Ötzi', 'Zoë', '李雷', "O'Neil", '100%', '_'),
  daysAgo: fc.oneof(fc.constant(null), fc.constantFrom(0.5, 1, 1, 8, 31, 92.25, 400)),
  between: fc.constantFrom(0, 0, 1, 2, 7),
});

test('page by page everybody comes once, in the order of the whole, however small the pages and equal the keys', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(...SORTS),
      async (people, limit, sort) => {
        await tell(people);
        const whole = (await list({ sort, limit: 200 })).rows.map((row) => row.id);
        const paged = (await walk({ sort, limit })).map((row) => row.id);
        assert.deepEqual(paged, whole);
        assert.equal(new Set(paged).size, people.length);
      },
    ),
    { numRuns: 25 },
  );
});

test('who comes in or is met while one pages neither doubles nor hides those who stay where they are', async () => {
  const people = Array.from({ length: 40 }, (_, i) => ({ name: `Person ${i % 5}`, daysAgo: 10 + (i % 4), between: i % 3 }));
  for (const sort of SORTS) {
    await tell(people);
    const there = (await list({ sort, limit: 200 })).rows.map((row) => row.id);
    let n = 0;
    const rows = await walk({ sort, limit: 7 }, () => add([{ name: `Person ${n++ % 5}`, daysAgo: 9 + (n % 6), between: n % 4 }]));
    const seen = rows.map((row) => row.id);
    assert.equal(new Set(seen).size, seen.length, `${sort}: nobody twice`);
    assert.deepEqual(
      seen.filter((id) => there.includes(id)),
      there,
      `${sort}: all who were there, in order`,
    );
  }
});

test('each order is what it says', async () => {
  await tell([
    { name: 'bea', daysAgo: 3, between: 1 },
    { name: 'Ada', daysAgo: null, between: 5 },
    { name: 'Cas', daysAgo: 1, between: 0 },
  ]);
  const names = async (sort: string) => (await list({ sort })).rows.map((row) => row.name);
  assert.deepEqual(await names('spoke'), ['Cas', 'bea', 'Ada']);
  assert.deepEqual(await names('name'), ['Ada', 'bea', 'Cas']);
  assert.deepEqual(await names('between'), ['Ada', 'bea', 'Cas']);
  assert.equal((await list()).rows[2]?.lastContactAt, null);
});

test('filters by last contact share out the people we ever spoke with without a gap: within a month, or not', async () => {
  await tell([0.1, 6.9, 7.1, 29, 31, 90, 92, null].map((daysAgo, i) => ({ name: `P${i}`, daysAgo, between: 0 })));
  const names = async (spoke: string) => (await list({ spoke, sort: 'name' })).rows.map((row) => row.name);
  assert.deepEqual(await names('week'), ['P0', 'P1']);
  assert.deepEqual(await names('month'), ['P0', 'P1', 'P2', 'P3']);
  // With P7 nobody ever spoke: that is no silence to break.
  assert.deepEqual(await names('quiet-month'), ['P4', 'P5', 'P6']);
  assert.deepEqual(await names('quiet-quarter'), ['P6']);
  assert.equal((await names('any')).length, 8);
});

test('kinds and a piece of a name narrow the list and its total; marks and capitals do not matter, wildcards are letters', async () => {
  await tell(
    ['Zoë Ångström', 'zoe plain', '100% Bo', '100 Bo', 'under_score', 'underXscore'].map((name) => ({ name, daysAgo: 1, between: 0 })),
  );
  const found = async (find: string) => {
    const page = await list({ find, sort: 'name' });
    assert.equal(page.total, page.rows.length);
    return page.rows.map((row) => row.name);
  };
  assert.deepEqual(await found('ZOE'), ['zoe plain', 'Zoë Ångström']);
  assert.deepEqual(await found('angstrom'), ['Zoë Ångström']);
  assert.deepEqual(await found('ÅNG'), ['Zoë Ångström']);
  assert.deepEqual(await found('0% b'), ['100% Bo']);
  assert.deepEqual(await found('r_s'), ['under_score']);
  assert.equal((await found('   ')).length, 6);
  assert.deepEqual(await found('\\'), []);
  await world.db
    .updateTable('people')
    .set({ kinds: ['partner', 'friend'] })
    .where('name', '=', '100 Bo')
    .execute();
  assert.equal((await list({ kinds: ['partner'] })).total, 1);
  assert.equal((await list({ kinds: ['partner', 'customer'] })).total, 6);
  assert.equal((await list({ kinds: PERSON_KINDS.filter((kind) => !['partner', 'friend', 'customer'].includes(kind)) })).total, 0);
});

test('a cursor that is not ours, or not of this order, is refused and never a fault', async () => {
  const id = '01900000-0000-7000-8000-000000000000';
  const odd = ['x', '2026-02-31T00:00:00Z', '0000-01-01T00:00:00Z', 'infinity', '1', '2026', -5, 1e30, 1.5, '\u0000'];
  for (const sort of SORTS)
    for (const key of odd) {
      const answer = await list({ sort, cursor: writeCursor({ key, id, total: 1 }) }).catch((problem: unknown) => problem);
      const isFine = sort === 'name' ? key !== '\u0000' : sort === 'between' && key === -5;
      if (isFine) assert.ok('rows' in (answer as object), `${sort} ${key}`);
      else assert.ok(answer instanceof Refusal && answer.code === 'list.cursor', `${sort} ${key}: ${answer}`);
    }
});

test('with thousands of people each order, and the search by a piece, is read from its index', async () => {
  await sql`insert into people (workspace_id, id, name, kinds, last_contact_at, between_us, created_at)
    select ${world.workspace.id}, gen_random_uuid(), md5(n::text), '{customer}', ${now}::timestamptz - n * interval '1 hour', n % 5, ${now}
    from generate_series(1, 6000) n`.execute(world.db);
  await sql`analyze people`.execute(world.db);
  const planOf = async (asked: Parameters<typeof pageSql>[1]) =>
    JSON.stringify((await sql`explain (format json) ${pageSql(world.scope(maya, now), asked, null)}`.execute(world.db)).rows);
  const indexes = { spoke: 'people_by_contact', name: 'people_by_name', between: 'people_by_between' };
  for (const sort of SORTS) {
    const plan = await planOf({ sort, limit: 50 });
    assert.match(plan, new RegExp(indexes[sort]), sort);
    assert.doesNotMatch(plan, /"Seq Scan","Parallel Aware":false,"Async Capable":false,"Relation Name":"people"/);
  }
  assert.match(await planOf({ sort: 'spoke', limit: 50, find: 'a3f9' }), /people_sought/);
});
