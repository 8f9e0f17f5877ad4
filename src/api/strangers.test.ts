import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AnyProcedure, call, isProcedure } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { mayAct, type Role } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import type { ProcedureMeta } from './base.ts';
import { router } from './router.ts';

interface Leaf {
  name: string;
  procedure: AnyProcedure;
  may: ProcedureMeta['may'];
  changes: boolean;
  audit: string | null;
}

const leaves: Leaf[] = Object.entries(router).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    assert.ok(isProcedure(procedure));
    const { meta, route } = procedure['~orpc'];
    const { may, audit } = meta as ProcedureMeta;
    return { name: `${noun}.${verb}`, procedure, may, audit, changes: (route.method ?? 'POST') !== 'GET' };
  }),
);

let world: World;
let maya: WorldMember;
let stranger: WorldMember;
let elsewhere: { id: string };
/** Ids of the first workspace, by what they are of. */
const ids = {
  speaker: '',
  turn: '',
  conversation: '',
  person: '',
  finding: '',
  promise: '',
  second: '',
  merge: '',
  invitation: '',
  undo: '',
  member: '',
  workspace: '',
  offering: '',
  claim: '',
  deal: '',
  stage: '',
  pipeline: '',
  task: '',
  tag: '',
  field: '',
  view: '',
  many: '',
  organisation: '',
  affiliation: '',
  tie: '',
  note: '',
  attachment: '',
  need: '',
  belief: '',
  sayBack: '',
  import: '',
  trait: '',
  deed: '',
};
let said = '';
let token = '';
/** One of each kind of record. */
const ofEachKind = () =>
  Object.entries(ids).flatMap(([kind, id]) =>
    ['speaker', 'turn', 'workspace', 'invitation', 'stage', 'pipeline'].includes(kind) ? [] : [id],
  );
