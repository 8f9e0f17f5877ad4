import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { type Rest, restOf } from '#test/rest.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

// Whom one member met in private, with everything that hangs on them, as the others of the workspace meet it.

let world: World;
let rest: Rest;
let maya: WorldMember;
let ben: WorldMember;
let secret: string;
let open: string;
const made: Record<string, string> = {};

before(async () => {
  world = await newWorld();
  rest = restOf(world);
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Hale', 'member');
  const as = { context: asking(world, ben) };
  open = (await call(router.people.add, { name: 'Ines Carvalho', organisation: 'Harbour Foods' }, as)).id;
  secret = (await call(router.people.add, { name: 'Quentin Quill' }, as)).id;
  await world.db.updateTable('people').set({ privateTo: ben.id }).where('id', '=', secret).execute();
  const make = async (name: string, work: Promise<{ id: string }>) => {
    made[name] = await work.then(
      ({ id }) => id,
      (problem: unknown) => {
        if (problem instanceof Refusal && problem.code.endsWith('.in-private')) return '';
        throw problem;
      },
    );
  };
  await make('need', call(router.needs.add, { personId: secret, statement: 'Quentin needs quiet' }, as));
  await make('belief', call(router.beliefs.add, { personId: secret, kind: 'false', statement: 'Quentin thinks us loud' }, as));
  await make('promise', call(router.promises.note, { by: 'us', personId: secret, what: 'Send Quentin the jars' }, as));
  await make('trait', call(router.traits.add, { personId: secret, kind: 'value', statement: 'Quentin keeps bees' }, as));
  await make('deed', call(router.deeds.add, { personId: secret, what: 'Lent Quentin a smoker', doneOn: '2026-11-01' }, as));
  await make('tie', call(router.ties.add, { fromId: open, toId: secret, kind: 'knows' }, as));
  await make('task', call(router.tasks.add, { what: 'Ring Quentin', personId: secret }, as));
  await make('deal', call(router.deals.add, { title: 'Honey for the harbour', personIds: [open, secret] }, as));
  await make('note', call(router.notes.write, { body: 'Quentin came by', about: { people: [secret] }, private: true }, as));
  await make('tag', call(router.tags.put, { about: 'person', id: secret, name: 'Beekeepers' }, as));
});
after(() => world.close());

const QUENTIN = /Quentin|Quill/;
const get = (member: WorldMember, address: string) => rest.ask(member, `GET ${address}`);

test('what everybody would see is not noted of them, and whoever tries is told why', () => {
  for (const name of ['need', 'belief', 'promise', 'task', 'deal']) assert.equal(made[name], '', name);
  for (const name of ['note', 'tag']) assert.ok(made[name], `${name}: what is theirs alone, or tells nothing, is kept`);
});

test('no list, page or search of the others names them', async () => {
  for (const address of [
    '/people',
    '/people?find=quentin',
    '/people?sort=added',
    '/find?text=quentin',
    '/find?text=bees',
    '/find?text=honey',
    '/duplicates/like?name=Quentin%20Quill',
    '/duplicates',
    '/today',
    '/tasks',
    '/tasks?mine=false',
    '/promises',
    '/deals',
    '/deals/board',
    `/people/${open}`,
    `/people/${open}/ties`,
    `/people/${open}/brief`,
    `/timeline?personId=${open}`,
    '/organisations',
    '/changes-to-many',
  ]) {
    const theirs = await get(maya, address);
    assert.ok(theirs.status < 500, `${address}: ${theirs.text}`);
    assert.doesNotMatch(theirs.text, QUENTIN, address);
    assert.ok(!theirs.text.includes(secret), `${address} tells the id`);
  }
});

test('to the one who met them they are there: in the list, the search, on a page of their own', async () => {
  for (const address of ['/people', '/find?text=quentin', `/people/${secret}`, `/timeline?personId=${secret}`])
    assert.match((await get(ben, address)).text, QUENTIN, address);
});

test('counts do not give them away: of people, of who hangs on a tag', async () => {
  const total = async (member: WorldMember, address: string) => (await get(member, address)).body.total;
  assert.deepEqual([await total(maya, '/people?find=q'), await total(ben, '/people?find=q')], [0, 1]);
  const tags = (await get(maya, '/tags')).body.tags as { name: string; people: number }[];
  assert.ok(
    tags.every(({ people }) => people === 0),
    JSON.stringify(tags),
  );
});

test('asked for by their id they never were, in the words of an id that never was', async () => {
  const never = '01900000-0000-7000-8000-000000000000';
  for (const address of [
    '/people/ID',
    '/people/ID/brief',
    '/people/ID/affiliations',
    '/people/ID/ties',
    '/people/ID/say-backs',
    '/people/ID/names',
    '/people/ID/card.vcf',
    '/people/ID/everything.html',
    '/timeline?personId=ID',
    '/attachments?about=person&id=ID',
    '/tags/of/person/ID',
    '/fields/of/person/ID',
    `/duplicates/${open}/ID`,
  ]) {
    const [theirs, nobodys] = [await get(maya, address.replace('ID', secret)), await get(maya, address.replace('ID', never))];
    assert.deepEqual([theirs.status, theirs.text], [nobodys.status, nobodys.text], address);
  }
});

test('nothing that hangs on them can be changed by another, and the refusal does not tell that it is there', async () => {
  const never = '01900000-0000-7000-8000-000000000000';
  const lines: [string, string, object][] = [
    ['PATCH /people/ID', secret, { name: 'Taken' }],
    ['POST /people/ID/needs', secret, { statement: 'Taken' }],
    ['POST /people/ID/beliefs', secret, { kind: 'false', statement: 'Taken' }],
    ['POST /people/ID/do-not-contact', secret, {}],
    ['POST /people/ID/erase', secret, { name: 'Quentin Quill' }],
    ['PATCH /needs/ID', made.need ?? '', { statement: 'Taken' }],
    ['DELETE /needs/ID', made.need ?? '', {}],
    ['PATCH /beliefs/ID', made.belief ?? '', { statement: 'Taken' }],
    ['PATCH /traits/ID', made.trait ?? '', { statement: 'Taken' }],
    ['DELETE /deeds/ID', made.deed ?? '', {}],
    ['PATCH /ties/ID', made.tie ?? '', { closeness: 3 }],
    ['DELETE /ties/ID', made.tie ?? '', {}],
    ['PATCH /tasks/ID', made.task ?? '', { what: 'Taken' }],
    ['POST /tasks/ID/done', made.task ?? '', {}],
  ];
  for (const [line, id, body] of lines.filter(([, one]) => one)) {
    const [theirs, nobodys] = [await rest.ask(maya, line.replace('ID', id), body), await rest.ask(maya, line.replace('ID', never), body)];
    assert.deepEqual([theirs.status, theirs.text], [nobodys.status, nobodys.text], line);
    assert.equal(theirs.status, 404, `${line}: ${theirs.text}`);
  }
  assert.match((await get(ben, `/people/${secret}`)).text, /Quentin Quill/);
});

test('a change to many leaves them as they were, named by id or by the sentence of the list', async () => {
  const closeness = { what: 'closeness', closeness: 1 };
  const all = await rest.ask(maya, 'POST /changes-to-many', { fits: {}, change: closeness });
  assert.equal(all.body.changed, 1, all.text);
  await rest.ask(maya, 'POST /changes-to-many', { ids: [secret], change: closeness });
  assert.equal((await get(ben, `/people/${secret}`)).body.closeness, null);
});
