/**
 * How long the pages that people open most take at 10,000 and at 100,000 people, through the domain and as the same statement bare through pg
 * in the same run. Run: npm exec -- node bench/lists.ts [people …]
 */
import { sql } from 'kysely';
import type pg from 'pg';
import { type Db, kyselyOver } from '#db/pool.ts';
import { listConversations } from '#domain/conversations/list.ts';
import { openConversation } from '#domain/conversations/open.ts';
import { findEverything } from '#domain/find/everything.ts';
import { listPeople } from '#domain/people/list.ts';
import { openPerson } from '#domain/people/open.ts';
import type { Scope } from '#domain/scope.ts';
import { readSession } from '#domain/session/read.ts';
import { openToday } from '#domain/today/open.ts';
import { newWorld, type World } from '#test/world.ts';

const RUNS = 15;
const TURNS = 40;

const print = (line: string) => process.stdout.write(`${line}\n`);
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const round = (ms: number) => ms.toFixed(ms < 10 ? 2 : 1).padStart(8);

interface Statement {
  text: string;
  values: unknown[];
}

/** Our queries over this pool, each of them kept in `asked`. */
function listening(pool: pg.Pool, asked: Statement[]): Db {
  const connect = async () => {
    const client = await pool.connect();
    const query = (statement: Statement) => {
      asked.push(statement);
      return client.query(statement);
    };
    return { query, release: () => client.release() };
  };
  return kyselyOver({ connect } as unknown as pg.Pool);
}

/** A person has a conversation in five, of forty turns; one in ten owes or is owed something; one in four waits for a decision. */
async function seed(world: World, memberId: string, people: number): Promise<void> {
  const w = world.workspace.id;
  const now = new Date().toISOString();
  const id = (kind: string, n: string) => sql.raw(`md5('${kind}' || ${n})::uuid`);
  const q = (text: ReturnType<typeof sql>) => text.execute(world.db);
  await q(sql`insert into people (workspace_id, id, name, kinds, last_contact_at, last_contact_kind, between_us, created_at)
    select ${w}, ${id('p', 'n')}, initcap(substr(md5('f' || n % 3000), 1, 6)) || ' ' || initcap(substr(md5('l' || n), 1, 8)), '{customer}',
      timestamptz '2026-11-20' - (n % 5000) * interval '1 hour', 'call', n % 4, ${now} from generate_series(1, ${people}::int) n`);
  await q(sql`insert into conversations (workspace_id, id, kind, title, happened_at, dated_by, time_quality, source, understood_at, open_findings,
      report, created_at, created_by)
    select ${w}, ${id('c', 'n')}, 'call', 'Talk number ' || n, timestamptz '2026-11-20' - n * interval '13 minutes', 'source', 'exact', 'zoom-vtt',
      ${now}, n % 2, '{"conversation": {"participants": []}, "listening": {}}', timestamptz '2026-11-01' - n * interval '13 minutes', ${memberId}
    from generate_series(1, ${people / 50}::int) n`);
  await q(sql`insert into speakers (workspace_id, id, conversation_id, i, name, alias, side, person_id, member_id, turns, words)
    select ${w}, ${id('s', "n || '-' || i")}, ${id('c', 'n')}, i, 'Speaker ' || i, 'speaker ' || i || ' ' || n, case when i = 0 then 'us' else 'them' end,
      case when i > 0 then ${id('p', '(n * 50 - i)')} end, case when i = 0 then ${memberId}::uuid end, ${TURNS / 4}::int, 200
    from generate_series(1, ${people / 50}::int) n, generate_series(0, 3) i`);
  await q(sql`insert into turns (workspace_id, id, conversation_id, i, speaker_id, start_ms, end_ms, line, text)
    select ${w}, ${id('t', "n || '-' || i")}, ${id('c', 'n')}, i, ${id('s', "n || '-' || i % 4")}, i * 5000, i * 5000 + 4000, i,
      'We need to know it before the morning, number ' || n || ', because ' || md5('x' || n || i) || ' was late again'
    from generate_series(1, ${people / 50}::int) n, generate_series(0, ${TURNS - 1}::int) i`);
  await q(sql`insert into findings (workspace_id, id, conversation_id, turn_id, speaker_id, kind, from_char, to_char, quote, fields, p, engine_version,
      suggested, created_at)
    select ${w}, ${id('f', 'n')}, ${id('c', 'n')}, ${id('t', "n || '-1'")}, ${id('s', "n || '-1'")}, 'need', 0, 25, 'We need to know it before', '{}', 0.8,
      'bench', '{}', ${now} from generate_series(1, ${people / 50}::int, 2) n`);
  await q(sql`insert into promises (workspace_id, id, by_member_id, to_person_id, what, due_on, created_at, created_by)
    select ${w}, ${id('m', 'n')}, ${memberId}, ${id('p', 'n')}, 'Send the report number ' || n, date '2026-10-01' + n % 90, ${now}, ${memberId}
    from generate_series(1, ${people}::int, 50) n`);
  await q(sql`update workspaces set people_known = ${people} where id = ${w}`);
  await q(sql`vacuum analyze`);
}

