import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { asking } from '#test/asking.ts';
import { type EveryId, fullWorld } from '#test/full-world.ts';
import { contentsOf } from '#test/ledger.ts';
import type { World, WorldMember } from '#test/world.ts';
import { router } from './router.ts';

let world: World;
let maya: WorldMember;
let ids: EveryId;
let said = '';

before(async () => {
  ({ world, maya, ids, said } = await fullWorld());
});
after(() => world.close());

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
