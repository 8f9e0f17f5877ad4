import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { importResult } from '#domain/imports/result.ts';
import { importPageShape, importRowOpenedShape, importRowShape, importUndoLookShape } from '#model/import-pages.shape.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { MARKING } from '#test/moving.ts';
import { COMPANIES, CONTACTS, DEALS } from '#test/moving-files.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { importTasks } from './imports.ts';

let world: World;
let maya: WorldMember;
let folder: string;
before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'member');
  folder = await mkdtemp(path.join(tmpdir(), 'heed-moving-'));
});
after(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const OWN = ['audit_events', 'imports', 'import_files', 'import_parts', 'import_staged', 'import_rows', 'duplicate_looks'];
const as = () => ({ context: asking(world, maya) });
const open = async (id: string): Promise<ImportPage> => importPageShape.parse(await call(router.imports.open, { id }, as())) as ImportPage;

/** What the worker would do next, by its name. */
async function work(name: string, importId: string): Promise<void> {
  const payload = { workspaceId: world.workspace.id, importId };
  await importTasks(MARKING)[name]?.(world.db, payload, new AbortController().signal);
}

async function drop(id: string, name: string, text: string): Promise<{ i: number; known: boolean }> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return receiveImportFile(world.scope(maya), id, { path: file, name });
}

async function dropped(): Promise<string> {
  const { id } = await call(router.imports.create, undefined, as());
  await drop(id, 'all-contacts.csv', CONTACTS);
  await drop(id, 'all-companies.csv', COMPANIES);
  await drop(id, 'all-deals.csv', DEALS);
  return id;
}

const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;

test('files are dropped, recognised, asked about, tried, brought in, and taken back', async () => {
  const before = await contentsOf(world.db, world.workspace.id, OWN);
  const id = await dropped();
  assert.deepEqual(await drop(id, 'again.csv', DEALS), { i: 2, known: true }, 'the same bytes twice are one file');
  assert.equal((await open(id)).state, 'looking');
  await assert.rejects(call(router.imports.try, { id }, as()), code('import.too-late'));
  await work('look-at-import', id);
  const looked = await open(id);
  assert.deepEqual(
    [looked.state, looked.source, looked.files.map(({ object, rows }) => [object, rows])],
    [
      'looked',
      'hubspot',
      [
        ['person', 3],
        ['organisation', 2],
        ['deal', 1],
      ],
    ],
  );
  const osei = looked.questions.owners.find(({ owner }) => owner === 'M. Osei');
  assert.deepEqual([osei?.guess, osei?.answer, osei?.rows], [null, undefined, 3]);
  await call(router.imports.answer, { id, owners: { 'M. Osei': maya.id } }, as());

  await call(router.imports.try, { id }, as());
  assert.equal((await open(id)).state, 'trying');
  await work('try-import', id);
  const tried = await open(id);
  assert.deepEqual([tried.state, tried.plan], ['tried', { organisation: { create: 2 }, person: { create: 3 }, deal: { create: 1 } }]);
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), before, 'nothing is written yet');
  const rows = await call(router.imports.rows, { id }, as());
  for (const row of rows.rows) importRowShape.parse(row);
  importRowOpenedShape.parse(await call(router.imports.row, { id, object: 'person', file: 0, row: 1 }, as()));

  await call(router.imports.start, { id }, as());
  await call(router.imports.pause, { id }, as());
  await work('bring-in-import', id);
  assert.deepEqual([(await open(id)).state, (await open(id)).rows.done], ['paused', 0]);
  await call(router.imports.resume, { id }, as());
  await work('bring-in-import', id);
  const done = await open(id);
  assert.deepEqual([done.state, done.done, done.rows, done.people], ['done', tried.plan, { done: 6, of: 6 }, { before: 0, now: 3 }]);
  assert.ok(done.undoUntil);
  const { rows: tied } = await sql<{
    name: string;
    organisation: string;
    owner: string;
    title: string;
  }>`select p.name, o.name as organisation, m.name as owner, d.title
    from people p join affiliations a on a.person_id = p.id join organisations o on o.id = a.organisation_id left join members m on m.id = p.owner_id
    left join deal_people dp on dp.person_id = p.id left join deals d on d.id = dp.deal_id order by p.name`.execute(world.db);
  assert.deepEqual(tied, [
    { name: 'Grace Oyelaran', organisation: 'Eastmere Schools', owner: 'Maya Okafor', title: null },
    { name: 'Ines Carvalho', organisation: 'Harbour Foods', owner: 'Maya Okafor', title: 'Cold store' },
  ]);

  const { lines } = await importResult(world.scope(maya), id);
  let csv = '';
  for await (const line of lines) csv += line;
  assert.match(csv, /^\ufeffobject,file,row,outcome,who,where,why,id\r\n/);
  assert.match(csv, /person,all-contacts\.csv,3,create,'=cmd Evil/, 'no cell is a formula');

  const look = importUndoLookShape.parse(await call(router.imports.undoLook, { id }, as()));
  assert.deepEqual([look.keptInAll, look.gone], [0, 6]);
  await call(router.imports.undo, { id }, as());
  await work('undo-import', id);
  assert.equal((await open(id)).state, 'undone');
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), before);
  const trail = await trailOf(world, id);
  assert.deepEqual(
    trail.filter((one) => !one.includes('file')),
    [
      ...['import.created', 'import.answered', 'import.tried', 'import.started', 'import.paused', 'import.resumed', 'import.done'],
      ...['import.result-read', 'import.undone', 'import.taken-back'],
    ],
  );
});

