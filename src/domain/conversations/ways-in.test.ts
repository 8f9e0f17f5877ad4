import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import type { Received } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { ledgerOf, trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn, mail } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { openConversation } from './open.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member, now) });
const ledger = () => ledgerOf(world.db, world.workspace.id);
const idOf = ({ conversations }: Received) => conversations[0]?.id ?? '';
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

const GONG = (id: string, start = 61_000) =>
  JSON.stringify({
    callTranscripts: [
      {
        callId: id,
        transcript: [
          { speakerId: '1', sentences: [{ start, end: start + 2000, text: 'What goes wrong on a Monday?' }] },
          { speakerId: '2', sentences: [{ start: start + 2500, end: start + 6000, text: 'The orders come in twice.' }] },
        ],
      },
    ],
  });

const FORMS: [name: string, text: string, format: string][] = [
  [
    'a.vtt',
    'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ada>We lose a day.</v>\n\n00:00:04.000 --> 00:00:06.000\n<v Maya Okafor>Why?</v>\n',
    'teams-vtt',
  ],
  [
    'b.srt',
    '1\n00:00:01,000 --> 00:00:03,000\nAda: We lose a day.\n\n2\n00:00:04,000 --> 00:00:06,000\nMaya Okafor: Why is that?\n',
    'srt',
  ],
  ['c.json', GONG('call-1'), 'gong'],
  ['d.txt', 'Ada: We lose a day each week.\nMaya Okafor: Why is that?\nAda: Nobody knows.\n', 'plain'],
  ['e.txt', '05/03/2026, 09:32 - Ada: We lose a day\n05/03/2026, 09:40 - Maya Okafor: Why is that?\n', 'whatsapp'],
];

test('whatever a talk was written down by, it comes in once, with all its turns, and the trail says so', async () => {
  for (const [name, text, format] of FORMS) {
    const received = await handIn(world.scope(maya), text, { name });
    assert.match(received.format, new RegExp(`${format}|vtt`), name);
    assert.equal(received.already, false, name);
    const page = await openConversation(world.scope(ben), idOf(received));
    assert.ok(page.turns.length >= 2, name);
    assert.deepEqual(
      page.turns.map(({ i }) => i),
      page.turns.map((_, i) => i),
      'numbered from 0 without a gap',
    );
    assert.equal(page.file?.name, name);
    assert.deepEqual(await trailOf(world, received.fileId), ['conversation.received']);
    const again = await handIn(world.scope(ben), text, { name: `copy of ${name}` });
    assert.deepEqual([again.already, idOf(again)], [true, idOf(received)], name);
  }
});

test('two members who bring the same talk at the same moment share one', async () => {
  const before = await ledger();
  const text = FIRST_CALL.replaceAll('vans', 'sledges');
  const both = await Promise.all([maya, ben, maya, ben].map((member) => handIn(world.scope(member), text)));
  assert.equal(new Set(both.map(idOf)).size, 1);
  assert.deepEqual(both.map(({ already }) => already).sort(), [false, true, true, true]);
  const after = await ledger();
  assert.equal(after.files, (before.files ?? 0) + 1);
  assert.equal(after.conversations, (before.conversations ?? 0) + 1);
  assert.equal(after.turns, (before.turns ?? 0) + 6);
  assert.equal(after.audit_events, (before.audit_events ?? 0) + 1);
});

test('what cannot be read leaves not one row in any table, not even of those it would have introduced', async () => {
  const before = await ledger();
  const broken: [string, string | Uint8Array][] = [
    ['noise.bin', new Uint8Array(4000).map((_, i) => (i * 7919) % 253)],
    ['empty.vtt', 'WEBVTT\n\n'],
    ['nothing.txt', ''],
    ['list.json', '[1, 2, 3]'],
    ['half.json', '{"callTranscripts": [{"callId": "x", "transcript": ['],
  ];
  for (const [name, text] of broken)
    await assert.rejects(handIn(world.scope(maya), text, { name }), (problem) => problem instanceof Refusal, name);
  await assert.rejects(call(router.conversations.paste, { text: '   ' }, as(maya)), refused('conversation.empty'));
  assert.deepEqual(await ledger(), before);
});

test('a fault in the middle of storing takes everything back', async () => {
  const before = await ledger();
  const scope = world.scope(maya);
  // A member who is gone from the database altogether: the last rows cannot be written.
  const ghost = { ...scope, member: { ...scope.member, id: '01900000-0000-7000-8000-000000000000' } };
  await assert.rejects(handIn(ghost, FIRST_CALL.replaceAll('vans', 'ghosts'), { private: true }));
  assert.deepEqual(await ledger(), before);
});

