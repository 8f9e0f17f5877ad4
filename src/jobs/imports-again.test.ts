import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { importResult } from '#domain/imports/result.ts';
import { Refusal } from '#model/refusal.ts';
import { Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const HEAD = 'Name,E-mail,Job title,Lives in,Tags,Company,Do not contact\n';
const list = (...rows: string[]) => ({ 'list.csv': `${HEAD}${rows.join('\n')}\n` });
const INES = 'Ines Carvalho,ines@x.example,Operations director,,VIP,Harbour Foods,';
const code = (problem: unknown) => (problem instanceof Refusal ? problem.code : String(problem));
const idOf = async (mover: Mover, name: string) => (await mover.person(name)).externalId ?? '';

test('the file’s word counts for the row of which a member says so, and for no other', async () => {
  const maya = await newMover(world);
  await maya.bring(list(INES, 'Tom Baker,tom@x.example,Cook,,,,'));
  const changed = list('Ines Carvalho,ines@x.example,Ops Dir.,Porto,,,', 'Tom Baker,tom@x.example,Chef,Leeds,,,');
  const { id } = await maya.bring(changed, { filesWord: ['0:2'] });
  const rows = await maya.rows(id);
  assert.deepEqual(
    rows.map(({ row, filesWord }) => [row, filesWord]),
    [
      [1, false],
      [2, true],
    ],
  );
  const [ines, tom] = [await maya.person('Ines Carvalho'), await maya.person('Tom Baker')];
  assert.deepEqual([ines.roleTitle, ines.livesIn], ['Operations director', 'Porto']);
  assert.deepEqual([tom.roleTitle, tom.livesIn], ['Chef', 'Leeds']);
  await maya.undo(id);
  assert.deepEqual([(await maya.person('Tom Baker')).roleTitle, (await maya.person('Ines Carvalho')).livesIn], ['Cook', '']);
});

test('a no in a file is kept, a yes lifts none, and the person says what it was', async () => {
  const maya = await newMover(world);
  await maya.bring(list(INES));
  assert.equal((await maya.person('Ines Carvalho')).doNotContact, false);
  const { id } = await maya.bring(list(`${INES}yes`));
  assert.equal((await maya.person('Ines Carvalho')).doNotContact, true);
  const lifting = await maya.tried(list(`${INES}no`), { conflict: 'file' });
  assert.deepEqual(await maya.told(lifting.id), ['same']);
  await maya.undo(id);
  assert.equal((await maya.person('Ines Carvalho')).doNotContact, false, 'it came with the file and goes with it');
  const ines = await idOf(maya, 'Ines Carvalho');
  await call(router.people.doNotContact, { id: ines, why: 'on the phone' }, maya.as());
  await maya.bring(list('Ines Carvalho,ines@x.example,,Porto,,,'), { conflict: 'file' });
  assert.equal((await maya.person('Ines Carvalho')).doNotContactWhy, 'on the phone');
});

test('who was erased is brought back by no file, and only that a row is left out can be read', async () => {
  const maya = await newMover(world);
  await maya.bring(list(INES, 'Tom Baker,tom@x.example,,,,Harbour Foods,'));
  await call(router.erasures.erase, { id: await idOf(maya, 'Ines Carvalho'), name: 'Ines Carvalho' }, maya.as());
  const { id, page } = await maya.tried(list('Inês C.,Ines@X.example,,,,,', 'Tom Baker,tom@x.example,,Leeds,,,'));
  assert.deepEqual(page.plan.person, { skip: 1, update: 1 });
  assert.deepEqual(await maya.told(id), ['skip erased', 'update changes']);
  await maya.start(id);
  await maya.work('bring-in-import', id);
  assert.deepEqual(
    (await maya.kept('person')).map(({ name }) => name),
    ['Tom Baker'],
  );
  let csv = '';
  for await (const line of (await importResult(world.scope(maya.member), id)).lines) csv += line;
  assert.ok(!/In[eê]s|ines@/i.test(csv), csv);
  const { rows } = await sql<{ row: string }>`select to_jsonb(x)::text as row from import_rows x where import_id = ${id}`.execute(world.db);
  assert.ok(!rows.some(({ row }) => /ines/i.test(row)), 'nor does the import keep it');
});

test('whom a colleague met in private is found for the colleague alone', async () => {
  const maya = await newMover(world);
  const lee = new Mover(world, await world.member('Lee Wong', 'member', { in: maya.member.workspaceId }));
  await maya.bring(list('Secret Sam,sam@x.example,,,,,'));
  const sam = await idOf(maya, 'Secret Sam');
  await sql`update people set private_to = ${maya.member.id} where id = ${sam}`.execute(world.db);
  await sql`update workspaces set people_known = people_known - 1 where id = ${maya.member.workspaceId}`.execute(world.db);
  const row = 'Sam S.,sam@x.example,Spy,Porto,,,';
  const hers = await maya.bring(list(row));
  assert.deepEqual(await maya.told(hers.id), ['update changes']);
  assert.deepEqual((await lee.rows(hers.id)).length, 0, 'her row about him is hers');
  const his = await lee.bring(list(row));
  assert.deepEqual(await lee.told(his.id), ['create email-taken']);
  assert.ok(!JSON.stringify(await lee.rows(his.id)).includes('Secret'));
  const added = (await lee.kept('person')).map(({ name, emails }) => [name, emails.length]);
  assert.deepEqual(added, [['Sam S.', 0]]);
  assert.deepEqual(his.page.people, { before: 0, now: 1 }, 'and he is not counted');
});

test('of several addresses those that are somebody else’s stay theirs; two rows of one person become one', async () => {
  const maya = await newMover(world);
  await maya.bring({ 'a.csv': 'Name,E-mail\nIda First,ida@x.example\nBo Second,bo@x.example\n' });
  const { id } = await maya.bring({
    'b.csv':
      'Name,E-mail,Email 2,Job title\nIda First,ida@x.example,bo@x.example,\nNia New,nia@x.example,nia@home.example,Cook\nN. New,nia@home.example,,Chef\n',
  });
  assert.deepEqual(await maya.told(id), ['same email-taken', 'create new', 'same']);
  const [taken] = (await maya.rows(id)).flatMap(({ reasons }) => reasons).filter((reason) => reason.code === 'email-taken');
  assert.deepEqual(taken?.params, { email: 'bo@x.example', name: 'Bo Second' });
  assert.deepEqual(
    (await maya.kept('person')).map(({ name, emails }) => [name, emails.length]),
    [
      ['Bo Second', 1],
      ['Ida First', 1],
      ['Nia New', 2],
    ],
  );
});

test('an organisation is the one of its web address before the one of its name', async () => {
  const maya = await newMover(world);
  const companies = (...rows: string[]) => ({ 'companies.csv': `Company,Website,City\n${rows.join('\n')}\n` });
  await maya.bring(companies('Harbour Foods,harbour.example,London', 'Eastmere,eastmere.example,'));
  const { id } = await maya.bring(
    companies('Harbour Foods GmbH,https://www.harbour.example/about,Leeds', 'Eastmere,other.example,York', 'eastmere ltd,,Bath'),
  );
  assert.deepEqual(await maya.told(id, 'organisation'), ['same', 'create', 'update changes']);
  assert.deepEqual(
    (await maya.kept('organisation')).map(({ name, domains, place }) => [name, domains[0], place]),
    [
      ['Eastmere', 'eastmere.example', 'Bath'],
      ['Eastmere', 'other.example', 'York'],
      ['Harbour Foods', 'harbour.example', 'London'],
    ],
  );
});

test('an opened row says field by field what is in the file, here, and afterwards; another workspace sees no row', async () => {
  const maya = await newMover(world);
  await maya.bring(list(INES));
  const { id } = await maya.tried(list('Ines Carvalho,ines@x.example,Ops Dir.,Porto,VIP;New,Harbour Foods,'));
  const row = { id, object: 'person' as const, file: 0, row: 1 };
  const opened = await call(router.imports.row, row, maya.as());
  const cells = Object.fromEntries(
    opened.cells.map(({ field, now, afterwards, reason }) => [field, `${now} > ${afterwards} ${reason?.code ?? ''}`]),
  );
  assert.equal(cells.roleTitle, 'Operations director > Operations director yours-stays');
  assert.equal(cells.livesIn, ' > Porto was-empty');
  assert.equal(cells.tags, 'vip > vip\nNew is-added');
  await maya.answer(id, { filesWord: ['0:1'] });
  await maya.work('try-import', id);
  const word = (await call(router.imports.row, row, maya.as())).cells.find(({ field }) => field === 'roleTitle');
  assert.deepEqual([word?.afterwards, word?.reason?.code], ['Ops Dir.', 'files-word']);
  await assert.rejects(call(router.imports.row, { ...row, row: 9 }, maya.as()), (problem) => code(problem) === 'missing.import-row');
  const stranger = await newMover(world, 'Sven Strange');
  await assert.rejects(call(router.imports.row, row, stranger.as()), (problem) => code(problem) === 'missing.import');
  assert.equal((await call(router.imports.list, {}, stranger.as())).total, 0);
});
