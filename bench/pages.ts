/**
 * What a page costs a user at a hundred thousand people and a million turns: the real server over HTTP, signed in, one caller, and in turn with it the bare thing: the
 * same statements through pg and the same bytes through node:http, in a process of its own.
 * Run: npx node bench/pages.ts [people …]. Limits (docs/figures.md): p50 at most 3 times the bare, p95 under 25 ms; search under 100 ms.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type pg from 'pg';
import { type Db, kyselyOver, openPool } from '#db/pool.ts';
import { findAsMeant } from '#domain/find/mend.ts';
import { listPeople } from '#domain/people/list.ts';
import { openPerson } from '#domain/people/open.ts';
import type { Scope } from '#domain/scope.ts';
import { startServer } from '#test/server.ts';
import { makeWorkspace, signUp, visitorOf } from '#test/visitor.ts';
import { seedMany } from './many.ts';

const RUNS = 200;
const WARM = 20;

interface Statement {
  text: string;
  values: unknown[];
}
interface Bare {
  databaseUrl: string;
  pages: { statements: Statement[]; bytes: string }[];
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const at = (part: number, numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * part)] ?? 0;
const ms = (n: number) => n.toFixed(2).padStart(8);

/** Our queries over this pool, each of them kept in `asked`. */
function listening(pool: pg.Pool, asked: Statement[]): Db {
  const connect = async () => {
    const client = await pool.connect();
    const query = (statement: Statement) => {
      asked.push({ text: statement.text, values: statement.values });
      return client.query(statement);
    };
    return { query, release: () => client.release() };
  };
  return kyselyOver({ connect } as unknown as pg.Pool);
}

async function timed(url: string, init: RequestInit): Promise<number> {
  const from = performance.now();
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - from;
}

async function measureAt(people: number): Promise<void> {
  const server = await startServer({ database: 'cluster' });
  const pool = openPool(server.databaseUrl, () => undefined, 4);
  const db = kyselyOver(pool);
  try {
    const visitor = visitorOf(server.url);
    await signUp(visitor, 'Maya');
    await makeWorkspace(visitor);
    const member = await db.selectFrom('members').selectAll().executeTakeFirstOrThrow();
    const turns = Math.min(people * 10, 1_000_000);
    const from = performance.now();
    await seedMany(db, { workspaceId: member.workspaceId, memberId: member.id }, { people, turns });
    print(
      `${people.toLocaleString('en')} people, ${turns.toLocaleString('en')} turns, seeded in ${((performance.now() - from) / 1000).toFixed(0)} s`,
    );
    const { personId } = await db.selectFrom('speakers').select('personId').where('personId', 'is not', null).executeTakeFirstOrThrow();
    const { name } = await db
      .selectFrom('people')
      .select('name')
      .where('id', '=', personId ?? '')
      .executeTakeFirstOrThrow();
    const family = name.split(' ')[1] ?? '';
    const slip = family.slice(0, 3) + family.charAt(4) + family.charAt(3) + family.slice(5);
    const find = (text: string) => ({ path: '/rpc/find/everything', input: { text }, work: (s: Scope) => findAsMeant(s, text) });
    const pages: { label: string; path: string; input: object; work: (scope: Scope) => Promise<unknown> }[] = [
      {
        label: 'list of 50 people',
        path: '/rpc/people/list',
        input: { limit: 50, sort: 'spoke' },
        work: (s) => listPeople(s, { limit: 50, sort: 'spoke' }),
      },
      {
        label: 'list, a piece of a name',
        path: '/rpc/people/list',
        input: { limit: 50, sort: 'spoke', find: family.slice(0, 5) },
        work: (s) => listPeople(s, { limit: 50, sort: 'spoke', find: family.slice(0, 5) }),
      },
      { label: 'one person', path: '/rpc/people/open', input: { id: personId }, work: (s) => openPerson(s, personId ?? '') },
      { label: 'find a family name', ...find(family) },
      { label: 'find a whole name', ...find(name) },
      { label: 'find a name with a slip', ...find(slip) },
      { label: 'find words said', ...find('tunnel alarm') },
      { label: 'find a word said everywhere', ...find('the') },
      { label: 'find two letters', ...find(family.slice(0, 2)) },
    ];
    const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const asked = (input: object): RequestInit => ({
      method: 'POST',
      headers: { origin: server.url, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ json: input }),
    });
    const bare: Bare = { databaseUrl: server.databaseUrl, pages: [] };
    for (const { path, input, work } of pages) {
      const statements: Statement[] = [];
      await work({
        db: listening(pool, statements),
        workspaceId: member.workspaceId,
        now: new Date().toISOString(),
        member: { id: member.id, role: 'owner', name: 'Maya' },
      });
      bare.pages.push({ statements, bytes: await (await fetch(`${server.url}${path}`, asked(input))).text() });
    }
    const child = fork(import.meta.filename, ['--bare']);
    child.send(bare);
    const [port] = (await once(child, 'message')) as [number];
    for (const [i, { label, path, input }] of pages.entries()) {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let n = -WARM; n < RUNS; n++) {
        const one = await timed(`${server.url}${path}`, asked(input));
        const other = await timed(`http://127.0.0.1:${port}/${i}`, asked(input));
        if (n >= 0) ours.push(one) && theirs.push(other);
      }
      const ratio = at(0.5, ours) / at(0.5, theirs);
      print(
        `  ${label.padEnd(30)} p50 ${ms(at(0.5, ours))}  p95 ${ms(at(0.95, ours))}   bare p50 ${ms(at(0.5, theirs))}   ${ratio.toFixed(2)} times`,
      );
    }
    child.kill();
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** The bare thing: statements through pg, bytes through node:http. */
async function serveBare(): Promise<void> {
  process.once('disconnect', () => process.exit());
  const [bare] = (await once(process, 'message')) as [Bare];
  const pool = openPool(bare.databaseUrl, () => undefined, 4);
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const page = bare.pages[Number(request.url?.slice(1))];
    // Prepared, as ours are: planning a page again each time would flatter us.
    for (const [i, { text, values }] of (page?.statements ?? []).entries()) await pool.query({ name: `${request.url} ${i}`, text, values });
    response.writeHead(200, { 'content-type': 'application/json' }).end(page?.bytes);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
}

if (process.argv.includes('--bare')) await serveBare();
else {
  const sizes = process.argv.slice(2).map(Number).filter(Boolean);
  for (const people of sizes.length > 0 ? sizes : [10_000, 100_000]) await measureAt(people);
}