test('stopped in the middle and taken back, nothing of it is left; a file taken away is looked past', async () => {
  const before = await contentsOf(world.db, world.workspace.id, OWN);
  const id = await dropped();
  await call(router.imports.dropFile, { id, i: 2 }, as());
  await assert.rejects(call(router.imports.dropFile, { id, i: 2 }, as()), code('missing.import-file'));
  await work('look-at-import', id);
  await call(router.imports.try, { id }, as());
  await work('try-import', id);
  await call(router.imports.answer, { id, leftOutRows: ['0:3'] }, as());
  await work('try-import', id);
  assert.deepEqual((await open(id)).plan, { organisation: { create: 2 }, person: { create: 2, skip: 1 } });
  await call(router.imports.start, { id }, as());
  await work('bring-in-import', id);
  await sql`update imports set done_at = null where id = ${id}`.execute(world.db);
  await call(router.imports.cancel, { id }, as());
  await work('bring-in-import', id);
  await work('undo-import', id);
  assert.equal((await open(id)).state, 'undone');
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, OWN), before);
  const list = await call(router.imports.list, {}, as());
  assert.deepEqual([list.total, list.rows[0]?.names], [2, ['all-contacts.csv', 'all-companies.csv']]);
});

test('one that breaks for the last time says so, keeps what is in, and goes on when somebody says so', async () => {
  const id = await dropped();
  for (const step of ['look-at-import', 'try', 'try-import', 'start'] as const)
    if (step === 'try' || step === 'start') await call(router.imports[step], { id }, as());
    else await work(step, id);
  const bring = (last: boolean) =>
    importTasks(MARKING)['bring-in-import']?.(
      world.db,
      { workspaceId: world.workspace.id, importId: id },
      new AbortController().signal,
      last,
    );
  await sql`alter table import_rows add constraint broken check (false) not valid`.execute(world.db);
  await assert.rejects(async () => bring(false), /broken/);
  assert.equal((await open(id)).state, 'running', 'it is tried again');
  await assert.rejects(async () => bring(true), /broken/);
  const failed = await open(id);
  assert.equal(failed.state, 'failed');
  assert.match(failed.failedWhy ?? '', /Go on, or take it back/);
  await sql`alter table import_rows drop constraint broken`.execute(world.db);
  await call(router.imports.resume, { id }, as());
  await work('bring-in-import', id);
  assert.equal((await open(id)).state, 'done');
  await call(router.imports.undo, { id }, as());
  await work('undo-import', id);
});

test('after seven days it stays: bytes and what was there before are gone, what became of each row is not', async () => {
  const id = await dropped();
  for (const step of ['look-at-import', 'try', 'try-import', 'start', 'bring-in-import'] as const)
    if (step === 'try' || step === 'start') await call(router.imports[step], { id }, as());
    else await work(step, id);
  await work('clean-import', id);
  const parts = async () =>
    (
      await sql<{
        n: number;
      }>`select count(*)::int as n from import_parts p join import_files f on f.id = p.file_id where f.import_id = ${id}`.execute(world.db)
    ).rows[0]?.n;
  assert.equal(await parts(), 3, 'not before');
  await sql`update imports set done_at = now() - interval '8 days' where id = ${id}`.execute(world.db);
  await work('clean-import', id);
  assert.equal(await parts(), 0);
  await assert.rejects(call(router.imports.undo, { id }, as()), code('import.undo-over'));
  assert.equal((await call(router.imports.rows, { id }, as())).total, 3);
});
