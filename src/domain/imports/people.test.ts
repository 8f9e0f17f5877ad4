import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { ImportedPerson, ImportOptions } from '#model/import.ts';
import { IMPORT_DECISION_CODES } from '#model/import-decisions.ts';
import { IMPORT_PROBLEM_CODES } from '#model/import-reasons.ts';
import { matchEmailOf } from '#model/match.ts';
import { aNote, anOrganisation, aPerson, MARKING, moveIn } from '#test/moving.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { openImportRow } from './open-row.ts';
import { listImportRows } from './rows.ts';

let world: World;
let maya: WorldMember;
let lee: WorldMember;
before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'member');
  lee = await world.member('Lee Wong', 'member');
});
after(() => world.close());
beforeEach(async () => {
  await sql`delete from people`.execute(world.db);
  await sql`delete from organisations`.execute(world.db);
  await sql`update workspaces set people_known = 0`.execute(world.db);
});

const mail = (email: string) => ({ email, label: '' });
const at = (name: string) => [{ name, roleTitle: '' }];

async function bring(people: (ImportedPerson | null)[], options: ImportOptions = {}, source: 'csv' | 'linkedin' | 'hubspot' = 'csv') {
  const move = await moveIn(world.scope(maya), [{ object: 'person', records: people, source }], options);
  await move.plan();
  const planned = await move.planned();
  await sql`update imports set started_at = ${new Date().toISOString()} where id = ${move.id}`.execute(world.db);
  await move.apply();
  const rows = await move.rows();
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    planned,
  );
  const known: readonly string[] = [...IMPORT_DECISION_CODES, ...IMPORT_PROBLEM_CODES];
  for (const { codes } of rows) for (const code of codes) assert.ok(known.includes(code), `${code} has no sentence`);
  return { move, rows, outcomes: planned };
}

async function person(name: string): Promise<Record<string, unknown>> {
  const found = await sql<
    Record<string, unknown>
  >`select p.*, array(select email from person_emails e where e.person_id = p.id order by email) as emails,
    array(select o.name from affiliations a join organisations o on o.id = a.organisation_id where a.person_id = p.id order by 1) as orgs
    from people p where p.name = ${name}`.execute(world.db);
  assert.equal(found.rows.length, 1, name);
  return found.rows[0] ?? {};
}

const count = async () => (await sql<{ n: number }>`select count(*)::int as n from people`.execute(world.db)).rows[0]?.n;

test('the same address is the same person, across spellings and within one file', async () => {
  const { outcomes } = await bring([
    aPerson('Tom Baker', { emails: [mail('tom.baker@gmail.com')] }),
    aPerson('Thomas Baker', { emails: [mail('tombaker+list@gmail.com'), mail('tom@harbour.example')], roleTitle: 'Head of supply' }),
  ]);
  assert.deepEqual(outcomes, ['create', 'update']);
  const tom = await person('Tom Baker');
  assert.deepEqual(tom.emails, ['tom.baker@gmail.com', 'tom@harbour.example', 'tombaker+list@gmail.com']);
  assert.equal(tom.roleTitle, 'Head of supply');
});

test('blanks are filled and nothing else is touched; the file’s word counts where a member says so, for all or for one row', async () => {
  await bring([aPerson('Ines Carvalho', { emails: [mail('ines@x.example')], roleTitle: 'Operations director' })]);
  const again = aPerson('Ines C.', { emails: [mail('ines@x.example')], roleTitle: 'Ops Dir.', livesIn: 'Porto' });
  assert.deepEqual((await bring([again])).rows[0]?.codes, ['changes']);
  assert.deepEqual([(await person('Ines Carvalho')).roleTitle, (await person('Ines Carvalho')).livesIn], ['Operations director', 'Porto']);
  assert.deepEqual((await bring([again])).outcomes, ['same']);
  await bring([again], { filesWord: ['0:1'] });
  assert.equal((await person('Ines C.')).roleTitle, 'Ops Dir.');
  await bring([aPerson('Ines Carvalho', { emails: [mail('ines@x.example')] })], { conflict: 'file' });
  assert.equal((await person('Ines Carvalho')).roleTitle, 'Ops Dir.', 'an empty cell takes nothing away');
});

test('without ids and addresses people are one by profile, else by name and organisation; two who may be meant are told, not guessed', async () => {
  const link = (url: string) => [{ url, label: 'linkedin' }];
  await bring(
    [aPerson('Tom Baker', { links: link('https://www.linkedin.com/in/tom-baker'), organisations: at('Harbour Foods, Ltd') })],
    {},
    'linkedin',
  );
  const second = await bring(
    [
      aPerson('Thomas Baker', { links: link('http://uk.linkedin.com/in/tom-baker/?x=1'), organisations: at('Elsewhere') }),
      aPerson('Tom Baker', { organisations: at('Harbour Foods') }),
      aPerson('Tom Baker', { organisations: at('Noordzee Vis') }),
    ],
    {},
    'linkedin',
  );
  assert.deepEqual(second.outcomes, ['update', 'same', 'create']);
  const { outcomes, rows } = await bring([aPerson('Tom Baker')]);
  assert.deepEqual([outcomes, rows[0]?.codes], [['create'], ['perhaps']]);
  assert.deepEqual((await bring([aPerson('Tom Baker')])).outcomes, ['same'], 'and the same row again is that one');
});

