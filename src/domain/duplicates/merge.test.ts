import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { CHOSEN_FIELDS } from '#model/merge.ts';
import { Refusal } from '#model/refusal.ts';
import { contentsOf } from '#test/ledger.ts';
import { RELATED_TABLES, relate, relation } from '#test/relations.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { mergePeople } from './merge.ts';
import { PAIR_REFERENCES, PERSON_REFERENCES } from './references.ts';
import { undoMerge } from './undo.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const NOW = '2026-11-28T10:00:00.000Z';
let n = 0;
const inAWorkspace = async (): Promise<WorldMember> =>
  world.member(`Maya ${++n}`, 'owner', { in: (await world.otherWorkspace(`W${n}`)).id });

test('every key that points at people is in the list of what goes over when two become one, and is tried', async () => {
  const { rows } = await sql<{
    key: string;
    table: string;
  }>`select t.relname || '.' || a.attname as key, t.relname as table from pg_constraint f
    join pg_class t on t.oid = f.conrelid join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[2]
    where f.contype = 'f' and f.confrelid = 'people'::regclass order by 1`.execute(world.db);
  const listed = [...PERSON_REFERENCES, ...PAIR_REFERENCES].map(({ table, column }) => `${table}.${column}`).sort();
  assert.deepEqual(listed, rows.map(({ key }) => key).sort());
  assert.deepEqual([...new Set(rows.map(({ table }) => table))].sort(), [...RELATED_TABLES].sort());
});

const someone = fc.record(
  {
    name: fc.constantFrom('Grace Oyelaran', 'Gracie Oyelaran', 'G. Oyelaran'),
    nickname: fc.constantFrom('', 'Gigi'),
    role_title: fc.constantFrom('', 'Head of catering', 'Cook'),
    pronouns: fc.constantFrom(null, 'she/her'),
    lives_in: fc.constantFrom('', 'Eastmere'),
    closeness: fc.constantFrom(null, 1, 3),
    prefers: fc.constantFrom(null, 'phone', 'email'),
    prefers_note: fc.constantFrom('', 'after two'),
    do_not_contact_at: fc.constantFrom(null, '2026-03-01T00:00:00Z'),
    kinds: fc.constantFrom(['customer'], ['friend', 'customer'], []),
    mine: fc.boolean(),
  },
  { requiredKeys: ['name'] },
);

test('two become one and two again: every table is as it was, whatever stood between them', { timeout: 240_000 }, async () => {
  const taking = fc.record({ take: fc.subarray([...CHOSEN_FIELDS]), fields: fc.subarray([0, 1, 2, 3]) });
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(someone, someone, someone),
      fc.array(relation, { maxLength: 40 }),
      taking,
      async (people, relations, chosen) => {
        const maya = await inAWorkspace();
        const rows = people.map(({ mine, ...values }) => ({ ...values, private_to: mine ? maya.id : null }));
        const [keepId = '', goneId = '', third = ''] = await relate(world, maya, rows, relations);
        const before = await contentsOf(world.db, maya.workspaceId);
        const fields = await world.db
          .selectFrom('customFields')
          .select('id')
          .where('workspaceId', '=', maya.workspaceId)
          .orderBy('id')
          .execute();
        const takeCustom = chosen.fields.map((i) => fields[i]?.id ?? '');
        const { id } = await mergePeople(world.scope(maya, NOW), { keepId, goneId, take: chosen.take, takeCustom });
        const between = await contentsOf(world.db, maya.workspaceId, ['audit_events', 'merges']);
        assert.ok(!JSON.stringify(between).includes(goneId), 'nothing speaks of the one that went');
        assert.equal(between.people?.length, 2);
        assert.ok(JSON.stringify(between).includes(third));
        await sameCounts(maya.workspaceId);
        const undone = await undoMerge(world.scope(maya, NOW), id);
        assert.deepEqual({ ...undone }, { keptId: keepId, goneId, changedSince: [], addedSince: 0 });
        const { merges: _, ...was } = before;
        const { merges: __, ...is } = await contentsOf(world.db, maya.workspaceId);
        assert.deepEqual(is, was);
      },
    ),
    { numRuns: 60 },
  );
});

async function sameCounts(workspaceId: string): Promise<void> {
  const { rows } = await sql<{ stored: number; counted: number }>`select people_known as stored,
    (select count(*)::int from people p where p.workspace_id = w.id and p.private_to is null) as counted from workspaces w where w.id = ${workspaceId}`.execute(
    world.db,
  );
  assert.equal(rows[0]?.stored, rows[0]?.counted);
}

const code = (problem: unknown) => (problem instanceof Refusal ? problem.code : String(problem));
const nothing = { take: [], takeCustom: [] };

async function twoGraces(relations: Parameters<typeof relate>[3] = []) {
  const maya = await inAWorkspace();
  const people = [
    { name: 'Grace Oyelaran', role_title: 'Head of catering' },
    {
      name: 'Gracie Oyelaran',
      role_title: 'Catering mgr',
      pronouns: 'she/her',
      do_not_contact_at: '2026-03-01T00:00:00Z',
      do_not_contact_why: 'unsubscribed',
    },
    { name: 'Tom Baker' },
  ];
  const [keepId = '', goneId = '', third = ''] = await relate(world, maya, people, relations);
  const personOf = (id: string) => world.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return { maya, keepId, goneId, third, personOf };
}

