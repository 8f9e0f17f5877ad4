import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { findDuplicates } from '#domain/duplicates/look.ts';
import { duplicatePageShape, pairsPageShape } from '#model/merge.shape.ts';
import { personPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn, mail, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { router } from './router.ts';

let world: World;
let maya: WorldMember;
let priya: WorldMember;
before(async () => {
  world = await newWorld();
});
after(() => world.close());
// Each story has a team of its own, so that no other's people are in it.
let team = 0;
beforeEach(async () => {
  world.workspace = await world.otherWorkspace(`Team ${++team}`);
  maya = await world.member(`Maya ${team}`, 'owner', { in: world.workspace.id });
  priya = await world.member(`Priya ${team}`, 'member', { in: world.workspace.id });
});

const as = (member = maya) => ({ context: asking(world, member) });
const add = (name: string, more: { email?: string; organisation?: string; roleTitle?: string } = {}, member = maya) =>
  call(router.people.add, { name, ...more }, as(member));
const list = (more = {}, member = maya) => call(router.duplicates.list, more, as(member));
const lookOver = () => findDuplicates({ db: world.db, workspaceId: world.workspace.id, now: new Date().toISOString() });
const code = (problem: unknown) => (problem instanceof Refusal ? problem.code : String(problem));
const makePrivate = (id: string, to: WorldMember) => sql`update people set private_to = ${to.id} where id = ${id}`.execute(world.db);

test('who is added is told whom they may be the same as, and the pair waits', async () => {
  const grace = await add('Grace Oyelaran', { organisation: 'Eastmere Schools', email: 'g.oyelaran@eastmere.example' });
  assert.deepEqual(grace.mayBe, []);
  const { people } = await call(router.duplicates.like, { name: 'Gracie Oyelaran', organisation: 'eastmere schools' }, as());
  assert.deepEqual(
    people.map(({ id, name, word, why }) => [id, name, word, why.map((one) => one.code)]),
    [[grace.id, 'Grace Oyelaran', 'very-likely', ['name-and-organisation', 'nickname']]],
  );
  const gracie = await add('Gracie Oyelaran', { organisation: 'Eastmere Schools' });
  assert.deepEqual(
    gracie.mayBe.map(({ id }) => id),
    [grace.id],
  );
  const page = await list();
  pairsPageShape.parse(page);
  assert.equal(page.total, 1);
  assert.deepEqual([page.rows[0]?.one.name, page.rows[0]?.other.name], ['Grace Oyelaran', 'Gracie Oyelaran']);
  assert.equal((await call(router.session.read, undefined, as())).counts.pairs, 1);
  assert.deepEqual((await call(router.duplicates.like, { name: '' }, as())).people, []);
  assert.deepEqual((await call(router.duplicates.like, { name: 'Al B', organisation: 'Eastmere Schools' }, as())).people, []);
});

test('a slip is found where the organisation or the web address is the same; an address given later is looked at too', async () => {
  const grace = await add('Grace Oyelaran', { email: 'grace@eastmere.example' });
  const { people } = await call(router.duplicates.like, { name: 'Grace Oyelarn', email: 'g.o@eastmere.example' }, as());
  assert.deepEqual(
    people.map(({ id }) => id),
    [grace.id],
  );
  const tom = await add('Tommie B', { email: 'tom.baker@gmail.com' });
  const baker = await add('Thomas Baker');
  assert.deepEqual(baker.mayBe, []);
  await call(router.people.change, { id: baker.id, emails: ['tombaker+work@gmail.com'] }, as());
  assert.deepEqual(
    (await list()).rows.map(({ one, other, why }) => [one.id, other.id, why[0]?.code]),
    [[tom.id, baker.id, 'mailbox']],
  );
});

test('whom another met in private is never told of: not while typing, not in a pair, not in a count', async () => {
  const hers = await add('Grace Oyelaran', {}, priya);
  await makePrivate(hers.id, priya);
  assert.deepEqual((await call(router.duplicates.like, { name: 'Grace Oyelaran' }, as())).people, []);
  const shared = await add('Gracie Oyelaran');
  assert.deepEqual(shared.mayBe, []);
  await lookOver();
  assert.equal((await list()).total, 0);
  assert.equal((await call(router.session.read, undefined, as())).counts.pairs, 0);
  await assert.rejects(
    call(router.duplicates.open, { oneId: hers.id, otherId: shared.id }, as()),
    (problem) => code(problem) === 'missing.person',
  );
  assert.equal((await list({}, priya)).total, 1, 'she whose own they are may make them one');
  const page = await call(router.duplicates.open, { oneId: hers.id, otherId: shared.id }, as(priya));
  assert.deepEqual([page.one.id, page.other.isPrivate], [shared.id, true], 'whom everybody knows stays');
});

test('looking over everybody finds what was never looked at, forgets what no longer holds, and keeps what was decided', async () => {
  const ids = new Map<string, string>();
  for (const name of ['Tom Baker', 'Thomas Baker', 'Ada Byron', 'Ada Byrom', 'Bob One', 'Carl Two', 'Иван Петров', 'Ivan Petrov'])
    ids.set(name, (await add(name)).id);
  const id = (name: string) => ids.get(name) ?? '';
  await sql`update people set match_key = lower(name) where workspace_id = ${world.workspace.id}`.execute(world.db);
  for (const name of ['Ada Byron', 'Ada Byrom']) await call(router.people.change, { id: id(name), organisation: 'Harbour Foods' }, as());
  await sql`delete from duplicate_pairs where workspace_id = ${world.workspace.id}`.execute(world.db);
  for (const name of ['Bob One', 'Carl Two'])
    await sql`insert into person_phones (workspace_id, id, person_id, phone, e164, created_at)
      values (${world.workspace.id}, gen_random_uuid(), ${id(name)}, '0612345678', '+31612345678', now())`.execute(world.db);
  const asked = await call(router.duplicates.look, undefined, as());
  assert.equal(asked.doneAt, null);
  await lookOver();
  const found = async () => (await list()).rows.map(({ one, other }) => [one.name, other.name].sort().join(' / ')).sort();
  assert.deepEqual(await found(), ['Ada Byrom / Ada Byron', 'Bob One / Carl Two', 'Ivan Petrov / Иван Петров', 'Thomas Baker / Tom Baker']);
  const { look } = await list();
  assert.ok(look?.doneAt && look.waysDone === look.ways && look.looked >= 4);
  const bakers = { oneId: id('Tom Baker'), otherId: id('Thomas Baker') };
  await call(router.duplicates.two, bakers, as());
  await call(router.people.change, { id: id('Ada Byrom'), name: 'Charles Babbage' }, as());
  await sql`delete from person_phones where person_id = ${id('Bob One')}`.execute(world.db);
  await lookOver();
  assert.deepEqual(await found(), ['Ivan Petrov / Иван Петров']);
  assert.equal((await call(router.duplicates.open, bakers, as())).saidTwoAt !== null, true);
  for (const name of ['Tom Baker', 'Thomas Baker'])
    await sql`insert into person_phones (workspace_id, id, person_id, phone, e164, created_at)
      values (${world.workspace.id}, gen_random_uuid(), ${id(name)}, '0699', '+31699999999', now())`.execute(world.db);
  await lookOver();
  assert.deepEqual(await found(), ['Ivan Petrov / Иван Петров', 'Thomas Baker / Tom Baker'], 'something new speaks for it');
});

test('a decision is taken back; what is put off waits apart; both are in the trail', async () => {
  const one = await add('Tom Baker');
  const other = await add('Thomas Baker');
  const pair = { oneId: other.id, otherId: one.id };
  await call(router.duplicates.later, pair, as());
  assert.deepEqual([(await list()).total, (await list()).putOff, (await list({ later: true })).total], [0, 1, 1]);
  await call(router.duplicates.undecide, pair, as());
  assert.equal((await list()).total, 1);
  await call(router.duplicates.two, pair, as());
  assert.deepEqual([(await list()).total, (await list({ later: true })).total], [0, 0]);
  assert.equal((await call(router.duplicates.open, pair, as())).saidTwoAt !== null, true);
  const [first = ''] = [one.id, other.id].sort();
  assert.deepEqual((await trailOf(world, first)).filter((action) => action.startsWith('duplicate.')).slice(0, 3), [
    'duplicate.later',
    'duplicate.undecided',
    'duplicate.two',
  ]);
});

test('the list pages by key, and each pair comes once', async () => {
  for (const name of ['Ann Lee', 'Bea Lee', 'Cleo Lee', 'Dora Lee', 'Edith Lee'])
    for (const organisation of ['', 'Lee & Co']) await add(name, organisation ? { organisation } : {});
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list({ limit: 2, ...(cursor && { cursor }) });
    assert.equal(page.total, 5);
    seen.push(...page.rows.map(({ id }) => id));
    if (!page.next) break;
    cursor = page.next;
  }
  assert.equal(new Set(seen).size, 5);
});

