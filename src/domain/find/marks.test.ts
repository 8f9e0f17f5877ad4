import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import type { Hit } from '#model/pages.ts';
import { hitShape } from '#model/person-pages.shape.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  for (const [name, organisation] of [
    ['Inês Carvalho', 'Porto Frio'],
    ['Zoë van der Berg', 'Café Zuid'],
    ['Øystein Bø', ''],
    ['Jürgen Müller', 'Müller & Söhne'],
    ['Katherine Johnson', ''],
  ] as const)
    await call(
      router.people.add,
      {
        name,
        organisation,
        email: `${name
          .split(' ')[0]
          ?.normalize('NFD')
          .replace(/[^a-z]/gi, '')}@x.example`,
      },
      as(maya),
    );
  const text =
    'Inês Carvalho: We meet at the café tomorrow, the crêpes are naïve.\nMaya Okafor: Which invoices went missing?\nInês Carvalho: All of them, and I promise nothing.';
  const id = (await handIn(world.scope(maya), text, { name: 'Über den Winter.txt' })).conversations[0]?.id ?? '';
  const need = await suggest(world, id, { kind: 'need', turn: 0, fields: { statement: 'A warm façade' } });
  const promise = await suggest(world, id, { kind: 'commitment', turn: 2, fields: { what: 'Señd the résumé' } });
  for (const found of [need, promise]) await call(router.findings.confirm, { id: found }, as(maya));
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
async function hits(text: string, member = maya): Promise<Hit[]> {
  const found = (await call(router.find.everything, { text }, as(member))).hits;
  for (const hit of found) hitShape.parse(hit);
  return found;
}
const titles = async (text: string, kind: Hit['kind']) => (await hits(text)).filter((hit) => hit.kind === kind).map((hit) => hit.title);
const marked = (hit?: Hit) => hit?.marks.map(([from, to]) => hit.title.slice(from, to));

test('a name is found without its marks, with a typing error, by its end, and by its address', async () => {
  for (const [typed, name] of [
    ['ines', 'Inês Carvalho'],
    ['carvalo', 'Inês Carvalho'],
    ['INÊS CARV', 'Inês Carvalho'],
    ['zoe', 'Zoë van der Berg'],
    ['oystein', 'Øystein Bø'],
    ['muller', 'Jürgen Müller'],
    ['jurgen@x.example', 'Jürgen Müller'],
    ['katharine jonson', 'Katherine Johnson'],
  ] as const)
    assert.equal((await titles(typed, 'person'))[0], name, typed);
  assert.deepEqual(await titles('xylophone', 'person'), []);
});

test('organisations, titles, needs and promises are found by a piece of them, with or without marks', async () => {
  assert.deepEqual(await titles('cafe zuid', 'organisation'), ['Café Zuid']);
  assert.deepEqual(await titles('uber den', 'conversation'), ['Über den Winter']);
  assert.deepEqual(await titles('warm facade', 'need'), ['A warm façade']);
  assert.deepEqual(await titles('FAÇADE', 'need'), ['A warm façade']);
  assert.deepEqual(await titles('send the resume', 'promise'), ['Señd the résumé']);
  const need = (await hits('facade')).find((hit) => hit.kind === 'need');
  assert.equal(need?.detail, 'Inês Carvalho');
  assert.ok(need?.personId);
});

test('words said are found with their marks and without, the last one half typed, and are marked where they stand', async () => {
  for (const typed of ['cafe tomorrow', 'café tomor', 'crepes', 'naive', 'NAÏVE']) {
    const said = (await hits(typed)).find((hit) => hit.kind === 'words');
    assert.equal(said?.turn, 0, typed);
    assert.match(said?.detail ?? '', /^Inês Carvalho, /);
    assert.ok((marked(said)?.length ?? 0) >= 1, typed);
  }
  const said = (await hits('cafe crep')).find((hit) => hit.kind === 'words');
  assert.deepEqual(marked(said), ['café', 'crêp']);
  assert.deepEqual(
    (await hits('tomorrow café nowhere')).filter((hit) => hit.kind === 'words'),
    [],
  );
  assert.equal(
    (await hits('nvoices')).some((hit) => hit.kind === 'words'),
    false,
    'words are found from their beginning',
  );
});

