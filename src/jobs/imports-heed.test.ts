import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { wholly } from '#domain/scope.ts';
import { everythingOf } from '#domain/taking-out/archive.ts';
import { IMPORT_OBJECTS, type ImportObject } from '#model/import.ts';
import { type Mover, newMover } from '#test/mover.ts';
import { COMPANIES, CONTACTS, DEALS } from '#test/moving-files.ts';
import { newWorld, type World } from '#test/world.ts';
import { zipOf } from '#test/zip-of.ts';

let world: World;
let maya: Mover;
let archive: Uint8Array;
before(async () => {
  world = await newWorld();
  maya = await aWorkspaceWithEverything();
  archive = await takenOut(maya);
});
after(() => world.close());

/** The archive that a member takes out, as it lies on their disk. */
async function takenOut(mover: Mover): Promise<Uint8Array> {
  return wholly(world.scope(mover.member), async (change) => {
    const files: Record<string, Uint8Array> = {};
    for (const { path, pieces } of await everythingOf(change)) {
      const parts: Buffer[] = [];
      for await (const piece of pieces()) parts.push(Buffer.from(piece as string));
      files[path] = Buffer.concat(parts);
    }
    return zipOf(files);
  });
}

async function aWorkspaceWithEverything(): Promise<Mover> {
  const maya = await newMover(world);
  await maya.bring(
    { 'all-contacts.csv': CONTACTS, 'all-companies.csv': COMPANIES, 'all-deals.csv': DEALS },
    { owners: { 'M. Osei': null } },
  );
  await maya.bring({
    'more.csv':
      'Name,E-mail,Phone,Birthday,Tags,Lieblingstee,Nickname,Pronouns,Street,City,Country,Linkedin,Company,Manager\n' +
      'Lena Voss,lena@voss.example,+49 221 123456,1980-05-06,VIP;Tea,Assam,Leni,she/her,Weg 1,Köln,Germany,https://www.linkedin.com/in/lena,Voss GmbH,Ines Carvalho\n',
  });
  const ines = (await maya.person('Ines Carvalho')).externalId ?? '';
  await call(router.people.doNotContact, { id: ines, why: 'asked on the phone' }, maya.as());
  await call(router.tasks.add, { what: 'Send the report', about: 'the long one', dueOn: '2026-12-01', personId: ines }, maya.as());
  const tea = await call(router.tasks.add, { what: 'Send tea', personId: ines }, maya.as());
  await call(router.tasks.done, { id: tea.id }, maya.as());
  const about = { people: [ines] };
  await call(router.notes.write, { kind: 'call', body: 'She asked for **July**.', happenedAt: '2026-10-03T10:00:00Z', about }, maya.as());
  return maya;
}

/** What a record says, without the ids by which a workspace knows it and when it came here. */
function saidBy(record: object): unknown {
  return JSON.parse(
    JSON.stringify(record, (key, value) => {
      if (key === 'externalId' || key === 'createdAt' || key === 'owner') return undefined;
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
    }),
  );
}

async function everything(mover: Mover): Promise<Record<ImportObject, unknown[]>> {
  const all = {} as Record<ImportObject, unknown[]>;
  for (const object of IMPORT_OBJECTS) all[object] = (await mover.kept(object)).map(saidBy);
  return all;
}

test('what was taken out of one workspace and brought into another says the same of everybody and everything', async () => {
  const lee = await newMover(world, 'Lee Wong');
  const { page, id } = await lee.bring({ 'heed.zip': archive });
  assert.equal(page.source, 'heed');
  const [was, is] = [await everything(maya), await everything(lee)];
  for (const object of IMPORT_OBJECTS) assert.deepEqual(is[object], was[object], object);
  assert.deepEqual([was.person.length, was.organisation.length, was.deal.length, was.task.length], [4, 3, 1, 2], 'and that was much');
  assert.equal(was.note.length, 1);
  for (const object of IMPORT_OBJECTS)
    for (const told of await lee.told(id, object)) assert.match(told, /^create( new)?$/, `${object}: nothing to look at twice`);
});

test('owners go along where the other workspace has a member of that address', async () => {
  const again = await newMover(world);
  const owned = async (mover: Mover) => (await mover.kept('person')).filter(({ owner }) => owner === mover.member.email).length;
  const { page } = await again.bring({ 'heed.zip': archive });
  assert.deepEqual(
    page.questions.owners.map(({ owner, guess }) => [owner, guess]),
    [[maya.member.email, again.member.id]],
  );
  assert.equal(await owned(again), await owned(maya), 'the same address is the same colleague');
  const lee = await newMover(world, 'Lee Wong');
  await lee.bring({ 'heed.zip': archive });
  assert.equal(await owned(lee), 0, 'nobody here is called that');
});

test('brought in twice, or back into where it came from, nothing is there twice', async () => {
  const lee = await newMover(world, 'Lee Wong');
  await lee.bring({ 'heed.zip': archive });
  const before = await everything(lee);
  const second = await lee.tried({ 'heed.zip': archive });
  for (const tally of Object.values(second.page.plan)) assert.deepEqual(Object.keys(tally ?? {}), ['same']);
  assert.deepEqual(await everything(lee), before);
  const home = await maya.tried({ 'heed.zip': archive });
  for (const [object, tally] of Object.entries(home.page.plan)) assert.equal(tally?.create, undefined, `${object} comes home to itself`);
});

test('what another keeps to himself is not in the archive, so it comes in nowhere', async () => {
  const ben = await world.member('Ben Adler', 'member', { in: maya.member.workspaceId });
  await sql`update people set private_to = ${ben.id} where workspace_id = ${maya.member.workspaceId} and name = 'Lena Voss'`.execute(
    world.db,
  );
  const lee = await newMover(world, 'Lee Wong');
  await lee.bring({ 'heed.zip': await takenOut(maya) });
  assert.deepEqual(
    (await lee.kept('person')).map(({ name }) => name),
    ['=cmd Evil', 'Grace Oyelaran', 'Ines Carvalho'],
  );
});
