import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { FIRST_CALL, handIn, mail, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { againWhenRaced } from '../again.ts';
import { hintsOf } from './hints.ts';
import { openConversation } from './open.ts';
import { rawFileOf } from './raw.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const idOf = (received: { conversations: { id: string }[] }) => received.conversations[0]?.id ?? '';
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

const thread = (n: number, from = 'Tom Baker <tom@harbour.example>') =>
  mail({
    id: n === 0 ? 'root@harbour.example' : `m${n}@harbour.example`,
    from,
    to: 'Maya Okafor <maya.okafor@example.org>',
    subject: n === 0 ? 'Late' : 'Re: Late',
    date: `Thu, ${5 + n} Mar 2026 09:30:00 +0100`,
    text: `This is message number ${n} about the report.`,
    ...(n === 0 ? {} : { answers: 'root@harbour.example' }),
  });

const free = { db: { isTransaction: false } } as const;

test('who is stopped by another tries again, a few times and only for that', async () => {
  let tries = 0;
  const raced = () => {
    tries++;
    return tries < 3 ? Promise.reject(Object.assign(new Error('raced'), { code: '23505' })) : Promise.resolve('in');
  };
  assert.equal(await againWhenRaced(free, raced), 'in');
  assert.equal(tries, 3);
  let broken = 0;
  const always = (code: string) => () => {
    broken++;
    return Promise.reject(Object.assign(new Error('no'), { code }));
  };
  await assert.rejects(againWhenRaced(free, always('23505')));
  assert.equal(broken, 4);
  await assert.rejects(againWhenRaced(free, always('57014')));
  assert.equal(broken, 5);
});

test('messages of one thread that come at the same moment end in one conversation, each once', async () => {
  const scope = world.scope(maya);
  const received = await Promise.all([0, 1, 2, 3].map((n) => handIn(scope, thread(n), { name: `${n}.eml` })));
  assert.equal(new Set(received.map(idOf)).size, 1);
  const page = await openConversation(scope, idOf(received[0] ?? { conversations: [] }));
  assert.deepEqual(
    page.turns.map((turn) => /number (\d)/.exec(turn.text)?.[1]),
    ['0', '1', '2', '3'],
  );
  assert.deepEqual(
    page.speakers.filter((speaker) => speaker.turns > 0).map(({ name, turns }) => [name, turns]),
    [['Tom Baker', 4]],
  );
});

test('another with the same name joins a thread as somebody else', async () => {
  const scope = world.scope(maya);
  const id = idOf(await handIn(scope, thread(4, 'Tom Baker <tom.b@mill.example>'), { name: '4.eml' }));
  const { speakers, turns } = await openConversation(scope, id);
  const said = speakers.filter((speaker) => speaker.turns > 0).map(({ email }) => email);
  assert.deepEqual(said.sort(), ['tom.b@mill.example', 'tom@harbour.example']);
  assert.equal(new Set(speakers.map((speaker) => speaker.name)).size, speakers.length);
  assert.equal(turns.at(-1)?.i, 4);
});

test('a private copy of a thread stays apart from the shared one, also when it grows', async () => {
  const hidden = await handIn(world.scope(ben), thread(5), { name: '5.eml', private: true });
  const shared = await handIn(world.scope(maya), thread(6), { name: '6.eml' });
  assert.notEqual(idOf(hidden), idOf(shared));
  assert.equal((await openConversation(world.scope(ben), idOf(hidden))).turns.length, 1);
  assert.equal((await openConversation(world.scope(maya), idOf(shared))).turns.length, 6);
  const more = await handIn(world.scope(ben), thread(7), { name: '7.eml', private: true });
  assert.equal(idOf(more), idOf(hidden));
  assert.doesNotMatch(JSON.stringify((await call(router.find.everything, { text: 'number 7' }, as(maya))).hits), /number 7/);
});

test('what was taken away comes back when the same file is brought in again, and says so', async () => {
  const id = idOf(await handIn(world.scope(maya), FIRST_CALL));
  await call(router.conversations.remove, { id }, as(maya));
  assert.equal((await call(router.find.everything, { text: 'hundred meals' }, as(maya))).hits.length, 0);
  const back = await handIn(world.scope(maya), FIRST_CALL);
  assert.equal(back.already, false);
  assert.equal(idOf(back), id);
  assert.equal((await handIn(world.scope(maya), FIRST_CALL)).already, true);
  assert.equal((await openConversation(world.scope(maya), id)).turns.length, 6);
});

test('two who confirm the same at once make one need', async () => {
  const ines = await world.person('Inge Vos');
  const id = idOf(await handIn(world.scope(maya), FIRST_CALL.replaceAll('Ines Carvalho', 'Inge Vos')));
  await understandWaiting(world.scope(maya));
  const need = (await openConversation(world.scope(maya), id)).findings.find((one) => one.kind === 'need' && one.speaker === 1);
  assert.ok(need);
  const both = await Promise.all([maya, ben, maya].map((member) => call(router.findings.confirm, { id: need.id }, as(member))));
  assert.equal(new Set(both.map((one) => one.confirmedBy?.id)).size, 1);
  assert.equal((await call(router.people.open, { id: ines.id }, as(maya))).needs.length, 1);
  await call(router.findings.reject, { id: need.id }, as(ben));
  assert.equal((await call(router.people.open, { id: ines.id }, as(maya))).needs.length, 0);
});

test('where none of us is known to have spoken, the figures are for who brought it in', async () => {
  const id = idOf(await handIn(world.scope(ben), FIRST_CALL.replaceAll('Maya Okafor', 'Somebody Else').replaceAll('Ines', 'Agnes')));
  await understandWaiting(world.scope(ben));
  assert.ok((await openConversation(world.scope(ben), id)).listening);
  const seen = await openConversation(world.scope(maya), id);
  assert.equal(seen.listening, null);
  assert.deepEqual(seen.listeningOf, []);
});

test('the neighbours of a conversation are those of the list', async () => {
  const { rows } = await call(router.conversations.list, {}, as(maya));
  for (const [i, row] of rows.entries()) {
    const page = await openConversation(world.scope(maya), row.id);
    assert.equal(page.previousId, rows[i - 1]?.id ?? null);
    assert.equal(page.nextId, rows[i + 1]?.id ?? null);
  }
});

test('one mail comes back as the mail it was; what was noted by hand has no file', async () => {
  const text = mail({
    id: 'alone@mill.example',
    from: 'Ann <ann@mill.example>',
    to: 'Maya Okafor <maya.okafor@example.org>',
    subject: 'A/B: "alone"',
    date: 'Mon, 9 Mar 2026 09:30:00 +0100',
    text: 'Only this.',
  });
  const raw = await rawFileOf(world.scope(maya), idOf(await handIn(world.scope(maya), text, { name: 'x.eml' })));
  assert.match(raw.name, /^A B alone ?\.eml$/);
  const parts: Uint8Array[] = [];
  for await (const part of raw.parts) parts.push(part);
  assert.equal(Buffer.concat(parts).toString(), text);
  const note = { who: ['Ann'], kind: 'call' as const, happenedAt: '2026-11-01T10:00:00Z', lines: 'Hello' };
  const { id } = await call(router.conversations.log, note, as(maya));
  await assert.rejects(rawFileOf(world.scope(maya), id), refused('missing.file'));
  const read = await world.db.selectFrom('auditEvents').select('id').where('action', '=', 'file.read').execute();
  assert.equal(read.length, 1);
});

test('broken letters in an export are kept out, not the export', async () => {
  const id = idOf(await handIn(world.scope(maya), 'Ada: What\u0000 happens \uD800then?\nBob: It stops, and then we call.\nAda: Whom?'));
  const { turns } = await openConversation(world.scope(maya), id);
  assert.equal(turns.length, 3);
  assert.equal(turns[0]?.text.includes('\u0000'), false);
});

test('people of the United States write the month first', async () => {
  const zoneIs = async (zone: string) => {
    await world.db.updateTable('workspaces').set({ zone }).where('id', '=', world.workspace.id).execute();
    return hintsOf(world.scope(maya));
  };
  assert.deepEqual(await zoneIs('America/New_York'), { zone: 'America/New_York', dayFirst: false });
  assert.deepEqual(await zoneIs('America/Bogota'), { zone: 'America/Bogota', dayFirst: true });
  assert.deepEqual(await zoneIs('Europe/Amsterdam'), { zone: 'Europe/Amsterdam', dayFirst: true });
});