test('whatever is typed is only ever something to look for', async () => {
  for (const odd of [
    '',
    ' ',
    '%',
    '_',
    '\\',
    "'",
    '"',
    ';--',
    '& | ! ( )',
    ':*',
    '<->',
    '\u0000',
    '\ud800',
    '🦊',
    'a'.repeat(200),
    '%%%%',
    'café:*',
    '\\%',
  ])
    assert.ok(Array.isArray(await hits(odd)), odd);
  assert.deepEqual(await titles('%', 'person'), []);
  assert.deepEqual(await titles('_', 'person'), []);
  assert.deepEqual(await hits('100%'), []);
});

test('what one member keeps private is found by that one, however often others said the same', async () => {
  const lines = Array.from({ length: 500 }, (_, i) => `Ann Other: The walrus number ${i} is here.\nBen Adler: I see, number ${i}.`).join(
    '\n',
  );
  await handIn(world.scope(ben), lines, { name: 'walrus talk.txt', private: true });
  assert.deepEqual(await hits('walrus'), []);
  await handIn(world.scope(maya), 'Inês Carvalho: One walrus in all.\nMaya Okafor: Only one of them?', { name: 'few.txt' });
  const mine = await hits('walrus');
  assert.deepEqual(
    mine.map((hit) => hit.kind),
    ['words'],
  );
  const his = (await hits('walrus', ben)).map((hit) => hit.kind);
  assert.ok(his.includes('conversation') && his.filter((kind) => kind === 'words').length > 1);
});

test('of each kind the few nearest are shown, what begins with it first', async () => {
  for (let i = 0; i < 9; i++) await world.person(`Markus Number${i}`, { email: null });
  await world.person('Ana Markus', { email: null });
  const found = await titles('markus', 'person');
  assert.equal(found.length, 6);
  assert.ok(found.every((name) => name.startsWith('Markus')));
});

test('at thousands of rows each part is found by an index, not by reading all', async () => {
  const w = world.workspace.id;
  await sql`insert into people (workspace_id, id, name, created_at) select ${w}, gen_random_uuid(), md5(n::text), now() from generate_series(1, 12000) n`.execute(
    world.db,
  );
  await sql`insert into conversations (workspace_id, id, kind, title, happened_at, dated_by, time_quality, source, created_at, created_by)
    select ${w}, gen_random_uuid(), 'call', md5('t' || n), now() - n * interval '1 hour', 'member', 'none', 'plain', now(), ${maya.id} from generate_series(1, 4000) n`.execute(
    world.db,
  );
  await sql`insert into promises (workspace_id, id, by_member_id, what, created_at, created_by)
    select ${w}, gen_random_uuid(), ${maya.id}, md5('p' || n), now(), ${maya.id} from generate_series(1, 4000) n`.execute(world.db);
  await sql`vacuum analyze people, conversations, promises, turns, speakers`.execute(world.db);
  const planOf = async (query: ReturnType<typeof sql>) =>
    JSON.stringify((await sql`explain (format json) ${query}`.execute(world.db)).rows);
  assert.match(
    await planOf(sql`select id from conversations where workspace_id = ${w} and plain_name(title) like '%a3f9%'`),
    /conversations_title_pieces/,
  );
  assert.match(await planOf(sql`select id from promises where workspace_id = ${w} and plain_name(what) like '%a3f9%'`), /promises_pieces/);
  assert.match(await planOf(sql`select id from people where workspace_id = ${w} and sought like '%a3f9%'`), /people_sought/);
  assert.ok((await titles('a3f9', 'promise')).length >= 0);
});
