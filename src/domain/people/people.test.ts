import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { hitShape, todayPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { pageSql } from './list.ts';

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

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const log = (more: object) =>
  call(
    router.conversations.log,
    { who: ['Ruth Adeyemi'], kind: 'visit', happenedAt: '2026-11-20T10:00:00Z', lines: 'She sows rye.\nShe wants a pilot.', ...more },
    as(maya),
  );

test('a visit is noted in a moment: who, when, two lines, what was promised', async () => {
  const promised = [
    { by: 'us' as const, what: 'Send the price list', due: '2026-11-24' },
    { by: 'them' as const, what: 'Ask her brother' },
  ];
  const { id } = await log({ promised });
  const page = await call(router.conversations.open, { id }, as(maya));
  assert.equal(page.source, 'by-hand');
  assert.equal(page.title, 'Ruth Adeyemi');
  assert.equal(page.listening, null);
  assert.deepEqual(
    page.turns.map((turn) => turn.text),
    ['She sows rye.', 'She wants a pilot.', 'Send the price list', 'Ask her brother'],
  );
  const row = (await call(router.people.list, {}, as(maya))).rows[0];
  assert.equal(row?.name, 'Ruth Adeyemi');
  assert.equal(row?.lastContactKind, 'visit');
  assert.deepEqual([row?.weOwe, row?.theyOwe], [1, 1]);
  const person = await call(router.people.open, { id: row?.id ?? '' }, as(maya));
  assert.equal(person.promises[0]?.what, 'Send the price list');
  assert.equal(person.promises[0]?.quotes[0]?.conversationId, id);
  assert.equal(person.conversations.length, 1);
  // The same name again is the same person.
  await log({ lines: 'Again.' });
  assert.equal((await call(router.people.list, {}, as(maya))).total, 1);
  await assert.rejects(log({ lines: '  ' }), refused('conversation.empty'));
});

test('a conversation that is taken away takes along what came of it, and brings it back', async () => {
  const { id } = await log({ who: ['Joost'], promised: [{ by: 'us', what: 'Call him' }] });
  const joost = async () => (await call(router.people.list, { find: 'Joost' }, as(maya))).rows[0];
  const before = await joost();
  assert.equal(before?.weOwe, 1);
  await assert.rejects(call(router.conversations.remove, { id }, as(ben)), refused('may.not-yours'));
  await call(router.conversations.remove, { id }, as(maya));
  await call(router.conversations.remove, { id }, as(maya));
  assert.equal((await joost())?.weOwe, 0);
  assert.equal((await joost())?.lastContactAt, null);
  await assert.rejects(call(router.conversations.open, { id }, as(maya)), refused('missing.conversation'));
  await call(router.conversations.restore, { id }, as(maya));
  assert.deepEqual(await joost(), before);
  const trail = await world.db.selectFrom('auditEvents').select('action').where('subjectId', '=', id).orderBy('id').execute();
  assert.deepEqual(
    trail.map((event) => event.action),
    ['conversation.logged', 'conversation.removed', 'conversation.restored'],
  );
});

test('mending the day moves the last contact with it', async () => {
  const { id } = await log({ who: ['Sam Whitlock'] });
  await call(router.conversations.change, { id, happenedAt: '2026-08-01T10:00:00Z', title: 'At the mill' }, as(maya));
  const row = (await call(router.people.list, { spoke: 'quiet-quarter', find: 'Sam' }, as(maya))).rows[0];
  assert.equal(Date.parse(row?.lastContactAt ?? ''), Date.parse('2026-08-01T10:00:00Z'));
  assert.equal((await call(router.conversations.list, { find: 'mill' }, as(maya))).total, 1);
  await assert.rejects(call(router.conversations.change, { id }, as(maya)), refused('input.nothing'));
});

test('what is noted in private stays with who noted it: promise, contact and words', async () => {
  await log({ who: ['Hana Kimura'], lines: 'A zebra matter.', promised: [{ by: 'us', what: 'A zebra promise' }], private: true });
  const row = async (member: WorldMember) => (await call(router.people.list, { find: 'Hana' }, as(member))).rows[0];
  const mine = await row(maya);
  assert.equal(mine?.weOwe, 1);
  assert.equal(await row(ben), undefined);
  await assert.rejects(call(router.people.open, { id: mine?.id ?? '' }, as(ben)), refused('missing.person'));
  assert.doesNotMatch(JSON.stringify(await call(router.promises.list, {}, as(ben))), /zebra/);
  assert.deepEqual((await call(router.find.everything, { text: 'zebra' }, as(ben))).hits, []);
  assert.ok((await call(router.find.everything, { text: 'zebra' }, as(maya))).hits.length >= 2);
  assert.doesNotMatch(JSON.stringify(await call(router.today.open, undefined, as(ben))), /zebra/);
});

test('somebody is added, changed, and keeps an address that is theirs alone', async () => {
  const { id } = await call(
    router.people.add,
    { name: ' Amina  Yusuf ', kinds: ['customer'], organisation: 'St Brannock', email: 'Amina@Hospital.example' },
    as(maya),
  );
  await call(
    router.people.change,
    { id, pronouns: 'she', roleTitle: 'Pharmacy lead', emails: ['amina@hospital.example', 'ay@home.example'] },
    as(maya),
  );
  const person = await call(router.people.open, { id }, as(maya));
  assert.equal(person.name, 'Amina Yusuf');
  assert.equal(person.pronouns, 'she');
  assert.equal(person.organisation?.name, 'St Brannock');
  assert.deepEqual(
    person.emails.map(({ email }) => email),
    ['amina@hospital.example', 'ay@home.example'],
  );
  const twice = call(router.people.add, { name: 'Another', email: 'ay@home.example' }, as(maya));
  await assert.rejects(twice, refused('conflict.email'));
  assert.equal((await call(router.people.list, { find: 'Another' }, as(maya))).total, 0);
  await call(router.people.change, { id, organisation: '' }, as(maya));
  assert.equal((await call(router.people.open, { id }, as(maya))).organisation, null);
});

test('today shows whose words wait, the weightiest first, what came in, and what was promised for these days', async () => {
  const ines = await world.person('Ines Carvalho');
  await handIn(world.scope(maya, now), FIRST_CALL, { lastModified: '2026-11-22T14:00:00Z' });
  await understandWaiting(world.scope(maya, now));
  const page = await call(router.today.open, undefined, as(maya));
  todayPageShape.parse(page);
  const first = page.people[0];
  assert.equal(first?.id, ines.id);
  assert.ok(first?.quote?.text);
  assert.ok((first?.waiting ?? 0) >= 2);
  assert.equal(page.fresh.length, 1);
  assert.deepEqual(
    page.promises.map((promise) => promise.what),
    ['Send the price list'],
  );
  const session = await call(router.session.read, undefined, as(maya));
  assert.ok(session.counts.today >= 1);
});

test('anything is found by a piece of it, names also with a typing error, words with their place', async () => {
  const hits = async (text: string) => (await call(router.find.everything, { text }, as(maya))).hits;
  assert.equal((await hits('carvalo'))[0]?.title, 'Ines Carvalho');
  assert.equal((await hits('amina yus'))[0]?.title, 'Amina Yusuf');
  assert.ok((await hits('price')).some((hit) => hit.kind === 'promise'));
  const said = (await hits('hundred mea')).find((hit) => hit.kind === 'words');
  hitShape.parse(said);
  assert.match(said?.detail ?? '', /^Ines Carvalho, /);
  assert.equal(said?.turn, 1);
  assert.deepEqual(
    said?.marks.map(([from, to]) => said.title.slice(from, to)),
    ['hundred', 'mea'],
  );
  for (const odd of ['', '   ', "'; drop table people; --", '%', '& | !', ':*', '😀', '\\']) assert.ok(Array.isArray(await hits(odd)));
});

test('people page by key without a gap or a double in every order, also where keys are equal', async () => {
  await world.db.deleteFrom('auditEvents').execute();
  await sql`insert into people (workspace_id, id, name, kinds, last_contact_at, between_us, created_at)
    select ${world.workspace.id}, gen_random_uuid(), 'Same Name ' || (n % 3), '{student}', timestamptz '2026-01-01' + (n % 4) * interval '1 day', n % 2, ${now}
    from generate_series(1, 500) n`.execute(world.db);
  for (const sort of ['spoke', 'name', 'between'] as const) {
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await call(router.people.list, { sort, limit: 37, cursor, kinds: ['student'] }, as(maya));
      assert.equal(page.total, 500);
      for (const row of page.rows) assert.ok(!seen.has(row.id));
      for (const row of page.rows) seen.add(row.id);
      cursor = page.next ?? undefined;
    } while (cursor);
    assert.equal(seen.size, 500, sort);
  }
});

test('a page of people is read from the index of its order', async () => {
  await sql`analyze people`.execute(world.db);
  const cursor = { id: '01900000-0000-7000-8000-000000000000', total: 500 };
  const keys = {
    spoke: ['2026-01-02T00:00:00Z', 'people_by_contact'],
    name: ['same name 1', 'people_by_name'],
    between: [1, 'people_by_between'],
  } as const;
  for (const [sort, [key, index]] of Object.entries(keys)) {
    const query = pageSql(world.scope(maya, now), { sort: sort as 'spoke', limit: 20 }, { ...cursor, key });
    const plan = await sql<{ plan: string }>`explain (format json) ${query}`.execute(world.db);
    assert.match(JSON.stringify(plan.rows), new RegExp(index), sort);
  }
});