const FILE = { name: 'Harbour.txt', type: 'text/plain', size: 1, sha256: 'x', createdAt: new Date() };

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  const as = { context: asking(world, maya) };
  ids.conversation = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  const named = { alias: 'ines carvalho', is: 'new' as const, name: 'Ines Carvalho', organisation: 'Harbour Foods' };
  ids.undo = (await call(router.speakers.name, { answers: [named] }, as)).undo;
  await understandWaiting(world.scope(maya));
  ids.person = (await call(router.people.list, {}, as)).rows[0]?.id ?? '';
  ids.finding = await suggest(world, ids.conversation, { kind: 'need', turn: 1 });
  const kept = await suggest(world, ids.conversation, { kind: 'commitment', turn: 5, fields: { what: 'The list of vans' } });
  await call(router.findings.confirm, { id: kept }, as);
  ids.promise = (await call(router.promises.list, {}, as)).promises[0]?.id ?? '';
  const invited = await call(router.members.invite, { role: 'guest', days: 3 }, as);
  ids.invitation = invited.invitation.id;
  token = invited.url.split('/').at(-1) ?? '';
  ids.organisation = (await call(router.organisations.list, {}, as)).rows[0]?.id ?? '';
  ids.affiliation = (await call(router.affiliations.ofPerson, { id: ids.person }, as)).affiliations[0]?.id ?? '';
  const { id: toId } = await call(router.people.add, { name: 'Ines Vans' }, as);
  ids.tie = (await call(router.ties.add, { fromId: ids.person, toId, kind: 'knows' }, as)).id;
  ids.offering = (await call(router.offerings.offer, { name: 'Brightwater desk' }, as)).id;
  ids.claim = (await call(router.offerings.claim, { id: ids.offering, statement: 'Brightwater answers at night' }, as)).id;
  const deal = await call(router.deals.add, { title: 'Vans for Brightwater', personIds: [ids.person] }, as);
  ids.deal = deal.id;
  ids.stage = deal.stage.id;
  ids.pipeline = deal.pipeline.id;
  ids.task = (await call(router.tasks.add, { what: 'Count the vans', personId: ids.person, dealId: deal.id }, as)).id;
  ids.second = (await call(router.people.add, { name: 'Inez Carvalho' }, as)).id;
  const third = (await call(router.people.add, { name: 'I. Carvalho' }, as)).id;
  ids.merge = (await call(router.duplicates.merge, { keepId: ids.second, goneId: third }, as)).id;
  ids.tag = (await call(router.tags.put, { about: 'person', id: ids.person, name: 'Brightwater friends' }, as)).id;
  ids.field = (await call(router.ownFields.add, { about: 'person', label: 'Brightwater since', kind: 'text' }, as)).id;
  ids.view = (await call(router.views.save, { name: 'Brightwater view', search: {}, shared: true }, as)).id;
  ids.many = (await call(router.bulk.change, { ids: [ids.person], change: { what: 'closeness', closeness: 1 } }, as)).id;
  ids.note = (await call(router.notes.write, { body: 'Harbour is wide', about: { people: [ids.person] } }, as)).id;
  ids.attachment = uuidv7();
  await world.db
    .insertInto('attachments')
    .values({ workspaceId: world.workspace.id, id: ids.attachment, personId: ids.person, ...FILE, createdBy: maya.id })
    .execute();
  ids.need = (await call(router.needs.add, { personId: ids.person, statement: 'Brightwater nights' }, as)).id;
  ids.belief = (await call(router.beliefs.add, { personId: ids.person, kind: 'false', statement: 'Brightwater sleeps' }, as)).id;
  const asked = await call(router.sayBacks.make, { personId: ids.person, needs: [{ id: ids.need, statement: 'Brightwater?' }] }, as);
  ids.sayBack = asked.id;
  said = asked.url.split('/').at(-1) ?? '';
  ids.import = (await call(router.imports.create, undefined, as)).id;
  ids.trait = (await call(router.traits.add, { personId: ids.person, kind: 'value', statement: 'Brightwater keeps its word' }, as)).id;
  ids.deed = (
    await call(router.deeds.add, { personId: ids.person, what: 'Lent Ines a book', doneOn: '2026-11-01', traitId: ids.trait }, as)
  ).id;
  ids.member = maya.id;
  ids.workspace = world.workspace.id;
  const page = await call(router.conversations.open, { id: ids.conversation }, as);
  ids.speaker = page.speakers[1]?.id ?? '';
  ids.turn = page.turns[1]?.id ?? '';
  elsewhere = await world.otherWorkspace('Elsewhere');
  stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
});
after(() => world.close());

