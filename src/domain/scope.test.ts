import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { mustBeHere } from './about.ts';
import { againWhenRaced } from './again.ts';
import { remember } from './audit.ts';
import { type Scope, wholly } from './scope.ts';
import { firstOf, rowsOf } from './statement.ts';

let world: World;
let member: WorldMember;
let maya: Scope;

before(async () => {
  world = await newWorld();
  member = await world.member('Maya Okafor', 'owner');
  maya = world.scope(member, '2026-11-20T10:00:00Z');
});
after(() => world.close());

const addTag = (where: { db: Scope['db'] }, name: string) =>
  sql`insert into tags (workspace_id, id, name, created_at) values (${maya.workspaceId}, ${uuidv7()}, ${name}, now())`.execute(where.db);
const tags = async (name: string) =>
  (
    await rowsOf(
      world.db,
      sql<{ id: string }>`select id from tags where workspace_id = ${maya.workspaceId} and lower(name) = lower(${name})`,
    )
  ).length;
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

test('what is done wholly is done, or leaves nothing behind, its trail included', async () => {
  const work = (name: string, fails: boolean) =>
    wholly(maya, async (change) => {
      await addTag(change, name);
      await remember(change, { action: `tag.${name}` });
      if (fails) throw new Refusal('tag.odd', 'Not this one.');
      return name;
    });
  assert.equal(await work('kept', false), 'kept');
  await assert.rejects(work('lost', true), refused('tag.odd'));
  assert.deepEqual([await tags('kept'), await tags('lost')], [1, 0]);
  const trail = await trailOf(world);
  assert.ok(trail.includes('tag.kept') && !trail.includes('tag.lost'));
});

test('a whole within a whole is a part of it: it goes when the outer one goes', async () => {
  const outer = wholly(maya, async (change) => {
    await wholly(change, async (inner) => {
      assert.equal(inner, change, 'in the same transaction');
      await addTag(inner, 'inner');
    });
    throw new Refusal('outer.odd', 'No.');
  });
  await assert.rejects(outer, refused('outer.odd'));
  assert.equal(await tags('inner'), 0);
});

test('what is not finished is seen by nobody else', async () => {
  await wholly(maya, async (change) => {
    await addTag(change, 'waiting');
    assert.equal(await tags('waiting'), 0);
  });
  assert.equal(await tags('waiting'), 1);
});

test('the trail names who did what to what and when, and holds an empty detail rather than none', async () => {
  const id = uuidv7();
  await remember(maya, { action: 'tag.renamed', about: 'tag', id, detail: { changed: ['name'] } });
  await remember({ ...maya, member: null }, { action: 'tag.swept', id });
  const trail = await rowsOf(
    world.db,
    sql<{
      action: string;
      memberId: string | null;
      subjectKind: string | null;
      detail: object;
      at: string;
    }>`select action, member_id, subject_kind, detail, at
      from audit_events where workspace_id = ${maya.workspaceId} and subject_id = ${id} order by id`,
  );
  assert.deepEqual(trail, [
    { action: 'tag.renamed', memberId: member.id, subjectKind: 'tag', detail: { changed: ['name'] }, at: '2026-11-20T10:00:00+00:00' },
    { action: 'tag.swept', memberId: null, subjectKind: null, detail: {}, at: '2026-11-20T10:00:00+00:00' },
  ]);
});

const stopped = (code: string) => Object.assign(new Error(code), { code });
const free = { db: { isTransaction: false } };

/** Work that is stopped so many times, and how often it was tried. */
const stoppedTimes = (times: number, code = '23505') => {
  const tried = { n: 0 };
  const work = async () => {
    tried.n++;
    if (tried.n <= times) throw stopped(code);
    return 'done';
  };
  return { tried, work };
};

test('who is stopped by somebody else looks again, four times at most', async () => {
  for (const times of [0, 1, 3]) {
    const { tried, work } = stoppedTimes(times);
    assert.equal(await againWhenRaced(free, work), 'done');
    assert.equal(tried.n, times + 1);
  }
  const { tried, work } = stoppedTimes(9, '40P01');
  await assert.rejects(againWhenRaced(free, work), { code: '40P01' });
  assert.equal(tried.n, 4);
});

test('what is wrong for another reason is wrong the first time, and within a change nothing is tried again', async () => {
  const wrong = stoppedTimes(9, '23503');
  await assert.rejects(againWhenRaced(free, wrong.work), { code: '23503' });
  assert.equal(wrong.tried.n, 1);
  const no = async () => {
    throw new Refusal('tag.odd', 'No.');
  };
  await assert.rejects(againWhenRaced(free, no), refused('tag.odd'));
  const within = stoppedTimes(1);
  await assert.rejects(againWhenRaced({ db: { isTransaction: true } }, within.work), { code: '23505' });
  assert.equal(within.tried.n, 1);
});

test('eight who put in the same at once make one of it, and each of them has it', async () => {
  const once = () =>
    againWhenRaced(maya, () =>
      wholly(maya, async (change) => {
        const there = await firstOf(
          change.db,
          sql<{ id: string }>`select id from tags where workspace_id = ${maya.workspaceId} and lower(name) = 'cold chain'`,
        );
        if (there) return there.id;
        await addTag(change, 'Cold chain');
        return (
          await firstOf(
            change.db,
            sql<{ id: string }>`select id from tags where workspace_id = ${maya.workspaceId} and name = 'Cold chain'`,
          )
        )?.id;
      }),
    );
  const ids = await Promise.all(Array.from({ length: 8 }, once));
  assert.equal(new Set(ids).size, 1);
  assert.equal(await tags('cold chain'), 1);
});

test('somebody who is not here, not yet known or in another house is refused with the same words', async () => {
  const ben = world.scope(await world.member('Ben Adler'));
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = world.scope(await world.member('Sven', 'owner', { in: elsewhere.id }));
  const person = await world.person('Ines Carvalho');
  await mustBeHere(maya, 'person', person.id);
  await sql`update people set private_to = ${member.id} where id = ${person.id}`.execute(world.db);
  await mustBeHere(maya, 'person', person.id);
  const words = 'That person is not here any more.';
  for (const scope of [ben, stranger])
    await assert.rejects(mustBeHere(scope, 'person', person.id), { code: 'missing.person', message: words });
  await assert.rejects(mustBeHere(maya, 'person', uuidv7()), { code: 'missing.person', message: words });
  await assert.rejects(mustBeHere(maya, 'organisation', person.id), refused('missing.organisation'));
  await assert.rejects(mustBeHere(maya, 'deal', person.id), refused('missing.deal'));
});

test('a deal that was taken away is not here', async () => {
  const [pipeline, stage, deal] = [uuidv7(), uuidv7(), uuidv7()];
  const { workspaceId } = maya;
  await sql`insert into pipelines (workspace_id, id, name, created_at) values (${workspaceId}, ${pipeline}, 'Deals', now())`.execute(
    world.db,
  );
  await sql`insert into stages (workspace_id, id, pipeline_id, name, created_at) values (${workspaceId}, ${stage}, ${pipeline}, 'First', now())`.execute(
    world.db,
  );
  await sql`insert into deals (workspace_id, id, title, stage_id, moved_at, created_at)
    values (${workspaceId}, ${deal}, 'Vans', ${stage}, now(), now())`.execute(world.db);
  await mustBeHere(maya, 'deal', deal);
  await sql`update deals set removed_at = now() where id = ${deal}`.execute(world.db);
  await assert.rejects(mustBeHere(maya, 'deal', deal), refused('missing.deal'));
});
