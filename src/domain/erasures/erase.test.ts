import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import { asking, MARKING } from '#test/asking.ts';
import { contentsOf, suggest, trailOf } from '#test/ledger.ts';
import { handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { wholly } from '../scope.ts';
import { maskEverywhere, placesLeft } from './traces.ts';

const AT = '2026-11-20T10:00:00Z';
const ALONE =
  'Ines Carvalho: My number is +44 1632 960 417, and the alarm rang all night.\nMaya Okafor: What did you do?\nInes Carvalho: I drove there.';
const TOGETHER =
  'Ines Carvalho: The van was warm.\nDaniel Brandt: Ines Carvalho is right, write to ines@harbour.example.\nMaya Okafor: I will, Ines.\nInes Carvalho: Thank you.';

let world: World;
let maya: WorldMember;
let ines = '';
let daniel = '';
let together = '';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  await handIn(world.scope(maya), ALONE, { name: 'Ines Carvalho alone.txt' });
  together = (await handIn(world.scope(maya), TOGETHER, { name: 'Two.txt' })).conversations[0]?.id ?? '';
  const named = (alias: string, name: string) => ({ alias, is: 'new' as const, name, organisation: 'Harbour Foods' });
  await call(router.speakers.name, { answers: [named('ines carvalho', 'Ines Carvalho'), named('daniel brandt', 'Daniel Brandt')] }, as());
  const { rows } = await call(router.people.list, {}, as());
  ines = rows.find(({ name }) => name === 'Ines Carvalho')?.id ?? '';
  daniel = rows.find(({ name }) => name === 'Daniel Brandt')?.id ?? '';
  await call(router.people.change, { id: ines, emails: ['ines@harbour.example'] }, as());
  const need = await suggest(world, together, { kind: 'need', turn: 0, fields: { statement: 'Ines Carvalho needs a cold van' } });
  await call(router.findings.confirm, { id: need }, as());
  const his = await suggest(world, together, { kind: 'need', turn: 1, fields: { statement: 'Hear from INES CARVALHO' } });
  await call(router.findings.confirm, { id: his }, as());
  await put('person_phones', { person_id: ines, phone: '+44 1632 960 417', e164: '+441632960417', created_at: AT });
  await put('external_ids', { source: 'hubspot', object: 'contact', external_id: '5518', person_id: ines, created_at: AT });
  for (const about of [[ines], [ines, daniel]]) {
    const note = await put('notes', { body: `With Ines Carvalho, ${about.length}`, happened_at: AT, created_at: AT });
    for (const person of about) await put('note_links', { note_id: note, person_id: person, happened_at: AT });
  }
});
after(() => world.close());

const as = (member = maya) => ({ context: asking(world, member) });

async function put(table: string, row: Record<string, unknown>): Promise<string> {
  const id = uuidv7();
  const all = { workspace_id: world.workspace.id, id, ...row };
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(all).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(all))})`.execute(
    world.db,
  );
  return id;
}

test('a name that is not theirs, or too low a role, erases nobody', async () => {
  const before = await contentsOf(world.db, world.workspace.id);
  const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
  await assert.rejects(call(router.erasures.erase, { id: ines, name: 'Daniel Brandt' }, as()), code('erase.name'));
  await assert.rejects(
    call(router.erasures.erase, { id: ines, name: 'Ines Carvalho' }, as(await world.member('Ben Adler'))),
    code('may.not-allowed'),
  );
  const after = await contentsOf(world.db, world.workspace.id, ['audit_events', 'members']);
  delete before.members;
  assert.deepEqual(after, before);
});

test('erased, nothing tells of them any more, and the talk of the others stands in its order', async () => {
  const erased = await call(router.erasures.erase, { id: ines, name: 'ines carvalho' }, as());
  assert.equal(erased.counts.conversations, 1);
  assert.equal(erased.counts.turns, 4);
  assert.equal(erased.counts.person_emails, 1);
  const all = JSON.stringify(await contentsOf(world.db, world.workspace.id, []));
  for (const trace of [/ines carvalho/i, /ines@harbour/, /960 ?417/, /5518/, /van was warm/, /drove there/])
    assert.doesNotMatch(all, trace);
  const page = await call(router.conversations.open, { id: together }, as());
  assert.deepEqual(
    page.turns.map(({ text }) => text),
    ['', '█████████████ is right, write to ████████████████████.', 'I will, Ines.', ''],
  );
  const [his] = page.findings;
  assert.equal(his?.quote.length, 10);
  assert.equal((await call(router.people.open, { id: daniel }, as())).needs[0]?.statement, 'Hear from █████████████');
});

test('the proof stands in the list and in the trail, without a name', async () => {
  const { erasures } = await call(router.erasures.list, undefined, as());
  assert.equal(erasures.length, 1);
  assert.equal(erasures[0]?.erasedBy, 'Maya Okafor');
  assert.ok((await trailOf(world, erasures[0]?.id)).includes('person.erased'));
  assert.equal((await call(router.people.list, {}, as())).total, 1);
});

test('marks are left by which they would be known again, and by nobody without the key', async () => {
  const { rows } = await sql<{ mark: string }>`select mark from erased_marks where workspace_id = ${world.workspace.id}`.execute(world.db);
  const marks = rows.map(({ mark }) => mark);
  for (const [kind, value] of [
    ['email', 'ines@harbour.example'],
    ['phone', '+441632960417'],
    ['external', 'hubspot\tcontact\t5518'],
  ] as const)
    assert.ok(marks.includes(MARKING.mark(world.workspace.id, kind, value)), kind);
});

test('a note about them alone is gone, one about another too has lost the name', async () => {
  const { rows } = await sql<{ body: string }>`select body from notes where workspace_id = ${world.workspace.id}`.execute(world.db);
  assert.deepEqual(
    rows.map(({ body }) => body),
    ['With █████████████, 2'],
  );
});

test('whatever somebody is called is found and blackened, length for length', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcÉøZ.*+?()[]|^$\\-\'"'), minLength: 5, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(letters, async (odd) => {
      const trace = `a${odd}z`;
      await wholly(world.scope(maya), async (change) => {
        const id = uuidv7();
        const text = `said ${trace}, twice: ${trace}.`;
        await sql`insert into notes (workspace_id, id, body, happened_at, created_at) values (${change.workspaceId}, ${id}, ${text}, ${AT}, ${AT})`.execute(
          change.db,
        );
        await maskEverywhere(change, { traces: [trace], marks: [] });
        assert.deepEqual(await placesLeft(change, { traces: [trace], marks: [] }), []);
        const { rows } = await sql<{
          body: string;
        }>`delete from notes where workspace_id = ${change.workspaceId} and id = ${id} returning body`.execute(change.db);
        assert.equal(rows[0]?.body.length, text.length);
      });
    }),
    { numRuns: 20 },
  );
});
