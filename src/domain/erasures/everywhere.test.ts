import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { type FullWorld, fullWorld } from '#test/full-world.ts';
import { contentsOf, suggest } from '#test/ledger.ts';
import { aNote, aPerson, moveIn } from '#test/moving.ts';
import type { World, WorldMember } from '#test/world.ts';

let full: FullWorld;
let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  full = await fullWorld();
  ({ world, maya } = full);
  ben = await world.member('Ben Adler', 'admin');
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const add = async (name: string, more: object = {}) => (await call(router.people.add, { name, ...more }, as())).id;
const erase = (id: string, name: string, member = maya) => call(router.erasures.erase, { id, name }, as(member));
const nameOf = async (id: string) => (await call(router.people.open, { id }, as())).name;
const note = async (body: string, people: string[], more: object = {}) =>
  (await call(router.notes.write, { body, about: { people }, ...more }, as())).id;

/** The tables in which this still stands, whoever may read them. */
async function tablesWith(trace: RegExp): Promise<string[]> {
  const contents = await contentsOf(world.db, world.workspace.id, []);
  return Object.keys(contents).filter((table) => contents[table]?.some((row) => trace.test(row)));
}

test('in a workspace with one of everything somebody goes from every table, and the trail keeps only that it happened', async () => {
  const { ids } = full;
  const name = await nameOf(ids.person);
  await call(router.people.change, { id: ids.person, emails: ['ines@harbour-mail.example'] }, as());
  const erased = await erase(ids.person, name);
  assert.deepEqual(await tablesWith(new RegExp(`${name}|ines@harbour-mail`, 'i')), []);
  const pointing = Object.entries(await contentsOf(world.db, world.workspace.id, ['audit_events', 'import_rows'])).flatMap(
    ([table, rows]) => (rows.some((row) => row.includes(ids.person)) ? [table] : []),
  );
  assert.deepEqual(pointing, [], 'nothing points at them');
  for (const table of ['needs', 'beliefs', 'traits', 'deeds', 'ties', 'taggings', 'tasks', 'attachments', 'say_backs', 'affiliations'])
    assert.ok((erased.counts[table] ?? 0) > 0, `${table} are counted`);
  await assert.rejects(call(router.people.open, { id: ids.person }, as()), code('missing.person'));
  await assert.rejects(call(router.sayBacks.look, { token: full.said }, { context: asking(world, null) }), code('missing.say-back'));
  assert.equal((await call(router.deals.open, { id: ids.deal }, as())).title, 'Vans for Brightwater', 'what was not theirs stays');
});

test('who became one with others is erased under all their names, and no merge brings anybody back', async () => {
  const [one, two, three] = [await add('Grace Olsen'), await add('Gracie Marlow'), await add('Grace Vandermeer')];
  await call(router.people.change, { id: three, emails: ['grace@vandermeer.example'] }, as());
  const other = await add('Daniel Brandt');
  const body = await note('Gracie Marlow and Grace Vandermeer are one, says Daniel.', [other]);
  await call(router.duplicates.merge, { keepId: two, goneId: three }, as());
  const merge = await call(router.duplicates.merge, { keepId: one, goneId: two }, as());
  await erase(one, 'Grace Olsen');
  assert.deepEqual(await tablesWith(/gracie marlow|grace vandermeer|grace olsen|grace@vander/i), []);
  assert.equal((await call(router.notes.open, { id: body }, as())).body, '█████████████ and ████████████████ are one, says Daniel.');
  await assert.rejects(call(router.duplicates.undo, { id: merge.id }, as()), code('missing.merge'));
});

test('who came with an import and was merged since takes the file along, and comes in no more', async () => {
  const record = aPerson('Ferry Postma', { emails: [{ label: '', email: 'ferry@postma.example' }], externalId: '77' });
  const people = [record, aPerson('Wilma Kaas', { externalId: '78' })];
  const notes = [aNote('Ferry Postma likes quiet', { people: [{ externalId: '77' }] })];
  const files = [
    { object: 'person' as const, records: people },
    { object: 'note' as const, records: notes },
  ];
  const move = await moveIn(world.scope(maya), files);
  await move.bring();
  const came = (await call(router.people.list, { find: 'Ferry Postma' }, as())).rows[0]?.id ?? '';
  const kept = await add('F. Postma');
  await call(router.duplicates.merge, { keepId: kept, goneId: came }, as());
  await erase(kept, 'F. Postma');
  assert.deepEqual(await tablesWith(/ferry/i), []);
  const parts = await sql<{ n: number }>`select count(*)::int as n from import_staged where import_id = ${move.id}`.execute(world.db);
  assert.equal(parts.rows[0]?.n, 0, 'the rows that were read wait nowhere');
  const again = await moveIn(world.scope(maya), files.slice(0, 1));
  await again.plan();
  assert.deepEqual(await again.planned(), ['skip', 'same'], 'the same file does not bring them back');
});

