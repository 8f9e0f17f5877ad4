import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { affiliationShape } from '#model/organisation.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member: WorldMember, at = now) => ({ context: asking(world, member, at) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const add = async (name: string, organisation: string, roleTitle = '') =>
  (await call(router.people.add, { name, organisation, roleTitle }, as(maya))).id;
const places = async (id: string) => (await call(router.affiliations.ofPerson, { id }, as(maya))).affiliations;
const told = async (id: string) =>
  (await places(id)).map(({ organisation, from, until, roleTitle }) => [organisation.name, roleTitle, from, until].join(' '));
const open = (id: string) => call(router.people.open, { id }, as(maya));

test('she left for another place: the old time ends that day, the new one begins, and both stand in her history', async () => {
  const id = await add('Ines Carvalho', 'Harbour Foods', 'Operations director');
  const [first] = await places(id);
  assert.ok(first);
  const { affiliations } = await call(
    router.affiliations.move,
    { id: first.id, organisation: 'Eastmere Schools', roleTitle: 'Head of meals', on: '2026-11-01' },
    as(maya),
  );
  for (const one of affiliations) affiliationShape.parse(one);
  assert.deepEqual(await told(id), ['Eastmere Schools Head of meals 2026-11-01 ', 'Harbour Foods Operations director  2026-11-01']);
  const page = await open(id);
  assert.deepEqual([page.organisation?.name, page.roleTitle], ['Eastmere Schools', 'Head of meals']);
  const list = async (of: string) => (await call(router.people.list, { of }, as(maya))).rows.map(({ name }) => name);
  assert.deepEqual([await list('Eastmere Schools'), await list('Harbour Foods')], [['Ines Carvalho'], []]);
  await call(router.affiliations.putBack, { personId: id, affiliations: [first] }, as(maya));
  assert.deepEqual(await places(id), [first]);
  assert.equal((await open(id)).roleTitle, 'Operations director');
  const trail = (await trailOf(world, id)).filter((action) => action !== 'person.read');
  assert.deepEqual(trail, ['person.added', 'affiliation.moved', 'affiliation.put-back']);
});

test('another organisation said on the page ends the one before; none ends it too; nothing is lost', async () => {
  const id = await add('Daniel Brandt', 'Harbour Foods');
  await call(router.people.change, { id, organisation: 'Field & Fold' }, as(maya));
  assert.deepEqual(await told(id), ['Field & Fold  2026-11-23 ', 'Harbour Foods   2026-11-23']);
  await call(router.people.change, { id, organisation: '' }, as(maya, '2026-12-01T09:00:00Z'));
  assert.deepEqual(await told(id), ['Field & Fold  2026-11-23 2026-12-01', 'Harbour Foods   2026-11-23']);
  assert.equal((await call(router.people.open, { id }, as(maya, '2026-12-02T09:00:00Z'))).organisation, null);
  await call(router.people.change, { id, organisation: 'Harbour Foods' }, as(maya, '2026-12-03T09:00:00Z'));
  assert.equal((await call(router.people.open, { id }, as(maya, '2026-12-03T09:00:00Z'))).organisation?.name, 'Harbour Foods');
});

test('a slip that is put right the same day leaves no trace in the history', async () => {
  const id = await add('Mateus Leal', 'Harbour Foods');
  await call(router.people.change, { id, organisation: 'Harbor Fods' }, as(maya));
  await call(router.people.change, { id, organisation: 'Harbour Foods' }, as(maya));
  assert.deepEqual(await told(id), ['Harbour Foods   ']);
});

test('somebody belongs to two at once: the one they came to last stands first', async () => {
  const id = await add('Beatriz Nunes', 'Harbour Foods');
  const joined = { personId: id, organisation: 'Saltmouth Council', roleTitle: 'Councillor', from: '2026-05-01', part: 'decides' as const };
  await call(router.affiliations.join, joined, as(maya));
  await call(router.affiliations.join, { personId: id, organisation: 'Old Mill', from: '2010-01-01', until: '2014-06-30' }, as(maya));
  assert.deepEqual(
    (await places(id)).map((one) => [one.organisation.name, one.part, one.until]),
    [
      ['Harbour Foods', null, null],
      ['Saltmouth Council', 'decides', null],
      ['Old Mill', null, '2014-06-30'],
    ],
  );
  const council = (await places(id))[1];
  await call(router.affiliations.change, { id: council?.id ?? '', until: '2026-12-31' }, as(maya));
  assert.equal((await open(id)).organisation?.name, 'Harbour Foods');
});

test('what they do is the same on their page and where they do it', async () => {
  const id = await add('Catarina Vaz', 'Harbour Foods', 'Manager');
  await call(router.people.change, { id, roleTitle: 'Managing director' }, as(maya));
  const [place] = await places(id);
  assert.equal(place?.roleTitle, 'Managing director');
  await call(router.affiliations.change, { id: place?.id ?? '', roleTitle: 'Chair', part: 'decides' }, as(maya));
  assert.equal((await open(id)).roleTitle, 'Chair');
});

test('what cannot be is refused in words', async () => {
  const id = await add('Sam Whitlock', 'Old Mill');
  const [place] = await places(id);
  const of = { id: place?.id ?? '' };
  await assert.rejects(
    call(router.affiliations.change, { ...of, from: '2026-05-01', until: '2026-04-01' }, as(maya)),
    refused('affiliation.days'),
  );
  await assert.rejects(
    call(router.affiliations.move, { ...of, organisation: 'old mill', on: '2026-05-01' }, as(maya)),
    refused('affiliation.same'),
  );
  await assert.rejects(call(router.affiliations.change, of, as(maya)), refused('input.nothing'));
  assert.deepEqual(await told(id), ['Old Mill   ']);
  await call(router.affiliations.remove, of, as(maya));
  assert.deepEqual(await told(id), []);
  await assert.rejects(call(router.affiliations.remove, of, as(maya)), refused('missing.affiliation'));
});

test('where somebody known to one member alone belongs to is that member’s to see and change', async () => {
  const talk = { who: ['Zelda Quist'], kind: 'visit' as const, happenedAt: '2026-11-20T10:00:00Z', lines: 'x', private: true };
  await call(router.conversations.log, talk, as(ben));
  const id = (await call(router.people.list, { find: 'zelda' }, as(ben))).rows[0]?.id ?? '';
  const { affiliations } = await call(router.affiliations.join, { personId: id, organisation: 'Quist & Co' }, as(ben));
  const place = { id: affiliations[0]?.id ?? '' };
  await assert.rejects(call(router.affiliations.ofPerson, { id }, as(maya)), refused('missing.person'));
  await assert.rejects(call(router.affiliations.change, { ...place, part: 'decides' }, as(maya)), refused('missing.affiliation'));
  await assert.rejects(call(router.affiliations.remove, place, as(maya)), refused('missing.affiliation'));
  await assert.rejects(call(router.affiliations.putBack, { personId: id, affiliations: [] }, as(maya)), refused('missing.person'));
  assert.equal((await call(router.affiliations.change, { ...place, part: 'decides' }, as(ben))).affiliations[0]?.part, 'decides');
});
