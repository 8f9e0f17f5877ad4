import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { router } from '#api/router.ts';
import type { Received } from '#model/pages.ts';
import { asking } from '#test/asking.ts';
import { ledgerOf, miscounted, suggest, trailOf } from '#test/ledger.ts';
import { handIn, mail, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { openConversation } from './open.ts';

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
const idOf = ({ conversations }: Received) => conversations[0]?.id ?? '';
const pageOf = (received: Received) => openConversation(world.scope(maya), idOf(received));
const textsOf = async (received: Received) => (await pageOf(received)).turns.map((turn) => turn.text);

/** Message `n` of thread `name`: the first is answered by all others. */
function letter(name: string, n: number): string {
  return mail({
    id: `${name}-${n}@harbour.example`,
    from: n % 2 ? 'Tom Baker <tom@harbour.example>' : 'Maya Okafor <maya.okafor@example.org>',
    to: n % 2 ? 'Maya Okafor <maya.okafor@example.org>' : 'Tom Baker <tom@harbour.example>',
    subject: n === 0 ? `About ${name}` : `Re: About ${name}`,
    date: `Thu, ${5 + n} Mar 2026 09:30:00 +0100`,
    text: `Letter ${n} of ${name}.`,
    ...(n === 0 ? {} : { answers: `${name}-0@harbour.example` }),
  });
}

const box = (...letters: string[]) => letters.map((one) => `From x@example.org Thu Mar  5 09:30:00 2026\n${one}`).join('\n');
const letters = (name: string, ...which: number[]) => which.map((n) => `Letter ${n} of ${name}.`);

test('a thread is one conversation whether its mails come alone or in a box, and in whichever order', async () => {
  const alone = await handIn(world.scope(maya), letter('ice', 1), { name: 'ice.eml' });
  const boxed = await handIn(world.scope(ben), box(letter('ice', 0), letter('ice', 1), letter('ice', 2)), { name: 'ice.mbox' });
  assert.equal(idOf(boxed), idOf(alone));
  assert.deepEqual(await textsOf(boxed), letters('ice', 0, 1, 2));
  const first = await handIn(world.scope(maya), box(letter('sea', 0), letter('sea', 2)), { name: 'sea.mbox' });
  const later = await handIn(world.scope(maya), letter('sea', 1), { name: 'sea.eml' });
  assert.equal(idOf(later), idOf(first));
  assert.deepEqual(await textsOf(first), letters('sea', 0, 1, 2));
  assert.equal((await handIn(world.scope(maya), letter('sea', 2), { name: 'again.eml' })).already, true);
});

test('whatever a thread is cut into and however it comes, it ends as the same one conversation', async () => {
  let thread = 0;
  const cuts = fc.array(fc.tuple(fc.boolean(), fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(cuts, async (files) => {
      const name = `cut${thread++}`;
      const came = new Set<number>();
      const ids = new Set<string>();
      for (const [boxed, which] of files) {
        const parts = boxed ? [box(...which.map((n) => letter(name, n)))] : which.map((n) => letter(name, n));
        for (const part of parts) ids.add(idOf(await handIn(world.scope(maya), part, { name: boxed ? 'part.mbox' : 'part.eml' })));
        for (const n of which) came.add(n);
      }
      assert.equal(ids.size, 1);
      const page = await openConversation(world.scope(maya), [...ids][0] ?? '');
      const inOrder = [...came].sort((a, b) => a - b);
      assert.deepEqual(
        page.turns.map((turn) => turn.text),
        letters(name, ...inOrder),
      );
      assert.deepEqual(
        page.turns.map((turn) => turn.i),
        inOrder.map((_, i) => i),
      );
      assert.equal(Date.parse(page.happenedAt), Date.parse(`2026-03-0${5 + (inOrder[0] ?? 0)}T09:30:00+01:00`));
    }),
    { numRuns: 12 },
  );
});

test('a box whose mails all joined threads that were here is found again, and keeps no row of its own', async () => {
  await handIn(world.scope(maya), letter('fog', 0), { name: 'fog.eml' });
  const files = (await ledgerOf(world.db, world.workspace.id)).files ?? 0;
  const bytes = box(letter('fog', 1), letter('fog', 2));
  const grown = await handIn(world.scope(maya), bytes, { name: 'fog.mbox' });
  assert.equal((await ledgerOf(world.db, world.workspace.id)).files, files + 2);
  const again = await handIn(world.scope(maya), bytes, { name: 'fog.mbox' });
  assert.deepEqual([again.already, idOf(again)], [true, idOf(grown)]);
  assert.equal((await ledgerOf(world.db, world.workspace.id)).files, files + 2);
});

test('what was decided stays when a thread grows, at its own words; what waits is looked at anew', async () => {
  const one = await handIn(world.scope(maya), letter('tea', 1), { name: 'tea.eml' });
  const id = idOf(one);
  await call(router.people.add, { name: 'Tom Baker', email: 'tom@harbour.example' }, as(maya));
  await call(
    router.speakers.name,
    { answers: [{ alias: 'tom@harbour.example', is: 'person', personId: await personId('Tom Baker') }] },
    as(maya),
  );
  await understandWaiting(world.scope(maya));
  const kept = await suggest(world, id, { kind: 'need', turn: 0, fields: { statement: 'Tea' } });
  const no = await suggest(world, id, { kind: 'objection', turn: 0 });
  const mended = await suggest(world, id, { kind: 'feedback', turn: 0 });
  const open = await suggest(world, id, { kind: 'referral', turn: 0 });
  await call(router.findings.confirm, { id: kept }, as(maya));
  await call(router.findings.reject, { id: no }, as(maya));
  await call(router.findings.edit, { id: mended, statement: 'Said well' }, as(maya));
  await handIn(world.scope(maya), box(letter('tea', 0), letter('tea', 2)), { name: 'tea.mbox' });
  const waiting = await openConversation(world.scope(maya), id);
  assert.equal(waiting.understoodAt, null);
  await understandWaiting(world.scope(maya));
  const { findings, turns } = await openConversation(world.scope(maya), id);
  const now = (which: string) => findings.find((finding) => finding.id === which);
  assert.equal(turns[now(kept)?.turn ?? -1]?.text, 'Letter 1 of tea.');
  assert.equal(now(kept)?.turn, 1);
  assert.ok(now(kept)?.confirmedBy && now(no)?.rejectedBy && now(mended)?.edited);
  assert.equal(now(open), undefined, 'the engine does not say it, and nobody decided on it');
  const person = await call(router.people.open, { id: await personId('Tom Baker') }, as(maya));
  assert.equal(person.needs[0]?.quotes[0]?.turn, 1);
  assert.deepEqual(await miscounted(world), []);
});

const personId = async (find: string) => (await call(router.people.list, { find }, as(maya))).rows[0]?.id ?? '';

test('a thread that was taken away comes back when it grows, says so in the trail, and its people with it', async () => {
  const first = await handIn(world.scope(maya), letter('oak', 1), { name: 'oak.eml' });
  const tom = async () => (await call(router.people.open, { id: await personId('Tom Baker') }, as(maya))).conversations.map(({ id }) => id);
  assert.ok((await tom()).includes(idOf(first)));
  await call(router.conversations.remove, { id: idOf(first) }, as(maya));
  assert.ok(!(await tom()).includes(idOf(first)));
  await handIn(world.scope(maya), letter('oak', 2), { name: 'oak.eml' });
  assert.ok((await tom()).includes(idOf(first)));
  assert.deepEqual(
    (await trailOf(world, idOf(first))).filter((action) => action !== 'conversation.read'),
    ['conversation.removed', 'conversation.restored'],
  );
});

const chat = (...lines: [minute: string, who: string, text: string][]) =>
  lines.map(([minute, who, text]) => `05/03/2026, 10:${minute} - ${who}: ${text}\n`).join('');

test('a longer export of a chat adds what is new in its place, and takes the place of the shorter as its file', async () => {
  const start: [string, string, string][] = [
    ['01', 'Tom Baker', 'Are the vans in?'],
    ['02', 'Maya Okafor', 'Not yet'],
  ];
  const short = chat(...start);
  const long = chat(...start, ['02', 'Maya Okafor', 'Ten minutes'], ['04', 'Lee Wong', 'I see them'], ['05', 'Tom Baker', 'Thanks']);
  const first = await handIn(world.scope(maya), short, { name: 'vans.txt' });
  const grown = await handIn(world.scope(ben), long, { name: 'vans.txt' });
  assert.equal(idOf(grown), idOf(first));
  assert.deepEqual(await textsOf(grown), ['Are the vans in?', 'Not yet', 'Ten minutes', 'I see them', 'Thanks']);
  const page = await pageOf(grown);
  assert.equal(page.file?.id, grown.fileId);
  assert.equal(page.speakers.filter((speaker) => speaker.turns > 0).length, 3);
  assert.deepEqual([(await handIn(world.scope(maya), short)).already, (await handIn(world.scope(maya), long)).already], [true, true]);
  assert.equal((await pageOf(grown)).turns.length, 5);
});

test('the same two lines of a chat at the same minute are two, each time it is read', async () => {
  const twice: [string, string, string][] = [
    ['11', 'Sam Hill', 'Ping'],
    ['11', 'Sam Hill', 'Ping'],
  ];
  const first = await handIn(world.scope(maya), chat(...twice), { name: 'ping.txt' });
  const more = await handIn(world.scope(maya), chat(...twice, ['11', 'Sam Hill', 'Ping'], ['12', 'Maya Okafor', 'Pong']), {
    name: 'ping.txt',
  });
  assert.equal(idOf(first), idOf(more));
  const said = (await textsOf(more)).flatMap((text) => text.split('\n'));
  assert.deepEqual(said, ['Ping', 'Ping', 'Ping', 'Pong']);
});

test('two who bring in parts of one thread at once make one conversation with all of it', async () => {
  const parts = [box(letter('elm', 0), letter('elm', 1)), letter('elm', 2), box(letter('elm', 3), letter('elm', 1)), letter('elm', 4)];
  const received = await Promise.all(
    parts.map((part, i) => handIn(world.scope(i % 2 ? maya : ben), part, { name: i % 2 ? 'e.eml' : 'e.mbox' })),
  );
  assert.equal(new Set(received.map(idOf)).size, 1);
  assert.deepEqual(await textsOf(received[0] as Received), letters('elm', 0, 1, 2, 3, 4));
});
