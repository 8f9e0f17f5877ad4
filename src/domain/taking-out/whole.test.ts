import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { type FullWorld, fullWorld } from '#test/full-world.ts';
import { ledgerOf, trailOf } from '#test/ledger.ts';
import type { WorldMember } from '#test/world.ts';
import { wholly } from '../scope.ts';
import { everythingOf } from './archive.ts';
import { KEPT } from './kept.ts';
import { aboutPerson, cardOfPerson } from './person.ts';
import { readableOf } from './readable.ts';

let full: FullWorld;
let ben: WorldMember;

before(async () => {
  full = await fullWorld();
  ben = await full.world.member('Ben Adler', 'admin');
});
after(() => full.world.close());

const as = (member = full.maya) => ({ context: asking(full.world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;

async function archiveOf(member: WorldMember): Promise<Map<string, string>> {
  return wholly(full.world.scope(member), async (change) => {
    const files = new Map<string, string>();
    for (const { path, pieces } of await everythingOf(change)) {
      let text = '';
      for await (const piece of pieces()) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
      files.set(path, text);
    }
    return files;
  });
}
const linesOf = (text: string | undefined) => (text ?? '').split('\n').filter(Boolean);
const recordsIn = (files: Map<string, string>, name: string) => linesOf(files.get(name)).map((line) => JSON.parse(line));

/** Somebody whom only this member knows. */
async function inPrivate(member: WorldMember, name: string): Promise<string> {
  const { id } = await full.world.person(name, { email: null });
  await sql`update people set private_to = ${member.id} where id = ${id}`.execute(full.world.db);
  return id;
}

test('of a workspace in which nothing is hidden every row of every table comes out, in both ways of writing', async () => {
  const ledger = await ledgerOf(full.world.db, full.world.workspace.id);
  const files = await archiveOf(full.maya);
  for (const table of Object.keys(KEPT)) {
    const rows = recordsIn(files, `all/${table}.jsonl`);
    // That it was taken out is written while it is.
    const wanted = (ledger[table] ?? 0) + (table === 'audit_events' ? 1 : 0);
    assert.equal(rows.length, wanted, table);
    const [header = ''] = linesOf(files.get(`all/${table}.csv`));
    if (rows[0]) assert.equal(header.trim().replace('\ufeff', ''), Object.keys(rows[0]).join(','), table);
  }
  for (const table of [
    'needs',
    'beliefs',
    'traits',
    'deeds',
    'deals',
    'tasks',
    'notes',
    'attachments',
    'ties',
    'taggings',
    'say_backs',
    'evidence',
  ])
    assert.ok((ledger[table] ?? 0) > 0, `the full workspace has ${table}`);
});

test('the tables for other programs name each other by ids that are there, also after a merge', async () => {
  const files = await archiveOf(full.maya);
  const ids = (name: string) => new Set(recordsIn(files, `${name}.jsonl`).map((record) => record.externalId));
  const [people, organisations, deals] = [ids('people'), ids('organisations'), ids('deals')];
  assert.ok(people.size > 2 && organisations.size > 0 && deals.size > 0);
  for (const name of ['deals', 'notes', 'tasks'])
    for (const record of recordsIn(files, `${name}.jsonl`)) {
      for (const person of record.people) assert.ok(people.has(person.externalId), `${name} ${person.name}`);
      for (const deal of record.deals ?? []) assert.ok(deals.has(deal.externalId), `${name} ${deal.name}`);
    }
  for (const person of recordsIn(files, 'people.jsonl'))
    for (const place of person.organisations) assert.ok(organisations.has(place.externalId), person.name);
});

test('what was taken away is in no table that another program would take in', async () => {
  const { id: note } = await call(router.notes.write, { body: 'Torn up', about: { people: [full.ids.person] } }, as());
  const { id: deal } = await call(router.deals.add, { title: 'Called off' }, as());
  const { id: task } = await call(router.tasks.add, { what: 'Let go' }, as());
  const friendly = async () => {
    const files = await archiveOf(full.maya);
    return ['notes', 'deals', 'tasks'].map((name) => `${files.get(`${name}.csv`)}${files.get(`${name}.jsonl`)}`).join('');
  };
  assert.match(await friendly(), /Torn up[\s\S]*Called off[\s\S]*Let go/);
  await call(router.notes.remove, { id: note }, as());
  await call(router.deals.remove, { id: deal }, as());
  await call(router.tasks.remove, { id: task }, as());
  assert.doesNotMatch(await friendly(), /Torn up|Called off|Let go/);
});

test('whom another met in private is in no line of the archive: not tied, tagged, filled in, noted or at work', async () => {
  const hidden = await inPrivate(ben, 'Sam Secretson');
  const through = await call(router.ownFields.add, { about: 'person', label: 'Through', kind: 'person' }, as());
  await call(router.ownFields.fill, { fieldId: through.id, id: full.ids.person, value: hidden }, as(ben));
  await call(router.tags.put, { about: 'person', id: hidden, name: 'Choir' }, as(ben));
  await call(router.ties.add, { fromId: hidden, toId: full.ids.person, kind: 'knows', note: 'from the quiet quay' }, as(ben));
  await call(router.affiliations.join, { personId: hidden, organisation: 'Harbour Foods', roleTitle: 'Silent partner' }, as(ben));
  await call(router.notes.write, { body: 'Sam likes silence', about: { people: [hidden] } }, as(ben));
  const [hers, his] = [await archiveOf(full.maya), await archiveOf(ben)].map((files) => {
    files.delete('all/audit_events.csv');
    files.delete('all/audit_events.jsonl');
    return [...files].map(([name, text]) => `${name}\n${text}`).join('\n');
  });
  for (const secret of ['Sam Secretson', hidden, 'quiet quay', 'Silent partner', 'likes silence']) {
    assert.ok(!hers?.includes(secret), secret);
    assert.ok(his?.includes(secret), secret);
  }
});

test('the file for the one it is about tells all of it but no stranger’s name, and counts what members keep for themselves', async () => {
  const { person } = full.ids;
  await call(router.notes.write, { body: 'For Ben', about: { people: [person] }, private: true }, as(ben));
  const about = await aboutPerson(full.world.scope(full.maya), person);
  assert.deepEqual(about.hidden, { notes: 1, talks: 0, files: 0 });
  assert.ok(!JSON.stringify(about).includes('Sam Secretson'), 'filled in by Ben, unknown to Maya');
  const his = await aboutPerson(full.world.scope(ben), person);
  assert.deepEqual([his.hidden.notes, his.fields.some(({ value }) => value === 'Sam Secretson')], [0, true]);
  const page = readableOf(about, '2026-11-28T10:00:00Z');
  for (const told of [
    'Brightwater friends',
    'Vans for Brightwater',
    'Count the vans',
    'Harbour is wide',
    'Brightwater nights',
    'Lent Ines a book',
  ])
    assert.ok(page.includes(told), told);
  assert.ok((await trailOf(full.world, person)).includes('person.taken-out'));
  assert.ok(readableOf({ ...about, workspace: { name: 'Helder', locale: 'nl' } }, '2026-11-28T10:00:00Z').includes('Wat Helder over'));
});

test('whom a member may not know comes out neither as a file nor as a card, and nothing of it is in the trail', async () => {
  const hidden = await inPrivate(ben, 'Quiet Quentin');
  const scope = full.world.scope(full.maya);
  await assert.rejects(aboutPerson(scope, hidden), code('missing.person'));
  await assert.rejects(cardOfPerson(scope, hidden), code('missing.person'));
  assert.deepEqual(await trailOf(full.world, hidden), []);
  assert.match((await cardOfPerson(full.world.scope(ben), hidden)).text, /FN:Quiet Quentin\r\n/);
});

test('a card holds what breaks lines and lists as it was typed', async () => {
  const { id } = await call(
    router.people.add,
    {
      name: 'Jürgen; "Jo", Groß',
      links: [{ url: 'https://groß.example/a?b=1', label: '' }],
      phones: [{ phone: '+49 30 901820', label: 'work, desk' }],
    },
    as(),
  );
  const { text } = await cardOfPerson(full.world.scope(full.maya), id);
  assert.match(text.replace(/\r\n /g, ''), /FN:Jürgen\\; "Jo"\\, Groß\r\n/);
  assert.ok(
    text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
    'folded at 75 bytes',
  );
});