test('the day is what the file says, else when the file changed, else when it came; a member’s word goes above all', async () => {
  const said = await handIn(world.scope(maya, now), FORMS[4]?.[1].replaceAll('a day', 'a week') ?? '', {
    name: 'chat.txt',
    lastModified: '2026-04-01T00:00:00Z',
  });
  const pageOf = (received: Received) => openConversation(world.scope(maya), idOf(received));
  const { happenedAt, datedBy } = await pageOf(said);
  assert.deepEqual([datedBy, happenedAt.slice(0, 10)], ['source', '2026-03-05']);
  const text = (n: number) => `Ada: We lose day ${n}.\nMaya Okafor: Why is that?\n`;
  const changed = await pageOf(
    await handIn(world.scope(maya, now), text(1), { name: '1.txt', lastModified: Date.parse('2026-06-01T10:00:00Z') }),
  );
  assert.deepEqual([changed.datedBy, changed.happenedAt], ['file', '2026-06-01T10:00:00+00:00']);
  for (const [n, lastModified] of [
    [2, '2031-01-01T00:00:00Z'],
    [3, 'no day'],
    [4, undefined],
    [5, -4],
  ] as const) {
    const page = await pageOf(await handIn(world.scope(maya, now), text(n), { name: `${n}.txt`, lastModified }));
    assert.deepEqual([page.datedBy, Date.parse(page.happenedAt)], ['member', Date.parse(now)], String(lastModified));
  }
  const told = await call(router.conversations.paste, { text: text(6), happenedAt: '2026-02-03T04:05:00-05:00' }, as(maya));
  const page = await pageOf(told);
  assert.deepEqual([page.datedBy, Date.parse(page.happenedAt)], ['member', Date.parse('2026-02-03T09:05:00Z')]);
});

test('what could not be read of a file is kept with it and shown', async () => {
  const text = `WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nAda: We lose a day.\n\n00:00:99.000 --> nonsense\nAda: Broken time.\n\n00:00:08.000 --> 00:00:09.000\nMaya Okafor: Why is that?\n`;
  const received = await handIn(world.scope(maya), text, { name: 'broken.vtt' });
  const page = await openConversation(world.scope(maya), idOf(received));
  assert.ok(received.losses.length > 0);
  assert.deepEqual(page.losses, received.losses);
  assert.deepEqual((await handIn(world.scope(maya), text)).losses, received.losses);
});

test('odd letters, silly numbers and impossible days of an export cost what they stand on, never the export', async () => {
  const scope = world.scope(maya);
  const odd = GONG('call\u0000-odd', 1e300);
  const page = await openConversation(scope, idOf(await handIn(scope, odd, { name: 'o\u0000dd.json' })));
  assert.equal(page.file?.name, 'odd.json');
  assert.deepEqual(
    page.turns.map(({ startMs }) => startMs).filter((ms) => ms !== null && ms > 1e13),
    [],
  );
  const named = 'A\u0000da: We lose a day.\nMaya Okafor: Why is that, \uD83D then?\nA\u0000da: Nobody knows.';
  const spoken = await openConversation(scope, idOf(await handIn(scope, named, { name: 'nul.txt' })));
  assert.doesNotMatch(JSON.stringify(spoken), /\\u0000|\\ud83d"/);
  const letter = mail({
    id: 'o\u0000dd@x.example',
    from: 'Ada <ada@x.example>',
    to: 'Maya Okafor <maya.okafor@example.org>',
    subject: 'Day',
    date: 'Mon, 99 Foo 99999 99:99:99',
    text: 'When was this?',
  });
  const mailed = await openConversation(scope, idOf(await handIn(scope, letter, { name: 'odd.eml' })));
  assert.equal(mailed.turns.length, 1);
  assert.notEqual(mailed.datedBy, 'source');
});

test('private and shared of the same bytes live apart; who may read the shared one is not given a second', async () => {
  const text = FIRST_CALL.replaceAll('vans', 'canoes');
  const hidden = await handIn(world.scope(ben), text, { private: true });
  const other = await handIn(world.scope(maya), text, { private: true });
  assert.deepEqual([hidden.already, other.already], [false, false]);
  const shared = await handIn(world.scope(ben), text);
  assert.equal(shared.already, false);
  assert.equal(new Set([hidden, other, shared].map(idOf)).size, 3);
  const third = await world.member('Third Reader');
  assert.equal(idOf(await handIn(world.scope(third), text, { private: true })), idOf(shared));
  const { rows } = await call(router.conversations.list, { limit: 200 }, as(third));
  assert.deepEqual(
    rows.map(({ id }) => id).filter((id) => id === idOf(hidden) || id === idOf(other)),
    [],
  );
});

test('what the workspace took away does not come back for all when one keeps it in private', async () => {
  const text = FIRST_CALL.replaceAll('vans', 'balloons');
  const shared = await handIn(world.scope(maya), text);
  await call(router.conversations.remove, { id: idOf(shared) }, as(maya));
  const hidden = await handIn(world.scope(ben), text, { private: true });
  assert.equal(hidden.already, false);
  assert.equal((await openConversation(world.scope(ben), idOf(hidden))).isPrivate, true);
  await assert.rejects(openConversation(world.scope(maya), idOf(shared)), refused('missing.conversation'));
  await assert.rejects(openConversation(world.scope(maya), idOf(hidden)), refused('missing.conversation'));
  const back = await handIn(world.scope(ben), text);
  assert.deepEqual([idOf(back), back.already], [idOf(shared), false]);
  assert.deepEqual(
    (await trailOf(world, idOf(shared))).filter((action) => action !== 'conversation.read'),
    ['conversation.removed', 'conversation.restored'],
  );
});
