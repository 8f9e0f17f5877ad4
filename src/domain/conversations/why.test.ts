import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { BY_MODEL } from '#model/language-model.ts';
import type { ConversationPage, WhyView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { whyViewShape } from '#model/why.shape.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn, understandWaiting } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

const DUTCH = `Maya Okafor: Waarom belt u ons juist nu?
Joost Vink: We hebben iemand nodig die de bestellingen invoert. Dat kost ons elke maandag twee uur.
Maya Okafor: Ik stuur je vrijdag de lijst.
`;

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let callId: string;
let dutchId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler', 'guest');
  await world.person('Ines Carvalho');
  const scope = world.scope(maya);
  callId = (await handIn(scope, FIRST_CALL, { lastModified: '2026-11-17T14:00:00Z' })).conversations[0]?.id ?? '';
  dutchId = (await handIn(scope, DUTCH, { name: 'gesprek.txt', private: true })).conversations[0]?.id ?? '';
  await understandWaiting(scope);
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const why = (id: string, turn: number, member = maya): Promise<WhyView> => call(router.conversations.why, { id, turn }, as(member));
const open = (id: string): Promise<ConversationPage> => call(router.conversations.open, { id }, as(maya));
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

async function saidAt(id: string, turn: number): Promise<(words: { from: number; to: number }[]) => string[]> {
  const text = (await open(id)).turns[turn]?.text ?? '';
  return (words) => words.map(({ from, to }) => text.slice(from, to));
}

test('a promise says which words made it one, as an act and as a suggestion', async () => {
  const heard = whyViewShape.parse(await why(callId, 4));
  const said = await saidAt(callId, 4);
  const act = heard.acts.find((one) => one.act === 'commitment');
  assert.equal(act?.by, 'heads');
  assert.match(said(act?.words ?? [])[0] ?? '', /I will send/);
  const page = await open(callId);
  const suggestion = page.findings.find((one) => one.turn === 4 && one.kind === 'commitment');
  const finding = heard.findings.find((one) => one.id === suggestion?.id);
  assert.match(said(finding?.words ?? [])[0] ?? '', /I will send/);
  assert.equal(finding?.p, suggestion?.p);
  assert.ok(finding?.confidence);
});

test('each act of each turn is answered for, with words that lie in its sentence', async () => {
  for (const id of [callId, dutchId])
    for (const { i, acts } of (await open(id)).turns) {
      const heard = whyViewShape.parse(await why(id, i));
      assert.deepEqual(
        heard.acts.map(({ act, p, from, to }) => ({ act, p, from, to })),
        acts.map(({ act, p, from, to }) => ({ act, p, from, to })),
      );
      for (const { words, from, to } of heard.acts) for (const word of words) assert.ok(word.from >= from && word.to <= to);
    }
});

test('Dutch names the cues of the rules', async () => {
  const need = (await why(dutchId, 1)).acts.find((one) => one.act === 'need');
  assert.equal(need?.by, 'rules');
  assert.deepEqual((await saidAt(dutchId, 1))(need?.words ?? []), ['We hebben iemand nodig']);
  assert.deepEqual((await why(dutchId, 0)).acts.find((one) => one.act === 'question.open')?.reasons, ['question-mark']);
});

test('a guest who may read it may ask; a private one answers only to its member; a turn that is not there is refused', async () => {
  assert.ok((await why(callId, 4, ben)).acts.length > 0);
  await assert.rejects(why(dutchId, 1, ben), refused('missing.conversation'));
  await assert.rejects(why(callId, 99), refused('missing.turn'));
  await assert.rejects(why('01900000-0000-7000-8000-000000000000', 0), refused('missing.conversation'));
  assert.ok(!(await trailOf(world, dutchId)).includes('conversation.why'));
});

test('what was decided is not asked about any more, and what was put right is told as it was first said', async () => {
  const ofTurn = async () => (await why(callId, 5)).findings;
  const [first] = await ofTurn();
  assert.equal(first?.kind, 'commitment');
  const id = first?.id ?? '';
  await call(router.findings.edit, { id, kind: 'request' }, as(maya));
  assert.equal((await ofTurn()).find((one) => one.id === id)?.kind, 'commitment');
  await call(router.findings.confirm, { id }, as(maya));
  assert.equal(
    (await ofTurn()).some((one) => one.id === id),
    false,
  );
});

test('an older engine, a language model and a member have no words to show', async () => {
  const of = async (version: string) => {
    await sql`update findings set engine_version = ${version} where conversation_id = ${callId}`.execute(world.db);
    return (await why(callId, 4)).findings.map(({ by, words, reasons }) => ({ by, n: words.length + reasons.length }));
  };
  assert.deepEqual(await of(`${BY_MODEL}oak`), [{ by: 'language-model', n: 0 }]);
  assert.deepEqual(await of('by-hand'), [{ by: 'by-hand', n: 0 }]);
  assert.deepEqual(await of('rules-1'), [{ by: 'older-engine', n: 0 }]);
  await sql`update conversations set engine_version = 'rules-1' where id = ${callId}`.execute(world.db);
  for (const { by, words, reasons } of (await why(callId, 1)).acts)
    assert.deepEqual({ by, words, reasons }, { by: 'older-engine', words: [], reasons: [] });
});
