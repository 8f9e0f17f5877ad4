import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { organisationPageShape, organisationRowShape } from '#model/organisation.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: string;
let daniel: string;
let harbour: string;
const now = '2026-11-23T09:00:00Z';

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const add = async (name: string, organisation?: string, email?: string) =>
  (await call(router.people.add, { name, ...(organisation && { organisation }), ...(email && { email }) }, as(maya))).id;
const open = (id = harbour, member = maya) => call(router.organisations.open, { id }, as(member));
const list = async (more: object = {}, member = maya) => call(router.organisations.list, more, as(member));

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await add('Ines Carvalho', 'Harbour Foods');
  daniel = await add('Daniel Brandt', 'Harbour Foods');
  harbour = (await list()).rows[0]?.id ?? '';
  const conversation = (await handIn(world.scope(maya, now), FIRST_CALL)).conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya, now));
  const need = await suggest(world, conversation, { kind: 'need', turn: 1, fields: { statement: 'Know it before the morning', depth: 3 } });
  await call(router.findings.confirm, { id: need }, as(maya));
});
after(() => world.close());

test('its page tells who is there, what they said and need, what is owed and what was spoken, in one statement', async () => {
  await call(router.promises.note, { by: 'us', personId: ines, what: 'The July report' }, as(maya));
  const page = await open();
  organisationPageShape.parse(page);
  assert.deepEqual(
    [page.name, page.peopleInAll, page.people.map(({ name }) => name).sort()],
    ['Harbour Foods', 2, ['Daniel Brandt', 'Ines Carvalho']],
  );
  assert.ok(page.people.find(({ id }) => id === ines)?.quote);
  assert.ok(page.needs.some(({ personId, statement, quotes }) => personId === ines && statement !== '' && quotes.length > 0));
  assert.ok(page.promises.some(({ what }) => what === 'The July report'));
  assert.equal(page.conversationsInAll, 1);
  assert.deepEqual(page.conversations[0]?.who, ['Ines Carvalho']);
  assert.deepEqual(
    page.talks.map(({ member, personId, count, newest }) => [member.name, member.isYou, personId, count, newest.length]),
    [['Maya Okafor', true, ines, 1, 1]],
  );
});

test('who belongs elsewhere and is tied to somebody here stands at its side; who left stands in the list alone', async () => {
  const ruth = await add('Ruth Adeyemi', 'Field & Fold');
  const gone = await add('Sam Whitlock', 'Harbour Foods');
  await call(router.ties.add, { fromId: ruth, toId: ines, kind: 'introduced', closeness: 3, note: 'Ten years' }, as(maya));
  const { affiliations } = await call(router.affiliations.ofPerson, { id: gone }, as(maya));
  await call(router.affiliations.move, { id: affiliations[0]?.id ?? '', organisation: 'Old Mill', on: '2026-10-01' }, as(maya));
  const page = await open();
  assert.deepEqual(
    page.outsiders.map(({ name, organisation }) => [name, organisation?.name]),
    [['Ruth Adeyemi', 'Field & Fold']],
  );
  assert.deepEqual([page.ties[0]?.note, page.ties[0]?.from.id], ['Ten years', ruth]);
  const sam = page.people.find(({ id }) => id === gone);
  assert.deepEqual([sam?.here, sam?.until, page.people.at(-1)?.id, page.peopleInAll], [false, '2026-10-01', gone, 2]);
});

test('whom another met in private leaves no trace on it: no face, no line, no count, no talk, no deal’s name', async () => {
  const talk = {
    who: ['Zelda Quist'],
    kind: 'visit' as const,
    happenedAt: '2026-11-20T10:00:00Z',
    lines: 'A zebra matter.',
    private: true,
  };
  await call(router.conversations.log, talk, as(ben));
  const zelda = (await call(router.people.list, { find: 'zelda' }, as(ben))).rows[0]?.id ?? '';
  await call(router.affiliations.join, { personId: zelda, organisation: 'Harbour Foods' }, as(ben));
  await call(router.affiliations.join, { personId: zelda, organisation: 'Zebra Works' }, as(ben));
  await call(router.ties.add, { fromId: zelda, toId: ines, kind: 'friend', note: 'A zebra tie' }, as(ben));
  await call(router.conversations.log, { ...talk, who: [ines], lines: 'A zebra word.' }, as(ben));
  const [theirs, mine] = [await open(harbour, ben), await open()];
  assert.deepEqual([theirs.peopleInAll, mine.peopleInAll], [3, 2]);
  assert.ok(theirs.talks.some(({ member }) => member.id === ben.id));
  assert.match(JSON.stringify(theirs), /zebra/i);
  assert.doesNotMatch(JSON.stringify([mine, await list()]), /zebra|zelda|ben adler/i);
  assert.equal((await list({}, ben)).total, (await list()).total + 1);
  const works = (await list({ find: 'zebra' }, ben)).rows[0]?.id ?? '';
  await assert.rejects(open(works), refused('missing.organisation'));
  await assert.rejects(call(router.organisations.change, { id: works, about: 'x' }, as(maya)), refused('missing.organisation'));
  await assert.rejects(call(router.organisations.merge, { keepId: harbour, goneId: works }, as(maya)), refused('missing.organisation'));
});

