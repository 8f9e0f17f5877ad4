import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Mover, newMover } from '#test/mover.ts';
import { newWorld, type World } from '#test/world.ts';
import { findDuplicates } from './look.ts';

let world: World;
let maya: Mover;
before(async () => {
  world = await newWorld();
});
after(() => world.close());
beforeEach(async () => {
  maya = await newMover(world);
});

const lookOver = () => findDuplicates({ db: world.db, workspaceId: maya.member.workspaceId, now: new Date().toISOString() });
const list = (more = {}, mover = maya) => call(router.duplicates.list, more, mover.as());
const names = async (mover = maya) =>
  (await list({}, mover)).rows.map(({ one, other, why }) => `${[one.name, other.name].sort().join(' / ')}: ${why[0]?.code}`).sort();
const like = async (asked: { name: string; email?: string; organisation?: string }, mover = maya) =>
  (await call(router.duplicates.like, asked, mover.as())).people.map(({ name }) => name);
const pairOf = async () => {
  const [row] = (await list()).rows;
  return { oneId: row?.one.id ?? '', otherId: row?.other.id ?? '' };
};
/** Brought in, so that nobody was compared with anybody on the way; what an import itself noticed is forgotten. */
async function brought(rows: string, head = 'Name,E-mail,Phone,Company,Linkedin,Birthday'): Promise<void> {
  await maya.bring({ 'list.csv': `${head}\n${rows}` });
  await sql`delete from duplicate_pairs where workspace_id = ${maya.member.workspaceId}`.execute(world.db);
}

test('a number, a name at one place and a mailbox each make a pair; a first name at one place makes none', async () => {
  await brought(
    [
      'Tom Baker,tom@a.example,+44 7700 900417,,,',
      'T. Backer,tb@b.example,+44 7700 900417,,,',
      'Ann Lee,ann@a.example,,,,',
      'Grace Oyelaran,g@a.example,,Eastmere,,',
      'Gracie Oyelaran,gracie@b.example,,Eastmere,,',
      'Grace Smith,gs@b.example,,Eastmere,,',
      'Uwe Klein,uwe.klein@gmail.com,,,,',
    ].join('\n'),
  );
  const uwe = await call(router.people.add, { name: 'U. K.', email: 'uweklein+x@gmail.com' }, maya.as());
  assert.equal(uwe.mayBe.length, 1);
  await lookOver();
  const found = await names();
  assert.deepEqual(found, [
    'Grace Oyelaran / Gracie Oyelaran: name-and-organisation',
    'T. Backer / Tom Baker: phone',
    'U. K. / Uwe Klein: mailbox',
  ]);
});

test('a desk’s number that seven share, and a name that thirteen have, make nobody the same', async () => {
  const desk = Array.from({ length: 7 }, (_, i) => `${'ABCDEFG'[i]}lex Number${i},d${i}@x.example,+44 20 7946 0018,,,`);
  const namesakes = Array.from({ length: 13 }, (_, i) => `Jan Jansen,jan${i}@y${i}.example,,,,`);
  await brought([...desk, ...namesakes].join('\n'));
  await lookOver();
  assert.equal((await list()).total, 0);
});

test('two of one name with other birthdays are hardly one; put side by side, that is said', async () => {
  await brought(
    'Jan Jansen,jan@a.example,,,,1980-05-06\nJan Jansen,jj@b.example,,,,1971-02-03\nEva Bos,eva@a.example,,,,1980-05-06\nEva Bos,eb@b.example,,,,1980-05-06',
  );
  await lookOver();
  assert.deepEqual(await names(), ['Eva Bos / Eva Bos: name']);
  const [one, other] = (await maya.kept('person')).filter(({ name }) => name === 'Jan Jansen').map(({ externalId }) => externalId ?? '');
  const page = await call(router.duplicates.open, { oneId: one ?? '', otherId: other ?? '' }, maya.as());
  assert.deepEqual([page.word, page.against.map((reason) => reason.code)], ['unsure', ['birthdays']]);
});

