import { call } from '@orpc/server';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { asking } from './asking.ts';
import { suggest } from './ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from './told.ts';
import { newWorld, type World, type WorldMember } from './world.ts';

const KINDS = [
  'speaker',
  'turn',
  'conversation',
  'person',
  'finding',
  'promise',
  'second',
  'merge',
  'invitation',
  'undo',
  'member',
  'workspace',
  'offering',
  'claim',
  'deal',
  'stage',
  'pipeline',
  'task',
  'tag',
  'field',
  'view',
  'many',
  'organisation',
  'affiliation',
  'tie',
  'note',
  'attachment',
  'need',
  'belief',
  'sayBack',
  'import',
  'trait',
  'deed',
] as const;

/** Ids of a workspace in which there is one of everything, by what they are of. */
export type EveryId = Record<(typeof KINDS)[number], string>;

export interface FullWorld {
  world: World;
  maya: WorldMember;
  ids: EveryId;
  /** Of an invitation, and of the page on which somebody says whether we got it right. */
  token: string;
  said: string;
}

const FILE = { name: 'Harbour.txt', type: 'text/plain', size: 1, sha256: 'x', createdAt: new Date() };

/** A workspace with one of everything in it, made through the procedures. Close its world in `after`. */
export async function fullWorld(): Promise<FullWorld> {
  const world = await newWorld();
  const ids = Object.fromEntries(KINDS.map((kind) => [kind, ''])) as EveryId;
  const maya = await world.member('Maya Okafor', 'owner');
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
  const token = invited.url.split('/').at(-1) ?? '';
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
  const said = asked.url.split('/').at(-1) ?? '';
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
  return { world, maya, ids, token, said };
}

/** One of each kind of record. */
export function oneOfEach(ids: EveryId): string[] {
  return Object.entries(ids).flatMap(([kind, id]) =>
    ['speaker', 'turn', 'workspace', 'invitation', 'stage', 'pipeline'].includes(kind) ? [] : [id],
  );
}

/** What each procedure is asked, with these ids. */
export function askedWith(ids: EveryId, name: string, id: string): object | undefined {
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
    'duplicates.merge': { keepId: id, goneId: '01900000-0000-7000-8000-0000000000aa' },
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