test('after a change to many nobody comes back by taking it back, and the others keep what was changed', async () => {
  const [gone, stays] = [await add('Olga Petrov'), await add('Piet Heijn')];
  const change = await call(router.bulk.change, { ids: [gone, stays], change: { what: 'closeness', closeness: 2 } }, as());
  const tag = await call(router.tags.put, { about: 'person', id: gone, name: 'Choir' }, as());
  const removed = await call(router.tags.remove, { id: tag.id }, as());
  await erase(gone, 'olga petrov');
  for (const { id } of [change, { id: removed.undo }]) await assert.rejects(call(router.bulk.undo, { id }, as()), code('missing.undo'));
  assert.equal((await call(router.people.open, { id: stays }, as())).closeness, 2);
});

test('a name in a title, a task, a deal, a view, a file and a mention is blackened as long as it was', async () => {
  const gone = await add('Hugo Lindqvist');
  const other = await add('Berta Stam');
  const noted = await note(`See [@Hugo Lindqvist](heed:person/${gone}) first`, [other], { title: 'hugo  lindqvist? No: Hugo Lindqvist' });
  const deal = await call(router.deals.add, { title: 'HUGO LINDQVIST’s boats', nextStep: 'Ask Hugo Lindqvist', personIds: [other] }, as());
  const task = await call(router.tasks.add, { what: 'Write to Hugo Lindqvist', personId: other }, as());
  await call(router.views.save, { name: 'Hugo Lindqvist', search: { find: 'Hugo Lindqvist' }, shared: true }, as());
  await erase(gone, 'Hugo Lindqvist');
  assert.deepEqual(await tablesWith(/hugo lindqvist/i), []);
  const page = await call(router.deals.open, { id: deal.id }, as());
  assert.deepEqual([page.title, page.nextStep], ['██████████████’s boats', 'Ask ██████████████']);
  assert.equal((await call(router.tasks.list, { limit: 50 }, as())).rows.find(({ id }) => id === task.id)?.what, 'Write to ██████████████');
  const left = await call(router.notes.open, { id: noted }, as());
  assert.equal(left.body, `See [@██████████████](heed:person/${gone}) first`);
  assert.ok(!left.mentions.some(({ id }) => id === gone));
  assert.equal((await call(router.views.list, { of: 'people' }, as())).views.filter(({ name }) => name === '██████████████').length, 1);
});

test('a name with marks, and one that begins a line, is found in what is kept as JSON too', async () => {
  const gone = await add('Dwayne "Rocky" Voss');
  await suggest(world, full.ids.conversation, {
    kind: 'need',
    turn: 1,
    fields: { statement: 'From two people:\nDwayne "Rocky" Voss and another' },
  });
  const plain = await add('Tove Aalto');
  await suggest(world, full.ids.conversation, { kind: 'need', turn: 3, fields: { statement: 'Asked by:\nTove Aalto' } });
  await erase(gone, 'Dwayne "Rocky" Voss');
  await erase(plain, 'Tove Aalto');
  assert.deepEqual(await tablesWith(/Rocky|Tove Aalto/), []);
});

test('who is called the same, or answers the same telephone, keeps both', async () => {
  const gone = await add('Jan de Vries', { phones: [{ phone: '+31 20 794 6001', label: '' }] });
  const namesake = await add('Jan de Vries', { phones: [{ phone: '+31 20 794 6001', label: 'desk' }] });
  await call(router.people.change, { id: gone, emails: ['jan@vries-one.example'] }, as());
  await erase(gone, 'Jan de Vries');
  const page = await call(router.people.open, { id: namesake }, as());
  assert.deepEqual([page.name, page.phones.map(({ phone }) => phone)], ['Jan de Vries', ['+31 20 794 6001']]);
  assert.deepEqual(await tablesWith(/vries-one/), []);
});

test('what another member keeps for themselves about somebody goes with them, and is not told', async () => {
  const gone = await add('Sunniva Berg');
  const hers = await note('For all to read', [gone]);
  await call(router.notes.write, { body: 'For Ben alone: sunniva', about: { people: [gone] }, private: true }, as(ben));
  const shared = await note('About a house', [await add('Ole Dahl')], { private: true });
  const erased = await erase(gone, 'Sunniva Berg');
  assert.equal(erased.counts.notes, 2);
  assert.deepEqual(await tablesWith(/For Ben alone/), []);
  await assert.rejects(call(router.notes.open, { id: hers }, as()), code('missing.note'));
  assert.equal((await call(router.notes.open, { id: shared }, as())).body, 'About a house');
});

test('two who erase somebody at once erase them once', async () => {
  const gone = await add('Kim Larsen');
  const before = (await call(router.erasures.list, undefined, as())).erasures.length;
  const done = await Promise.allSettled([erase(gone, 'Kim Larsen'), erase(gone, 'Kim Larsen', ben)]);
  assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.ok(done.every((one) => one.status === 'fulfilled' || code('missing.person')(one.reason)));
  assert.equal((await call(router.erasures.list, undefined, as())).erasures.length, before + 1);
});