async function measure(label: string, world: World, scope: Scope, work: (scope: Scope) => Promise<unknown>): Promise<void> {
  const asked: Statement[] = [];
  const told = { ...scope, db: listening(world.pool, asked) };
  await work(told);
  const statements = asked.splice(0);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    let from = performance.now();
    await work(scope);
    ours.push(performance.now() - from);
    from = performance.now();
    for (const { text, values } of statements) await world.pool.query(text, values);
    bare.push(performance.now() - from);
  }
  print(`  ${label.padEnd(34)} ${round(median(ours))} ms   bare ${round(median(bare))} ms`);
}

async function measureAt(people: number): Promise<void> {
  const world = await newWorld();
  try {
    const maya = await world.member('Maya Okafor', 'owner');
    const from = performance.now();
    await seed(world, maya.id, people);
    print(`${people.toLocaleString('en')} people, seeded in ${((performance.now() - from) / 1000).toFixed(1)} s`);
    const scope = world.scope(maya);
    const list = (more: object) => (s: Scope) => listPeople(s, { limit: 50, sort: 'spoke', ...more });
    const { next } = await listPeople(scope, { limit: 50, sort: 'spoke' });
    const person = await world.db.selectFrom('speakers').select('personId').where('personId', 'is not', null).executeTakeFirstOrThrow();
    const talk = await world.db.selectFrom('conversations').select('id').executeTakeFirstOrThrow();
    await measure('people.list, first page', world, scope, list({}));
    await measure('people.list, next page', world, scope, list({ cursor: next ?? undefined }));
    await measure('people.list, by name', world, scope, list({ sort: 'name' }));
    await measure('people.list, find "a3f"', world, scope, list({ find: 'a3f' }));
    await measure('people.list, whom we owe', world, scope, list({ owe: true }));
    await measure('people.open', world, scope, (s) => openPerson(s, person.personId ?? ''));
    await measure('conversations.list', world, scope, (s) => listConversations(s, { limit: 50 }));
    await measure('conversations.open', world, scope, (s) => openConversation(s, talk.id));
    await measure('find "report number 51"', world, scope, (s) => findEverything(s, 'report number 51'));
    await measure('find "morning" (said in every turn)', world, scope, (s) => findEverything(s, 'morning'));
    await measure('today.open', world, scope, (s) => openToday(s));
    const account = { id: maya.accountId, name: maya.name, email: maya.email };
    const setup = { needed: false, token: false };
    await measure('session.read', world, scope, (s) => readSession({ db: s.db, account, member: maya, now: s.now, setup }));
  } finally {
    await world.close();
  }
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const people of sizes.length > 0 ? sizes : [10_000, 100_000]) await measureAt(people);
