import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { FINDING_KINDS, type FindingFields, type FindingKind } from '#model/finding.ts';
import { personPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, miscounted, suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ines: { id: string };
let conversationId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = await world.person('Ines Carvalho');
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const person = async () => {
  const page = await call(router.people.open, { id: ines.id }, as(maya));
  personPageShape.parse(page);
  return page;
};
const contents = () => contentsOf(world.db, world.workspace.id);
const evidence = (findingId: string) => world.db.selectFrom('evidence').selectAll().where('findingId', '=', findingId).execute();
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

/** Where a confirmed finding of a kind stands on the page of who said it. */
type Place = 'needs' | 'traits' | 'beliefs' | 'promises' | 'said';
const placeOf = (kind: FindingKind): Place =>
  kind === 'need'
    ? 'needs'
    : kind === 'commitment'
      ? 'promises'
      : kind === 'feeling' || kind.startsWith('trait.')
        ? 'traits'
        : kind.startsWith('belief.')
          ? 'beliefs'
          : 'said';

const FIELDS: FindingFields = {
  statement: 'In our words',
  depth: 2,
  what: 'The list',
  due: '2026-12-01',
  feeling: 'worried',
  name: 'Frostline',
};

for (const kind of FINDING_KINDS) {
  test(`a ${kind} of theirs, confirmed, stands on their page with its words; taken back, nothing is left of it`, async () => {
    const id = await suggest(world, conversationId, { kind, turn: 1, fields: FIELDS });
    const before = await contents();
    const shown = await person();
    const confirmed = await call(router.findings.confirm, { id }, as(maya));
    assert.equal(confirmed.kind, kind);
    const after = await person();
    const place = placeOf(kind);
    for (const other of ['needs', 'traits', 'beliefs', 'promises', 'said'] as const)
      assert.equal(after[other].length, shown[other].length + (other === place ? 1 : 0), `${kind}: ${other}`);
    assert.equal(after.suggestions.length, shown.suggestions.length - 1);
    const row = after[place][0];
    const words = row && ('quotes' in row ? row.quotes[0] : row.quote);
    assert.deepEqual([words?.findingId, words?.text, words?.conversationId, words?.turn], [id, 'We need to', conversationId, 1]);
    assert.equal(words?.confirmedBy?.id, maya.id);
    assert.equal((await evidence(id)).length, place === 'said' ? 0 : 1);
    assert.deepEqual(await miscounted(world), []);
    await call(router.findings.undo, { id }, as(maya));
    assert.deepEqual(await contents(), before);
    assert.deepEqual((await trailOf(world, id)).slice(-2), ['finding.confirmed', 'finding.undone']);
    await call(router.findings.reject, { id }, as(maya));
    const last = await person();
    assert.equal(last.suggestions.length, shown.suggestions.length - 1);
    assert.equal(last[place].length, shown[place].length);
  });
}

test('each row says what was found in the field that is for it', async () => {
  const made = async (kind: FindingKind) => {
    const id = await suggest(world, conversationId, { kind, turn: 3, fields: FIELDS });
    await call(router.findings.confirm, { id }, as(maya));
    return id;
  };
  const ids = [
    await made('need'),
    await made('trait.irritant'),
    await made('belief.gap'),
    await made('commitment'),
    await made('competitor'),
  ];
  const page = await person();
  assert.deepEqual([page.needs[0]?.statement, page.needs[0]?.depth], ['In our words', 2]);
  assert.deepEqual([page.traits[0]?.kind, page.traits[0]?.statement], ['irritant', 'In our words']);
  assert.deepEqual([page.beliefs[0]?.kind, page.beliefs[0]?.closedAt], ['gap', null]);
  const [promise] = page.promises;
  assert.deepEqual([promise?.what, promise?.dueOn, promise?.by.id, promise?.to?.isYou], ['The list', '2026-12-01', ines.id, true]);
  assert.equal(page.said[0]?.name, 'Frostline');
  for (const id of ids) await call(router.findings.undo, { id }, as(maya));
});

test('a feeling without a wording is called by its word; a promise without one by what was said', async () => {
  const feeling = await suggest(world, conversationId, { kind: 'feeling', turn: 3, fields: { feeling: 'worried' } });
  const promise = await suggest(world, conversationId, { kind: 'commitment', turn: 5 });
  for (const id of [feeling, promise]) await call(router.findings.confirm, { id }, as(maya));
  const page = await person();
  assert.equal(page.traits[0]?.statement, 'worried');
  assert.equal(page.promises[0]?.what, 'I will sen');
  for (const id of [feeling, promise]) await call(router.findings.undo, { id }, as(maya));
});

test('what our own side says of itself is kept as said, without a row about nobody', async () => {
  const id = await suggest(world, conversationId, { kind: 'need', turn: 0, fields: { statement: 'Of ours' } });
  const before = await person();
  assert.ok((await call(router.findings.confirm, { id }, as(maya))).confirmedBy);
  const { conversations: _, timeline: _t, ...after } = await person();
  const { conversations: __, timeline: __t, ...same } = before;
  assert.deepEqual(after, same);
  assert.deepEqual(await evidence(id), []);
  await call(router.findings.undo, { id }, as(maya));
});

test('a promise of ours is to the only one on the other side; with two of them, to the one who is named, else to nobody yet', async () => {
  const tom = await world.person('Tom Baker');
  const three = FIRST_CALL.replace('Ines Carvalho: Yes.', 'Tom Baker: Yes.');
  const other = (await handIn(world.scope(maya), three)).conversations[0]?.id ?? '';
  const confirmed = async (fields: FindingFields) => {
    const id = await suggest(world, other, { kind: 'commitment', turn: 4, fields });
    await call(router.findings.confirm, { id }, as(maya));
    const { promises } = await call(router.promises.list, {}, as(maya));
    await call(router.findings.undo, { id }, as(maya));
    return promises.find((promise) => promise.quotes[0]?.findingId === id)?.to?.id ?? null;
  };
  assert.equal(await confirmed({ what: 'Call', whom: 'Tom Baker' }), tom.id);
  assert.equal(await confirmed({ what: 'Call', whom: 'TOM  baker' }), tom.id);
  assert.equal(await confirmed({ what: 'Call' }), null);
});

test('a day that is none leaves the promise without one, and breaks nothing', async () => {
  for (const due of ['2026-02-31', '0000-01-01', 'soon', '2026-13-01', '99999-01-01']) {
    const id = await suggest(world, conversationId, { kind: 'commitment', turn: 5, fields: { what: 'The list' } });
    await call(router.findings.edit, { id, due }, as(maya));
    await call(router.findings.confirm, { id }, as(maya));
    assert.equal((await person()).promises[0]?.dueOn, null, due);
    await call(router.findings.undo, { id }, as(maya));
    await call(router.findings.reject, { id }, as(maya));
  }
});

test('mending a confirmed one moves its row; what the engine said is kept beside it', async () => {
  const id = await suggest(world, conversationId, { kind: 'need', turn: 3, fields: { statement: 'First', depth: 1 } });
  await call(router.findings.edit, { id, statement: 'Second' }, as(maya));
  await call(router.findings.confirm, { id }, as(maya));
  await call(router.findings.edit, { id, kind: 'trait.goal', statement: 'Third' }, as(maya));
  const page = await person();
  const goals = page.traits.filter((trait) => trait.kind === 'goal');
  assert.deepEqual([page.needs.length, goals.map((goal) => goal.statement)], [0, ['Third']]);
  const row = await world.db.selectFrom('findings').select(['suggested', 'fields', 'kind']).where('id', '=', id).executeTakeFirstOrThrow();
  const suggested = row.suggested as { kind: string; fields: FindingFields };
  assert.deepEqual([suggested.kind, suggested.fields], ['need', { statement: 'First', depth: 1 }]);
  // Said to be of our side: the row about her goes.
  await call(router.findings.edit, { id, speaker: 0 }, as(maya));
  assert.equal((await person()).traits.length, page.traits.length - 1);
  await call(router.findings.undo, { id }, as(maya));
  const asSaid = await call(router.findings.undo, { id }, as(maya));
  assert.deepEqual([asSaid.kind, asSaid.statement, asSaid.depth, asSaid.speaker, asSaid.edited], ['need', 'First', 1, 1, false]);
});

test('mending nothing is refused, somebody who was not there too, and neither changes a thing', async () => {
  const id = await suggest(world, conversationId, { kind: 'need', turn: 3 });
  const before = await contents();
  await assert.rejects(call(router.findings.edit, { id }, as(maya)), refused('input.nothing'));
  await assert.rejects(call(router.findings.edit, { id, speaker: 7 }, as(maya)), refused('missing.speaker'));
  await assert.rejects(call(router.findings.edit, { id, statement: 'x'.repeat(2001) }, as(maya)));
  assert.deepEqual(await contents(), before);
});
