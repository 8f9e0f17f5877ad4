import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { personPageShape, traitShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { isStale } from '#model/trait.ts';
import { asking } from '#test/asking.ts';
import { suggest, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: string;
let conversation: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  conversation = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  await call(router.speakers.name, { answers: [{ alias: 'ines carvalho', is: 'new', name: 'Ines Carvalho' }] }, as(maya));
  ines = (await call(router.people.list, {}, as(maya))).rows[0]?.id ?? '';
});
after(() => world.close());

const as = (member: WorldMember, now?: string) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const open = async (id: string, member = maya) => {
  const page = await call(router.people.open, { id }, as(member));
  personPageShape.parse(page);
  return page;
};
const traitOf = async (id: string) => (await open(ines)).traits.find((one) => one.id === id);

test('what matters is noted by hand, worded better, and taken back by whoever noted it', async () => {
  const made = await call(router.traits.add, { personId: ines, kind: 'goal', statement: '  To lead the whole region ' }, as(maya));
  traitShape.parse(made);
  assert.deepEqual([made.statement, made.quotes, made.createdBy?.name], ['To lead the whole region', [], 'Maya Okafor']);
  await call(router.traits.change, { id: made.id, statement: 'To lead the region', kind: 'value' }, as(ben));
  assert.deepEqual([(await traitOf(made.id))?.statement, (await traitOf(made.id))?.kind], ['To lead the region', 'value']);
  await assert.rejects(call(router.traits.change, { id: made.id }, as(maya)), refused('input.nothing'));
  await assert.rejects(call(router.traits.unnote, { id: made.id }, as(ben)), refused('trait.not-yours'));
  await call(router.traits.unnote, { id: made.id }, as(maya));
  assert.equal(await traitOf(made.id), undefined);
  await assert.rejects(call(router.traits.renew, { id: made.id }, as(maya)), refused('missing.trait'));
  assert.deepEqual(await trailOf(world, made.id), ['trait.added', 'trait.changed', 'trait.unnoted']);
});

test('an old one is renewed: fresh from that day on, with who said so; and that is taken back', async () => {
  const then = '2025-01-10T10:00:00.000Z';
  const made = await call(router.traits.add, { personId: ines, kind: 'preference', statement: 'Calls after two' }, as(maya, then));
  const now = '2026-11-20T10:00:00.000Z';
  assert.equal(isStale(made, now), true);
  const renewed = await call(router.traits.renew, { id: made.id }, as(ben, now));
  assert.deepEqual([renewed.renewedBy?.name, isStale(renewed, now)], ['Ben Adler', false]);
  const again = await call(router.traits.restore, { id: made.id }, as(ben, now));
  assert.deepEqual([again.renewedAt, isStale(again, now)], [null, true]);
});

test('what no longer holds stands aside with its day, and comes back as it was', async () => {
  const made = await call(router.traits.add, { personId: ines, kind: 'interest', statement: 'Sailing' }, as(maya));
  await call(router.traits.renew, { id: made.id }, as(maya));
  const ended = await call(router.traits.end, { id: made.id }, as(maya, '2026-11-20T10:00:00.000Z'));
  assert.equal(Date.parse(ended.endedAt ?? ''), Date.parse('2026-11-20T10:00:00.000Z'));
  const twice = await call(router.traits.end, { id: made.id }, as(ben, '2026-11-25T10:00:00.000Z'));
  assert.equal(twice.endedAt, ended.endedAt, 'twice is once');
  const back = await call(router.traits.restore, { id: made.id }, as(maya));
  assert.deepEqual([back.endedAt, back.renewedBy?.name], [null, 'Maya Okafor']);
});

