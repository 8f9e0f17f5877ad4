import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { noteViewShape } from '#model/note.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ada: WorldMember;
let ines: { id: string };
let tobias: { id: string };
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor');
  ben = await world.member('Ben Adler');
  ada = await world.member('Ada Admin', 'admin');
  ines = await world.person('Ines Carvalho');
  tobias = await world.person('Tobias Brandt');
});
after(() => world.close());

const as = (member: WorldMember, at = now) => ({ context: asking(world, member, at) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const mention = (who: { id: string }, name: string, kind = 'person') => `[@${name}](heed:${kind}/${who.id})`;
const write = (member: WorldMember, more: object = {}) =>
  call(router.notes.write, { body: 'She prefers mornings.', about: { people: [ines.id] }, ...more } as never, as(member));
const contactOf = async (name: string) => {
  const { rows } = await call(router.people.list, { find: name }, as(maya));
  return [rows[0]?.lastContactAt && new Date(rows[0].lastContactAt).toISOString(), rows[0]?.lastContactKind];
};

test('a note says whom it is about, who is mentioned, and who wrote it when', async () => {
  const body = `Talk to ${mention(tobias, 'Tobias Brandt')} and ask ${mention(ben, 'Ben Adler', 'member')}.\n\n- one\n- two`;
  const note = noteViewShape.parse(await write(maya, { title: 'Mornings', body }));
  assert.deepEqual([note.kind, note.title, note.body, note.writtenBy?.name, note.isYours], ['note', 'Mornings', body, 'Maya Okafor', true]);
  assert.deepEqual(
    note.about.people.map((one) => one.name),
    ['Ines Carvalho'],
  );
  assert.deepEqual(
    note.mentions.filter((one) => one.id !== ines.id).map((one) => [one.kind, one.name]),
    [
      ['person', 'Tobias Brandt'],
      ['member', 'Ben Adler'],
    ],
  );
  assert.equal((await call(router.notes.open, { id: note.id }, as(ben))).isYours, false);
  assert.deepEqual(await trailOf(world, note.id), ['note.written']);
});

test('a mention follows its person to a new name', async () => {
  const note = await write(maya, { body: mention(tobias, 'Tobias Brandt') });
  await call(router.people.change, { id: tobias.id, name: 'Tobias Wolf' }, as(maya));
  const { mentions, body } = await call(router.notes.open, { id: note.id }, as(ben));
  assert.equal(mentions.find((one) => one.id === tobias.id)?.name, 'Tobias Wolf');
  assert.match(body, /Tobias Brandt/);
  await call(router.people.change, { id: tobias.id, name: 'Tobias Brandt' }, as(maya));
});

test('nobody else sees that a private note exists, whatever they ask', async () => {
  const note = await write(maya, { body: `Quietly about ${mention(tobias, 'Tobias')}`, private: true });
  assert.equal(note.isPrivate, true);
  for (const member of [ben, ada]) {
    await assert.rejects(call(router.notes.open, { id: note.id }, as(member)), refused('missing.note'));
    await assert.rejects(call(router.notes.remove, { id: note.id }, as(member)), refused('missing.note'));
    await assert.rejects(call(router.notes.restore, { id: note.id }, as(member)), refused('missing.note'));
    await assert.rejects(call(router.notes.change, { id: note.id, title: 'Mine' }, as(member)), refused('missing.note'));
    await assert.rejects(call(router.attachments.list, { about: 'note', id: note.id }, as(member)), refused('missing.note'));
    for (const personId of [ines.id, tobias.id]) {
      const { rows } = await call(router.timeline.of, { personId, kinds: ['notes'] }, as(member));
      assert.ok(!rows.some((row) => row.id === note.id));
      const page = await call(router.people.open, { id: personId }, as(member));
      assert.ok(!JSON.stringify(page).includes('Quietly'));
    }
  }
  const { rows } = await call(router.timeline.of, { personId: tobias.id, kinds: ['notes'] }, as(maya));
  assert.ok(rows.some((row) => row.id === note.id));
});

test('only whoever wrote it changes its words; they or an admin take it away and bring it back', async () => {
  const note = await write(maya);
  await assert.rejects(call(router.notes.change, { id: note.id, body: 'Mine' }, as(ben)), refused('note.not-yours'));
  await assert.rejects(call(router.notes.change, { id: note.id, body: 'Mine' }, as(ada)), refused('note.not-yours'));
  await assert.rejects(call(router.notes.remove, { id: note.id }, as(ben)), refused('may.not-yours'));
  const changed = await call(
    router.notes.change,
    { id: note.id, body: `Now with ${mention(tobias, 'Tobias Brandt')}`, seen: note.changedAt },
    as(maya, '2026-11-23T10:00:00Z'),
  );
  assert.ok(changed.mentions.some((one) => one.id === tobias.id));
  assert.equal(changed.title, note.title);
  await call(router.notes.remove, { id: note.id }, as(ada));
  await assert.rejects(call(router.notes.open, { id: note.id }, as(maya)), refused('missing.note'));
  await call(router.notes.restore, { id: note.id }, as(maya));
  await call(router.notes.restore, { id: note.id }, as(maya));
  assert.equal((await call(router.notes.open, { id: note.id }, as(ben))).body, changed.body);
  assert.deepEqual(await trailOf(world, note.id), ['note.written', 'note.changed', 'note.removed', 'note.restored']);
});

test('words that came in between are not written over', async () => {
  const note = await write(maya, { body: 'First.' });
  const second = await call(router.notes.change, { id: note.id, body: 'Second.', seen: null }, as(maya, '2026-11-23T10:00:00Z'));
  await assert.rejects(
    call(router.notes.change, { id: note.id, body: 'From an old tab.', seen: null }, as(maya)),
    refused('conflict.note'),
  );
  const third = await call(router.notes.change, { id: note.id, body: 'Third.', seen: second.changedAt }, as(maya, '2026-11-23T11:00:00Z'));
  assert.equal(third.body, 'Third.');
});

test('it wants words, somebody it is about, people of this workspace, and a day that has come', async () => {
  await assert.rejects(write(maya, { body: '  ' }), refused('note.empty'));
  await assert.rejects(write(maya, { about: {} }), refused('note.nobody'));
  await assert.rejects(write(maya, { about: { people: [maya.id] } }), refused('missing.person'));
  await assert.rejects(write(maya, { about: { organisations: [ines.id] } }), refused('missing.organisation'));
  await assert.rejects(write(maya, { about: { deals: [ines.id] } }), refused('missing.deal'));
  await assert.rejects(write(maya, { happenedAt: '2026-11-25T09:00:00Z' }), refused('note.later'));
  await assert.rejects(write(maya, { body: 'x'.repeat(200_001) }));
  const elsewhere = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Sven', 'owner', { in: elsewhere.id });
  await assert.rejects(write(stranger), refused('missing.person'));
  const guest = await world.member('Gus', 'guest');
  await assert.rejects(write(guest), refused('may.not-allowed'));
  const odd = await write(maya, { body: `From elsewhere: ${mention({ id: elsewhere.id }, 'Nobody')}` });
  assert.deepEqual(
    odd.mentions.map((one) => one.id),
    [ines.id],
    'a mention of nobody here is only words',
  );
});

test('a call or a meeting that is noted is contact, until it is taken away; a note, a letter or a private one is not', async () => {
  const lena = await world.person('Lena Fischer');
  const about = { people: [lena.id] };
  await write(maya, { about, kind: 'note', happenedAt: '2026-11-20T09:00:00Z' });
  await write(maya, { about, kind: 'email', happenedAt: '2026-11-20T09:00:00Z' });
  await write(maya, { about, kind: 'call', happenedAt: '2026-11-20T09:00:00Z', private: true });
  assert.deepEqual(await contactOf('Lena'), [null, null]);
  const spoke = await write(maya, { about, kind: 'call', happenedAt: '2026-11-18T09:00:00Z' });
  assert.deepEqual(await contactOf('Lena'), ['2026-11-18T09:00:00.000Z', 'call']);
  await call(router.notes.change, { id: spoke.id, kind: 'meeting', happenedAt: '2026-11-19T09:00:00Z' }, as(maya));
  assert.deepEqual(await contactOf('Lena'), ['2026-11-19T09:00:00.000Z', 'meeting']);
  await call(router.notes.remove, { id: spoke.id }, as(maya));
  assert.deepEqual(await contactOf('Lena'), [null, null]);
  await call(router.notes.restore, { id: spoke.id }, as(maya));
  assert.deepEqual(await contactOf('Lena'), ['2026-11-19T09:00:00.000Z', 'meeting']);
  await call(router.notes.change, { id: spoke.id, about: { people: [ines.id] }, body: `With ${mention(lena, 'Lena')} in mind` }, as(maya));
  assert.deepEqual(await contactOf('Lena'), [null, null], 'being mentioned is no contact');
});

test('what is written about somebody met in private stays with whoever met them', async () => {
  await call(
    router.conversations.log,
    { who: ['Hana Kimura'], kind: 'visit', happenedAt: now, lines: 'Between us.', private: true },
    as(maya),
  );
  const hana = (await call(router.people.list, { find: 'Hana' }, as(maya))).rows[0]?.id ?? '';
  const about = await write(maya, { about: { people: [hana] } });
  const named = await write(maya, { body: `Ask ${mention({ id: hana }, 'Hana')}` });
  assert.deepEqual([about.isPrivate, named.isPrivate], [true, true]);
  await assert.rejects(call(router.notes.open, { id: named.id }, as(ben)), refused('missing.note'));
  await assert.rejects(write(ben, { about: { people: [hana] } }), refused('missing.person'));
  const probing = await write(ben, { body: `Is there ${mention({ id: hana }, 'Hana')}?` });
  assert.equal(probing.isPrivate, false);
  assert.ok(!probing.mentions.some((one) => one.id === hana));
});
