import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import type { PersonKind } from '#model/person.ts';
import { personPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, ledgerOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
type Added = { name: string; kinds?: PersonKind[]; roleTitle?: string; organisation?: string; email?: string };
const add = async (person: Added, member = maya) => (await call(router.people.add, person, as(member))).id;
const change = (id: string, more: object, member = maya) => call(router.people.change, { id, ...more }, as(member));
const open = async (id: string) => {
  const page = await call(router.people.open, { id }, as(maya));
  personPageShape.parse(page);
  return page;
};

test('only what is given changes, and the trail names the fields, never what they hold', async () => {
  const id = await add({
    name: 'Ada Love',
    kinds: ['customer', 'customer', 'friend'],
    roleTitle: 'Miller',
    organisation: 'The Mill',
    email: 'ada@mill.example',
  });
  const before = await open(id);
  assert.deepEqual(before.kinds, ['customer', 'friend']);
  await change(id, { pronouns: 'she' });
  assert.deepEqual(await open(id), { ...before, pronouns: 'she' });
  await change(id, { pronouns: '', roleTitle: '', kinds: [] });
  const work = before.work.map((one) => ({ ...one, roleTitle: '' }));
  assert.deepEqual(await open(id), { ...before, roleTitle: '', kinds: [], work });
  await change(id, { name: '  Ada   Lovely ' });
  assert.equal((await open(id)).name, 'Ada Lovely');
  const trail = await world.db.selectFrom('auditEvents').select(['action', 'detail']).where('subjectId', '=', id).orderBy('id').execute();
  assert.deepEqual(
    trail.filter(({ action }) => action !== 'person.read').map(({ action, detail }) => [action, detail]),
    [
      ['person.added', {}],
      ['person.changed', { fields: ['pronouns'] }],
      ['person.changed', { fields: ['kinds', 'roleTitle', 'pronouns'] }],
      ['person.changed', { fields: ['name'] }],
    ],
  );
  await assert.rejects(change(id, {}), refused('input.nothing'));
});

test('one organisation has one name, whatever its capitals; also when many name it at once', async () => {
  const ids = await Promise.all(
    ['Harbour Foods', 'harbour foods', 'HARBOUR  FOODS', 'Harbour foods'].map((organisation, i) =>
      add({ name: `At ${i}`, organisation }, i % 2 ? maya : ben),
    ),
  );
  const pages = await Promise.all(ids.map(open));
  assert.equal(new Set(pages.map((page) => page.organisation?.id)).size, 1);
  await change(ids[0] ?? '', { organisation: 'Elsewhere' });
  assert.equal((await open(ids[0] ?? '')).organisation?.name, 'Elsewhere');
  assert.ok((await open(ids[1] ?? '')).organisation?.name.match(/harbour foods/i));
});

test('an address is one person’s: whoever comes second is told, and nothing of theirs is kept', async () => {
  const first = await add({ name: 'First Owner', email: 'One@Shared.example' });
  const before = await ledgerOf(world.db, world.workspace.id);
  await assert.rejects(add({ name: 'Second', email: 'one@shared.EXAMPLE', organisation: 'New Place' }), refused('conflict.email'));
  assert.deepEqual(await ledgerOf(world.db, world.workspace.id), before);
  const second = await add({ name: 'Second', email: 'two@shared.example' });
  const contents = await contentsOf(world.db, world.workspace.id);
  await assert.rejects(
    change(second, { name: 'Renamed', emails: ['three@shared.example', 'one@shared.example'] }),
    refused('conflict.email'),
  );
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), contents);
  await change(first, { emails: [] });
  await change(second, { emails: ['one@shared.example', 'ONE@shared.example'] });
  assert.deepEqual(
    (await open(second)).emails.map(({ email }) => email),
    ['one@shared.example'],
  );
});

test('two who give one new address to two people at once: one of them gets it', async () => {
  const [one, other] = [await add({ name: 'Racer One' }), await add({ name: 'Racer Two' })];
  const both = await Promise.allSettled([change(one, { emails: ['race@x.example'] }), change(other, { emails: ['race@x.example'] }, ben)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const emails = [...(await open(one)).emails, ...(await open(other)).emails].map(({ email }) => email);
  assert.deepEqual(emails, ['race@x.example']);
});

test('what is no name, no address or no kind is refused at the door', async () => {
  for (const wrong of [
    { name: '' },
    { name: '   ' },
    { name: 'x'.repeat(201) },
    { name: 'A', email: 'nobody' },
    { name: 'A', email: `${'x'.repeat(400)}@x.example` },
    { name: 'A', kinds: ['enemy'] },
    { name: 'A', organisation: 'x'.repeat(201) },
  ])
    await assert.rejects(add(wrong as { name: string }), JSON.stringify(wrong).slice(0, 60));
});

test('the count beside People is how many there are, however they came', async () => {
  const counted = async () => (await call(router.session.read, undefined, as(maya))).counts.people;
  const there = async () =>
    (await world.db.selectFrom('people').select('id').where('workspaceId', '=', world.workspace.id).execute()).length;
  assert.equal(await counted(), await there());
  await Promise.all(Array.from({ length: 12 }, (_, i) => add({ name: `Crowd ${i}` }, i % 2 ? maya : ben)));
  await call(
    router.conversations.log,
    { who: ['Noted One', 'Noted Two'], kind: 'call', happenedAt: '2026-11-01T10:00:00Z', lines: 'x' },
    as(ben),
  );
  assert.equal(await counted(), await there());
  const page = await call(router.people.list, { limit: 5 }, as(maya));
  assert.equal(page.total, await there());
  assert.deepEqual((await trailOf(world)).filter((action) => action === 'person.added').length >= 12, true);
});