/** What each procedure is asked, with these ids. */
function askedWith(name: string, id: string): object | undefined {
  const own: Record<string, object> = {
    'session.openWorkspace': { workspaceId: id },
    'members.change': { id, role: 'guest' },
    'conversations.why': { id, turn: 1 },
    'conversations.log': { who: [id], kind: 'call', happenedAt: '2026-11-01T10:00:00Z', lines: 'x' },
    'conversations.change': { id, title: 'Taken' },
    'speakers.name': { answers: [{ alias: 'ines carvalho', is: 'person', personId: id }] },
    'speakers.unname': { undo: id },
    'speakers.unknown': { conversationId: id },
    'findings.edit': { id, statement: 'Taken' },
    'people.change': { id, name: 'Taken' },
    'traits.add': { personId: id, kind: 'value', statement: 'Taken' },
    'traits.change': { id, statement: 'Taken' },
    'deeds.add': { personId: id, what: 'Taken', doneOn: '2026-11-01' },
    'promises.note': { by: 'us', personId: id, what: 'Taken' },
    'speakers.mend': { speakerId: id, is: 'me', everywhere: true },
    'speakers.unmend': { undo: id },
    'learning.unreset': { resetAt: '2026-11-01T10:00:00Z' },
    'duplicates.like': { name: 'Ines Carvalho' },
    'duplicates.open': { oneId: id, otherId: ids.second },
    'duplicates.two': { oneId: id, otherId: ids.second },
    'duplicates.later': { oneId: id, otherId: ids.second },
    'duplicates.undecide': { oneId: id, otherId: ids.second },
    'duplicates.merge': { keepId: id, goneId: ids.second },
    'offerings.change': { id, name: 'Taken' },
    'deals.change': { id, title: 'Taken', stageId: id, organisationId: id },
    'deals.end': { id, how: 'won' },
    'deals.putPerson': { id, personId: ids.person },
    'deals.takePerson': { id, personId: ids.person },
    'pipelines.rename': { id, name: 'Taken' },
    'pipelines.addStage': { id, name: 'Taken' },
    'pipelines.changeStage': { id, name: 'Taken' },
    'tasks.change': { id, what: 'Taken' },
    'tasks.add': { what: 'Taken', personId: id, dealId: id },
    'deals.add': { title: 'Taken', personIds: [id], stageId: id },
    'erasures.erase': { id, name: 'Ines Carvalho' },
    'offerings.claim': { id, statement: 'Taken' },
    'offerings.reword': { id, statement: 'Taken' },
    'people.list': { tags: [id], owner: id, fields: [{ id, test: 'is', value: id }], brought: id },
    'tags.of': { about: 'person', id },
    'tags.put': { about: 'person', id, name: 'Taken' },
    'tags.take': { about: 'person', id, tagId: id },
    'tags.rename': { id, name: 'Taken' },
    'tags.merge': { id, into: ids.tag === id ? ids.person : ids.tag },
    'ownFields.of': { about: 'person', id },
    'ownFields.change': { id, label: 'Taken' },
    'ownFields.order': { about: 'person', ids: [id] },
    'ownFields.fill': { fieldId: id, id, value: 'Taken' },
    'views.change': { id, name: 'Taken' },
    'views.order': { ids: [id] },
    'bulk.change': { ids: [id], change: { what: 'contact', may: false } },
    'organisations.change': { id, about: 'Taken' },
    'organisations.place': { id, personIds: [id] },
    'organisations.merge': { keepId: id, goneId: ids.organisation },
    'organisations.takeBack': { undo: id },
    'affiliations.join': { personId: id, organisation: 'Taken' },
    'affiliations.change': { id, roleTitle: 'Taken' },
    'affiliations.move': { id, organisation: 'Taken', on: '2026-11-01' },
    'affiliations.putBack': { personId: id, affiliations: [] },
    'ties.add': { fromId: id, toId: ids.person, kind: 'knows' },
    'ties.change': { id, closeness: 2 },
    'notes.write': { body: 'Taken', about: { people: [id] } },
    'notes.change': { id, body: 'Taken' },
    'attachments.choosePhoto': { personId: id, photoId: id },
    'timeline.of': { personId: id },
    'needs.add': { personId: id, statement: 'Taken' },
    'needs.change': { id, statement: 'Taken' },
    'needs.move': { id, depth: 2 },
    'needs.arrange': { places: [{ id, parentId: null, depth: 3 }] },
    'needs.merge': { id, into: id },
    'needs.unmerge': { undo: id },
    'needs.split': { id, findingIds: [ids.finding] },
    'needs.attach': { id, findingId: ids.finding },
    'needs.detach': { id, findingId: ids.finding },
    'needs.heal': { id, what: 'Taken' },
    'needs.understand': { needId: id, turnId: ids.turn, from: 0, to: 4 },
    'needs.misunderstand': { needId: id, id },
    'sayBacks.make': { personId: id, needs: [{ id, statement: 'Taken' }] },
    'sayBacks.list': { personId: id },
    'beliefs.add': { personId: id, kind: 'gap', statement: 'Taken' },
    'beliefs.change': { id, statement: 'Taken' },
    'beliefs.close': { id, how: 'other', note: 'Taken' },
    'beliefs.takeBack': { id, step: id },
    'imports.dropFile': { id, i: 0 },
    'imports.row': { id, object: 'person', file: 0, row: 1 },
    'findings.note': { conversationId: id, turnId: ids.turn, from: 0, to: 4, kind: 'need' },
  };
  return own[name] ?? { id };
}

