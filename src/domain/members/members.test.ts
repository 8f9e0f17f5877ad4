import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { inviteMember, withdrawInvitation } from '../invitations/invite.ts';
import { lookAtInvitation } from '../invitations/look.ts';
import { readSession } from '../session/read.ts';
import { changeMember, shareListening } from './change.ts';
import { listMembers } from './list.ts';

let world: World;
let owner: WorldMember;
const now = '2026-11-23T09:00:00Z';
const publicUrl = 'https://heed.example';

before(async () => {
  world = await newWorld();
  owner = await world.member('Maya', 'owner');
});
after(() => world.close());

const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

async function visitor(name: string) {
  const account = { id: uuidv7(), name, email: `${name.toLowerCase()}@example.org` };
  await world.db
    .insertInto('accounts')
    .values({ ...account, emailVerified: true, createdAt: now, updatedAt: now })
    .execute();
  return { db: world.db, account, now };
}

async function invited(role: 'owner' | 'admin' | 'member' | 'guest', days = 7) {
  const { url, invitation } = await inviteMember(world.scope(owner, now), { role, days, publicUrl });
  return { token: tokenOf(url), invitation, url };
}

test('a link lets one person in, once, with its role', async () => {
  const { token, url } = await invited('member');
  assert.ok(url.startsWith('https://heed.example/join/'));
  const seen = await lookAtInvitation(world.db, { token, now });
  assert.equal(seen?.workspace, world.workspace.name);
  assert.equal(seen?.usable, true);
  const ben = await visitor('Ben');
  const { workspaceId, memberId } = await acceptInvitation(ben, token);
  assert.equal(workspaceId, world.workspace.id);
  const { members } = await listMembers(world.scope(owner, now));
  assert.equal(members.find((member) => member.id === memberId)?.role, 'member');
  await assert.rejects(acceptInvitation(await visitor('Thief'), token), refused('missing.invitation'));
  assert.equal((await lookAtInvitation(world.db, { token, now }))?.usable, false);
});

test('two people at the same moment: one gets in', async () => {
  const { token } = await invited('member');
  const both = await Promise.allSettled([acceptInvitation(await visitor('Ann'), token), acceptInvitation(await visitor('Bob'), token)]);
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
});

test('a link past its day or withdrawn lets nobody in, and the token itself is never stored', async () => {
  const { token, invitation } = await invited('admin', 1);
  const late = '2026-11-24T09:00:01Z';
  assert.equal((await lookAtInvitation(world.db, { token, now: late }))?.usable, false);
  await assert.rejects(acceptInvitation({ ...(await visitor('Late')), now: late }, token), refused('missing.invitation'));
  assert.ok((await listMembers(world.scope(owner, now))).invitations.some((one) => one.id === invitation.id));
  await withdrawInvitation(world.scope(owner, now), invitation.id);
  await withdrawInvitation(world.scope(owner, now), invitation.id);
  await assert.rejects(acceptInvitation(await visitor('Early'), token), refused('missing.invitation'));
  const rows = await world.db.selectFrom('invitations').selectAll().execute();
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(token));
  const withdrawn = await world.db.selectFrom('auditEvents').select('id').where('action', '=', 'invitation.withdrawn').execute();
  assert.equal(withdrawn.length, 1);
  assert.equal(await lookAtInvitation(world.db, { token: 'no-such', now }), null);
});

test('nobody invites above themselves, and only those who may invite see the open links', async () => {
  const admin = await world.member('Ada', 'admin');
  const member = await world.member('Mel', 'member');
  await assert.rejects(inviteMember(world.scope(admin, now), { role: 'owner', days: 7, publicUrl }), refused('may.not-above'));
  await inviteMember(world.scope(admin, now), { role: 'admin', days: 7, publicUrl });
  assert.deepEqual((await listMembers(world.scope(member, now))).invitations, []);
});

