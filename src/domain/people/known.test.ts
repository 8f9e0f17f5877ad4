import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn, mail } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

// docs/decisions/009: who was met in private is known to that member alone.

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let guest: WorldMember;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  guest = await world.member('Guido', 'guest');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const told = { kind: 'call' as const, happenedAt: '2026-11-20T10:00:00Z', lines: 'She may leave her job.' };
const log = async (who: string, member: WorldMember, hidden: boolean) =>
  (
    await call(
      router.conversations.log,
      { ...told, who: [who], private: hidden, promised: [{ by: 'us', what: 'Write soon', due: '2026-11-24' }] },
      as(member),
    )
  ).id;
const idOf = async (find: string, member: WorldMember) => (await call(router.people.list, { find }, as(member))).rows[0]?.id;

/** Everything a member can look at without knowing an id, as text. */
async function everythingFor(member: WorldMember, sought: string): Promise<string> {
  const context = as(member);
  const seen: unknown[] = [
    await call(router.people.list, { limit: 200 }, context),
    await call(router.people.list, { find: sought }, context),
    await call(router.people.list, { owe: true }, context),
    await call(router.conversations.list, { limit: 200 }, context),
    await call(router.conversations.list, { find: sought }, context),
    await call(router.promises.list, {}, context),
    await call(router.today.open, undefined, context),
    await call(router.find.everything, { text: sought }, context),
    await call(router.session.read, undefined, context),
  ];
  if (member.role !== 'guest') seen.push(await call(router.speakers.unknown, {}, context));
  return JSON.stringify(seen);
}

test('who was noted in private is nowhere to be seen by others: not the name, nor where they work', async () => {
  await log('Zelda Quist', ben, true);
  const id = (await idOf('zelda', ben)) ?? '';
  await call(router.people.change, { id, organisation: 'Quistworks', roleTitle: 'Quistmaster', emails: ['zelda@quist.example'] }, as(ben));
  for (const sought of ['zelda', 'quist', 'zelda@quist.example']) {
    assert.match(await everythingFor(ben, sought), /Zelda Quist/);
    for (const other of [maya, guest]) assert.doesNotMatch(await everythingFor(other, sought), /zelda|quist/i, sought);
  }
  for (const other of [maya, guest]) await assert.rejects(call(router.people.open, { id }, as(other)), refused('missing.person'));
  const own = await call(router.people.open, { id }, as(ben));
  assert.deepEqual([own.organisation?.name, own.promises.length, own.conversations.length], ['Quistworks', 1, 1]);
});

test('others can neither change, meet nor name whom they may not know, and are not told whose an address is', async () => {
  const id = (await idOf('zelda', ben)) ?? '';
  const before = await contentsOf(world.db, world.workspace.id);
  await assert.rejects(call(router.people.change, { id, name: 'Found' }, as(maya)), refused('missing.person'));
  await assert.rejects(call(router.conversations.log, { ...told, who: [id] }, as(maya)), refused('missing.person'));
  const taken = call(router.people.add, { name: 'Another', email: 'zelda@quist.example' }, as(maya));
  await assert.rejects(
    taken,
    (problem) =>
      problem instanceof Refusal && problem.code === 'conflict.email' && !/Zelda/.test(JSON.stringify([problem.message, problem.params])),
  );
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), before);
  await handIn(world.scope(maya), FIRST_CALL.replaceAll('Ines Carvalho', 'Someone New'));
  const answers = [{ alias: 'someone new', is: 'person' as const, personId: id }];
  await assert.rejects(call(router.speakers.name, { answers }, as(maya)), refused('missing.person'));
  assert.deepEqual((await call(router.speakers.ofPerson, { id }, as(maya))).names, []);
  await assert.rejects(call(router.promises.note, { by: 'us', personId: id, what: 'x' }, as(maya)), refused('missing.person'));
  const hidden = (await call(router.people.open, { id }, as(ben))).conversations[0]?.id ?? '';
  const speaker = (await call(router.conversations.open, { id: hidden }, as(ben))).speakers[1]?.id ?? '';
  await assert.rejects(call(router.speakers.look, { id: speaker }, as(maya)), refused('missing.speaker'));
  const mend = { speakerId: speaker, is: 'me' as const, everywhere: true };
  await assert.rejects(call(router.speakers.mend, mend, as(maya)), refused('missing.speaker'));
  const [asked] = (await call(router.speakers.unknown, {}, as(maya))).speakers;
  assert.doesNotMatch(JSON.stringify(asked), /Zelda/);
});

test('each counts the people they know', async () => {
  for (const member of [maya, ben, guest]) {
    const { total, rows } = await call(router.people.list, { limit: 200 }, as(member));
    assert.equal(total, rows.length);
    assert.equal((await call(router.session.read, undefined, as(member))).counts.people, total);
    assert.equal((await call(router.today.open, undefined, as(member))).peopleInAll, total);
  }
  assert.ok(await idOf('zelda', ben));
});