// These make something of the stranger's own, or take no id: what they do elsewhere is told by other tests.
const OF_ONES_OWN = new Set([
  'workspaces.create',
  'workspaces.openSample',
  'workspaces.removeSample',
  'workspaces.change',
  'conversations.paste',
  'people.add',
  'duplicates.look',
  'organisations.add',
  'offerings.offer',
  'pipelines.add',
  'members.invite',
  'imports.create',
  'members.shareListening',
  'learning.reset',
  'ownFields.add',
  'views.save',
  'invitations.accept',
  'invitations.look',
  // Whoever holds the link is the one it was made for: say-backs.test.ts tells what they can and cannot do.
  'sayBacks.look',
  'sayBacks.answer',
]);

test('with every id of another workspace every procedure reads nothing of it and changes nothing in it', async () => {
  const before = await contentsOf(world.db, ids.workspace, []);
  const mine = Object.values(ids).concat('Ines', 'Carvalho', 'Harbour', 'vans', 'Brightwater');
  let asked = 0;
  for (const leaf of leaves.filter(({ name }) => !OF_ONES_OWN.has(name)))
    for (const id of Object.values(ids)) {
      const answer = await call(leaf.procedure, askedWith(leaf.name, id), { context: asking(world, stranger) }).catch(
        (problem: unknown) => {
          assert.ok(problem instanceof Refusal || (problem as { code?: string }).code === 'BAD_REQUEST', `${leaf.name}: ${problem}`);
          return { refused: problem instanceof Refusal ? problem.message : '' };
        },
      );
      asked++;
      const text = JSON.stringify(answer ?? '');
      for (const word of mine) assert.ok(!text.includes(word), `${leaf.name} told ${word}`);
    }
  assert.ok(asked > 150);
  assert.deepEqual(await contentsOf(world.db, ids.workspace, []), before);
});

test('what a stranger is refused is refused in the same words as what never was', async () => {
  const never = '01900000-0000-7000-8000-000000000000';
  for (const leaf of leaves.filter(({ name, changes }) => !OF_ONES_OWN.has(name) && (changes || name.endsWith('.open'))))
    for (const id of ofEachKind()) {
      const answers = [id, never].map((one) =>
        call(leaf.procedure, askedWith(leaf.name, one), { context: asking(world, stranger) }).then(
          (answer) => JSON.stringify(answer).replaceAll(one, 'id'),
          (problem: unknown) => `${(problem as { code?: string }).code} ${(problem as Error).message}`,
        ),
      );
      const [real, none] = await Promise.all(answers);
      if (leaf.name !== 'today.open') assert.equal(real, none, leaf.name);
    }
});

test('who is let go is a stranger from the next request on: their links lead nowhere', async () => {
  const admin = await world.member('Ada Admin', 'admin');
  const as = { context: asking(world, admin) };
  const link = (await call(router.members.invite, { role: 'admin', days: 30 }, as)).url.split('/').at(-1) ?? '';
  const look = async (one: string) => (await call(router.invitations.look, { token: one }, { context: asking(world, null) })).usable;
  assert.equal(await look(link), true);
  await call(router.members.change, { id: admin.id, left: true }, { context: asking(world, maya) });
  assert.equal(await look(link), false);
  await assert.rejects(
    call(router.invitations.accept, { token: link }, as),
    (problem) => problem instanceof Refusal && problem.code === 'missing.invitation',
  );
  await assert.rejects(
    call(router.session.openWorkspace, { workspaceId: ids.workspace }, as),
    (problem) => problem instanceof Refusal && problem.code === 'may.not-member',
  );
  assert.equal(await look(token), true, 'the links of others still do');
});

