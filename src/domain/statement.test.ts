import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { FileHandedIn } from '#domain/conversations/receive.ts';
import { contentsOf } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { writtenColumns } from './columns.ts';
import type { Scope } from './scope.ts';
import { dayOf, documentOf, evident, firstOf, known, pieceOf, quotesOf, readable, rowsOf } from './statement.ts';

let world: World;
let maya: Scope;
let ben: Scope;
let members: { maya: WorldMember; ben: WorldMember };

before(async () => {
  world = await newWorld();
  members = { maya: await world.member('Maya Okafor', 'owner'), ben: await world.member('Ben Adler') };
  [maya, ben] = [world.scope(members.maya), world.scope(members.ben)];
});
after(() => world.close());

const hide = (table: string, id: string, from: WorldMember) =>
  sql`update ${sql.table(table)} set private_to = ${from.id} where workspace_id = ${world.workspace.id} and id = ${id}`.execute(world.db);
const talk = async (more: Partial<FileHandedIn> = {}) => {
  const text = `${FIRST_CALL}\n\n7\n00:01:00.000 --> 00:01:02.000\nInes Carvalho: ${crypto.randomUUID()}\n`;
  return (await handIn(maya, text, more)).conversations[0]?.id ?? '';
};

test('somebody’s own person is known to them alone, an owner of the workspace included', async () => {
  const secret = await world.person('Catarina Sousa');
  await hide('people', secret.id, members.ben);
  const knows = (scope: Scope) =>
    rowsOf(
      world.db,
      sql<{
        id: string;
      }>`select p.id from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${secret.id} and ${known(scope, 'p')}`,
    );
  assert.deepEqual(await knows(maya), []);
  assert.deepEqual(await knows(ben), [{ id: secret.id }]);
});

test('a conversation is read by all, by the one it is private to, and by nobody once it is taken away', async () => {
  const [open, hidden, gone] = [await talk(), await talk(), await talk()];
  await hide('conversations', hidden, members.ben);
  await sql`update conversations set removed_at = now() where id = ${gone}`.execute(world.db);
  const reads = async (scope: Scope) =>
    (
      await rowsOf(
        world.db,
        sql<{ id: string }>`select c.id from conversations c where c.workspace_id = ${scope.workspaceId}
          and c.id in (${open}, ${hidden}, ${gone}) and ${readable(scope, 'c')} order by c.id`,
      )
    ).map(({ id }) => id);
  assert.deepEqual(await reads(maya), [open]);
  assert.deepEqual(await reads(ben), [open, hidden].sort());
});

test('what came out of a private conversation is evident to whoever may read it, and so are its words; what came out of none, to all', async () => {
  const [open, hidden] = [await talk(), await talk()];
  await hide('conversations', hidden, members.ben);
  const ines = await world.person('Ines Carvalho', { email: null });
  const trait = async (...from: string[]) => {
    const id = crypto.randomUUID();
    const { workspaceId } = maya;
    await sql`insert into traits (workspace_id, id, person_id, kind, statement, created_at, created_by)
      values (${workspaceId}, ${id}, ${ines.id}, 'value', 'Her word', now(), ${members.ben.id})`.execute(world.db);
    for (const conversation of from)
      await sql`insert into evidence (workspace_id, id, about, about_id, turn_id, created_at, created_by)
        select t.workspace_id, ${crypto.randomUUID()}, 'trait', ${id}, t.id, now(), ${members.ben.id} from turns t
        where t.conversation_id = ${conversation} and t.i = 1`.execute(world.db);
    return id;
  };
  const sees = async (scope: Scope, id: string) => {
    const row = await firstOf(
      world.db,
      sql<{
        evident: boolean;
        quotes: { conversationId: string; confirmedBy: { name: string } }[];
      }>`select ${evident(scope, 'trait', 'x')} as evident,
        ${quotesOf(scope, 'trait', 'x')} as quotes from traits x where x.workspace_id = ${scope.workspaceId} and x.id = ${id}`,
    );
    return [row?.evident, row?.quotes.map(({ conversationId }) => conversationId)];
  };
  const [ofNone, ofBoth, ofHidden] = [await trait(), await trait(open, hidden), await trait(hidden)];
  assert.deepEqual(await sees(maya, ofNone), [true, []]);
  assert.deepEqual(await sees(maya, ofBoth), [true, [open]]);
  assert.deepEqual(await sees(maya, ofHidden), [false, []]);
  const [, both] = await sees(ben, ofBoth);
  assert.deepEqual([...(both as string[])].sort(), [open, hidden].sort());
  assert.deepEqual(await sees(ben, ofHidden), [true, [hidden]]);
});

