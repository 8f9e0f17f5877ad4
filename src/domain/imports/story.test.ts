import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { matchKeyOf } from '#model/match.ts';
import { contentsOf } from '#test/ledger.ts';
import { aDeal, aNote, anOrganisation, aPerson, aTask, type HandMade, moveIn } from '#test/moving.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'member');
});
after(() => world.close());

const OWN = ['audit_events', 'imports', 'import_files', 'import_parts', 'import_staged', 'import_rows', 'duplicate_looks'];
const email = (address: string) => [{ email: address, label: 'work' }];

function export1(): HandMade[] {
  return [
    {
      object: 'organisation',
      records: [
        anOrganisation('Harbour Foods', { externalId: '1', domains: ['harbour.example'], industry: 'Food', owner: 'Maya Okafor' }),
        anOrganisation('Harbour Foods Holding', { externalId: '2', parent: null }),
        anOrganisation('Eastmere Schools', { externalId: '3', parent: { externalId: '2' } }),
      ],
    },
    {
      object: 'person',
      records: [
        aPerson('Ines Carvalho', {
          ...{ externalId: '10', emails: email('ines@harbour.example'), phones: [{ phone: '+44 7700 900417', label: 'mobile' }] },
          ...{
            organisations: [{ externalId: '1', roleTitle: '' }],
            roleTitle: 'Operations director',
            about: 'Met at the port fair.',
            tags: ['VIP'],
          },
          ...{ custom: [{ label: 'Lifecycle', value: 'Customer' }], kinds: ['customer'], owner: 'maya.okafor@example.org' },
        }),
        aPerson('Tom Baker', {
          externalId: '11',
          emails: email('tom@harbour.example'),
          organisations: [{ name: 'Noordzee Vis', roleTitle: '' }],
          reportsTo: { externalId: '10' },
        }),
        aPerson('Lars Brandvold', {
          externalId: '12',
          organisations: [{ externalId: '90441', roleTitle: '' }],
          doNotContact: true,
          doNotContactWhy: 'unsubscribed',
        }),
        aPerson('', { externalId: '13' }),
        null,
        aPerson('Tom B.', { externalId: '14', emails: email('tom@harbour.example') }),
      ],
    },
    {
      object: 'deal',
      records: [
        aDeal('Cold store', {
          externalId: '20',
          amount: '1200.50',
          currency: 'EUR',
          organisation: { externalId: '1' },
          people: [{ externalId: '10' }],
        }),
      ],
    },
    {
      object: 'note',
      records: [
        aNote('She asked for July.', {
          externalId: '30',
          kind: 'call',
          happenedAt: '2025-02-03T10:00:00Z',
          people: [{ externalId: '10' }],
          deals: [{ externalId: '20' }],
        }),
        aNote('Nobody', { externalId: '31', people: [{ externalId: '999' }] }),
      ],
    },
    { object: 'task', records: [aTask('Send the report', { dueOn: '2026-12-01', people: [{ externalId: '11' }] })] },
  ];
}

test('an export comes in whole: who belongs where, whose parts, what was said; and the same again changes nothing', async () => {
  const scope = world.scope(maya);
  const before = await contentsOf(world.db, world.workspace.id, OWN);
  const move = await moveIn(scope, export1());
  await move.plan();
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), before, 'a dry run writes nothing');
  const planned = await move.planned();
  await move.start();
  await move.apply();
  const rows = await move.rows();
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    planned,
    'what was planned is what was done',
  );
  assert.deepEqual(planned, [
    'create',
    'create',
    'create',
    'create',
    'create',
    'create',
    'skip',
    'fail',
    'update',
    'create',
    'create',
    'fail',
    'create',
  ]);
  const ines = await sql<
    Record<string, unknown>
  >`select p.*, (select o.name from affiliations a join organisations o on o.id = a.organisation_id where a.person_id = p.id) as org,
    (select count(*)::int from note_links l where l.person_id = p.id) as notes, (select phone.e164 from person_phones phone where phone.person_id = p.id) as e164,
    (select c.text_value from custom_values c where c.person_id = p.id) as lifecycle from people p where name = 'Ines Carvalho'`.execute(
    world.db,
  );
  const [one] = ines.rows;
  assert.deepEqual(
    {
      org: one?.org,
      notes: one?.notes,
      e164: one?.e164,
      lifecycle: one?.lifecycle,
      owner: one?.ownerId,
      kind: one?.lastContactKind,
      key: one?.matchKey,
    },
    {
      org: 'Harbour Foods',
      notes: 2,
      e164: '+447700900417',
      lifecycle: 'Customer',
      owner: maya.id,
      kind: 'call',
      key: matchKeyOf('Ines Carvalho'),
    },
  );
  const { rows: tied } = await sql<{
    n: number;
    parents: number;
    known: number;
  }>`select (select count(*)::int from ties where kind = 'reports-to') as n,
    (select count(*)::int from organisations where parent_id is not null) as parents, (select people_known from workspaces) as known`.execute(
    world.db,
  );
  assert.deepEqual(tied[0], { n: 1, parents: 1, known: 3 });
  const lars = rows.find(({ label }) => label === 'Lars Brandvold');
  assert.deepEqual(lars?.codes, ['organisation-missing']);

  const after = await contentsOf(world.db, world.workspace.id, OWN);
  const second = await moveIn(world.scope(maya), export1());
  await second.plan();
  assert.deepEqual([...new Set(await second.planned())].sort(), ['fail', 'same', 'skip']);
  await assert.rejects(second.start(), /nothing to bring in/);
  await sql`update imports set started_at = now() where id = ${second.id}`.execute(world.db);
  await second.apply();
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), after, 'the same files again change nothing');

  await move.undo();
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), before, 'and all of it is taken back');
});