test('who may invite no more, or only to less, has no links above that', async () => {
  const deputy = await world.member('Dee Deputy', 'owner');
  const as = { context: asking(world, deputy) };
  const linkTo = async (role: Role) => (await call(router.members.invite, { role, days: 30 }, as)).url.split('/').at(-1) ?? '';
  const links = { owner: await linkTo('owner'), admin: await linkTo('admin'), guest: await linkTo('guest') };
  const usable = async () =>
    Promise.all(
      Object.values(links).map(
        async (one) => (await call(router.invitations.look, { token: one }, { context: asking(world, null) })).usable,
      ),
    );
  assert.deepEqual(await usable(), [true, true, true]);
  await call(router.members.change, { id: deputy.id, role: 'admin' }, { context: asking(world, maya) });
  assert.deepEqual(await usable(), [false, true, true]);
  await call(router.members.change, { id: deputy.id, role: 'member' }, { context: asking(world, maya) });
  assert.deepEqual(await usable(), [false, false, false]);
});

test('guests read and write nothing: after all they may call, not a row is other than it was', async () => {
  const guest = await world.member('Guido', 'guest');
  const before = await contentsOf(world.db, ids.workspace);
  for (const leaf of leaves.filter(({ may }) => may !== 'public' && may !== 'signed-in'))
    for (const id of ofEachKind()) {
      const refusedAs = await call(leaf.procedure, askedWith(leaf.name, id), { context: asking(world, guest) }).then(
        () => null,
        (problem: unknown) => (problem as { code?: string }).code,
      );
      if (!mayAct('guest', leaf.may as Role)) assert.equal(refusedAs, 'may.not-allowed', leaf.name);
      if (leaf.changes) assert.ok(refusedAs, `${leaf.name} let a guest in`);
    }
  assert.deepEqual(await contentsOf(world.db, ids.workspace), before);
});

