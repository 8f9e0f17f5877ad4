import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import { FIRST_CALL, handIn, mail, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { listConversations } from './list.ts';
import { openConversation } from './open.ts';
import { rawFileOf } from './raw.ts';
import { receiveText } from './receive.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
});
after(() => world.close());

const count = async (table: string) =>
  (
    await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where workspace_id = ${world.workspace.id}`.execute(
      world.db,
    )
  ).rows[0]?.n;

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all).toString();
}

test('a transcript is kept whole: its turns, who spoke, its bytes, and the wish to have it understood', async () => {
  const scope = world.scope(maya);
  const ines = await world.person('Ines Carvalho');
  const received = await handIn(scope, FIRST_CALL, { name: 'harbour.vtt', lastModified: '2026-11-17T14:00:00Z' });
  assert.equal(received.format, 'zoom-vtt');
  assert.equal(received.already, false);
  assert.equal(received.unknownSpeakers, 0);
  const id = received.conversations[0]?.id ?? '';
  const page = await openConversation(scope, id);
  assert.equal(page.turns.length, 6);
  assert.equal(page.datedBy, 'file');
  assert.equal(Date.parse(page.happenedAt), Date.parse('2026-11-17T14:00:00Z'));
  assert.deepEqual(
    page.speakers.map(({ name, side, isYou, personId, turns }) => ({ name, side, isYou, personId, turns })),
    [
      { name: 'Maya Okafor', side: 'us', isYou: true, personId: null, turns: 3 },
      { name: 'Ines Carvalho', side: 'them', isYou: false, personId: ines.id, turns: 3 },
    ],
  );
  const raw = await rawFileOf(scope, id);
  assert.equal(raw.name, 'harbour.vtt');
  assert.equal(raw.size, Buffer.byteLength(FIRST_CALL));
  assert.equal(await bytesOf(raw.parts), FIRST_CALL);
  const jobs = await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(world.db);
  assert.deepEqual(
    jobs.rows.map((job) => job.key),
    [`understand:${id}`],
  );
  const person = await world.db.selectFrom('people').selectAll().where('id', '=', ines.id).executeTakeFirstOrThrow();
  assert.equal(Date.parse(person.lastContactAt as unknown as string), Date.parse('2026-11-17T14:00:00Z'));
  assert.equal(person.lastContactKind, 'call');
});

test('the same bytes twice add nothing, whatever the file is called and whoever brings it', async () => {
  const before = [await count('files'), await count('turns')];
  const again = await handIn(world.scope(ben), FIRST_CALL, { name: 'other name.txt' });
  assert.equal(again.already, true);
  assert.equal(again.conversations[0]?.turns, 6);
  assert.deepEqual([await count('files'), await count('turns')], before);
});

test('five at the same moment leave one', async () => {
  const text = FIRST_CALL.replaceAll('vans', 'trucks');
  const files = (await count('files')) ?? 0;
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => handIn(world.scope(maya), text)));
  assert.equal(all.filter((one) => !one.already).length, 1);
  assert.equal(new Set(all.map((one) => one.conversations[0]?.id)).size, 1);
  assert.equal(await count('files'), files + 1);
});

test('what is no transcript is refused and leaves nothing behind', async () => {
  const before = [await count('files'), await count('file_parts'), await count('conversations')];
  await assert.rejects(
    handIn(
      world.scope(maya),
      new Uint8Array(5000).map((_, i) => (i * 7919) % 251),
    ),
    Refusal,
  );
  await assert.rejects(handIn(world.scope(maya), ''), Refusal);
  await assert.rejects(receiveText(world.scope(maya), { text: '  \n ' }), Refusal);
  assert.deepEqual([await count('files'), await count('file_parts'), await count('conversations')], before);
});

test('a private copy is seen by its member alone, and says nothing of itself to others', async () => {
  const text = FIRST_CALL.replaceAll('fridges', 'freezers');
  const mine = await handIn(world.scope(ben), text, { private: true });
  const id = mine.conversations[0]?.id ?? '';
  assert.equal((await openConversation(world.scope(ben), id)).isPrivate, true);
  const missing = (problem: unknown) => problem instanceof Refusal && problem.code === 'missing.conversation';
  await assert.rejects(openConversation(world.scope(maya), id), missing);
  await assert.rejects(rawFileOf(world.scope(maya), id), missing);
  const shared = await handIn(world.scope(maya), text);
  assert.equal(shared.already, false);
  assert.notEqual(shared.conversations[0]?.id, id);
  // A shared one that he can read already is not stored for him once more.
  assert.equal((await handIn(world.scope(ben), text, { private: true })).already, true);
});

test('pasted text goes the same way, with the day and title that the member gives it', async () => {
  const scope = world.scope(maya);
  const received = await receiveText(scope, {
    text: 'Ada: We lose a whole day each week.\nMaya Okafor: What happens then?\nAda: Then I do it at night.',
    title: 'At the fair',
    happenedAt: '2026-10-01T08:00:00+02:00',
  });
  const page = await openConversation(scope, received.conversations[0]?.id ?? '');
  assert.equal(page.title, 'At the fair');
  assert.equal(page.datedBy, 'member');
  assert.equal(Date.parse(page.happenedAt), Date.parse('2026-10-01T06:00:00Z'));
  assert.equal(page.turns.length, 3);
});

const ROOT = mail({
  id: 'a1@ours.example',
  from: 'Maya Okafor <maya.okafor@example.org>',
  to: 'Tom Baker <tom@harbour.example>',
  subject: 'Monday reports',
  date: 'Wed, 4 Mar 2026 18:02:00 +0100',
  text: 'How did Monday go?',
});
const REPLY = mail({
  id: 'b2@harbour.example',
  from: 'Tom Baker <tom@harbour.example>',
  to: 'Maya Okafor <maya.okafor@example.org>',
  subject: 'Re: Monday reports',
  date: 'Thu, 5 Mar 2026 09:30:00 +0100',
  text: 'Late again. That is the third time.',
  answers: 'a1@ours.example',
});
const box = (...mails: string[]) => mails.map((one) => `From x@example.org Thu Mar  5 09:30:00 2026\n${one}`).join('\n');

test('a mail that comes later joins its thread, at its place in time, and is never stored twice', async () => {
  const scope = world.scope(maya);
  const reply = await handIn(scope, REPLY, { name: 'reply.eml' });
  const whole = await handIn(scope, box(ROOT, REPLY), { name: 'box.mbox' });
  assert.equal(whole.already, false);
  assert.equal(whole.conversations.length, 1);
  assert.equal(whole.conversations[0]?.id, reply.conversations[0]?.id);
  const id = whole.conversations[0]?.id ?? '';
  const page = await openConversation(scope, id);
  assert.deepEqual(
    page.turns.map((turn) => [turn.i, turn.text]),
    [
      [0, 'How did Monday go?'],
      [1, 'Late again. That is the third time.'],
    ],
  );
  assert.equal(page.understoodAt, null);
  const raw = await rawFileOf(scope, id);
  const bytes = await bytesOf(raw.parts);
  assert.equal(Buffer.byteLength(bytes), raw.size);
  assert.match(bytes, /How did Monday go/);
  assert.match(bytes, /third time/);
  const files = await count('files');
  const again = await handIn(scope, `${box(REPLY, ROOT)}\n`, { name: 'same mails, other bytes.mbox' });
  assert.equal(again.already, true);
  assert.equal(again.conversations[0]?.id, id);
  assert.equal(await count('files'), files);
});

test('a longer export of the same chat adds only what is new', async () => {
  const scope = world.scope(maya);
  const short = '05/03/2026, 09:32 - Tom Baker: Report late again\n05/03/2026, 09:40 - Maya Okafor: On it. I will call at four.\n';
  const first = await handIn(scope, short, { name: 'WhatsApp Chat with Tom.txt' });
  await understandWaiting(scope);
  const longer = await handIn(scope, `${short}13/03/2026, 10:00 - Tom Baker: Thanks, that helped.\n`, {
    name: 'WhatsApp Chat with Tom.txt',
  });
  assert.equal(longer.conversations[0]?.id, first.conversations[0]?.id);
  assert.equal(longer.conversations[0]?.turns, 3);
  const page = await openConversation(scope, longer.conversations[0]?.id ?? '');
  assert.deepEqual(
    page.turns.map((turn) => turn.text),
    ['Report late again', 'On it. I will call at four.', 'Thanks, that helped.'],
  );
});

test('the list has the newest on top and pages without a gap, also where all were at the same moment', async () => {
  const other = await world.otherWorkspace('Paging');
  const pia = await world.member('Pia', 'member', { in: other.id });
  const scope = world.scope(pia);
  for (let i = 0; i < 7; i++)
    await receiveText(scope, { text: `Ada: This is talk ${i}.\nPia: And then?`, happenedAt: '2026-10-01T08:00:00Z' });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(scope, { limit: 3, cursor });
    assert.equal(page.total, 7);
    seen.push(...page.rows.map((row) => row.id));
    cursor = page.next ?? undefined;
  } while (cursor);
  assert.equal(seen.length, 7);
  assert.equal(new Set(seen).size, 7);
  assert.equal((await listConversations(scope, { limit: 50, waiting: true })).rows.length, 7);
  assert.equal((await listConversations(scope, { limit: 50, find: 'nobody%' })).total, 0);
  const broken = (problem: unknown) => problem instanceof Refusal && problem.code === 'list.cursor';
  await assert.rejects(listConversations(scope, { limit: 3, cursor: 'bm9uc2Vuc2U' }), broken);
});
