import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayBackShape } from './say-back.shape.ts';
import { changedWorkspaceShape, newWorkspaceShape, sessionShape, zoneShape } from './session.shape.ts';

const workspace = { name: 'Brightwater', whatWeDo: '', mission: '', personKinds: [], locale: 'en', zone: 'Europe/Amsterdam' };
const faultsOf = (more: object) =>
  (newWorkspaceShape.safeParse({ ...workspace, ...more }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

test('a zone is a place: an offset is none, for it says nothing of summer and the database reads it the other way round', () => {
  for (const zone of ['Europe/Amsterdam', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'UTC', 'Asia/Calcutta'])
    assert.ok(zoneShape.safeParse(zone).success, zone);
  for (const zone of ['+02:00', '-0500', '+02', 'GMT+2', 'UTC+1', 'Mars/Phobos', 'Amsterdam', '', ' UTC', 'x'.repeat(61), null, 2])
    assert.ok(!zoneShape.safeParse(zone).success, String(zone));
  assert.deepEqual(faultsOf({ zone: '+02:00' }), ['zone: That is not a time zone, like Europe/Amsterdam.']);
});

test('a workspace has a name that can be read, and speaks one of our languages', () => {
  assert.deepEqual(newWorkspaceShape.parse({ ...workspace, name: ' Bright\u0000water ' }), workspace);
  for (const more of [
    { name: '  ' },
    { name: 'x'.repeat(201) },
    { locale: 'de' },
    { locale: 'NL' },
    { mission: 'x'.repeat(2001) },
    { personKinds: ['foe'] },
  ])
    assert.equal(faultsOf(more).length, 1, Object.keys(more).join());
  assert.deepEqual(faultsOf({ personKinds: ['customer', 'friend'], locale: 'nl' }), []);
});

test('changing a workspace leaves alone what is not given', () => {
  assert.deepEqual(changedWorkspaceShape.parse({}), {});
  assert.deepEqual(changedWorkspaceShape.parse({ mission: ' ' }), { mission: '' });
  assert.ok(!changedWorkspaceShape.safeParse({ name: '' }).success);
  assert.ok(!changedWorkspaceShape.safeParse({ zone: '+01:00' }).success);
});

test('a session is of somebody, or of nobody, and never shows more than it says', () => {
  const counts = { today: 0, people: 0, conversations: 0, promises: 0, deals: 0, pairs: 0 };
  const nobody = { account: null, member: null, workspace: null, workspaces: [], setup: { needed: true, token: false }, counts };
  assert.deepEqual(sessionShape.parse(nobody), nobody);
  const account = { id: 'a', name: 'Maya', email: 'maya@brightwater.example', passwordHash: 'x' };
  assert.deepEqual(Object.keys(sessionShape.parse({ ...nobody, account }).account ?? {}), ['id', 'name', 'email']);
  for (const odd of [{ setup: { needed: true } }, { counts: { ...counts, pairs: '9' } }, { member: { id: 'x', name: 'M', role: 'owner' } }])
    assert.ok(!sessionShape.safeParse({ ...nobody, ...odd }).success, JSON.stringify(odd));
});

test('a link that asks whether we got it right is shown without its secret', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const view = {
    ...{ id, createdAt: '2026-11-20T10:00:00Z', by: null, expiresAt: '2026-12-20T10:00:00Z', state: 'open', token: 'secret' },
    needs: [
      { needId: id, statement: 'Vans that stay cold', answers: [{ answer: 'partly', words: '', answeredAt: '2026-11-21T10:00:00Z' }] },
    ],
  };
  assert.ok(!('token' in sayBackShape.parse(view)));
  assert.ok(!sayBackShape.safeParse({ ...view, state: 'closed' }).success);
});
