import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type AnyProcedure, call, isProcedure } from '@orpc/server';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { ROLES } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import type { ProcedureMeta } from './base.ts';
import { router } from './router.ts';

interface Leaf {
  name: string;
  procedure: AnyProcedure;
  meta: ProcedureMeta;
  method: string;
}

const leaves: Leaf[] = Object.entries(router).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    assert.ok(isProcedure(procedure));
    const { meta, route } = procedure['~orpc'];
    return { name: `${noun}.${verb}`, procedure, meta: meta as ProcedureMeta, method: route.method ?? 'POST' };
  }),
);

let world: World;
let maya: WorldMember;
let conversationId: string;
let personId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  personId = (await world.person('Ines Carvalho')).id;
  const received = await handIn(world.scope(maya), FIRST_CALL);
  conversationId = received.conversations[0]?.id ?? '';
  await understandWaiting(world.scope(maya));
});
after(() => world.close());

const code = (problem: unknown) => (problem instanceof Refusal ? problem.code : String(problem));

test('each procedure says what it does, who may call it and what the trail keeps, and describes each field', () => {
  const wrong: string[] = [];
  for (const { name, procedure, meta, method } of leaves) {
    const { route, inputSchema, outputSchema } = procedure['~orpc'];
    if (!route.summary || !route.path) wrong.push(`${name}: no summary or path`);
    if (!['public', 'signed-in', ...ROLES].includes(meta.may)) wrong.push(`${name}: nobody may`);
    if (method !== 'GET' && !meta.audit && name !== 'session.openWorkspace') wrong.push(`${name}: changes something without a trail`);
    if (!outputSchema) wrong.push(`${name}: no output`);
    const json = inputSchema ? z.toJSONSchema(inputSchema as unknown as z.ZodType, { io: 'input' }) : null;
    for (const [field, schema] of Object.entries(json?.properties ?? {}))
      if (typeof schema === 'boolean' || !schema.description) wrong.push(`${name}: ${field} is not described`);
  }
  assert.deepEqual(wrong, []);
  assert.equal(new Set(leaves.map(({ procedure, method }) => `${method} ${procedure['~orpc'].route.path}`)).size, leaves.length);
});

test('the list of procedures and the router name the same ones, with the same addresses', () => {
  const list = readFileSync(path.join(import.meta.dirname, '../../docs/procedures.md'), 'utf8');
  const missing = leaves.filter(({ name, procedure }) => {
    const [noun = '', verb = ''] = name.split('.');
    const row = list
      .split('\n')
      .find((line) => line.startsWith(`| ${noun}.`) && new RegExp(`[.\\s/]${verb}\\b`).test(line.split('|')[1] ?? ''));
    return !row?.includes(String(procedure['~orpc'].route.path).split('/')[1] ?? '?');
  });
  assert.deepEqual(
    missing.map(({ name }) => name),
    [],
  );
});

test('its pages are described for the API though they are not checked on each request', () => {
  for (const { name, procedure } of leaves) {
    const schema = z.toJSONSchema(procedure['~orpc'].outputSchema as unknown as z.ZodType, { io: 'output' });
    assert.equal(schema.type, 'object', name);
  }
});

