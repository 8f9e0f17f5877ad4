import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ines: { id: string };
let conversationId: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ines = await world.person('Ines Carvalho');
  conversationId = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
});
after(() => world.close());

const as = () => ({ context: asking(world, maya) });
const person = () => call(router.people.open, { id: ines.id }, as());

async function confirmed(kind: FindingKind, fields: FindingFields): Promise<string> {
  const id = await suggest(world, conversationId, { kind, turn: 3, fields });
  await call(router.findings.confirm, { id }, as());
  return id;
}

/** The row a finding turned into. */
async function rowOf(findingId: string): Promise<string> {
  const { became } = await world.db.selectFrom('findings').select('became').where('id', '=', findingId).executeTakeFirstOrThrow();
  return (became as { id: string }).id;
}

test('a promise that was kept stays kept when its wording is mended', async () => {
  const id = await confirmed('commitment', { what: 'The lst', due: '2026-12-01' });
  const kept = await call(router.promises.keep, { id: await rowOf(id) }, as());
  await call(router.findings.edit, { id, what: 'The list of the vans' }, as());
  const mended = (await person()).promises.find((promise) => promise.what === 'The list of the vans');
  assert.equal(mended?.keptAt, kept.keptAt);
  assert.ok(mended?.keptAt);
  assert.equal(mended.quotes.length, 1);
});

test('needs keep their place in the ladder when one is mended, and close up when one is taken back', async () => {
  const top = await confirmed('need', { statement: 'Top', depth: 0 });
  const middle = await confirmed('need', { statement: 'Middle', depth: 1 });
  const below = await confirmed('need', { statement: 'Below', depth: 2 });
  const hang = async (child: string, parent: string) =>
    sql`update needs set parent_id = ${await rowOf(parent)} where workspace_id = ${world.workspace.id} and id = ${await rowOf(child)}`.execute(
      world.db,
    );
  await hang(middle, top);
  await hang(below, middle);
  const { turns } = await call(router.conversations.open, { id: conversationId }, as());
  await call(router.needs.understand, { needId: await rowOf(middle), turnId: turns[3]?.id ?? '', from: 0, to: 4 }, as());
  await call(router.findings.edit, { id: middle, statement: 'In between' }, as());
  const needs = (await person()).needs;
  const called = (statement: string) => needs.find((need) => need.statement === statement);
  assert.equal(called('In between')?.parentId, called('Top')?.id);
  assert.equal(called('Below')?.parentId, called('In between')?.id);
  assert.ok(called('In between')?.understoodAt);
  await call(router.findings.undo, { id: middle }, as());
  const left = (await person()).needs;
  assert.equal(left.find((need) => need.statement === 'Below')?.parentId, left.find((need) => need.statement === 'Top')?.id);
});

test('of another kind it is another thing, and nothing is carried over', async () => {
  const id = await confirmed('commitment', { what: 'A page', statement: 'A page' });
  await call(router.promises.keep, { id: await rowOf(id) }, as());
  await call(router.findings.edit, { id, kind: 'trait.goal' }, as());
  const page = await person();
  assert.equal(page.promises.filter((promise) => promise.what === 'A page').length, 0);
  assert.equal(page.traits.filter((trait) => trait.statement === 'A page').length, 1);
});
