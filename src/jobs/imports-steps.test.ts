import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { importResult } from '#domain/imports/result.ts';
import { Refusal } from '#model/refusal.ts';
import { contentsOf } from '#test/ledger.ts';
import { Mover, newMover } from '#test/mover.ts';
import { COMPANIES, CONTACTS, DEALS } from '#test/moving-files.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const OWN = ['audit_events', 'imports', 'import_files', 'import_parts', 'import_staged', 'import_rows', 'duplicate_looks'];
const is = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const people = (n: number, from = 0) =>
  `Name,E-mail,Company\n${Array.from({ length: n }, (_, i) => `Person ${from + i},p${from + i}@x.example,House ${(from + i) % 9}`).join('\n')}\n`;
/** A worker that is told to stop, at the so-many-th time it looks. */
function stopsAt(nth: number): AbortSignal {
  const { signal } = new AbortController();
  let looked = 0;
  signal.throwIfAborted = () => {
    if (++looked >= nth) throw new Error('the worker stops');
  };
  return signal;
}
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const known = async (mover: Mover) => {
  const { rows } = await sql<{ stored: number; counted: number }>`select people_known as stored,
    (select count(*)::int from people p where p.workspace_id = w.id and p.private_to is null) as counted from workspaces w where w.id = ${mover.member.workspaceId}`.execute(
    world.db,
  );
  return rows[0];
};

test('stopped in the middle and taken back, the workspace is as it was', async () => {
  const maya = await newMover(world);
  await maya.bring({ 'first.csv': people(5) });
  const before = await contentsOf(world.db, maya.member.workspaceId, OWN);
  const { id } = await maya.tried({ 'all-contacts.csv': CONTACTS, 'all-companies.csv': COMPANIES, 'all-deals.csv': DEALS });
  await maya.start(id);
  await assert.rejects(maya.work('bring-in-import', id, stopsAt(3)), /the worker stops/);
  const { state, rows } = await maya.open(id);
  assert.ok(state === 'running' && rows.done > 0 && rows.done < rows.of, `${state}: ${rows.done} of ${rows.of}`);
  await call(router.imports.cancel, { id }, maya.as());
  assert.equal((await maya.open(id)).state, 'undoing');
  await assert.rejects(call(router.imports.resume, { id }, maya.as()), is('import.too-late'));
  await maya.work('undo-import', id);
  assert.equal((await maya.open(id)).state, 'undone');
  assert.deepEqual(await contentsOf(world.db, maya.member.workspaceId, OWN), before);
  assert.deepEqual(await known(maya), { stored: 5, counted: 5 });
});

test('taken back, what a member changed or hung on somebody stays, is told before, and the rest goes', async () => {
  const maya = await newMover(world);
  const { id } = await maya.bring({ 'list.csv': people(4) });
  const idOf = async (name: string) => (await maya.person(name)).externalId ?? '';
  await call(router.people.change, { id: await idOf('Person 0'), roleTitle: 'Director' }, maya.as());
  await call(router.tasks.add, { what: 'Call her', personId: await idOf('Person 1') }, maya.as());
  const look = await call(router.imports.undoLook, { id }, maya.as());
  assert.deepEqual(
    look.kept.map(({ label, why }) => [label, why.code]),
    [
      ['Person 0', 'kept-changed'],
      ['Person 1', 'kept-tied'],
    ],
  );
  assert.equal((await known(maya))?.counted, 4, 'looking takes nothing');
  await maya.undo(id);
  assert.deepEqual(
    (await maya.kept('person')).map(({ name, roleTitle }) => [name, roleTitle]),
    [
      ['Person 0', 'Director'],
      ['Person 1', ''],
    ],
  );
  assert.deepEqual(
    (await maya.kept('organisation')).map(({ name }) => name),
    ['House 0', 'House 1'],
    'with where they work',
  );
  assert.deepEqual(await known(maya), { stored: 2, counted: 2 });
  await assert.rejects(call(router.imports.undo, { id }, maya.as()), is('import.too-late'), 'once is enough');
});

test('it can be taken back until the seventh day and not after, and says until when', async () => {
  const maya = await newMover(world);
  const { id, page } = await maya.bring({ 'list.csv': people(2) });
  const days = (Date.parse(page.undoUntil ?? '') - Date.parse(page.doneAt ?? '')) / 86_400_000;
  assert.equal(days, 7);
  await assert.rejects(call(router.imports.undo, { id }, maya.as(daysOn(7.01))), is('import.undo-over'));
  assert.equal((await call(router.imports.open, { id }, maya.as(daysOn(7.01)))).undoUntil, null);
  assert.equal((await maya.undo(id, daysOn(6.99))).state, 'undone');
});