test('side by side: what each has, why they may be one, what comes together, and words of each', async () => {
  const scope = world.scope(maya);
  await handIn(scope, FIRST_CALL);
  const told = { alias: 'ines carvalho', is: 'new' as const, name: 'Ines Carvalho', organisation: 'Harbour Foods', roleTitle: 'Kitchens' };
  await call(router.speakers.name, { answers: [told, { alias: `maya okafor`, is: 'me' }] }, as());
  await understandWaiting(scope);
  const [ines] = (await call(router.people.list, {}, as())).rows;
  const second = await add('Inês Carvalho', { organisation: 'Harbour Foods', email: 'ines@harbour.example' });
  const text = 'Mondays are for the kitchens, so call me on a Tuesday.';
  const from = 'Inês Carvalho <ines@harbour.example>';
  await handIn(scope, mail({ id: 'm1', from, to: maya.email, subject: 'Mondays', date: 'Fri, 6 Feb 2026 09:00:00 +0100', text }), {
    name: 'm.eml',
  });
  const page = await call(router.duplicates.open, { oneId: second.id, otherId: ines?.id ?? '' }, as());
  duplicatePageShape.parse(page);
  assert.equal(page.one.id, ines?.id, 'who has more to them stays');
  assert.deepEqual([page.one.together.conversations, page.other.together.conversations], [1, 1]);
  assert.match(page.other.quote?.text ?? '', /Tuesday/);
  assert.ok(page.one.quote);
  const row = (field: string) => page.rows.find((one) => one.field === field);
  assert.deepEqual(row('name')?.other, { values: ['Inês Carvalho'], note: 'signs-so' });
  assert.deepEqual([row('name')?.chosen, row('organisation')?.note, row('email')?.way], ['other', 'the-same', 'both']);
  assert.deepEqual(row('roleTitle')?.one.values, ['Kitchens']);
  assert.equal(row('livesIn'), undefined, 'what neither has takes no room');
});

