import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { ImportedRecord, ImportObject } from '#model/import.ts';
import { contentsOf } from '#test/ledger.ts';
import { aDeal, aNote, anOrganisation, aPerson, aTask, type HandMade, moveIn } from '#test/moving.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { lookAtUndo } from './undo-look.ts';

let world: World;
let maya: WorldMember;
before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'member');
});
after(() => world.close());

const OWN = ['audit_events', 'imports', 'import_files', 'import_parts', 'import_staged', 'import_rows', 'duplicate_looks'];
const small = fc.integer({ min: 0, max: 5 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const names = ['Ines Carvalho', 'Tom Baker', 'Thomas Baker', 'Lars Brandvold', 'Grace Oyelaran', ''];
const places = ['Harbour Foods', 'Harbour Foods Ltd', 'Eastmere', 'Noordzee Vis', 'Acme', 'Tarrow'];
const text = fc.constantFrom('', 'Head of supply', 'Ops', 'Porto', '=1+1', 'x\u0000y');
const ref = fc.record({ externalId: small.map((n) => `o${n}`) });
const named = small.map((n) => ({ name: places[n] ?? 'Acme' }));

const organisation = fc
  .record({
    id: maybe(small),
    name: small,
    domain: maybe(small),
    about: text,
    parent: maybe(ref),
    tags: fc.subarray(['VIP', 'vip', 'Food']),
  })
  .map(({ id, name, domain, about, parent, tags }) =>
    anOrganisation(places[name] ?? '', {
      externalId: id === null ? null : `o${id}`,
      domains: domain === null ? [] : [`d${domain}.example`],
      about,
      parent,
      tags,
    }),
  );
const person = fc
  .record({
    id: maybe(small),
    name: small,
    mail: fc.subarray(['a@x.example', 'b@x.example', 'c@x.example']),
    role: text,
    city: text,
    about: text,
  })
  .chain((one) =>
    fc
      .record({ orgs: fc.array(fc.oneof(ref, named), { maxLength: 2 }), no: fc.boolean(), boss: maybe(small), custom: text })
      .map((two) => ({ ...one, ...two })),
  )
  .map(({ id, name, mail, role, city, about, orgs, no, boss, custom }) =>
    aPerson(names[name] ?? '', {
      ...{
        externalId: id === null ? null : `p${id}`,
        emails: mail.map((email) => ({ email, label: '' })),
        roleTitle: role,
        livesIn: city,
        about,
        doNotContact: no,
      },
      ...{ organisations: orgs.map((one) => ({ ...one, roleTitle: '' })), reportsTo: boss === null ? null : { externalId: `p${boss}` } },
      custom: custom ? [{ label: 'Source', value: custom }] : [],
    }),
  );
const who = small.map((n) => ({ externalId: `p${n}` }));
const deal = fc
  .record({
    id: maybe(small),
    title: small,
    amount: maybe(small),
    stage: small,
    people: fc.array(who, { maxLength: 2 }),
    org: maybe(fc.oneof(ref, named)),
  })
  .map(({ id, title, amount, stage, people, org }) =>
    aDeal(`Deal ${title}`, {
      externalId: id === null ? null : `d${id}`,
      amount: amount === null ? null : `${amount}.50`,
      stage: `Stage ${stage % 3}`,
      people,
      organisation: org,
    }),
  );
const note = fc
  .record({
    id: maybe(small),
    body: small,
    kind: fc.constantFrom('note' as const, 'call' as const),
    people: fc.array(who, { maxLength: 2 }),
  })
  .map(({ id, body, kind, people }) =>
    aNote(`Said ${body}`, { externalId: id === null ? null : `n${id}`, kind, people, happenedAt: '2025-02-03T10:00:00Z' }),
  );
const task = fc
  .record({ id: maybe(small), what: small, people: fc.array(who, { maxLength: 1 }), done: fc.boolean() })
  .map(({ id, what, people, done }) =>
    aTask(`Do ${what}`, { externalId: id === null ? null : `t${id}`, people, doneAt: done ? '2025-05-05T10:00:00Z' : null }),
  );

const file = (object: ImportObject, record: fc.Arbitrary<ImportedRecord>): fc.Arbitrary<HandMade> =>
  fc.array(record, { maxLength: 6 }).map((records) => ({ object, records }));
const files = fc.tuple(
  file('organisation', organisation),
  file('person', person),
  file('deal', deal),
  file('note', note),
  file('task', task),
);

async function moved(dropped: HandMade[], conflict: 'fill' | 'file') {
  const move = await moveIn(world.scope(maya), dropped, { conflict });
  await move.plan();
  await sql`update imports set started_at = ${new Date().toISOString()} where id = ${move.id}`.execute(world.db);
  await move.apply();
  return move;
}

test('whatever was there and whatever comes in: taken back, everything is exactly as it was; brought in again, nothing changes the second time', async () => {
  await fc.assert(
    fc.asyncProperty(files, files, fc.constantFrom('fill' as const, 'file' as const), async (first, second, conflict) => {
      await moved(first, 'fill');
      const before = await contentsOf(world.db, world.workspace.id, OWN);
      const move = await moved(second, conflict);
      const there = await contentsOf(world.db, world.workspace.id, OWN);
      if (conflict === 'fill') {
        await moved(second, conflict);
        assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), there, 'the same again');
      }
      assert.deepEqual((await lookAtUndo(world.scope(maya), move.id)).kept, []);
      await move.undo();
      assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), before, 'taken back');
      const { rows } = await sql<{
        right: boolean;
      }>`select people_known = (select count(*) from people where private_to is null) as right from workspaces`.execute(world.db);
      assert.ok(rows[0]?.right, 'people are counted');
      for (const table of ['tasks', 'notes', 'deals', 'people', 'organisations', 'stages', 'pipelines', 'tags', 'custom_fields', 'imports'])
        await sql`delete from ${sql.table(table)}`.execute(world.db);
      await sql`update workspaces set people_known = 0`.execute(world.db);
    }),
    { numRuns: 5, endOnFailure: true, ...(process.env.HEED_SEED && { seed: Number(process.env.HEED_SEED) }) },
  );
});