test('a new address with a known name, or a shared number, is new and said to be perhaps somebody we know', async () => {
  await bring([
    aPerson('Grace Oyelaran', {
      emails: [mail('grace@east.example')],
      organisations: at('Eastmere'),
      phones: [{ phone: '+44 20 7946 0018', label: '' }],
    }),
  ]);
  const { rows } = await bring([
    aPerson('Gracie Oyelaran', { emails: [mail('gracie@other.example')], organisations: at('Eastmere') }),
    aPerson('Somebody Else', {
      emails: [mail('else@east.example')],
      phones: [{ phone: '020 7946 0018', label: '' }],
      addresses: [{ label: '', street: '', place: 'London', region: '', postcode: '', country: 'United Kingdom' }],
    }),
    aPerson('Grace Oyelaran', { emails: [mail('g@far.example')], organisations: at('Another Place') }),
  ]);
  assert.deepEqual(
    rows.map(({ outcome, codes }) => [outcome, ...codes]),
    [
      ['create', 'perhaps'],
      ['create', 'perhaps'],
      ['create', 'new'],
    ],
  );
});

test('who asked to be erased stays erased, by address, number, profile or record; and their name is told nowhere', async () => {
  const erasure = uuidv7();
  await sql`insert into erasures (workspace_id, id, erased_at, erased_by, counts) values (${world.workspace.id}, ${erasure}, now(), ${maya.id}, '{}')`.execute(
    world.db,
  );
  const marks = [
    ['email', matchEmailOf('gone@x.example')],
    ['external', 'hubspot\tcontact\t77'],
    ['phone', '+442079460018'],
  ] as const;
  for (const [kind, value] of marks)
    await sql`insert into erased_marks (workspace_id, id, erasure_id, kind, mark) values (${world.workspace.id}, ${uuidv7()}, ${erasure}, ${kind},
      ${MARKING.mark(world.workspace.id, kind, value)})`.execute(world.db);
  const { rows, move } = await bring(
    [
      aPerson('Gone One', { emails: [mail('Gone+news@x.example')] }),
      aPerson('Gone Two', { externalId: '77' }),
      aPerson('Gone Three', { phones: [{ phone: '+44 20 7946 0018', label: '' }] }),
      aPerson('At That Desk', { emails: [mail('desk@x.example')], phones: [{ phone: '+44 20 7946 0018', label: '' }] }),
    ],
    {},
    'hubspot',
  );
  assert.deepEqual(
    rows.map(({ outcome, label, codes }) => [outcome, label, codes[0]]),
    [
      ['skip', '', 'erased'],
      ['skip', '', 'erased'],
      ['skip', '', 'erased'],
      ['create', 'At That Desk', 'new'],
    ],
  );
  assert.equal(await count(), 1);
  const opened = await openImportRow(world.scope(maya), { id: move.id, object: 'person', file: 0, row: 1 });
  assert.deepEqual([opened.label, opened.cells], ['', []]);
  await sql`delete from erasures`.execute(world.db);
});

test('another member’s own people are neither found nor told of: only that an address is taken', async () => {
  const id = uuidv7();
  await sql`insert into people (workspace_id, id, name, match_key, private_to, created_at) values (${world.workspace.id}, ${id}, 'Secret Person', 'person secret', ${lee.id}, now())`.execute(
    world.db,
  );
  await sql`insert into person_emails (workspace_id, id, person_id, email, match_email, created_at)
    values (${world.workspace.id}, ${uuidv7()}, ${id}, 'secret@x.example', 'secret@x.example', now())`.execute(world.db);
  const { rows, move } = await bring([aPerson('Secret Person', { emails: [mail('secret@x.example')] })]);
  assert.deepEqual([rows[0]?.outcome, rows[0]?.codes], ['create', ['email-taken']]);
  const page = await listImportRows(world.scope(maya), { id: move.id, object: 'person', limit: 10 });
  assert.deepEqual(page.rows[0]?.reasons, [{ code: 'email-taken', params: { email: 'secret@x.example', name: '' } }]);
  const mine = await moveIn(world.scope(lee), [
    { object: 'person', records: [aPerson('Secret Person', { emails: [mail('secret@x.example')], livesIn: 'Porto' })] },
  ]);
  await mine.bring();
  assert.deepEqual(
    (await mine.rows()).map(({ outcome }) => outcome),
    ['update'],
  );
  assert.deepEqual(
    (await listImportRows(world.scope(maya), { id: mine.id, object: 'person', limit: 10 })).rows,
    [],
    'what Lee brought to Lee’s own card is Lee’s to see',
  );
});