test('what is chosen counts, what is empty is filled, a no always wins, and the other name is kept', async () => {
  const { maya, keepId, goneId, personOf } = await twoGraces();
  await mergePeople(world.scope(maya, NOW), { keepId, goneId, take: ['roleTitle'], takeCustom: [] });
  const grace = await personOf(keepId);
  assert.equal(grace?.name, 'Grace Oyelaran');
  assert.equal(grace?.roleTitle, 'Catering mgr');
  assert.equal(grace?.pronouns, 'she/her');
  assert.equal(grace?.nickname, 'Gracie');
  assert.equal(grace?.doNotContactWhy, 'unsubscribed');
  assert.ok(grace?.doNotContactAt);
  const aliases = await world.db.selectFrom('aliases').select(['alias', 'personId']).where('workspaceId', '=', maya.workspaceId).execute();
  assert.deepEqual(aliases, [{ alias: 'gracie oyelaran', personId: keepId }]);
  const trail = await world.db.selectFrom('auditEvents').select(['action', 'detail']).where('subjectId', '=', keepId).execute();
  assert.deepEqual(
    trail.map(({ action }) => action),
    ['person.merged'],
  );
  assert.ok(!JSON.stringify(trail).includes('Catering'), 'names of what changed, never the values');
});

test('where both have the same, one stays and what it lacked is filled in; nobody is tied to themselves', async () => {
  const one = (table: 'affiliations' | 'ties' | 'note_links' | 'taggings' | 'deal_people', who: number, more = {}) => ({
    table,
    who,
    whom: 2,
    k: 0,
    filled: false,
    ...more,
  });
  const { maya, keepId, goneId } = await twoGraces([
    one('affiliations', 0),
    one('affiliations', 1, { filled: true }),
    one('ties', 0, { k: 0 }),
    one('ties', 1, { k: 2 }),
    one('ties', 0, { whom: 1 }),
    one('note_links', 0, { filled: true }),
    one('note_links', 1),
    one('taggings', 0),
    one('taggings', 1),
    one('deal_people', 0),
    one('deal_people', 1, { filled: true }),
  ]);
  await mergePeople(world.scope(maya, NOW), { keepId, goneId, ...nothing });
  const of = async (table: string, columns: string) =>
    (
      await sql<
        Record<string, unknown>
      >`select ${sql.raw(columns)} from ${sql.table(table)} where workspace_id = ${maya.workspaceId}`.execute(world.db)
    ).rows;
  assert.deepEqual(await of('affiliations', 'role_title, part'), [{ roleTitle: 'role 0', part: 'decides' }]);
  assert.deepEqual(await of('ties', 'closeness'), [{ closeness: 3 }]);
  assert.deepEqual(await of('note_links', 'mentioned'), [{ mentioned: false }]);
  assert.equal((await of('taggings', 'id')).length, 1);
  assert.deepEqual(await of('deal_people', 'part'), [{ part: 'decides' }]);
});

test('what was changed or added since stays with the one that was kept, and that is said', async () => {
  const { maya, keepId, goneId, personOf } = await twoGraces();
  const scope = world.scope(maya, NOW);
  const { id } = await mergePeople(scope, { keepId, goneId, take: ['roleTitle'], takeCustom: [] });
  await sql`update people set role_title = 'Director' where id = ${keepId}`.execute(world.db);
  await sql`insert into tasks (workspace_id, id, what, person_id, created_at) values (${maya.workspaceId}, gen_random_uuid(), 'Call', ${keepId}, '2026-11-28T11:00:00Z')`.execute(
    world.db,
  );
  const undone = await undoMerge(world.scope(maya, '2026-11-29T10:00:00Z'), id);
  assert.deepEqual([undone.changedSince, undone.addedSince], [['role_title'], 1]);
  assert.equal((await personOf(keepId))?.roleTitle, 'Director');
  assert.equal((await personOf(goneId))?.roleTitle, 'Catering mgr');
  assert.equal((await personOf(keepId))?.pronouns, null);
});

test('for seven days, not after; twice is once; and not before what came after', async () => {
  const { maya, keepId, goneId, third, personOf } = await twoGraces();
  const first = await mergePeople(world.scope(maya, NOW), { keepId, goneId, ...nothing });
  const second = await mergePeople(world.scope(maya, NOW), { keepId: third, goneId: keepId, ...nothing });
  await assert.rejects(undoMerge(world.scope(maya, NOW), first.id), (problem) => code(problem) === 'conflict.merged-since');
  await undoMerge(world.scope(maya, NOW), second.id);
  await undoMerge(world.scope(maya, NOW), second.id);
  await assert.rejects(undoMerge(world.scope(maya, '2026-12-06T10:00:00Z'), first.id), (problem) => code(problem) === 'merge.too-late');
  await undoMerge(world.scope(maya, '2026-12-05T09:59:00Z'), first.id);
  assert.equal((await personOf(goneId))?.name, 'Gracie Oyelaran');
  const sven = await inAWorkspace();
  await assert.rejects(undoMerge(world.scope(sven, NOW), first.id), (problem) => code(problem) === 'missing.merge');
});

test('nobody is made one with themselves, with a stranger, or with whom only another member knows', async () => {
  const { maya, keepId, goneId } = await twoGraces();
  const scope = world.scope(maya, NOW);
  await assert.rejects(mergePeople(scope, { keepId, goneId: keepId, ...nothing }), (problem) => code(problem) === 'merge.same');
  const other = await twoGraces();
  await assert.rejects(mergePeople(scope, { keepId, goneId: other.keepId, ...nothing }), (problem) => code(problem) === 'missing.person');
  const priya = await world.member('Priya', 'owner', { in: maya.workspaceId });
  await sql`update people set private_to = ${priya.id} where id = ${goneId}`.execute(world.db);
  await assert.rejects(mergePeople(scope, { keepId, goneId, ...nothing }), (problem) => code(problem) === 'missing.person');
});