test('a piece of a name is found whatever its capitals and marks, and what looks like a wildcard is a letter', async () => {
  for (const name of ['Élodie Ørsted', 'Fifty%Off', 'Under_Score', 'Back\\Slash', 'UnderXScore']) await world.person(name, { email: null });
  const named = async (piece: string) =>
    (
      await rowsOf(
        world.db,
        sql<{
          name: string;
        }>`select name from people p where p.workspace_id = ${maya.workspaceId} and plain_name(p.name) like ${pieceOf(piece)}
          order by name collate "C"`,
      )
    ).map(({ name }) => name);
  assert.deepEqual(await named('ELOD'), ['Élodie Ørsted']);
  assert.deepEqual(await named('ørs'), ['Élodie Ørsted']);
  assert.deepEqual(await named('y%o'), ['Fifty%Off']);
  assert.deepEqual(await named('%'), ['Fifty%Off']);
  assert.deepEqual(await named('r_s'), ['Under_Score']);
  assert.deepEqual(await named('k\\s'), ['Back\\Slash']);
  assert.deepEqual(await named("'; drop table people --"), []);
});

test('the day it is depends on where the workspace is, and not on where the server is', async () => {
  const moment = '2026-03-29T22:30:00Z';
  const dayIn = async (zone: string) => {
    await sql`update workspaces set zone = ${zone} where id = ${maya.workspaceId}`.execute(world.db);
    return (await firstOf(world.db, sql<{ day: string }>`select ${dayOf(maya, moment)} as day`))?.day;
  };
  assert.equal(await dayIn('UTC'), '2026-03-29');
  assert.equal(await dayIn('Europe/Amsterdam'), '2026-03-30', 'summer began that day');
  assert.equal(await dayIn('Pacific/Auckland'), '2026-03-30');
  assert.equal(await dayIn('America/Los_Angeles'), '2026-03-29');
  const elsewhere = await firstOf(
    world.db,
    sql<{ day: string | null }>`select ${dayOf({ workspaceId: crypto.randomUUID() }, moment)} as day`,
  );
  assert.equal(elsewhere?.day, null);
});

test('every zone that may be chosen is one that the database knows', async () => {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Calcutta', 'Europe/Kiev'];
  const unknown = await rowsOf(
    world.db,
    sql<{
      zone: string;
    }>`select zone from unnest(${zones}::text[]) as zone where lower(zone) not in (select lower(name) from pg_timezone_names)`,
  );
  assert.deepEqual(unknown, []);
});

test('a document is one statement’s JSON, and null where there is no row', async () => {
  const document = await documentOf<{ n: number; at: string; none: null }>(
    world.db,
    sql`select json_build_object('n', 9007199254740991, 'at', '2026-11-20T10:00:00Z'::timestamptz at time zone 'UTC', 'none', null)`,
  );
  assert.deepEqual(document, { n: 9007199254740991, at: '2026-11-20T10:00:00', none: null });
  assert.equal(await documentOf(world.db, sql`select json_build_object('a', 1) where false`), null);
});

test('a statement that is prepared answers for whoever asks, each time anew', async () => {
  const nameOf = (id: string) =>
    documentOf<string>(
      world.db,
      sql`select to_json(p.name) from people p where p.workspace_id = ${maya.workspaceId} and p.id = ${id}`,
      'told-name',
    );
  const [one, other] = [await world.person('One Person', { email: null }), await world.person('Other Person', { email: null })];
  assert.deepEqual([await nameOf(one.id), await nameOf(other.id), await nameOf(one.id)], ['One Person', 'Other Person', 'One Person']);
  await sql`update people set name = 'Renamed' where id = ${one.id}`.execute(world.db);
  assert.equal(await nameOf(one.id), 'Renamed');
});

test('a row is copied by the columns that can be written, and comes back as it was', async () => {
  const person = await world.person('Copied Person', { email: null });
  const columns = await writtenColumns(world.db, 'people');
  const stood = (await contentsOf(world.db, maya.workspaceId)).people;
  await world.db.transaction().execute(async (db) => {
    await sql`create temporary table kept on commit drop as select ${columns} from people where id = ${person.id}`.execute(db);
    await sql`delete from people where id = ${person.id}`.execute(db);
    await sql`insert into people (${columns}) select * from kept`.execute(db);
  });
  assert.deepEqual((await contentsOf(world.db, maya.workspaceId)).people, stood);
});
