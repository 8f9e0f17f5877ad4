/**
 * How fast a hundred thousand people with their organisations move in, beside a bare COPY of the very same rows into the same indexed tables, and how
 * much memory that takes. Run: npm exec -- node bench/import.ts [--people 100000]
 *
 * - ours: two files as HubSpot exports them, kept, recognised (each read to its end), and brought in (matched, linked, indexed, with what is needed to
 *   take it back), through the same jobs as the server's; once straight away, and once in another database after a dry run of every row with its reasons;
 * - the bare thing: what those tables hold afterwards, copied out to files and from there by COPY FROM STDIN into the same tables of a fresh database,
 *   one table after another, in one transaction. Two of each world's own rows (the member and the workspace) are there beforehand.
 * Rows are all rows of those tables; a person counts for about seven. The ratio is bare time over ours, without the dry run and with it; the limit is 0.25.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { from, to } from 'pg-copy-streams';
import { markingWith } from '#domain/erasures/marks.ts';
import { createImport } from '#domain/imports/create.ts';
import { openImport } from '#domain/imports/open.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { startImport, tryImport } from '#domain/imports/steps.ts';
import type { Scope } from '#domain/scope.ts';
import { importTasks } from '#jobs/imports.ts';
import { newWorld, type World } from '#test/world.ts';

const LIMIT = 0.25;
const MOST_MEMORY = 400;
const TABLES = 'organisations organisation_domains people person_emails person_phones affiliations external_ids'.split(' ');
const at = process.argv.indexOf('--people');
const PEOPLE = at > 0 ? Number(process.argv[at + 1]) : 100_000;
const print = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1).padStart(7)} s`;

/** A word of one's own for each number, so that names differ as names do. */
function word(n: number): string {
  const parts = ['ba', 'ri', 'to', 'len', 'ka', 'mo', 'sel', 'du', 'fi', 'na', 'gor', 'vi', 'pa', 'ste', 'lu', 'wen'];
  let text = '';
  for (let rest = n + 17; rest > 0; rest = Math.floor(rest / 16)) text += parts[rest % 16];
  return text[0]?.toUpperCase() + text.slice(1);
}

async function writeFiles(folder: string): Promise<{ contacts: string; companies: string }> {
  const companies = path.join(folder, 'all-companies.csv');
  const contacts = path.join(folder, 'all-contacts.csv');
  const organisations = Math.ceil(PEOPLE / 10);
  await writeLines(
    companies,
    'Record ID,Company name,Company Domain Name,Company owner,Phone Number,City,Country/Region,Industry,Create Date',
    organisations,
    (n) =>
      [
        n + 1,
        `${word(n)} ${word(n * 7)} Ltd`,
        `${word(n)}${n}.example`.toLowerCase(),
        'Maya Okafor',
        '',
        'Leeds',
        'United Kingdom',
        'Food',
        '2024-03-12 09:14',
      ].join(','),
  );
  await writeLines(
    contacts,
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Lifecycle Stage,Create Date,Associated Company,Associated Company IDs',
    PEOPLE,
    (n) => {
      const o = Math.floor(n / 10);
      const first = word(n % 3000);
      const last = word(Math.floor(n / 3) * 31);
      const company = `${word(o)} ${word(o * 7)} Ltd`;
      const phone = `+44 7${String(100_000_000 + n * 7).slice(0, 3)} ${String(1_000_000 + n).slice(1)}`;
      return [
        500_000 + n,
        first,
        last,
        `${first}.${last}${n}@${word(o)}${o}.example`.toLowerCase(),
        phone,
        'Head of supply',
        company,
        'Maya Okafor',
        '',
        '2024-03-12 09:14',
        company,
        o + 1,
      ].join(',');
    },
  );
  return { contacts, companies };
}

