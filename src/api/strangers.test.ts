import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AnyProcedure, call, isProcedure } from '@orpc/server';
import { sql } from 'kysely';
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
  invitation: '',
  undo: '',
  member: '',
  workspace: '',
  offering: '',
  claim: '',
  trait: '',
  deed: '',
};
let token = '';

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
  ids.offering = (await call(router.offerings.offer, { name: 'Brightwater desk' }, as)).id;
  ids.claim = (await call(router.offerings.claim, { id: ids.offering, statement: 'Brightwater answers at night' }, as)).id;
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
    'offerings.change': { id, name: 'Taken' },
    'offerings.claim': { id, statement: 'Taken' },
    'offerings.reword': { id, statement: 'Taken' },
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
  'offerings.offer',
  'members.invite',
  'members.shareListening',
  'learning.reset',
  'invitations.accept',
  'invitations.look',
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
    for (const id of [
      ids.conversation,
      ids.person,
      ids.finding,
      ids.promise,
      ids.undo,
      ids.member,
      ids.offering,
      ids.claim,
      ids.trait,
      ids.deed,
    ]) {
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
    for (const id of [ids.conversation, ids.person, ids.finding, ids.promise, ids.offering, ids.claim, ids.trait, ids.deed]) {
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
    ['people.change', () => call(router.people.change, { id, name: 'Unseen' }, as)],
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
    ['offerings.offer', () => call(router.offerings.offer, { name: 'Unseen' }, as)],
    ['offerings.change', () => call(router.offerings.change, { id: ids.offering, name: 'Unseen' }, as)],
    ['offerings.putAway', () => call(router.offerings.putAway, { id: ids.offering }, as)],
    ['offerings.claim', () => call(router.offerings.claim, { id: ids.offering, statement: 'Unseen' }, as)],
    ['offerings.reword', () => call(router.offerings.reword, { id: ids.claim, statement: 'Unseen' }, as)],
    ['offerings.withdraw', () => call(router.offerings.withdraw, { id: ids.claim }, as)],
    ['speakers.unname', () => call(router.speakers.unname, { undo: ids.undo }, as)],
    ['members.invite', () => call(router.members.invite, { role: 'guest', days: 1 }, as)],
    ['members.withdrawInvitation', () => call(router.members.withdrawInvitation, { id: ids.invitation }, as)],
    ['members.shareListening', () => call(router.members.shareListening, { shared: true }, as)],
    ['learning.reset', () => call(router.learning.reset, undefined, as)],
    ['languageModel.change', () => call(router.languageModel.change, { endpoint: 'https://models.example/v1' }, as)],
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