/** Enough to pass the door: what does not exist is refused behind it. */
function somethingFor({ name }: Leaf): unknown {
  const id = uuidv7();
  const inputs: Record<string, unknown> = {
    'session.openWorkspace': { workspaceId: id },
    'workspaces.create': { name: 'N', whatWeDo: '', mission: '', personKinds: [], locale: 'en', zone: 'UTC' },
    'workspaces.change': { mission: 'M' },
    'members.invite': { role: 'guest', days: 1 },
    'members.shareListening': { shared: true },
    'invitations.look': { token: 't' },
    'invitations.accept': { token: 't' },
    'conversations.paste': { text: 'Ada: hello\nBob: good day' },
    'conversations.log': { who: ['Ada'], kind: 'call', happenedAt: '2026-11-01T10:00:00Z', lines: 'x' },
    'conversations.why': { id, turn: 1 },
    'speakers.name': { answers: [{ alias: 'x', is: 'me' }] },
    'speakers.unname': { undo: id },
    'people.add': { name: 'Ada' },
    'people.change': { id, name: 'Ada' },
    'traits.add': { personId: id, kind: 'value', statement: 'S' },
    'traits.change': { id, statement: 'S' },
    'deeds.add': { personId: id, what: 'W', doneOn: '2026-11-01' },
    'find.everything': { text: 'meals' },
    'conversations.change': { id, title: 'T' },
    'members.change': { id, role: 'guest' },
    'learning.unreset': { resetAt: '2026-11-01T10:00:00Z' },
    'duplicates.like': { name: 'Ada' },
    'duplicates.open': { oneId: id, otherId: uuidv7() },
    'duplicates.two': { oneId: id, otherId: uuidv7() },
    'duplicates.later': { oneId: id, otherId: uuidv7() },
    'duplicates.undecide': { oneId: id, otherId: uuidv7() },
    'duplicates.merge': { keepId: id, goneId: uuidv7() },
    'offerings.offer': { name: 'N' },
    'offerings.change': { id, name: 'N' },
    'offerings.claim': { id, statement: 'S' },
    'offerings.reword': { id, statement: 'S' },
    'tags.of': { about: 'person', id },
    'tags.put': { about: 'person', id, name: 'T' },
    'tags.take': { about: 'person', id, tagId: id },
    'tags.rename': { id, name: 'T' },
    'tags.merge': { id, into: uuidv7() },
    'ownFields.of': { about: 'person', id },
    'ownFields.add': { about: 'person', label: 'L', kind: 'text' },
    'ownFields.change': { id, label: 'L' },
    'ownFields.order': { about: 'person', ids: [id] },
    'ownFields.fill': { fieldId: id, id, value: 'V' },
    'views.save': { name: 'V', search: {} },
    'views.change': { id, name: 'V' },
    'views.order': { ids: [id] },
    'bulk.change': { ids: [id], change: { what: 'contact', may: false } },
    'notes.write': { body: 'N', about: { people: [id] } },
    'notes.change': { id, body: 'N' },
    'attachments.choosePhoto': { personId: id, photoId: null },
    'timeline.of': { personId: id },
    'needs.add': { personId: id, statement: 'S' },
    'needs.change': { id, statement: 'S' },
    'needs.arrange': { places: [{ id, parentId: null, depth: 0 }] },
    'needs.merge': { id, into: uuidv7() },
    'needs.unmerge': { undo: id },
    'needs.split': { id, findingIds: [id] },
    'needs.attach': { id, findingId: id },
    'needs.detach': { id, findingId: id },
    'needs.understand': { needId: id, turnId: id, from: 0, to: 1 },
    'needs.misunderstand': { needId: id, id },
    'sayBacks.make': { personId: id, needs: [{ id, statement: 'S' }] },
    'sayBacks.list': { personId: id },
    'sayBacks.look': { token: 't' },
    'sayBacks.answer': { token: 't', need: id, answer: 'yes' },
    'beliefs.add': { personId: id, kind: 'false', statement: 'S' },
    'beliefs.change': { id, statement: 'S' },
    'beliefs.close': { id, how: 'other', note: 'S' },
    'beliefs.takeBack': { id, step: id },
  };
  return inputs[name] ?? { id };
}

const ask = (leaf: Leaf, member: WorldMember | null, input: unknown = somethingFor(leaf)): Promise<unknown> =>
  call(leaf.procedure, input, { context: asking(world, member) });

test('nothing answers without a session but what is public by design', async () => {
  for (const leaf of leaves) {
    if (leaf.meta.may === 'public') continue;
    await assert.rejects(ask(leaf, null), (problem) => code(problem) === 'auth.sign-in-first', leaf.name);
  }
  assert.deepEqual(
    leaves.filter(({ meta }) => meta.may === 'public').map(({ name }) => name),
    ['session.read', 'invitations.look', 'sayBacks.look', 'sayBacks.answer'],
  );
});

test('a role below what a procedure asks is refused before anything is read', async () => {
  for (const role of ['guest', 'member', 'admin'] as const) {
    const member = await world.member(`Some ${role}`, role);
    for (const leaf of leaves) {
      const needed = ROLES.indexOf(leaf.meta.may as (typeof ROLES)[number]);
      if (needed === -1 || ROLES.indexOf(role) <= needed) continue;
      await assert.rejects(ask(leaf, member), (problem) => code(problem) === 'may.not-allowed', `${role}: ${leaf.name}`);
    }
  }
  const guest = await world.member('Guido', 'guest');
  const mayWrite = leaves.filter(({ meta, method }) => meta.may === 'guest' && method !== 'GET');
  assert.deepEqual(mayWrite, []);
  assert.ok(await call(router.people.list, {}, { context: asking(world, guest) }));
});

