import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { ImportedRecord, ImportObject, ImportOptions } from '#model/import.ts';
import { type Mover, newMover } from '#test/mover.ts';
import { aDeal, aNote, anOrganisation, aPerson, aTask, type Move, moveIn } from '#test/moving.ts';
import { newWorld, type World } from '#test/world.ts';

let world: World;
let maya: Mover;
before(async () => {
  world = await newWorld();
});
after(() => world.close());
beforeEach(async () => {
  maya = await newMover(world);
});

/** Records as a file would tell them, brought in; what the dry run said of each is what was done. */
async function bring(records: ImportedRecord[], options: ImportOptions = {}): Promise<{ move: Move; told: string[] }> {
  const kinds = [...new Set(records.map(({ object }) => object))] as ImportObject[];
  const files = kinds.map((object) => ({ object, records: records.filter((record) => record.object === object) }));
  const move = await moveIn(world.scope(maya.member), files, options);
  await move.plan();
  const planned = await move.planned();
  if (planned.some((outcome) => outcome === 'create' || outcome === 'update')) {
    await move.start();
    await move.apply();
    assert.deepEqual(
      (await move.rows()).map(({ outcome }) => outcome),
      planned,
    );
  }
  return { move, told: planned };
}

const INES = aPerson('Ines Carvalho', { externalId: 'p1', emails: [{ email: 'ines@x.example', label: '' }] });
const byInes = { people: [{ externalId: 'p1' }] };

test('a deal without an id is the one of its title and organisation, and of another organisation it is another', async () => {
  const harbour = { organisation: { name: 'Harbour Foods' } };
  const { told } = await bring([
    aDeal('Cold store', { ...harbour, amount: '100' }),
    aDeal('cold  STORE', { ...harbour, currency: 'EUR' }),
    aDeal('Cold store', { organisation: { name: 'Eastmere' } }),
    aDeal('Cold store'),
  ]);
  assert.deepEqual(told, ['create', 'update', 'create', 'create']);
  const deals = await maya.kept('deal');
  assert.deepEqual(deals.map(({ organisation, amount, currency }) => `${organisation?.name} ${amount} ${currency}`).sort(), [
    ...['Eastmere null null', 'Harbour Foods 100.00 EUR', 'undefined null null'],
  ]);
});

test('a deal whose amount, currency or day is none comes in without it', async () => {
  await bring([
    aDeal('Odd', { amount: '12,5', currency: 'euro' }),
    aDeal('Large', { amount: '123456789012345678901' }),
    aDeal('Even', { amount: '-5.25', currency: 'USD' }),
  ]);
  assert.deepEqual(
    (await maya.kept('deal')).map(({ title, amount, currency }) => [title, amount, currency]),
    [
      ['Even', '-5.25', 'USD'],
      ['Large', null, null],
      ['Odd', null, null],
    ],
  );
});

test('stages and pipelines are found whatever their case, made once, and gone again with what needed them', async () => {
  const first = await bring([aDeal('One', { pipeline: 'Sales', stage: 'Talking' }), aDeal('Two', { pipeline: 'SALES', stage: 'talking' })]);
  await bring([aDeal('Three', { pipeline: 'sales', stage: 'Signed' })]);
  const stages = async () => (await maya.kept('deal')).map(({ pipeline, stage }) => `${pipeline}: ${stage}`).sort();
  assert.deepEqual(await stages(), ['Sales: Signed', 'Sales: Talking', 'Sales: Talking']);
  await first.move.undo();
  assert.deepEqual(await stages(), ['Sales: Signed'], 'the pipeline stays for whom it holds');
});

test('that a deal was won here is not overruled by a file that says it was lost', async () => {
  await bring([aDeal('Cold store', { externalId: 'd1', ended: 'won', endedAt: '2025-05-01T10:00:00Z' })]);
  const lost = aDeal('Cold store', { externalId: 'd1', ended: 'lost', endedAt: '2025-06-01T10:00:00Z' });
  await bring([lost], { conflict: 'file' });
  const [deal] = await maya.kept('deal');
  assert.deepEqual([deal?.ended, new Date(deal?.endedAt ?? '').toISOString()], ['won', '2025-05-01T10:00:00.000Z']);
});

test('the same notes again add nothing, with ids and without; what another says beside them is added', async () => {
  const notes = [aNote('July it is.', { ...byInes, externalId: 'n1' }), aNote('She likes tea.', byInes)];
  assert.deepEqual((await bring([INES, ...notes, aNote('She likes tea.', byInes)])).told, ['create', 'create', 'create', 'same']);
  assert.deepEqual((await bring([INES, ...notes])).told, ['same', 'same', 'same']);
  const { told } = await bring([
    ...notes,
    aNote('And cake.', byInes),
    aNote('Nobody.', { people: [{ name: 'Un Known' }] }),
    aNote('  ', byInes),
  ]);
  assert.deepEqual(told, ['same', 'same', 'create', 'fail', 'skip']);
  assert.deepEqual(
    (await maya.kept('note')).map(({ body }) => body.trim()),
    ['And cake.', 'July it is.', 'She likes tea.'],
  );
});

test('a task that was done there since is done here, and one that was done here stays done', async () => {
  const open = aTask('Call her', { ...byInes, externalId: 't1', dueOn: '2026-12-01' });
  await bring([INES, open]);
  const done = await bring([{ ...open, done: true }]);
  assert.deepEqual(done.told, ['update']);
  const doneAt = async () => (await maya.kept('task'))[0]?.doneAt?.slice(0, 10) ?? null;
  assert.equal(await doneAt(), '2026-12-01', 'on the day it was due, where the file does not say when');
  assert.deepEqual((await bring([open], { conflict: 'file' })).told, ['same'], 'an empty cell opens nothing again');
  await done.move.undo();
  assert.equal(await doneAt(), null);
});

test('a company that belongs to another, and people who report to one another, whatever the order of the rows', async () => {
  await bring([
    anOrganisation('Harbour Leeds', { externalId: 'o1', parent: { externalId: 'o2' } }),
    anOrganisation('Harbour Holding', { externalId: 'o2', parent: { externalId: 'o2' } }),
    aPerson('Tom Baker', { externalId: 'p2', reportsTo: { externalId: 'p1' } }),
    INES,
    aPerson('Self Made', { externalId: 'p3', reportsTo: { externalId: 'p3' } }),
  ]);
  assert.deepEqual(
    (await maya.kept('organisation')).map(({ name, parent }) => [name, parent?.name]),
    [
      ['Harbour Holding', undefined],
      ['Harbour Leeds', 'Harbour Holding'],
    ],
    'nothing is its own',
  );
  assert.equal((await maya.person('Tom Baker')).reportsTo?.name, 'Ines Carvalho');
  assert.equal((await maya.person('Self Made')).reportsTo, null);
});

test('tags that differ in case alone are one tag, on whatever they hang', async () => {
  await bring([
    anOrganisation('Harbour Foods', { tags: ['VIP', 'vip '] }),
    { ...INES, tags: ['Vip', 'Tea'] },
    aDeal('Cold store', { tags: ['TEA'] }),
  ]);
  const [person, [organisation], [deal]] = [await maya.person('Ines Carvalho'), await maya.kept('organisation'), await maya.kept('deal')];
  assert.deepEqual([organisation?.tags.length, person.tags.length, deal?.tags.length], [1, 2, 1]);
  assert.deepEqual(
    [person.tags.find((tag) => /vip/i.test(tag)), deal?.tags[0]],
    [organisation?.tags[0], person.tags.find((tag) => /tea/i.test(tag))],
  );
});