test('what a member said of two holds when everybody is looked over again, and may be taken back', async () => {
  await brought('Tom Baker,tom@a.example,,,,\nTom Baker,tb@b.example,,,,');
  await lookOver();
  const pair = await pairOf();
  await call(router.duplicates.two, pair, maya.as());
  await lookOver();
  assert.deepEqual([(await list()).total, (await list({ later: true })).total], [0, 0]);
  await call(router.duplicates.undecide, pair, maya.as());
  assert.equal((await list()).total, 1);
  await call(router.duplicates.later, pair, maya.as());
  await lookOver();
  const later = await list({ later: true });
  assert.deepEqual([(await list()).total, later.total, later.putOff], [0, 1, 1]);
  assert.ok(later.rows[0]?.laterAt);
});

test('something new between two who were said to be two has them asked about once more', async () => {
  await brought('Tom Baker,tom@a.example,,,,\nTom Baker,tb@b.example,,,,');
  await lookOver();
  await call(router.duplicates.two, await pairOf(), maya.as());
  const ids = (await maya.kept('person')).map(({ externalId }) => externalId ?? '');
  for (const id of ids) await call(router.people.change, { id, organisation: 'Harbour Foods' }, maya.as());
  assert.deepEqual(await names(), ['Tom Baker / Tom Baker: name-and-organisation']);
});

test('whom one member met in private is offered to that member alone, while typing and in the list', async () => {
  const lee = new Mover(world, await world.member('Lee Wong', 'member', { in: maya.member.workspaceId }));
  await brought('Secret Sam,sam@x.example,,Harbour Foods,,\nSecret Sam,ss@y.example,,Harbour Foods,,');
  await lookOver();
  const [sam] = (await maya.kept('person')).map(({ externalId }) => externalId ?? '');
  await sql`update people set private_to = ${maya.member.id} where id = ${sam}`.execute(world.db);
  assert.deepEqual([(await list()).total, (await list({}, lee)).total], [1, 0]);
  assert.equal((await like({ name: 'Secret Sam', email: 'sam@x.example' })).length, 2);
  assert.equal((await like({ name: 'Secret Sam', email: 'sam@x.example' }, lee)).length, 1);
  const pair = await pairOf();
  await assert.rejects(call(router.duplicates.open, pair, lee.as()), /not here any more/);
  for (const act of ['two', 'later', 'undecide'] as const)
    await assert.rejects(call(router.duplicates[act], pair, lee.as()), /not here any more/);
});

test('while typing, the likeliest come first, at most five, and nobody of another workspace', async () => {
  await brought(
    [
      'Grace Oyelaran,g@eastmere.example,,Eastmere,,',
      ...Array.from({ length: 8 }, (_, i) => `Grace Oyelaran,g${i}@far${i}.example,,,,`),
    ].join('\n'),
  );
  const { people } = await call(router.duplicates.like, { name: 'grace oyelaran', organisation: 'EASTMERE Ltd' }, maya.as());
  assert.deepEqual([people.length, people[0]?.organisation?.name, people[0]?.word], [5, 'Eastmere', 'very-likely']);
  assert.ok(people.slice(1).every(({ word }) => word !== 'very-likely'));
  assert.deepEqual(await like({ name: 'Somebody Else', email: 'G@eastmere.example' }), ['Grace Oyelaran'], 'by the address alone');
  const stranger = await newMover(world, 'Sven Strange');
  assert.deepEqual(await like({ name: 'Grace Oyelaran', email: 'g@eastmere.example' }, stranger), []);
});

test('an import says who may be somebody known, and those pairs wait to be decided', async () => {
  await maya.bring({ 'a.csv': 'Name,E-mail,Company\nGrace Oyelaran,g@x.example,Eastmere\n' });
  const { id, page } = await maya.bring({
    'b.csv': 'Name,E-mail,Company\nGrace Oyelaran,grace@home.example,Eastmere\nNia New,nia@x.example,\n',
  });
  assert.equal(page.perhapsSame, 1);
  assert.deepEqual(await maya.told(id), ['create perhaps', 'create new']);
  await lookOver();
  assert.deepEqual(await names(), ['Grace Oyelaran / Grace Oyelaran: name-and-organisation']);
  await maya.undo(id);
  assert.equal((await list()).total, 0, 'and go with those who go');
});
