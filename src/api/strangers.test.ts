import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AnyProcedure, call, isProcedure } from '@orpc/server';
import { mayAct, type Role } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { askedWith as askedOf, type EveryId, fullWorld, oneOfEach } from '#test/full-world.ts';
import { contentsOf } from '#test/ledger.ts';
import type { World, WorldMember } from '#test/world.ts';
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
let ids: EveryId;
let token = '';
const ofEachKind = () => oneOfEach(ids);
const askedWith = (name: string, id: string) => askedOf(ids, name, id);

before(async () => {
  ({ world, maya, ids, token } = await fullWorld());
  elsewhere = await world.otherWorkspace('Elsewhere');
  stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
});
after(() => world.close());

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