test('who is a member already only gains by a link, and who left comes back as who they were', async () => {
  const cleo = await visitor('Cleo');
  const first = await acceptInvitation(cleo, (await invited('admin')).token);
  const lower = await acceptInvitation(cleo, (await invited('guest')).token);
  assert.equal(lower.memberId, first.memberId);
  const roleOf = async () => (await listMembers(world.scope(owner, now))).members.find((one) => one.id === first.memberId)?.role;
  assert.equal(await roleOf(), 'admin');
  await changeMember(world.scope(owner, now), { id: first.memberId, left: true });
  assert.equal(await roleOf(), undefined);
  assert.equal((await acceptInvitation(cleo, (await invited('guest')).token)).memberId, first.memberId);
  assert.equal(await roleOf(), 'guest');
});

test('one owner always stays, and only an owner touches an owner', async () => {
  const other = await newWorld();
  try {
    const boss = await other.member('Boss', 'owner');
    const admin = await other.member('Adam', 'admin');
    const scope = other.scope(boss, now);
    await assert.rejects(changeMember(scope, { id: boss.id, role: 'member' }), refused('may.last-owner'));
    await assert.rejects(changeMember(scope, { id: boss.id, left: true }), refused('may.last-owner'));
    await assert.rejects(changeMember(other.scope(admin, now), { id: boss.id, role: 'guest' }), refused('may.owner-only'));
    await assert.rejects(changeMember(other.scope(admin, now), { id: admin.id, role: 'owner' }), refused('may.owner-only'));
    await changeMember(scope, { id: admin.id, role: 'owner' });
    const both = await Promise.allSettled([
      changeMember(scope, { id: boss.id, role: 'member' }),
      changeMember(other.scope({ ...admin, role: 'owner' }, now), { id: admin.id, role: 'member' }),
    ]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  } finally {
    await other.close();
  }
});

test('a member of another workspace is nobody here', async () => {
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const far = await world.member('Far', 'member', { in: elsewhere.id });
  await assert.rejects(changeMember(world.scope(owner, now), { id: far.id, role: 'guest' }), refused('missing.member'));
});

test('the session says who and where, and to a stranger nothing but whether to begin', async () => {
  await shareListening(world.scope(owner, now), true);
  await world.person('Ines Carvalho');
  const account = { id: owner.accountId, name: 'Maya', email: owner.email };
  const session = await readSession({ db: world.db, account, member: owner, now, setup: { needed: false, token: false } });
  assert.equal(session.member?.sharesListening, true);
  assert.equal(session.workspace?.name, world.workspace.name);
  assert.deepEqual(session.workspaces, [{ id: world.workspace.id, name: world.workspace.name }]);
  assert.equal(session.counts.people, 1);
  const stranger = await readSession({ db: world.db, account: null, member: null, now, setup: { needed: true, token: true } });
  assert.equal(stranger.workspace, null);
  assert.deepEqual(stranger.workspaces, []);
  assert.equal(stranger.setup.token, true);
  const homeless = await readSession({
    db: world.db,
    account: (await visitor('Homeless')).account,
    member: null,
    now,
    setup: { needed: false, token: false },
  });
  assert.equal(homeless.member, null);
  assert.equal(homeless.counts.people, 0);
});

test('who was taken out by mistake comes back as what they were', async () => {
  const own = await newWorld();
  const maya = await own.member('Maya Okafor', 'owner');
  const tom = await own.member('Tom Ashby', 'admin');
  const change = (more: { left?: boolean }) => changeMember(own.scope(maya), { id: tom.id, ...more });
  const here = async () => (await listMembers(own.scope(maya))).members.map((one) => `${one.name}: ${one.role}`);
  await change({ left: true });
  assert.deepEqual(await here(), ['Maya Okafor: owner']);
  await change({ left: false });
  assert.deepEqual(await here(), ['Maya Okafor: owner', 'Tom Ashby: admin']);
  await own.close();
});