test('words that no longer hold do not head the page, until they hold again', async () => {
  const finding = await suggest(world, conversation, { kind: 'trait.value', turn: 3, fields: { statement: 'To be told' } });
  await call(router.findings.confirm, { id: finding }, as(maya));
  const trait = (await open(ines)).traits.find((one) => one.statement === 'To be told');
  assert.ok(trait);
  assert.equal((await open(ines)).hero?.findingId, finding);
  await assert.rejects(call(router.traits.unnote, { id: trait.id }, as(maya)), refused('trait.said'));
  await call(router.traits.end, { id: trait.id }, as(maya));
  assert.equal((await open(ines)).hero, null);
  await call(router.traits.restore, { id: trait.id }, as(maya));
  assert.equal((await open(ines)).hero?.findingId, finding);
});

test('what we did for somebody names what it was for, and stays done when that is worded anew or taken back', async () => {
  const finding = await suggest(world, conversation, { kind: 'trait.goal', turn: 3, fields: { statement: 'To speak in public' } });
  await call(router.findings.confirm, { id: finding }, as(maya));
  const goal = (await open(ines)).traits.find((one) => one.statement === 'To speak in public');
  const deed = { personId: ines, what: 'Lent her the book on speeches', doneOn: '2026-11-02', traitId: goal?.id ?? '' };
  const { id } = await call(router.deeds.add, deed, as(ben, '2026-11-03T09:00:00.000Z'));
  assert.deepEqual((await open(ines)).deeds, [
    { id, what: deed.what, doneOn: deed.doneOn, traitId: goal?.id, by: { id: ben.id, name: 'Ben Adler' } },
  ]);
  await call(router.findings.edit, { id: finding, statement: 'To speak before the schools' }, as(maya));
  const after = await open(ines);
  assert.equal(after.traits.find((one) => one.id === after.deeds[0]?.traitId)?.statement, 'To speak before the schools');
  await call(router.findings.undo, { id: finding }, as(maya));
  assert.deepEqual(
    (await open(ines)).deeds.map(({ what, traitId }) => [what, traitId]),
    [[deed.what, null]],
  );
  await call(router.deeds.remove, { id }, as(maya));
  assert.deepEqual((await open(ines)).deeds, []);
  await assert.rejects(call(router.deeds.remove, { id }, as(maya)), refused('missing.deed'));
});

test('a deed is done, not meant to be done; and for what matters to them, not to another', async () => {
  const other = await world.person('Tom Baker');
  const theirs = await call(router.traits.add, { personId: other.id, kind: 'goal', statement: 'To retire' }, as(maya));
  const on = (doneOn: string, more = {}) =>
    call(router.deeds.add, { personId: ines, what: 'Called', doneOn, ...more }, as(maya, '2026-11-03T09:00:00.000Z'));
  await assert.rejects(on('2026-11-20'), refused('deed.to-come'));
  await assert.rejects(on('2026-11-02', { traitId: theirs.id }), refused('missing.trait'));
  await assert.rejects(on('2026-02-31'));
});

test('whom only one member knows of has nothing that all would see, and others see nothing of them', async () => {
  const secret = FIRST_CALL.replaceAll('Ines Carvalho', 'Vera Quiet').replace('two hundred', 'three hundred');
  await handIn(world.scope(ben), secret, { name: 'secret.vtt', private: true });
  await call(router.speakers.name, { answers: [{ alias: 'vera quiet', is: 'new', name: 'Vera Quiet' }] }, as(ben));
  const vera = (await call(router.people.list, { find: 'Vera' }, as(ben))).rows[0]?.id ?? '';
  assert.ok(vera);
  assert.equal((await call(router.people.list, { find: 'Vera' }, as(maya))).total, 0, 'known to Ben alone');
  const trait = { personId: vera, kind: 'value' as const, statement: 'Silence' };
  await assert.rejects(call(router.traits.add, trait, as(ben)), refused('person.in-private'));
  await assert.rejects(
    call(router.deeds.add, { personId: vera, what: 'Kept silent', doneOn: '2026-11-02' }, as(ben)),
    refused('person.in-private'),
  );
  await assert.rejects(call(router.traits.add, trait, as(maya)), refused('missing.person'));
});
