import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { newWorld, type World } from '#test/world.ts';
import { wholly } from '../scope.ts';
import { addTo, type Inserts, insertAll } from './insert.ts';

let world: World;
before(async () => {
  world = await newWorld();
});
after(() => world.close());

const AT = '2026-01-02T03:04:05.000Z';
const place = () => ({ db: world.db, workspaceId: world.workspace.id, now: AT });
const somebody = (id: string, more: Record<string, unknown> = {}) => ({ id, name: 'Ines Carvalho', kinds: [], created_at: AT, ...more });

test('whatever is written comes out as it went in: tabs, ends of lines, backslashes, quotes, other scripts, and nothing', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', '')),
    fc.constantFrom('\\N', '\\.', '\t', '\r\n', '"', '{a,b}', "'", 'NULL', '\\\\'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ role: text, lives: text, kinds: fc.array(text, { maxLength: 3 }) }), { maxLength: 8 }),
      async (rows) => {
        const inserts: Inserts = new Map();
        const written = rows.map(({ role, lives, kinds }) => somebody(uuidv7(), { role_title: role, lives_in: lives, kinds }));
        for (const one of written) addTo(inserts, 'people', one);
        await wholly(place(), (change) => insertAll(change, inserts));
        const found = await world.db
          .selectFrom('people')
          .select(['id', 'roleTitle', 'livesIn', 'kinds'])
          .where('id', 'in', [...written.map(({ id }) => id), uuidv7()])
          .orderBy('id')
          .execute();
        assert.deepEqual(
          found,
          rows.map(({ role, lives, kinds }, i) => ({ id: written[i]?.id, roleTitle: role, livesIn: lives, kinds })),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('what another put in meanwhile stays theirs, and all else comes in; any other fault is told', async () => {
  const [ines, tom] = [uuidv7(), uuidv7()];
  const address = (personId: string, email: string, more = {}) => ({
    ...{ id: uuidv7(), person_id: personId, email, match_email: email, label: '', place: 0, created_at: AT },
    ...more,
  });
  const first: Inserts = new Map();
  addTo(first, 'people', somebody(ines));
  addTo(first, 'person_emails', address(ines, 'both@x.example', { label: 'work' }));
  await wholly(place(), (change) => insertAll(change, first));
  const second: Inserts = new Map();
  addTo(second, 'people', somebody(tom, { name: 'Tom Baker' }));
  addTo(second, 'person_emails', address(tom, 'both@x.example'));
  addTo(second, 'person_emails', address(tom, 'tom@x.example', { place: 1 }));
  await wholly(place(), (change) => insertAll(change, second));
  const { rows } = await sql<{
    line: string;
  }>`select p.name || ' ' || e.email || ' ' || e.label as line from person_emails e join people p on p.id = e.person_id
    where p.id in (${ines}, ${tom}) order by 1`.execute(world.db);
  assert.deepEqual(
    rows.map(({ line }) => line.trim()),
    ['Ines Carvalho both@x.example work', 'Tom Baker tom@x.example'],
  );
  const stray: Inserts = new Map([['person_emails', [address(uuidv7(), 'nobody@x.example')]]]);
  await assert.rejects(
    wholly(place(), (change) => insertAll(change, stray)),
    /foreign key/,
  );
  assert.equal((await world.db.selectFrom('personEmails').selectAll().where('email', '=', 'nobody@x.example').execute()).length, 0);
});