test('the trail is written with the deed: where it cannot be, nothing was done', async () => {
  const before = await contentsOf(world.db, ids.workspace, []);
  const as = { context: asking(world, maya) };
  const id = ids.person;
  const deeds: [string, () => Promise<unknown>][] = [
    ['people.add', () => call(router.people.add, { name: 'Unseen' }, as)],
    ['duplicates.look', () => call(router.duplicates.look, undefined, as)],
    ['duplicates.two', () => call(router.duplicates.two, { oneId: id, otherId: ids.second }, as)],
    ['duplicates.later', () => call(router.duplicates.later, { oneId: id, otherId: ids.second }, as)],
    ['duplicates.undecide', () => call(router.duplicates.undecide, { oneId: id, otherId: ids.second }, as)],
    ['duplicates.merge', () => call(router.duplicates.merge, { keepId: id, goneId: ids.second }, as)],
    ['duplicates.undo', () => call(router.duplicates.undo, { id: ids.merge }, as)],
    ['people.change', () => call(router.people.change, { id, name: 'Unseen' }, as)],
    ['organisations.add', () => call(router.organisations.add, { name: 'Unseen' }, as)],
    ['organisations.change', () => call(router.organisations.change, { id: ids.organisation, about: 'Unseen' }, as)],
    ['affiliations.join', () => call(router.affiliations.join, { personId: id, organisation: 'Unseen' }, as)],
    ['affiliations.change', () => call(router.affiliations.change, { id: ids.affiliation, roleTitle: 'Unseen' }, as)],
    ['affiliations.move', () => call(router.affiliations.move, { id: ids.affiliation, organisation: 'Unseen', on: '2026-11-01' }, as)],
    ['affiliations.remove', () => call(router.affiliations.remove, { id: ids.affiliation }, as)],
    ['affiliations.putBack', () => call(router.affiliations.putBack, { personId: id, affiliations: [] }, as)],
    ['ties.change', () => call(router.ties.change, { id: ids.tie, note: 'Unseen' }, as)],
    ['ties.remove', () => call(router.ties.remove, { id: ids.tie }, as)],
    ['people.doNotContact', () => call(router.people.doNotContact, { id, why: 'Unseen' }, as)],
    ['people.mayContact', () => call(router.people.mayContact, { id }, as)],
    ['traits.add', () => call(router.traits.add, { personId: id, kind: 'goal', statement: 'Unseen' }, as)],
    ['traits.change', () => call(router.traits.change, { id: ids.trait, statement: 'Unseen' }, as)],
    ['traits.renew', () => call(router.traits.renew, { id: ids.trait }, as)],
    ['traits.end', () => call(router.traits.end, { id: ids.trait }, as)],
    ['traits.restore', () => call(router.traits.restore, { id: ids.trait }, as)],
    ['traits.unnote', () => call(router.traits.unnote, { id: ids.trait }, as)],
    ['deeds.add', () => call(router.deeds.add, { personId: id, what: 'Unseen', doneOn: '2026-11-01' }, as)],
    ['deeds.remove', () => call(router.deeds.remove, { id: ids.deed }, as)],
    ['conversations.paste', () => call(router.conversations.paste, { text: 'Ada: Hello.\nBob: Good day.' }, as)],
    [
      'conversations.log',
      () => call(router.conversations.log, { who: ['Unseen'], kind: 'call', happenedAt: '2026-11-01T10:00:00Z', lines: 'x' }, as),
    ],
    ['conversations.change', () => call(router.conversations.change, { id: ids.conversation, title: 'Unseen' }, as)],
    ['conversations.remove', () => call(router.conversations.remove, { id: ids.conversation }, as)],
    ['findings.reject', () => call(router.findings.reject, { id: ids.finding }, as)],
    ['findings.edit', () => call(router.findings.edit, { id: ids.finding, statement: 'Unseen' }, as)],
    ['findings.confirm', () => call(router.findings.confirm, { id: ids.finding }, as)],
    ['promises.keep', () => call(router.promises.keep, { id: ids.promise }, as)],
    ['deals.add', () => call(router.deals.add, { title: 'Unseen' }, as)],
    ['deals.end', () => call(router.deals.end, { id: ids.deal, how: 'won' }, as)],
    ['pipelines.add', () => call(router.pipelines.add, { name: 'Unseen', stages: ['Unseen'] }, as)],
    ['tasks.add', () => call(router.tasks.add, { what: 'Unseen' }, as)],
    ['tasks.done', () => call(router.tasks.done, { id: ids.task }, as)],
    ['erasures.erase', () => call(router.erasures.erase, { id, name: 'Ines Carvalho' }, as)],
    ['notes.write', () => call(router.notes.write, { body: 'Unseen', about: { people: [id] } }, as)],
    ['notes.change', () => call(router.notes.change, { id: ids.note, body: 'Unseen' }, as)],
    ['notes.remove', () => call(router.notes.remove, { id: ids.note }, as)],
    ['attachments.remove', () => call(router.attachments.remove, { id: ids.attachment }, as)],
    ['attachments.choosePhoto', () => call(router.attachments.choosePhoto, { personId: id, photoId: null }, as)],
    ['offerings.offer', () => call(router.offerings.offer, { name: 'Unseen' }, as)],
    ['offerings.change', () => call(router.offerings.change, { id: ids.offering, name: 'Unseen' }, as)],
    ['offerings.putAway', () => call(router.offerings.putAway, { id: ids.offering }, as)],
    ['offerings.claim', () => call(router.offerings.claim, { id: ids.offering, statement: 'Unseen' }, as)],
    ['offerings.reword', () => call(router.offerings.reword, { id: ids.claim, statement: 'Unseen' }, as)],
    ['offerings.withdraw', () => call(router.offerings.withdraw, { id: ids.claim }, as)],
    ['needs.add', () => call(router.needs.add, { personId: id, statement: 'Unseen' }, as)],
    ['needs.change', () => call(router.needs.change, { id: ids.need, statement: 'Unseen' }, as)],
    ['needs.move', () => call(router.needs.move, { id: ids.need, depth: 2 }, as)],
    ['needs.arrange', () => call(router.needs.arrange, { places: [{ id: ids.need, parentId: null, depth: 2 }] }, as)],
    ['needs.heal', () => call(router.needs.heal, { id: ids.need, what: 'Unseen' }, as)],
    ['needs.unheal', () => call(router.needs.unheal, { id: ids.need }, as)],
    ['needs.remove', () => call(router.needs.remove, { id: ids.need }, as)],
    ['needs.understand', () => call(router.needs.understand, { needId: ids.need, turnId: ids.turn, from: 0, to: 4 }, as)],
    ['sayBacks.make', () => call(router.sayBacks.make, { personId: id, needs: [{ id: ids.need, statement: 'Unseen' }] }, as)],
    ['sayBacks.revoke', () => call(router.sayBacks.revoke, { id: ids.sayBack }, as)],
    ['beliefs.add', () => call(router.beliefs.add, { personId: id, kind: 'gap', statement: 'Unseen' }, as)],
    ['beliefs.change', () => call(router.beliefs.change, { id: ids.belief, statement: 'Unseen' }, as)],
    ['beliefs.close', () => call(router.beliefs.close, { id: ids.belief, how: 'other', note: 'Unseen' }, as)],
    ['beliefs.remove', () => call(router.beliefs.remove, { id: ids.belief }, as)],
    [
      'sayBacks.answer',
      async () => {
        const { needs } = await call(router.sayBacks.look, { token: said }, { context: asking(world, null) });
        await call(router.sayBacks.answer, { token: said, need: needs[0]?.id ?? '', answer: 'yes' }, { context: asking(world, null) });
      },
    ],
    ['speakers.unname', () => call(router.speakers.unname, { undo: ids.undo }, as)],
    ['members.invite', () => call(router.members.invite, { role: 'guest', days: 1 }, as)],
    ['members.withdrawInvitation', () => call(router.members.withdrawInvitation, { id: ids.invitation }, as)],
    ['members.shareListening', () => call(router.members.shareListening, { shared: true }, as)],
    ['learning.reset', () => call(router.learning.reset, undefined, as)],
    ['tags.put', () => call(router.tags.put, { about: 'person', id, name: 'Unseen' }, as)],
    ['tags.take', () => call(router.tags.take, { about: 'person', id, tagId: ids.tag }, as)],
    ['tags.rename', () => call(router.tags.rename, { id: ids.tag, name: 'Unseen' }, as)],
    ['tags.remove', () => call(router.tags.remove, { id: ids.tag }, as)],
    ['ownFields.add', () => call(router.ownFields.add, { about: 'person', label: 'Unseen', kind: 'text' }, as)],
    ['ownFields.change', () => call(router.ownFields.change, { id: ids.field, label: 'Unseen' }, as)],
    ['ownFields.putAway', () => call(router.ownFields.putAway, { id: ids.field }, as)],
    ['ownFields.fill', () => call(router.ownFields.fill, { fieldId: ids.field, id, value: 'Unseen' }, as)],
    ['views.save', () => call(router.views.save, { name: 'Unseen', search: {} }, as)],
    ['views.change', () => call(router.views.change, { id: ids.view, name: 'Unseen' }, as)],
    ['views.remove', () => call(router.views.remove, { id: ids.view }, as)],
    ['bulk.change', () => call(router.bulk.change, { ids: [id], change: { what: 'tag', name: 'Unseen' } }, as)],
    ['bulk.undo', () => call(router.bulk.undo, { id: ids.many }, as)],
    ['languageModel.change', () => call(router.languageModel.change, { endpoint: 'https://models.example/v1' }, as)],
    ['imports.create', () => call(router.imports.create, undefined, as)],
    ['imports.answer', () => call(router.imports.answer, { id: ids.import, conflict: 'file' }, as)],
    ['workspaces.change', () => call(router.workspaces.change, { mission: 'Unseen' }, as)],
  ];
  await sql`alter table audit_events add constraint no_trail check (action = 'none') not valid`.execute(world.db);
  try {
    for (const [name, deed] of deeds) await assert.rejects(deed(), name);
    assert.deepEqual(await contentsOf(world.db, ids.workspace, []), before);
  } finally {
    await sql`alter table audit_events drop constraint no_trail`.execute(world.db);
  }
});