test('a member of another workspace sees nothing of this one through any procedure that reads', async () => {
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
  const names = /Ines|Carvalho|meals|Okafor|Brightwater|fridges/;
  for (const leaf of leaves.filter(({ method, meta }) => method === 'GET' && meta.may !== 'public')) {
    for (const input of [
      somethingFor(leaf),
      { id: conversationId },
      { id: conversationId, turn: 1 },
      { id: personId },
      { oneId: personId, otherId: personId },
      { name: 'Ines Carvalho' },
      { conversationId, text: 'Ines meals' },
    ]) {
      const answer = await ask(leaf, stranger, input).catch((problem: unknown) => (problem instanceof Refusal ? problem.message : ''));
      assert.doesNotMatch(JSON.stringify(answer ?? ''), names, leaf.name);
    }
  }
  const writes = [
    ask(leafOf('conversations.change'), stranger, { id: conversationId, title: 'Mine' }),
    ask(leafOf('conversations.remove'), stranger, { id: conversationId }),
    ask(leafOf('people.change'), stranger, { id: personId, name: 'Mine' }),
    ask(leafOf('conversations.log'), stranger, { who: [personId], kind: 'call', happenedAt: '2026-11-01T10:00:00Z', lines: 'x' }),
    ask(leafOf('speakers.name'), stranger, { answers: [{ alias: 'ines carvalho', is: 'me' }] }),
    ask(leafOf('session.openWorkspace'), stranger, { workspaceId: world.workspace.id }),
  ];
  for (const outcome of await Promise.allSettled(writes)) assert.equal(outcome.status, 'rejected');
  const mine = await call(router.conversations.open, { id: conversationId }, { context: asking(world, maya) });
  assert.notEqual(mine.title, 'Mine');
});

function leafOf(name: string): Leaf {
  const leaf = leaves.find((one) => one.name === name);
  assert.ok(leaf, name);
  return leaf;
}

test('going to another workspace of one’s own chooses it, and the answer is already of it', async () => {
  const second = await world.otherWorkspace('Second');
  await world.member('Maya Okafor', 'guest', { in: second.id });
  const context = asking(world, maya);
  const session = await call(router.session.openWorkspace, { workspaceId: second.id }, { context });
  assert.deepEqual(context.chosen, [second.id]);
  assert.equal(session.workspace?.name, 'Second');
  assert.equal(session.member?.role, 'guest');
  assert.equal(session.workspaces.length, 2);
});

test('an invitation is made, looked at and accepted through the procedures', async () => {
  const { url } = await call(router.members.invite, { role: 'member', days: 3 }, { context: asking(world, maya) });
  const token = url.split('/').at(-1) ?? '';
  assert.equal((await call(router.invitations.look, { token }, { context: asking(world, null) })).usable, true);
  const elsewhere = await world.otherWorkspace('Theirs');
  const nora = await world.member('Nora', 'owner', { in: elsewhere.id });
  const context = asking(world, nora);
  const session = await call(router.invitations.accept, { token }, { context });
  assert.equal(session.workspace?.id, world.workspace.id);
  assert.deepEqual(context.chosen, [world.workspace.id]);
  await assert.rejects(call(router.invitations.look, { token: 'none' }, { context }), (problem) => code(problem) === 'missing.invitation');
});

test('a workspace is made and changed through the procedures; a language that is none of ours is refused', async () => {
  const context = asking(world, maya);
  const fields = { name: 'Third', whatWeDo: 'Boats', mission: 'Open rivers', personKinds: [], locale: 'nl', zone: 'Europe/Amsterdam' };
  const made = await call(router.workspaces.create, fields, { context });
  assert.equal(made.workspace?.name, 'Third');
  assert.equal(made.member?.role, 'owner');
  await assert.rejects(call(router.workspaces.create, { ...fields, locale: 'xx' }, { context }));
  await assert.rejects(call(router.workspaces.create, { ...fields, zone: 'Mars/Olympus' }, { context }));
  const changed = await call(router.workspaces.change, { mission: 'Still open' }, { context: asking(world, maya) });
  assert.equal(changed.workspace?.mission, 'Still open');
});
