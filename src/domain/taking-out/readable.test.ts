import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { asking } from '#test/asking.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { aboutPerson, cardOfPerson } from './person.ts';
import { readableOf } from './readable.ts';

const AT = '2026-11-28T10:00:00Z';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines = '';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler', 'admin');
  const talk = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  const named = { alias: 'ines carvalho', is: 'new' as const, name: 'Ines Carvalho', organisation: 'Harbour Foods' };
  await call(router.speakers.name, { answers: [named] }, as());
  ines = (await call(router.people.list, {}, as())).rows[0]?.id ?? '';
  const need = await suggest(world, talk, { kind: 'need', turn: 1, fields: { statement: 'Sleep <b>well</b> & sound' } });
  await call(router.findings.confirm, { id: need }, as());
  await call(router.traits.add, { personId: ines, kind: 'value', statement: 'Keeping her word' }, as());
  await call(router.deeds.add, { personId: ines, what: 'Lent her a book', doneOn: '2026-11-01' }, as());
  await call(router.tasks.add, { what: 'Count the vans', personId: ines }, as());
  await call(router.deals.add, { title: 'Cold watch', personIds: [ines] }, as());
  await call(router.notes.write, { body: 'Brings her own tea', about: { people: [ines] } }, as());
  await call(router.notes.write, { body: 'What only Ben thinks', about: { people: [ines] }, private: true }, as(ben));
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });
const fileOf = async (member: WorldMember) => readableOf(await aboutPerson(world.scope(member), ines), AT);

test('it tells her who she is here, what was heard, noted, promised and done, with her own words', async () => {
  const file = await fileOf(maya);
  for (const words of [
    'What Brightwater keeps about Ines Carvalho',
    'Harbour Foods',
    'Keeping her word',
    'Lent her a book',
    'Count the vans',
    'Cold watch',
    'Brings her own tea',
  ])
    assert.ok(file.includes(words), words);
  const { rows } = await sql<{
    text: string;
  }>`select t.text from turns t join speakers s on s.id = t.speaker_id where s.person_id = ${ines}`.execute(world.db);
  assert.ok(rows.length > 1);
  for (const { text } of rows) assert.ok(file.includes(text.replaceAll("'", '&#39;')), text);
});

test('what a member keeps for himself is counted in another’s file, and told in his own', async () => {
  const hers = await fileOf(maya);
  assert.ok(!hers.includes('What only Ben thinks'));
  assert.match(hers, /1 notes, 0 conversations and 0 files/);
  const his = await fileOf(ben);
  assert.ok(his.includes('What only Ben thinks'));
  assert.ok(!his.includes('members keep for themselves'));
});

test('nothing that was said or typed is markup, and the page may load nothing', async () => {
  const file = await fileOf(maya);
  assert.ok(file.includes('Sleep &#60;b&#62;well&#60;/b&#62; &#38; sound'));
  assert.match(file, /default-src 'none'/);
  assert.deepEqual(file.match(/<(script|img|a|link|iframe)\b/g), null);
});

test('in a Dutch workspace it speaks Dutch', async () => {
  await call(router.workspaces.change, { locale: 'nl' }, as());
  const file = await fileOf(maya);
  assert.match(file, /<html lang="nl">/);
  assert.match(file, /Wat Brightwater over Ines Carvalho bewaart/);
  await call(router.workspaces.change, { locale: 'en' }, as());
});

test('that it was taken out is in the trail, also of the card; of nobody there is neither', async () => {
  await cardOfPerson(world.scope(maya), ines);
  assert.ok((await trailOf(world, ines)).filter((action) => action === 'person.taken-out').length >= 2);
  const nobody = '01900000-0000-7000-8000-000000000000';
  for (const take of [aboutPerson, cardOfPerson]) await assert.rejects(take(world.scope(maya), nobody), { code: 'missing.person' });
});

test('whom another met in private is nobody to be taken out, by card or by file', async () => {
  const secret = await world.person('Sam Secret');
  await sql`update people set private_to = ${ben.id} where workspace_id = ${world.workspace.id} and id = ${secret.id}`.execute(world.db);
  for (const take of [aboutPerson, cardOfPerson]) await assert.rejects(take(world.scope(maya), secret.id), { code: 'missing.person' });
  assert.match((await cardOfPerson(world.scope(ben), secret.id)).text, /FN:Sam Secret/);
  assert.equal((await aboutPerson(world.scope(ben), secret.id)).name, 'Sam Secret');
});

test('an old address of somebody who became one with another gives the one who stayed', async () => {
  const { id: gone } = await call(router.people.add, { name: 'Inez Carvalho' }, as());
  await call(router.duplicates.merge, { keepId: ines, goneId: gone }, as());
  assert.equal((await aboutPerson(world.scope(maya), gone)).id, ines);
});
