import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, ORPCError } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ines: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = (await world.person('Ines Carvalho')).id;
  await handIn(world.scope(maya), FIRST_CALL);
});
after(() => world.close());

const as = () => ({ context: asking(world, maya, '2026-11-20T10:00:00Z') });
const belief = () => call(router.beliefs.add, { personId: ines, kind: 'false', statement: 'You only sell sensors' }, as());

/** Every door that takes a day. */
const onDay: Record<string, (day: string) => Promise<unknown>> = {
  'deals.add': (closeOn) => call(router.deals.add, { title: 'Vans', closeOn }, as()),
  'tasks.add': (dueOn) => call(router.tasks.add, { what: 'Call', dueOn }, as()),
  'tasks.list': (until) => call(router.tasks.list, { until }, as()),
  'promises.note': (due) => call(router.promises.note, { personId: ines, what: 'The report', due }, as()),
  'deeds.add': (doneOn) => call(router.deeds.add, { personId: ines, what: 'Named her to Alder', doneOn }, as()),
  'affiliations.join': (from) => call(router.affiliations.join, { personId: ines, organisation: 'Harbour Foods', from }, as()),
  'people.list': (added) => call(router.people.list, { added }, as()),
};

/** Every door that takes a moment. */
const atMoment: Record<string, (moment: string) => Promise<unknown>> = {
  'notes.write': (happenedAt) => call(router.notes.write, { body: 'She called', about: { people: [ines] }, happenedAt }, as()),
  'beliefs.close': async (at) => call(router.beliefs.close, { id: (await belief()).id, how: 'demo', at }, as()),
  'learning.unreset': (resetAt) => call(router.learning.unreset, { resetAt }, as()),
  'conversations.log': (happenedAt) =>
    call(router.conversations.log, { kind: 'call', happenedAt, lines: 'She called', who: ['Ines'] }, as()),
};

const outcomeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'taken',
    (problem: unknown) => (problem instanceof ORPCError ? problem.code : problem instanceof Refusal ? problem.code : String(problem)),
  );

test('a day that neither the calendar nor the database has is refused at every door, and never a fault of ours', async () => {
  const stood = await contentsOf(world.db, world.workspace.id);
  for (const [name, ask] of Object.entries(onDay))
    for (const day of ['2026-02-30', '2027-02-29', '0000-01-01', '2026-13-01', '2026-11-20T10:00:00Z', 'tomorrow', ''])
      assert.equal(await outcomeOf(ask(day)), 'BAD_REQUEST', `${name} ${day}`);
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), stood, 'and nothing is left behind');
});

test('the same day is taken wherever days are taken: a leap day, and the first and the last that there are', async () => {
  for (const [name, ask] of Object.entries(onDay)) {
    for (const day of ['2028-02-29', '9999-12-31']) {
      const outcome = await outcomeOf(ask(day));
      assert.ok(!/BAD_REQUEST|INTERNAL|error/i.test(outcome), `${name} ${day}: ${outcome}`);
    }
  }
  const deal = await call(router.deals.add, { title: 'Vans', closeOn: '2028-02-29' }, as());
  assert.equal(deal.closeOn, '2028-02-29');
  const task = await call(router.tasks.add, { what: 'Call', dueOn: '1000-01-01' }, as());
  assert.equal(task.dueOn, '1000-01-01');
});

test('a moment at an offset or in a year that no clock has is refused at every door', async () => {
  for (const [name, ask] of Object.entries(atMoment))
    for (const moment of ['2026-11-20T10:00:00+23:00', '0000-01-01T00:00:00Z', '2026-02-30T10:00:00Z', '2026-11-20', 'now'])
      assert.equal(await outcomeOf(ask(moment)), 'BAD_REQUEST', `${name} ${moment}`);
});

test('a moment is kept as the same moment, wherever it was written', async () => {
  const note = await call(
    router.notes.write,
    { body: 'She called', about: { people: [ines] }, happenedAt: '2026-11-19T23:30:00-05:00' },
    as(),
  );
  assert.equal(Date.parse(note.happenedAt), Date.parse('2026-11-20T04:30:00Z'));
});

test('a cursor that somebody made up is told that the list has moved on', async () => {
  const id = '01900000-0000-7000-8000-000000000001';
  for (const made of [`["a","${id}",1e300]`, `["a","${id}",-1]`, `["a\\u0000","${id}",1]`, '[]', 'null', '{"key":"a"}']) {
    const cursor = Buffer.from(made).toString('base64url');
    assert.equal(await outcomeOf(call(router.people.list, { cursor }, as())), 'list.cursor', made);
    assert.equal(await outcomeOf(call(router.tasks.list, { cursor }, as())), 'list.cursor', made);
    assert.equal(await outcomeOf(call(router.conversations.list, { cursor }, as())), 'list.cursor', made);
  }
});

test('a zone that the database would read the other way round cannot be chosen', async () => {
  assert.equal(await outcomeOf(call(router.workspaces.change, { zone: '+02:00' }, as())), 'BAD_REQUEST');
  assert.equal(await outcomeOf(call(router.people.change, { id: ines, zone: '-05:00' }, as())), 'BAD_REQUEST');
  assert.equal(await outcomeOf(call(router.workspaces.change, { zone: 'Pacific/Auckland' }, as())), 'taken');
});