test('what somebody changed since stays, is shown before, and keeps what hangs on it', async () => {
  const mail = (email: string) => [{ email, label: '' }];
  const move = await moved(
    [
      {
        object: 'organisation',
        records: [anOrganisation('Harbour Foods', { externalId: 'o1' }), anOrganisation('Eastmere', { externalId: 'o2' })],
      },
      {
        object: 'person',
        records: [
          aPerson('Ines Carvalho', {
            externalId: 'p1',
            emails: mail('ines@x.example'),
            organisations: [{ externalId: 'o1', roleTitle: '' }],
          }),
          aPerson('Tom Baker', { externalId: 'p2', emails: mail('tom@x.example'), organisations: [{ externalId: 'o2', roleTitle: '' }] }),
          aPerson('Lars Brandvold', { externalId: 'p3' }),
        ],
      },
    ],
    'fill',
  );
  await sql`update people set role_title = 'Their word' where name = 'Ines Carvalho'`.execute(world.db);
  await sql`insert into person_phones (workspace_id, id, person_id, phone, created_at) select workspace_id, gen_random_uuid(), id, '+1', now() from people
    where name = 'Lars Brandvold'`.execute(world.db);
  const look = await lookAtUndo(world.scope(maya), move.id);
  assert.deepEqual(
    look.kept.map(({ label, why }) => [label, why.code]),
    [
      ['Ines Carvalho', 'kept-changed'],
      ['Lars Brandvold', 'kept-tied'],
    ],
  );
  await move.undo();
  const { rows } = await sql<{
    people: string[];
    organisations: string[];
    known: number;
  }>`select array(select name from people order by 1) as people,
    array(select name from organisations order by 1) as organisations, (select people_known from workspaces) as known`.execute(world.db);
  assert.deepEqual(rows[0], { people: ['Ines Carvalho', 'Lars Brandvold'], organisations: ['Harbour Foods'], known: 2 });
  await assert.rejects(move.undo(), /past that step/);
});
