import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { matchKeyOf } from '#model/match.ts';
import type { Hit } from '#model/pages.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
const ids: Record<string, string> = {};

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  for (const name of ['Grace Oyelaran', 'Иван Петров', 'Elizabeth Shaw', 'Greta Grün', 'Tom Baker'])
    ids[name] = (await call(router.people.add, { name, email: `a${name.length}-${name.codePointAt(0)}@x.example` }, as(maya))).id;
  // What saving a person writes; here it is the finding that is told.
  for (const [name, id] of Object.entries(ids))
    await sql`update people set match_key = ${matchKeyOf(name)} where workspace_id = ${world.workspace.id} and id = ${id}`.execute(
      world.db,
    );
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const hits = async (text: string, member = maya): Promise<Hit[]> => (await call(router.find.everything, { text }, as(member))).hits;
const people = async (text: string) => (await hits(text)).filter((hit) => hit.kind === 'person').map((hit) => hit.title);

test('a nickname finds who is written in full, with the family name or without', async () => {
  assert.deepEqual(await people('gracie'), ['Grace Oyelaran']);
  assert.deepEqual(await people('liz shaw'), ['Elizabeth Shaw']);
  assert.deepEqual(await people('thomas baker'), ['Tom Baker']);
});

test('a name in other letters is found in ours, and ours in theirs', async () => {
  assert.deepEqual(await people('petrov'), ['Иван Петров']);
  assert.deepEqual(await people('Петров'), ['Иван Петров']);
  assert.deepEqual(await people('Грета'), ['Greta Grün']);
});

test('words may stand the other way round, and two letters find who is called so from the beginning of a name', async () => {
  assert.deepEqual(await people('oyelaran grace'), ['Grace Oyelaran']);
  assert.deepEqual((await people('gr')).sort(), ['Grace Oyelaran', 'Greta Grün']);
  assert.deepEqual(await people('ba'), ['Tom Baker']);
});

test('notes, deals and tasks are found by their words; a private note by its writer alone', async () => {
  const w = world.workspace.id;
  const at = '2026-11-20T10:00:00Z';
  const [pipeline, stage, deal, task] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await sql`insert into pipelines (workspace_id, id, name, created_at) values (${w}, ${pipeline}, 'Sales', ${at})`.execute(world.db);
  await sql`insert into stages (workspace_id, id, pipeline_id, name, created_at) values (${w}, ${stage}, ${pipeline}, 'Listening', ${at})`.execute(
    world.db,
  );
  await sql`insert into deals (workspace_id, id, title, stage_id, moved_at, created_at) values (${w}, ${deal}, 'Cold watch, 14 vans', ${stage}, ${at}, ${at})`.execute(
    world.db,
  );
  await sql`insert into tasks (workspace_id, id, what, person_id, created_at) values (${w}, ${task}, 'Count the vans', ${ids['Tom Baker']}, ${at})`.execute(
    world.db,
  );
  for (const hidden of [null, ben.id]) {
    const note = uuidv7();
    await sql`insert into notes (workspace_id, id, body, happened_at, private_to, created_at) values (${w}, ${note}, 'The vans stand in the tunnel', ${at}, ${hidden}, ${at})`.execute(
      world.db,
    );
    await sql`insert into note_links (workspace_id, id, note_id, person_id, happened_at) values (${w}, ${uuidv7()}, ${note}, ${ids['Tom Baker']}, ${at})`.execute(
      world.db,
    );
  }
  const kinds = async (member: WorldMember) => (await hits('vans', member)).map((hit) => hit.kind).sort();
  assert.deepEqual(await kinds(maya), ['deal', 'note', 'task']);
  assert.deepEqual(await kinds(ben), ['deal', 'note', 'note', 'task']);
  const [note] = (await hits('tunnel')).filter((hit) => hit.kind === 'note');
  assert.equal(note?.detail, 'Tom Baker');
  assert.equal(note?.personId, ids['Tom Baker']);
  assert.deepEqual(
    note?.marks.map(([from, to]) => note.title.slice(from, to)),
    ['tunnel'],
  );
  const [found] = (await hits('cold watch')).filter((hit) => hit.kind === 'deal');
  assert.deepEqual([found?.id, found?.detail], [deal, 'Listening']);
});
