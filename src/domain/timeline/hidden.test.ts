import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { Refusal } from '#model/refusal.ts';
import type { Moment } from '#model/timeline.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: { id: string };
let house: string;
const now = '2026-11-23T09:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  ines = await world.person('Ines Carvalho');
  house = (await call(router.organisations.add, { name: 'Harbour Foods' }, as())).id;
  await call(router.affiliations.join, { personId: ines.id, organisation: 'Harbour Foods' }, as());
});
after(() => world.close());

const as = (member = maya, at = now) => ({ context: asking(world, member, at) });
const code = (wanted: string) => (problem: unknown) => problem instanceof Refusal && problem.code === wanted;
const write = (member: WorldMember, body: string, about: object, more: object = {}) =>
  call(router.notes.write, { body, about, ...more } as never, as(member));

async function whole(whose: object, member = maya, limit = 3): Promise<Moment[]> {
  const rows: Moment[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(router.timeline.of, { ...whose, limit, ...(cursor && { cursor }) }, as(member));
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}
const bodies = (rows: Moment[]) => rows.flatMap((row) => ('body' in row ? [row.body] : []));

test('a note of a private colleague stands in a house’s line of time for who wrote it alone, with whole pages for the others', async () => {
  for (let n = 0; n < 5; n++) {
    await write(maya, `Open ${n}`, { organisations: [house] });
    await write(ben, `Hidden ${n}`, { organisations: [house] }, { private: true });
  }
  const hers = bodies(await whole({ organisationId: house }));
  assert.deepEqual(
    hers,
    [4, 3, 2, 1, 0].map((n) => `Open ${n}`),
  );
  assert.equal(bodies(await whole({ organisationId: house }, ben)).length, 10);
  const first = await call(router.timeline.of, { organisationId: house, limit: 4 }, as());
  assert.equal(first.rows.length, 4, 'what is hidden takes no place on a page');
});

test('one note about two people, their house and a deal is told once in each line of time', async () => {
  const other = await world.person('Tobias Brandt');
  const deal = await call(router.deals.add, { title: 'Nets', personIds: [ines.id, other.id], organisationId: house }, as());
  const { id } = await write(maya, `With [@Ines](heed:person/${ines.id})`, {
    people: [ines.id, other.id, ines.id],
    organisations: [house],
    deals: [deal.id],
  });
  for (const whose of [{ personId: ines.id }, { personId: other.id }, { organisationId: house }, { dealId: deal.id }])
    assert.equal((await whole(whose)).filter((row) => row.id === id).length, 1, JSON.stringify(whose));
});

test('two people who become one share one line of time, a note about both once, and part again with their own', async () => {
  const [kept, gone] = [await world.person('Grace Olsen'), await world.person('Gracie Olsen')];
  const both = await write(maya, 'About both', { people: [kept.id, gone.id] });
  const his = await write(maya, 'About the one that goes', { people: [gone.id] });
  const merge = await call(router.duplicates.merge, { keepId: kept.id, goneId: gone.id }, as());
  const rows = await whole({ personId: kept.id });
  assert.deepEqual(
    [both.id, his.id].map((id) => rows.filter((row) => row.id === id).length),
    [1, 1],
  );
  assert.ok(rows.some(({ kind }) => kind === 'merged'));
  assert.ok(!JSON.stringify(rows.filter(({ kind }) => kind === 'merged')).includes('Gracie'), 'whom they were is not told there');
  await call(router.duplicates.undo, { id: merge.id }, as());
  assert.deepEqual(bodies(await whole({ personId: kept.id })), ['About both']);
  assert.deepEqual(bodies(await whole({ personId: gone.id })).sort(), ['About both', 'About the one that goes']);
});

test('a mention says that it is one; taken out of the words it is gone from their line of time', async () => {
  const tove = await world.person('Tove Aalto');
  const mention = `[@Tove Aalto](heed:person/${tove.id})`;
  const { id } = await write(maya, `Ask ${mention} and ${mention}`, { people: [ines.id] });
  const told = async () => (await whole({ personId: tove.id })).filter((row) => row.id === id);
  const [row, ...more] = await told();
  assert.deepEqual([row && 'isMention' in row && row.isMention, more.length], [true, 0]);
  await call(router.notes.change, { id, body: 'Ask nobody' }, as());
  assert.deepEqual(await told(), []);
});

test('who wrote it and left is still named; a line of time of who is not known, was erased or was taken away is refused', async () => {
  const leaver = await world.member('Leo Gone');
  const { id } = await write(leaver, 'Before I go', { people: [ines.id] });
  await sql`update members set left_at = now() where id = ${leaver.id}`.execute(world.db);
  const row = (await whole({ personId: ines.id })).find((one) => one.id === id);
  assert.match(JSON.stringify(row), /Leo Gone/);
  const hidden = await world.person('Sam Secret', { email: null });
  await sql`update people set private_to = ${ben.id} where id = ${hidden.id}`.execute(world.db);
  await assert.rejects(whole({ personId: hidden.id }), code('missing.person'));
  assert.ok((await whole({ personId: hidden.id }, ben)).length > 0);
  const deal = await call(router.deals.add, { title: 'Short' }, as());
  await call(router.deals.remove, { id: deal.id }, as());
  await assert.rejects(whole({ dealId: deal.id }), code('missing.deal'));
  await assert.rejects(whole({ personId: ines.id, dealId: deal.id }), code('timeline.of-whom'));
  const erased = await world.person('Olga Petrov');
  await call(router.erasures.erase, { id: erased.id, name: 'Olga Petrov' }, as());
  await assert.rejects(whole({ personId: erased.id }), code('missing.person'));
});

test('two who change one note at once, each from the words they saw: one is kept whole, the other is told', async () => {
  const note = await write(maya, 'First', { people: [ines.id] });
  const results = await Promise.allSettled(
    ['Second', 'Third'].map((body, n) =>
      call(router.notes.change, { id: note.id, body, title: body, seen: note.changedAt }, as(maya, `2026-11-23T10:00:0${n}Z`)),
    ),
  );
  const told = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  assert.equal(told.length, 1);
  assert.ok(code('conflict.note')(told[0]));
  const left = await call(router.notes.open, { id: note.id }, as());
  assert.equal(left.title, left.body);
});

test('a note in private about a meeting moves no contact, and made open it does; hidden again it does not', async () => {
  const lena = await world.person('Lena Fischer');
  const happenedAt = '2026-11-20T12:00:00Z';
  const { id } = await write(maya, 'We met', { people: [lena.id] }, { kind: 'meeting', private: true, happenedAt });
  const last = async () => (await call(router.people.open, { id: lena.id }, as())).lastContactAt;
  const seen: boolean[] = [(await last()) !== null];
  for (const hidden of [false, true]) {
    await call(router.notes.change, { id, private: hidden }, as());
    seen.push((await last()) !== null);
  }
  assert.deepEqual(seen, [false, true, false]);
});