test('a note that another member keeps to themselves is neither shown nor written over by the file it came from', async () => {
  const dropped = (said: string) => [
    { object: 'person' as const, records: [aPerson('Ada Klein', { externalId: '10', emails: [mail('ada@x.example')] })] },
    { object: 'note' as const, records: [aNote(said, { externalId: '30', people: [{ externalId: '10' }] })] },
  ];
  await (await moveIn(world.scope(lee), dropped('She asked for July.'))).bring();
  await sql`update notes set body = 'She told me alone.', private_to = ${lee.id} where workspace_id = ${world.workspace.id}`.execute(
    world.db,
  );
  const body = async () => (await sql<{ body: string }>`select body from notes`.execute(world.db)).rows.map((row) => row.body);
  const more = { object: 'person' as const, records: [aPerson('Ben Cole', { externalId: '11' })] };
  const move = await moveIn(world.scope(maya), [...dropped('She asked for August.'), more], { conflict: 'file' });
  await move.bring();
  const opened = await openImportRow(world.scope(maya), { id: move.id, object: 'note', file: 1, row: 1 });
  assert.deepEqual([opened.outcome, opened.cells], ['same', []]);
  assert.deepEqual(await body(), ['She told me alone.']);
  await (await moveIn(world.scope(lee), dropped('She asked for August.'), { conflict: 'file' })).bring();
  assert.deepEqual(await body(), ['She asked for August.'], 'whose it is may take the file');
});

test('a no in a file is kept and a missing one lifts nothing; owners are members by name, address or answer', async () => {
  await bring([
    aPerson('Ada Klein', { emails: [mail('ada@x.example')], doNotContact: true, doNotContactWhy: 'unsubscribed', owner: 'Lee Wong' }),
  ]);
  await bring([aPerson('Ada Klein', { emails: [mail('ada@x.example')], owner: 'M. Osei' })], {
    conflict: 'file',
    owners: { 'M. Osei': maya.id },
  });
  const ada = await person('Ada Klein');
  assert.ok(ada.doNotContactAt);
  assert.deepEqual([ada.doNotContactWhy, ada.ownerId], ['unsubscribed', maya.id]);
});

test('rows that need a hand come first, page by page; an opened row says field by field why', async () => {
  await bring([aPerson('Ines Carvalho', { emails: [mail('ines@x.example')], roleTitle: 'Operations director' })]);
  const people = [
    aPerson('New Person', { emails: [mail('new@x.example')] }),
    aPerson('Ines', {
      emails: [mail('ines@x.example')],
      roleTitle: 'Ops Dir.',
      phones: [{ phone: '+44 7700 900417', label: 'mobile' }],
      doNotContact: true,
    }),
    null,
    aPerson('Left Out', { emails: [mail('left@x.example')] }),
    aPerson('Lars', { emails: [mail('lars@x.example')], organisations: [{ externalId: '90441', roleTitle: '' }] }),
  ];
  const move = await moveIn(world.scope(maya), [{ object: 'person', records: people }], { leftOutRows: ['0:4'] });
  await move.plan();
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listImportRows(world.scope(maya), { id: move.id, object: 'person', limit: 2, cursor });
    seen.push(...page.rows.map(({ row, outcome }) => `${row} ${outcome}`));
    assert.equal(page.total, 5);
    if (!page.next) break;
    cursor = page.next;
  }
  assert.deepEqual(seen, ['3 fail', '5 create', '1 create', '2 update', '4 skip']);
  const opened = await openImportRow(world.scope(maya), { id: move.id, object: 'person', file: 0, row: 2 });
  const cells = Object.fromEntries(
    opened.cells.map(({ field, file, now, afterwards, reason }) => [field, [file, now, afterwards, reason?.code ?? '']]),
  );
  assert.deepEqual(cells.roleTitle, ['Ops Dir.', 'Operations director', 'Operations director', 'yours-stays']);
  assert.deepEqual(cells.phones, ['+44 7700 900417', '', '+44 7700 900417', 'was-empty']);
  assert.deepEqual(cells.doNotContact, ['no', '', 'no', 'was-empty']);
  assert.equal(await count(), 1, 'looking writes nothing');
});

test('two thousand rows of the same few people become those few, in the plan as when it counts', async () => {
  const people = Array.from({ length: 2300 }, (_, i) => aPerson(`Person ${i % 7}`, { emails: [mail(`p${i % 7}@x.example`)] }));
  const { outcomes } = await bring(people);
  assert.deepEqual([outcomes.filter((one) => one === 'create').length, outcomes.filter((one) => one === 'same').length], [7, 2293]);
  assert.equal(await count(), 7);
});

test('an organisation that two are called is told and not guessed', async () => {
  const move = await moveIn(world.scope(maya), [
    {
      object: 'organisation',
      records: [
        anOrganisation('Acme', { externalId: '1', domains: ['acme.example'] }),
        anOrganisation('Acme Ltd', { externalId: '2', domains: ['acme.test'] }),
      ],
    },
    {
      object: 'person',
      records: [
        aPerson('Wile', { externalId: '3', organisations: at('Acme GmbH') }),
        aPerson('Road', { externalId: '4', organisations: at('Acme Ltd') }),
      ],
    },
  ]);
  await move.bring();
  assert.deepEqual(
    (await move.rows()).slice(2).map(({ codes }) => codes[0]),
    ['organisation-ambiguous', 'new'],
  );
});