async function writeLines(file: string, header: string, n: number, line: (i: number) => string): Promise<void> {
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  for (let i = 0; i < n; i++) if (!out.write(`${line(i)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

function watchMemory(): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 25);
  return () => {
    clearInterval(timer);
    return Math.round(peak / 1024 / 1024);
  };
}

/** Milliseconds on the wall. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Seconds of the processor that the connections of a world have used: what is fair where other things run too. Linux alone tells; else 0. */
async function databaseWork(world: World): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity where datname = current_database()`.execute(world.db);
  const ticks = rows.map(({ pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0; // Gone meanwhile, or not Linux.
    }
  });
  return ticks.reduce((sum, n) => sum + n, 0) / 100;
}

async function ours(world: World, scope: Scope, files: { contacts: string; companies: string }, tries: boolean) {
  const tasks = importTasks(markingWith('for the bench alone, for all to read'));
  const { id } = await createImport(scope);
  const run = (name: string) =>
    tasks[name]?.(world.db, { workspaceId: scope.workspaceId, importId: id }, new AbortController().signal) ?? Promise.reject(name);
  const kept = await timed(async () => {
    await receiveImportFile(scope, id, { path: files.contacts, name: 'all-contacts.csv' });
    await receiveImportFile(scope, id, { path: files.companies, name: 'all-companies.csv' });
  });
  const looked = await timed(() => run('look-at-import'));
  if (tries) await tryImport(scope, id);
  const tried = tries ? await timed(() => run('try-import')) : 0;
  await startImport(scope, id);
  const brought = await timed(() => run('bring-in-import'));
  const page = await openImport(scope, id);
  if (page.done.person?.create !== PEOPLE) throw new Error(`Not all came in: ${JSON.stringify(page.done)}`);
  return { kept, looked, tried, brought, all: kept + looked + tried + brought };
}

/** What the database still does by itself once it says done. */
async function atWork(world: World): Promise<number> {
  await wait(500);
  let most = 0;
  for (let i = 0; i < 10; i++) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()
      and (state = 'active' or backend_type = 'autovacuum worker')`.execute(world.db);
    most = Math.max(most, rows[0]?.n ?? 0);
    await wait(200);
  }
  return most;
}

/** What the database works out by itself is not copied: it works it out again. */
async function columnsOf(client: PoolClient, table: string): Promise<string> {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0].columns;
}

async function copyOut(world: World, folder: string): Promise<number> {
  let rows = 0;
  for (const table of TABLES) {
    const client = await world.pool.connect();
    const columns = await columnsOf(client, table);
    await pipeline(
      client.query(to(`copy (select ${columns} from ${table} order by id) to stdout`)),
      createWriteStream(path.join(folder, table)),
    );
    const { rows: counted } = await client.query(`select count(*)::int as n from ${table}`);
    rows += counted[0].n;
    client.release();
  }
  return rows;
}

async function copyIn(world: World, folder: string): Promise<number> {
  const client = await world.pool.connect();
  const took = await timed(async () => {
    await client.query('begin');
    for (const table of TABLES)
      await pipeline(
        createReadStream(path.join(folder, table)),
        client.query(from(`copy ${table} (${await columnsOf(client, table)}) from stdin`)),
      );
    await client.query('commit');
  }).finally(() => client.release());
  return took;
}

/** Brought in by us in a world of its own. `keep` is told what it holds then. */
async function round(files: { contacts: string; companies: string }, tries: boolean, keep?: (world: World, maya: string) => Promise<void>) {
  const world = await newWorld();
  try {
    const maya = await world.member('Maya Okafor', 'owner');
    const stop = watchMemory();
    const cpu = process.cpuUsage();
    const time = await ours(world, world.scope(maya), files, tries);
    const { user, system } = process.cpuUsage(cpu);
    const peak = stop();
    const database = await databaseWork(world);
    const busy = await atWork(world);
    print(
      `${tries ? 'with a dry run:   ' : 'without a dry run:'} kept ${seconds(time.kept)}, recognised ${seconds(time.looked)}, tried ${seconds(time.tried)}, brought in ${seconds(time.brought)}`,
    );
    print(
      `  processor: node ${seconds((user + system) / 1000)}, database ${seconds(database * 1000)}; peak memory ${peak} MB (limit ${MOST_MEMORY}), backends at work after done: ${busy}, ${load()}`,
    );
    await keep?.(world, maya.id);
    return { ...time, processor: (user + system) / 1000 + database * 1000 };
  } finally {
    await world.close();
  }
}

/** Owners and makers are members of the workspace: the same ones are there. */
async function twinOf(world: World, bare: World, maya: string): Promise<void> {
  await bare.db.deleteFrom('workspaces').execute();
  const one = await world.db.selectFrom('workspaces').selectAll().executeTakeFirstOrThrow();
  await bare.db
    .insertInto('workspaces')
    .values({ workspaceId: one.workspaceId, id: one.id, name: one.name, createdAt: one.createdAt })
    .execute();
  const twin = await bare.member('Maya Okafor', 'owner', { in: one.id });
  await sql`update members set id = ${maya} where id = ${twin.id}`.execute(bare.db);
}

const load = () =>
  `load ${loadavg()
    .map((n) => n.toFixed(2))
    .join(' ')}`;

const folder = mkdtempSync(path.join(tmpdir(), 'heed-bench-import-'));
const bare = await newWorld();
try {
  print(`${PEOPLE.toLocaleString('en')} people, ${load()}`);
  const files = await writeFiles(folder);
  // Without the dry run first: nothing of the other is left in memory then.
  const quick = await round(files, false);
  let rows = 0;
  const whole = await round(files, true, async (world, maya) => {
    rows = await copyOut(world, folder);
    await twinOf(world, bare, maya);
  });
  await sql`checkpoint`.execute(bare.db);
  const cpu = process.cpuUsage();
  const before = await databaseWork(bare);
  const copy = await copyIn(bare, folder);
  const { user, system } = process.cpuUsage(cpu);
  const processor = (user + system) / 1000 + ((await databaseWork(bare)) - before) * 1000;
  const line = (what: string, ms: number) =>
    print(
      `${what.padEnd(24)} ${seconds(ms)} ${Math.round(rows / (ms / 1000))
        .toLocaleString('en')
        .padStart(9)} rows/s ${Math.round(PEOPLE / (ms / 1000))
        .toLocaleString('en')
        .padStart(7)} people/s`,
    );
  line('ours, without a dry run', quick.all);
  line('ours, with a dry run', whole.all);
  line('bare COPY', copy);
  print(
    `ratio ${(copy / quick.all).toFixed(2)} without a dry run, ${(copy / whole.all).toFixed(2)} with it (limit ${LIMIT}); by processor time ${(processor / quick.processor).toFixed(2)} and ${(processor / whole.processor).toFixed(2)} (bare ${seconds(processor)}); ${rows.toLocaleString('en')} rows, ${load()}`,
  );
} finally {
  await bare.close();
  rmSync(folder, { recursive: true, force: true });
}