test('two who each met the same in private have each their own', async () => {
  await log('Xara Lund', ben, true);
  await log('Xara Lund', maya, true);
  const both = [await idOf('xara', ben), await idOf('xara', maya)];
  assert.equal(new Set(both).size, 2);
  assert.equal((await call(router.people.list, { find: 'xara' }, as(guest))).total, 0);
});

test('a name said in private is not matched in what another brings in; an address in shared mail is', async () => {
  const text = FIRST_CALL.replaceAll('Ines Carvalho', 'Zelda Quist');
  const speaker = async (id: string, member: WorldMember, i: number) =>
    (await call(router.conversations.open, { id }, as(member))).speakers[i];
  const shared = (await handIn(world.scope(maya), text)).conversations[0]?.id ?? '';
  assert.equal((await speaker(shared, maya, 1))?.personId, null);
  await call(router.conversations.remove, { id: shared }, as(maya));
  const letter = mail({
    id: 'z1@quist.example',
    from: 'Z. Quist <zelda@quist.example>',
    to: 'Maya Okafor <maya.okafor@example.org>',
    subject: 'Hello',
    date: 'Thu, 5 Mar 2026 09:30:00 +0100',
    text: 'I would like to buy.',
  });
  const hidden = (await handIn(world.scope(maya), letter, { name: 'z.eml', private: true })).conversations[0]?.id ?? '';
  assert.ok((await call(router.conversations.open, { id: hidden }, as(maya))).speakers.every((one) => one.personId === null));
  assert.equal(await idOf('zelda', maya), undefined);
  const before = (await call(router.session.read, undefined, as(maya))).counts.people;
  await handIn(world.scope(maya), letter, { name: 'z.eml' });
  // From here on she is the workspace's; what was noted in private stays with who noted it.
  const id = (await idOf('zelda', maya)) ?? '';
  assert.equal(id, await idOf('zelda', ben));
  const page = await call(router.people.open, { id }, as(maya));
  assert.deepEqual([page.promises, page.conversations.length], [[], 1]);
  assert.equal((await call(router.session.read, undefined, as(maya))).counts.people, before + 1);
  assert.equal((await call(router.people.open, { id }, as(ben))).promises.length, 1);
});

test('naming in private names what that member reads; another’s private talk of the same name stays unknown', async () => {
  const text = (word: string) => FIRST_CALL.replaceAll('Ines Carvalho', 'Yuri Stone').replaceAll('vans', word);
  const mine = (await handIn(world.scope(ben), text('carts'), { private: true })).conversations[0]?.id ?? '';
  const theirs = (await handIn(world.scope(maya), text('kites'), { private: true })).conversations[0]?.id ?? '';
  const answer = { alias: 'yuri stone', is: 'new' as const, name: 'Yuri Stone', organisation: 'Stoneworks', roleTitle: 'Mason' };
  const { undo } = await call(router.speakers.name, { answers: [answer] }, as(ben));
  const found = await suggest(world, mine, { kind: 'need', turn: 1, fields: { statement: 'A quiet stonecutter' } });
  await call(router.findings.confirm, { id: found }, as(ben));
  const id = (await idOf('yuri', ben)) ?? '';
  assert.equal((await call(router.people.open, { id }, as(ben))).needs.length, 1);
  assert.equal((await call(router.conversations.open, { id: theirs }, as(maya))).speakers[1]?.personId, null);
  for (const sought of ['yuri', 'stoneworks', 'mason', 'stonecutter']) {
    assert.doesNotMatch(await everythingFor(guest, sought), /yuri|stone|mason/i);
    assert.doesNotMatch(await everythingFor(maya, sought), /stoneworks|mason|stonecutter/i);
  }
  await call(router.findings.undo, { id: found }, as(ben));
  await call(router.speakers.unname, { undo }, as(ben));
  assert.equal(await idOf('yuri', ben), undefined);
});

test('who stands in a shared talk when named is the workspace’s at once', async () => {
  const text = (word: string) => FIRST_CALL.replaceAll('Ines Carvalho', 'Wanda Reed').replaceAll('vans', word);
  await handIn(world.scope(ben), text('carts'), { private: true });
  await handIn(world.scope(maya), text('kites'));
  await call(router.speakers.name, { answers: [{ alias: 'wanda reed', is: 'new', name: 'Wanda Reed' }] }, as(ben));
  const id = (await idOf('wanda', guest)) ?? '';
  assert.equal((await call(router.people.open, { id }, as(guest))).conversations.length, 1);
  assert.equal((await call(router.people.open, { id }, as(ben))).conversations.length, 2);
});
