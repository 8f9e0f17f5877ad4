import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
const people: string[] = [];
const tags = [uuidv7(), uuidv7()];
const stage = uuidv7();
const now = '2026-11-23T09:00:00Z';
const later = '2026-11-24T09:00:00Z';

const as = (at = now) => ({ context: asking(world, maya, at) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const open = (id: string) => call(router.organisations.open, { id }, as());
// A merge and its undo are remembered; everything else must be as it was.
const everything = () => contentsOf(world.db, world.workspace.id, ['audit_events', 'merges']);

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  for (const name of ['Ines', 'Daniel', 'Mateus']) people.push((await world.person(name)).id);
  const w = world.workspace.id;
  for (const [i, tag] of tags.entries())
    await sql`insert into tags (workspace_id, id, name, created_at) values (${w}, ${tag}, ${`tag ${i}`}, ${now})`.execute(world.db);
  const pipeline = uuidv7();
  await sql`insert into pipelines (workspace_id, id, name, created_at) values (${w}, ${pipeline}, 'Sales', ${now})`.execute(world.db);
  await sql`insert into stages (workspace_id, id, pipeline_id, name, created_at) values (${w}, ${stage}, ${pipeline}, 'Trial', ${now})`.execute(
    world.db,
  );
});
after(() => world.close());

interface Told {
  about: string;
  /** Which people, and whether they left. */
  people: { who: number; left: boolean }[];
  tags: number[];
  domain: boolean;
  deals: number;
  notes: number;
}

async function make(name: string, told: Told): Promise<string> {
  const w = world.workspace.id;
  const domains = told.domain ? [`${uuidv7().slice(-12)}.example`] : [];
  const { id } = await call(router.organisations.add, { name: `${name} ${uuidv7().slice(-12)}`, about: told.about, domains }, as());
  for (const { who, left } of told.people)
    await sql`insert into affiliations (workspace_id, id, person_id, organisation_id, until_on, created_at)
      values (${w}, ${uuidv7()}, ${people[who]}, ${id}, ${left ? '2026-01-01' : null}, ${now}) on conflict do nothing`.execute(world.db);
  for (const tag of new Set(told.tags))
    await sql`insert into taggings (workspace_id, id, tag_id, organisation_id, created_at) values (${w}, ${uuidv7()}, ${tags[tag]}, ${id}, ${now})`.execute(
      world.db,
    );
  for (let i = 0; i < told.deals; i++)
    await sql`insert into deals (workspace_id, id, title, stage_id, organisation_id, moved_at, created_at)
      values (${w}, ${uuidv7()}, 'A deal', ${stage}, ${id}, ${now}, ${now})`.execute(world.db);
  for (let i = 0; i < told.notes; i++) {
    const note = uuidv7();
    await sql`insert into notes (workspace_id, id, body, happened_at, created_at) values (${w}, ${note}, 'A note', ${now}, ${now})`.execute(
      world.db,
    );
    await sql`insert into note_links (workspace_id, id, note_id, organisation_id, happened_at) values (${w}, ${uuidv7()}, ${note}, ${id}, ${now})`.execute(
      world.db,
    );
  }
  return id;
}

const anything = fc.record({
  about: fc.constantFrom('', 'Lunch for schools'),
  people: fc.array(fc.record({ who: fc.nat(2), left: fc.boolean() }), { maxLength: 3 }),
  tags: fc.array(fc.nat(1), { maxLength: 2 }),
  domain: fc.boolean(),
  deals: fc.nat(2),
  notes: fc.nat(2),
});

test('whatever hangs on two organisations, a merge that is taken back leaves everything exactly as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, fc.constantFrom('kept' as const, 'gone' as const), async (one, other, name) => {
      const [keepId, goneId] = [await make('Harbour', one), await make('Harbor', other)];
      const child = (await call(router.organisations.add, { name: `Part ${uuidv7()}`, parentId: goneId }, as())).id;
      const before = await everything();
      const { undo } = await call(router.organisations.merge, { keepId, goneId, name }, as(later));
      const merged = await open(keepId);
      assert.deepEqual(merged.deals.length, one.deals + other.deals);
      assert.equal(merged.tags.length, new Set([...one.tags, ...other.tags]).size);
      assert.equal(merged.domains.length, Number(one.domain) + Number(other.domain));
      assert.equal(merged.about, one.about || other.about);
      assert.equal(new Set(merged.people.map(({ id }) => id)).size, new Set([...one.people, ...other.people].map(({ who }) => who)).size);
      assert.equal((await open(child)).parent?.id, keepId);
      await call(router.organisations.takeBack, { undo }, as(later));
      assert.deepEqual(await everything(), before);
    }),
    { numRuns: 15 },
  );
});

const bare: Told = { about: '', people: [], tags: [], domain: false, deals: 0, notes: 0 };

test('the address of the one that went leads to the one that stayed, through several merges', async () => {
  const [a, b, c] = [await make('A', bare), await make('B', bare), await make('C', bare)];
  await call(router.organisations.merge, { keepId: b, goneId: a }, as());
  const { undo } = await call(router.organisations.merge, { keepId: c, goneId: b, name: 'gone' }, as(later));
  assert.deepEqual([(await open(a)).id, (await open(a)).name.slice(0, 2)], [c, 'B ']);
  await call(router.organisations.takeBack, { undo }, as(later));
  assert.equal((await open(a)).id, b);
  await assert.rejects(call(router.organisations.takeBack, { undo }, as()), refused('missing.undo'));
  await assert.rejects(call(router.organisations.merge, { keepId: c, goneId: c }, as()), refused('organisation.same'));
});

test('somebody who left the one and is at the other is at the merged one', async () => {
  const [keepId, goneId] = [
    await make('Keep', { ...bare, people: [{ who: 0, left: true }] }),
    await make('Go', { ...bare, people: [{ who: 0, left: false }] }),
  ];
  await call(router.organisations.merge, { keepId, goneId }, as());
  assert.deepEqual(
    (await open(keepId)).people.map(({ here }) => here),
    [true],
  );
});

test('an organisation goes only when nothing is left in it, and comes back as it was', async () => {
  const full = await make('Full', { ...bare, deals: 1 });
  await assert.rejects(call(router.organisations.remove, { id: full }, as()), refused('organisation.not-empty'));
  const empty = await make('Empty', { ...bare, about: 'Nothing here', tags: [0], domain: true });
  const before = await everything();
  const { undo } = await call(router.organisations.remove, { id: empty }, as());
  await assert.rejects(open(empty), refused('missing.organisation'));
  await call(router.organisations.takeBack, { undo }, as(later));
  assert.deepEqual(await everything(), before);
  const trail = (await trailOf(world, empty)).filter((action) => action !== 'organisation.read');
  assert.deepEqual(trail, ['organisation.added', 'organisation.removed', 'organisation.taken-back']);
});