test('an organisation is added once, described, and found by a piece of its name', async () => {
  const words = {
    name: 'Eastmere Schools',
    about: 'Eats their lunch.',
    domains: ['https://www.Eastmere.example/menu', 'x@eastmere.example'],
  };
  const { id } = await call(router.organisations.add, words, as(maya));
  await assert.rejects(call(router.organisations.add, { name: 'The Eastmere Schools Ltd' }, as(maya)), refused('conflict.organisation'));
  await call(router.organisations.change, { id, place: 'Saltmouth', parentId: harbour, ownerId: ben.id, phone: '+31 20 1' }, as(maya));
  const page = await open(id);
  assert.deepEqual(
    [page.about, page.place, page.parent?.name, page.owner?.name, page.domains],
    ['Eats their lunch.', 'Saltmouth', 'Harbour Foods', 'Ben Adler', ['eastmere.example']],
  );
  assert.deepEqual(
    (await open()).children.map(({ name }) => name),
    ['Eastmere Schools'],
  );
  assert.deepEqual(
    (await list({ find: 'mere sch' })).rows.map(({ name }) => name),
    ['Eastmere Schools'],
  );
});

test('what cannot be is refused in words', async () => {
  const id = (await list({ find: 'eastmere' })).rows[0]?.id ?? '';
  const change = (words: object) => call(router.organisations.change, { id, ...words }, as(maya));
  await assert.rejects(change({ domains: ['gmail.com'] }), refused('organisation.domain-anybodys'));
  await assert.rejects(change({ domains: ['not a domain'] }), refused('organisation.domain'));
  await assert.rejects(change({ parentId: id }), refused('organisation.parent'));
  await assert.rejects(change({ ownerId: uuidv7() }), refused('missing.member'));
  await assert.rejects(change({}), refused('input.nothing'));
  await assert.rejects(call(router.organisations.change, { id: harbour, parentId: id }, as(maya)), refused('organisation.parent'));
  await assert.rejects(
    call(router.organisations.change, { id: harbour, domains: ['eastmere.example'] }, as(maya)),
    refused('conflict.domain'),
  );
  assert.deepEqual((await open()).domains, []);
});

test('who writes from its domain and is not placed there yet is offered, and placed when asked', async () => {
  const kim = await add('Kim Vale', undefined, 'kim@harbour.example');
  const anybody = await add('Ada Home', undefined, 'ada@gmail.com');
  await call(router.organisations.change, { id: harbour, domains: ['harbour.example'] }, as(maya));
  assert.deepEqual((await open()).unplaced, [{ domain: 'harbour.example', people: [{ id: kim, name: 'Kim Vale' }] }]);
  const { placed } = await call(router.organisations.place, { id: harbour, personIds: [kim, anybody] }, as(maya));
  assert.equal(placed.length, 1);
  const page = await open();
  assert.deepEqual([page.unplaced, page.people.some(({ id }) => id === kim)], [[], true]);
});

test('its deals stand on it, without those that were taken away', async () => {
  const [pipeline, stage] = [uuidv7(), uuidv7()];
  await sql`insert into pipelines (workspace_id, id, name, created_at) values (${world.workspace.id}, ${pipeline}, 'Sales', ${now})`.execute(
    world.db,
  );
  await sql`insert into stages (workspace_id, id, pipeline_id, name, created_at) values (${world.workspace.id}, ${stage}, ${pipeline}, 'Trial', ${now})`.execute(
    world.db,
  );
  for (const [title, removed] of [
    ['Cold watch', null],
    ['Dry vans', now],
  ])
    await sql`insert into deals (workspace_id, id, title, stage_id, organisation_id, moved_at, created_at, removed_at)
      values (${world.workspace.id}, ${uuidv7()}, ${title}, ${stage}, ${harbour}, ${now}, ${now}, ${removed})`.execute(world.db);
  assert.deepEqual(
    (await open()).deals.map(({ title, stage: at }) => [title, at]),
    [['Cold watch', 'Trial']],
  );
});

test('organisations page by key without a gap or a double in every order', async () => {
  await sql`insert into organisations (workspace_id, id, name, created_at) select ${world.workspace.id}, gen_random_uuid(), 'Same ' || (n % 3), ${now}
    from generate_series(1, 120) n`.execute(world.db);
  for (const sort of ['name', 'people', 'spoke'] as const) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ sort, limit: 23, ...(cursor && { cursor }) });
      for (const row of page.rows) organisationRowShape.parse(row);
      seen.push(...page.rows.map(({ id }) => id));
      assert.equal(page.total, seen.length > 0 ? page.total : 0);
      cursor = page.next ?? undefined;
      if (!cursor) assert.equal(seen.length, page.total, sort);
    } while (cursor);
    assert.equal(new Set(seen).size, seen.length, sort);
  }
  const [first] = (await list({ sort: 'people' })).rows;
  assert.deepEqual([first?.name, first?.people, first?.who.length], ['Harbour Foods', 3, 3]);
  assert.equal((await list({ sort: 'spoke' })).rows[0]?.id, harbour);
  assert.ok(daniel);
});
