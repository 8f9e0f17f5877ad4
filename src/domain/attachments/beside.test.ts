import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { AttachedTo } from '#model/attachment.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { keepAttachment, keepPhoto } from './keep.ts';
import { bytesOf } from './view.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
const folder = mkdtempSync(path.join(tmpdir(), 'heed-beside-'));
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
});
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const as = (member = maya) => ({ context: asking(world, member) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
let files = 0;

function onDisk(bytes: string | Uint8Array): string {
  const file = path.join(folder, String(files++));
  writeFileSync(file, bytes);
  return file;
}

async function bring(
  member: WorldMember,
  words: string,
  more: { about?: AttachedTo; id?: string; private?: boolean } = {},
): Promise<string> {
  const given = { about: 'person' as AttachedTo, id: ines.id, name: `${words}.txt`, path: onDisk(words), ...more };
  return (await keepAttachment(world.scope(member), given)).attachment.id;
}

async function names(member: WorldMember, about: AttachedTo, id: string): Promise<string[]> {
  return (await call(router.attachments.list, { about, id }, as(member))).attachments.map(({ name }) => name);
}

async function textOf(member: WorldMember, id: string): Promise<string> {
  let text = '';
  for await (const part of (await bytesOf(world.scope(member), id)).parts) text += Buffer.from(part).toString();
  return text;
}
const noteOf = async (member: WorldMember, more: object = {}) =>
  (await call(router.notes.write, { body: 'The drawings', about: { people: [ines.id] }, ...more }, as(member))).id;

test('a file one keeps beside an open note stays one’s own when the note is worded anew, hidden or shown again', async () => {
  const note = await noteOf(maya);
  const hers = await bring(maya, 'Hers alone', { about: 'note', id: note, private: true });
  const his = await bring(ben, 'His alone', { about: 'note', id: note, private: true });
  await bring(maya, 'For all', { about: 'note', id: note });
  await call(router.notes.change, { id: note, body: 'The drawings of the hull' }, as());
  assert.deepEqual((await names(maya, 'note', note)).sort(), ['For all.txt', 'Hers alone.txt']);
  assert.deepEqual((await names(ben, 'note', note)).sort(), ['For all.txt', 'His alone.txt']);
  await assert.rejects(textOf(ben, hers), code('missing.attachment'));
  await call(router.notes.change, { id: note, private: true }, as());
  assert.ok(!(await names(maya, 'note', note)).includes('His alone.txt'), 'hiding a note gives its writer nobody else’s file');
  await assert.rejects(textOf(ben, his), code('missing.attachment'));
  await call(router.notes.change, { id: note, private: false }, as());
  assert.equal(await textOf(ben, his), 'His alone');
  await assert.rejects(textOf(maya, his), code('missing.attachment'));
});

test('beside somebody met in private a file is theirs who met them, whatever was said of it', async () => {
  const hidden = await world.person('Sam Secret', { email: null });
  await sql`update people set private_to = ${ben.id} where id = ${hidden.id}`.execute(world.db);
  const id = await bring(ben, 'Secret plan', { id: hidden.id, private: false });
  await assert.rejects(bring(maya, 'Guess', { id: hidden.id }), code('missing.person'));
  await assert.rejects(call(router.attachments.list, { about: 'person', id: hidden.id }, as()), code('missing.person'));
  await assert.rejects(call(router.attachments.remove, { id }, as()), code('missing.attachment'));
  await assert.rejects(textOf(maya, id), code('missing.attachment'));
  assert.equal(await textOf(ben, id), 'Secret plan');
});

test('a file is taken away by who brought it or an admin, and reading it is in the trail each time', async () => {
  const id = await bring(ben, 'Offer');
  const other = await world.member('Tom Ashby');
  await assert.rejects(call(router.attachments.remove, { id }, as(other)), code('may.not-yours'));
  assert.equal(await textOf(other, id), 'Offer');
  await call(router.attachments.remove, { id }, as(maya));
  await assert.rejects(textOf(ben, id), code('missing.attachment'));
  await assert.rejects(call(router.attachments.restore, { id }, as(other)), code('may.not-yours'));
  await Promise.all([call(router.attachments.restore, { id }, as(ben)), call(router.attachments.restore, { id }, as(ben))]);
  assert.deepEqual(await trailOf(world, id), ['attachment.added', 'attachment.read', 'attachment.removed', 'attachment.restored']);
});

test('the same bytes again after they were taken away are a new file; private and open they are two', async () => {
  const first = await bring(maya, 'Twice');
  await call(router.attachments.remove, { id: first }, as());
  const second = await bring(maya, 'Twice');
  assert.notEqual(first, second);
  const [hers, his] = [await bring(maya, 'Apart', { private: true }), await bring(ben, 'Apart', { private: true })];
  assert.notEqual(hers, his);
  assert.notEqual(await bring(ben, 'Apart'), his, 'for all to read it is not the one that is his alone');
  assert.equal(await bring(maya, 'Twice', { private: true }), second, 'what all may read already is there');
});

test('a deal’s files go with the deal and come back with it; nobody brings one to a deal that was taken away', async () => {
  const { id } = await call(router.deals.add, { title: 'Nets' }, as());
  const file = await bring(maya, 'Contract', { about: 'deal', id });
  await call(router.deals.remove, { id }, as());
  await assert.rejects(bring(maya, 'More', { about: 'deal', id }), code('missing.deal'));
  await assert.rejects(call(router.attachments.list, { about: 'deal', id }, as()), code('missing.deal'));
  await call(router.deals.bringBack, { id }, as());
  assert.deepEqual(await names(ben, 'deal', id), ['Contract.txt']);
  assert.equal(await textOf(ben, file), 'Contract');
});

test('a face is one of theirs: not another’s, no file, none that is not there', async () => {
  const other = await world.person('Tobias Brandt');
  const photo = async (personId: string) => (await keepPhoto(world.scope(maya), { personId, path: onDisk(PNG), name: 'me.png' })).photoId;
  const [hers, his] = [await photo(ines.id), await photo(other.id)];
  const second = await keepPhoto(world.scope(maya), { personId: ines.id, path: onDisk(PNG), name: 'new.png' });
  assert.equal(second.before, hers, 'the one before is told, so that it can be put back');
  const file = await bring(maya, 'No face');
  const choose = (photoId: string | null, member = maya) =>
    call(router.attachments.choosePhoto, { personId: ines.id, photoId }, as(member));
  for (const wrong of [his, file, ines.id]) await assert.rejects(choose(wrong), code('missing.attachment'));
  assert.deepEqual(await choose(null, ben), { photoId: null, before: second.photoId });
  assert.equal((await call(router.people.open, { id: ines.id }, as())).photoId, null);
  assert.ok(!(await names(maya, 'person', ines.id)).some((name) => name.endsWith('.png')), 'a face stands in no list of files');
  await assert.rejects(call(router.attachments.remove, { id: hers }, as()), code('missing.attachment'));
});

test('what is refused leaves no bytes behind', async () => {
  const before = await contentsOf(world.db, world.workspace.id);
  await assert.rejects(bring(maya, ''), code('file.empty'));
  await assert.rejects(bring(maya, 'Nowhere', { about: 'organisation' }), code('missing.organisation'));
  await assert.rejects(keepPhoto(world.scope(maya), { personId: ines.id, path: onDisk('<svg/>'), name: 'x.png' }), code('photo.type'));
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), before);
});