test('two are made one through the API: the old address leads to her, and after undo to two', async () => {
  const grace = await add('Grace Oyelaran', { organisation: 'Eastmere Schools', email: 'g.oyelaran@eastmere.example' });
  const gracie = await add('Gracie Oyelaran', {
    organisation: 'Eastmere Schools',
    email: 'gracie@eastmere.example',
    roleTitle: 'Catering mgr',
  });
  const merged = await call(router.duplicates.merge, { keepId: grace.id, goneId: gracie.id }, as());
  assert.deepEqual([merged.keptId, merged.name], [grace.id, 'Grace Oyelaran']);
  const page = await call(router.people.open, { id: gracie.id }, as());
  personPageShape.parse(page);
  assert.deepEqual([page.id, page.roleTitle, page.aliases], [grace.id, 'Catering mgr', ['gracie oyelaran']]);
  assert.deepEqual(
    page.emails.map(({ email }) => email),
    ['g.oyelaran@eastmere.example', 'gracie@eastmere.example'],
  );
  assert.equal((await list()).total, 0);
  assert.equal((await call(router.session.read, undefined, as())).counts.people, 1);
  const undone = await call(router.duplicates.undo, { id: merged.id }, as());
  assert.deepEqual(undone, { keptId: grace.id, goneId: gracie.id, changedSince: [], addedSince: 0 });
  assert.equal((await call(router.people.open, { id: gracie.id }, as())).name, 'Gracie Oyelaran');
  assert.equal((await list()).total, 1, 'they may still be one');
  assert.deepEqual(
    (await trailOf(world, grace.id)).filter((action) => /merged/.test(action)),
    ['person.merged', 'person.unmerged'],
  );
});

test('an answer of who a speaker is can be taken back after they went into another', async () => {
  await handIn(world.scope(maya), FIRST_CALL);
  const other = await add('Inez Carvalho', { organisation: 'Harbour' });
  const { undo: first } = await call(
    router.speakers.name,
    { answers: [{ alias: 'ines carvalho', is: 'person', personId: other.id }] },
    as(),
  );
  const kept = await add('Ines Carvalho', { organisation: 'Harbour' });
  const { undo: second } = await call(router.speakers.name, { answers: [{ alias: 'ines carvalho', is: 'me' }] }, as());
  await call(router.duplicates.merge, { keepId: kept.id, goneId: other.id }, as());
  await call(router.speakers.unname, { undo: second }, as());
  const { rows } = await sql<{
    personId: string;
  }>`select person_id from speakers where workspace_id = ${world.workspace.id} and alias = 'ines carvalho'`.execute(world.db);
  assert.deepEqual(rows, [{ personId: kept.id }]);
  assert.ok(first);
});