test('two imports of one workspace: the second finds whom the first has brought in meanwhile', async () => {
  const maya = await newMover(world);
  const lee = new Mover(world, await world.member('Lee Wong', 'member', { in: maya.member.workspaceId }));
  const [one, other] = [await maya.tried({ 'a.csv': people(6) }), await lee.tried({ 'b.csv': people(6, 3) })];
  assert.deepEqual([one.page.plan.person?.create, other.page.plan.person?.create], [6, 6], 'each by itself');
  await Promise.all([maya.start(one.id), lee.start(other.id)]);
  await maya.work('bring-in-import', one.id);
  await lee.work('bring-in-import', other.id);
  assert.deepEqual((await lee.open(other.id)).done.person, { create: 3, same: 3 });
  assert.deepEqual(await known(maya), { stored: 9, counted: 9 });
  await maya.undo(one.id);
  assert.deepEqual(
    (await lee.kept('person')).map(({ name }) => name),
    ['Person 6', 'Person 7', 'Person 8'],
    'his own stay',
  );
});

test('at the very same time, both come in whole and nobody is there twice', async () => {
  const maya = await newMover(world);
  const [one, other] = [await maya.tried({ 'a.csv': people(40) }), await maya.tried({ 'b.csv': people(40, 20) })];
  await maya.start(one.id);
  await maya.start(other.id);
  await Promise.all([maya.work('bring-in-import', one.id), maya.work('bring-in-import', other.id)]);
  assert.deepEqual([(await maya.open(one.id)).state, (await maya.open(other.id)).state], ['done', 'done']);
  const emails = (await maya.kept('person')).flatMap((person) => person.emails.map(({ email }) => email));
  assert.deepEqual([emails.length, new Set(emails).size], [60, 60], 'each address once');
  const counted = await known(maya);
  assert.equal(counted?.stored, counted?.counted);
});

test('rows that need a hand come first, page by page and by outcome; a cursor of another list is refused', async () => {
  const maya = await newMover(world);
  await maya.bring({ 'list.csv': 'Name,E-mail\nAnn Lee,ann@x.example\n' });
  const { id } = await maya.tried({
    'more.csv': 'Name,E-mail\nAnn Lee,ann@x.example\nTom B,tom@x.example\n,\nAnn Lee,other@x.example\nUwe,uwe@x.example\n',
  });
  const page = (more: object) => call(router.imports.rows, { id, limit: 2, ...more }, maya.as());
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { rows, next, total } = await page({ ...(cursor && { cursor }) });
    seen.push(...rows.map(({ row, outcome }) => `${row} ${outcome}`));
    assert.equal(total, 5);
    if (!next) break;
    cursor = next;
  }
  assert.deepEqual(seen, ['3 fail', '4 create', '1 same', '2 create', '5 create']);
  const created = await page({ outcome: 'create' });
  assert.deepEqual([created.total, created.rows.map(({ row }) => row)], [3, [4, 2]]);
  assert.deepEqual((await page({ object: 'deal' })).rows, []);
  await assert.rejects(page({ cursor: 'nonsense' }));
});

test('the result is a table in which no cell is a formula and a quotation mark breaks nothing', async () => {
  const maya = await newMover(world);
  const { id } = await maya.bring({
    'list.csv': 'Name,E-mail,Company\n=1+1,a@x.example,"Say ""hi"", Ltd"\n@SUM(A1),b@x.example,-2\n+44,c@x.example,\n',
  });
  const linesOf = async (only?: string) => {
    let csv = '';
    const { lines, name } = await importResult(world.scope(maya.member), id, only);
    for await (const line of lines) csv += line;
    assert.match(name, /^import-\d{4}-\d\d-\d\d\.csv$/);
    return csv.split('\r\n').slice(1, -1);
  };
  const lines = await linesOf();
  for (const line of lines) for (const cell of line.split(',')) assert.doesNotMatch(cell, /^[=+@-]/, line);
  assert.ok(
    lines.some((line) => line.includes('"Say ""hi"", Ltd"')),
    lines.join('\n'),
  );
  assert.deepEqual(await linesOf('fail'), []);
});

test('a guest brings in nothing and reads nothing of it; files, steps and answers out of turn are refused', async () => {
  const maya = await newMover(world);
  const guest = new Mover(world, await world.member('Gina Guest', 'guest', { in: maya.member.workspaceId }));
  const { id } = await maya.looked({ 'list.csv': people(2) });
  for (const act of [
    () => guest.create(),
    () => guest.open(id),
    () => guest.rows(id),
    () => guest.start(id),
    () => call(router.imports.undoLook, { id }, guest.as()),
  ])
    await assert.rejects(act(), is('may.not-allowed'));
  const empty = await maya.create();
  await assert.rejects(maya.start(empty), is('import.too-late'), 'not before its files were looked at');
  await assert.rejects(call(router.imports.undo, { id }, maya.as()), is('import.too-late'));
  await assert.rejects(call(router.imports.cancel, { id }, maya.as()), is('import.too-late'));
  await assert.rejects(call(router.imports.pause, { id }, maya.as()), is('import.too-late'));
  const stranger = await newMover(world, 'Sven Strange');
  for (const step of ['try', 'start', 'pause', 'resume', 'cancel', 'undo'] as const)
    await assert.rejects(call(router.imports[step], { id }, stranger.as()), is('missing.import'));
});
