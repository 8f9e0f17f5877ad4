import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { BulkChange } from '#model/bulk.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let tom: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  tom = await world.member('Tom Ashby');
});
after(() => world.close());

const as = (member = maya, now?: string) => ({ context: asking(world, member, now) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const people = async (...names: string[]) => {
  const ids: string[] = [];
  for (const name of names) ids.push((await world.person(name)).id);
  return ids;
};
const change = (ids: string[], what: BulkChange, member = maya) => call(router.bulk.change, { ids, change: what }, as(member));
const undo = (id: string, member = maya) => call(router.bulk.undo, { id }, as(member));
const person = (id: string | undefined) => call(router.people.open, { id: id ?? '' }, as());

test('two changes of the same people at once: both are made, one after the other, and both are taken back', async () => {
  const ids = await people('A One', 'A Two', 'A Three', 'A Four');
  const before = await contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes', 'tags']);
  const made = await Promise.all([
    change(ids, { what: 'tag', name: 'Twice' }),
    change(ids.toReversed(), { what: 'tag', name: 'twice' }, tom),
    change(ids, { what: 'owner', memberId: tom.id }),
    change(ids.toReversed(), { what: 'kind', kind: 'friend' }, tom),
  ]);
  assert.equal((made[0]?.changed ?? 0) + (made[1]?.changed ?? 0), 4, 'nobody is tagged twice');
  await Promise.all(made.map(({ id }) => undo(id)));
  assert.deepEqual(await contentsOf(world.db, world.workspace.id, ['audit_events', 'bulk_changes', 'tags']), before);
});

test('somebody named twice is changed once, somebody who is not here not at all, and nobody is nobody', async () => {
  const [one = ''] = await people('B One');
  const none = '01900000-0000-7000-8000-0000000000aa';
  assert.equal((await change([one, one, none], { what: 'closeness', closeness: 3 })).changed, 1);
  assert.equal((await change([one], { what: 'closeness', closeness: 3 })).changed, 0);
  await assert.rejects(change([none], { what: 'closeness', closeness: 1 }), code('bulk.nobody'));
});

test('taken back after two of them became one, the one who stayed is as before and the other does not come back', async () => {
  const [kept = '', gone = '', third = ''] = await people('C Kept', 'C Gone', 'C Third');
  const made = await change([kept, gone, third], { what: 'closeness', closeness: 4 });
  const tagged = await change([gone, third], { what: 'tag', name: 'Went along' });
  await call(router.duplicates.merge, { keepId: kept, goneId: gone }, as());
  await undo(tagged.id);
  await undo(made.id);
  assert.deepEqual([(await person(kept)).closeness, (await person(third)).closeness], [null, null]);
  const tags = (await call(router.tags.of, { about: 'person', id: kept }, as())).tags;
  assert.deepEqual(tags, [], 'the tag that came over with the other goes as well');
  assert.equal((await person(gone)).id, kept, 'the old address still leads to the one who stayed');
});

test('a field that was put away, and a tag that is gone, are not filled in or hung up; nor is a field of another kind of thing', async () => {
  const ids = await people('D One');
  const field = await call(router.ownFields.add, { about: 'person', label: 'Berth', kind: 'text' }, as());
  const ofDeals = await call(router.ownFields.add, { about: 'deal', label: 'Berth', kind: 'text' }, as());
  await call(router.ownFields.putAway, { id: field.id }, as());
  for (const fieldId of [field.id, ofDeals.id])
    await assert.rejects(change(ids, { what: 'field', fieldId, value: '7' }), code('missing.field'));
  const tag = await call(router.tags.put, { about: 'person', id: ids[0] ?? '', name: 'Short' }, as());
  await call(router.tags.remove, { id: tag.id }, as());
  await assert.rejects(change(ids, { what: 'untag', tagId: tag.id }), code('missing.tag'));
  const left = await world.member('Leo Gone');
  await sql`update members set left_at = now() where id = ${left.id}`.execute(world.db);
  await assert.rejects(change(ids, { what: 'owner', memberId: left.id }), code('missing.member'));
  assert.equal((await person(ids[0])).owner, null);
});

test('what a person field was filled in with is not told to who may not know them, and is taken back all the same', async () => {
  const [one = '', hidden = ''] = await people('E One', 'Sam Secret');
  await sql`update people set private_to = ${tom.id} where id = ${hidden}`.execute(world.db);
  const field = await call(router.ownFields.add, { about: 'person', label: 'Met through', kind: 'person' }, as());
  await assert.rejects(change([one], { what: 'field', fieldId: field.id, value: hidden }), code('missing.person'));
  const made = await change([one], { what: 'field', fieldId: field.id, value: hidden }, tom);
  const told = (await call(router.bulk.recent, undefined, as())).changes.find(({ id }) => id === made.id);
  assert.deepEqual([told?.what, told?.name, told?.to], ['field', 'Met through', '']);
  assert.ok(!JSON.stringify(await call(router.bulk.recent, undefined, as())).includes(hidden));
  await undo(made.id);
  const { fields } = await call(router.ownFields.of, { about: 'person', id: one }, as(tom));
  assert.equal(fields.find(({ id }) => id === field.id)?.value, null);
});

test('the last moment of the seventh day is still in time, the next is too late and is told nowhere', async () => {
  const ids = await people('F One');
  const made = await change(ids, { what: 'kind', kind: 'partner' });
  const at = Date.now();
  const day = 86_400_000;
  const later = (ms: number) => new Date(at + ms).toISOString();
  const listed = async (now: string) => (await call(router.bulk.recent, undefined, as(maya, now))).changes.some(({ id }) => id === made.id);
  assert.deepEqual([await listed(later(7 * day - 60_000)), await listed(later(7 * day + 60_000))], [true, false]);
  await assert.rejects(call(router.bulk.undo, { id: made.id }, as(maya, later(7 * day + 60_000))), code('bulk.too-late'));
  await call(router.bulk.undo, { id: made.id }, as(maya, later(7 * day - 60_000)));
  assert.deepEqual((await person(ids[0])).kinds, ['customer']);
});

test('do not contact, set for many, is honoured by a link that would be sent, until it is taken back', async () => {
  const [one = '', before = ''] = await people('G One', 'G Two');
  await call(router.people.doNotContact, { id: before, why: 'Said so in March' }, as(tom));
  const made = await change([one, before], { what: 'contact', may: false });
  assert.equal(made.changed, 1, 'who had said so already keeps their day and their reason');
  const need = await call(router.needs.add, { personId: one, statement: 'Quiet' }, as());
  const ask = () => call(router.sayBacks.make, { personId: one, needs: [{ id: need.id, statement: 'Quiet?' }] }, as());
  await assert.rejects(ask(), code('person.do-not-contact'));
  await undo(made.id);
  assert.match((await ask()).url, /\/said\//);
  assert.equal((await person(before)).doNotContact?.why, 'Said so in March');
});
