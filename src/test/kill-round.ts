import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { temporaryFolder } from './cluster.ts';
import { type HeedServer, startServer } from './server.ts';
import { makeWorkspace, signIn, signUp, type Visitor, visitorOf } from './visitor.ts';

const FILES = 20;
const TURNS = 120;

export interface KillRound {
  acknowledged: number;
  /** Of the acknowledged: not there after the restart. */
  lost: number;
  /** There more than once, acknowledged or not. */
  twice: number;
  /** There with a part of its bytes, turns or conversations missing. */
  half: number;
  /** After sending all of them again: files, and conversations that the engine has been over. */
  afterwards: { files: number; understood: number };
  restartMs: number;
}

export interface KillWhen {
  /** With its database. */
  whole: boolean;
  /** When this many of the twenty are acknowledged and the others are under way. */
  after: number;
}

/** Kill Heed while it receives twenty files, start it again, and count what became of them. */
export async function killRound({ whole, after }: KillWhen): Promise<KillRound> {
  const state = temporaryFolder('kill');
  let heed = await startServer({ database: 'embedded', state });
  try {
    const maya = visitorOf(heed.url);
    await signUp(maya, 'Maya');
    await makeWorkspace(maya);
    const acknowledged = await receiveUntilKilled(heed, maya, { whole, after });
    const began = Date.now();
    heed = await startServer({ database: 'embedded', state });
    const restartMs = Date.now() - began;
    const found = await count(state, acknowledged);
    return { acknowledged: acknowledged.size, ...found, afterwards: await sendAgain(heed, state), restartMs };
  } finally {
    await heed.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

async function receiveUntilKilled(heed: HeedServer, maya: Visitor, { whole, after }: KillWhen): Promise<Set<string>> {
  const acknowledged = new Set<string>();
  const sending = names().map(async (name) => {
    // Cut off by the kill: then nothing was acknowledged.
    const answer = await maya.handIn(name, transcript(name)).catch(() => null);
    if (answer?.status === 200) acknowledged.add(name);
  });
  while (acknowledged.size < after) await wait(1);
  const ended = once(heed.process, 'exit');
  const database = Number(readFileSync(path.join(heed.state, 'postgres/18/postmaster.pid'), 'utf8').split('\n')[0]);
  const withIt = whole ? [database, ...childrenOf(database)] : [];
  for (const pid of [heed.process.pid ?? 0, ...withIt]) kill(pid);
  await ended;
  await Promise.all(sending);
  return acknowledged;
}

async function count(state: string, acknowledged: Set<string>): Promise<Pick<KillRound, 'lost' | 'twice' | 'half'>> {
  const rows = await ask<{ name: string; n: number; whole: boolean }>(
    state,
    `select f.name, count(*)::int as n, bool_and(
        f.size = (select coalesce(sum(length(p.bytes)), 0) from file_parts p where p.file_id = f.id)
        and f.sha256 = (select encode(sha256(string_agg(p.bytes, ''::bytea order by p.i)), 'hex') from file_parts p where p.file_id = f.id)
        and 1 = (select count(*) from conversations c where c.file_id = f.id)
        and ${TURNS} = (select count(*) from turns t join conversations c on c.id = t.conversation_id where c.file_id = f.id)) as whole
      from files f group by f.name`,
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  return {
    lost: [...acknowledged].filter((name) => !byName.has(name)).length,
    twice: rows.filter((row) => row.n > 1).length,
    half: rows.filter((row) => !row.whole).length,
  };
}

async function sendAgain(heed: HeedServer, state: string): Promise<KillRound['afterwards']> {
  const maya = visitorOf(heed.url);
  await signIn(maya, 'Maya');
  for (const name of names()) {
    const { status, body } = await maya.handIn(name, transcript(name));
    if (status !== 200) throw new Error(`${name} was refused the second time: ${JSON.stringify(body)}`);
  }
  const question =
    'select (select count(*)::int from files) as files, (select count(*)::int from conversations where understood_at is not null) as understood';
  let found = { files: 0, understood: 0 };
  for (const until = Date.now() + 30_000; found.understood < FILES && Date.now() < until; await wait(200)) {
    found = (await ask<typeof found>(state, question))[0] ?? found;
  }
  return found;
}

async function ask<T>(state: string, question: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: `postgres:///heed?host=${encodeURIComponent(path.join(state, 'run'))}&user=heed` });
  await client.connect();
  try {
    return (await client.query(question)).rows as T[];
  } finally {
    await client.end();
  }
}

function names(): string[] {
  return Array.from({ length: FILES }, (_, i) => `call-${i}.vtt`);
}

/** A call of an hour that is like no other of the round. */
function transcript(name: string): string {
  const stamp = (s: number) => `00:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}.000`;
  const cues = Array.from({ length: TURNS }, (_, i) => {
    const speaker = i % 2 ? 'Maya' : 'Ines Carvalho';
    return `${stamp(i * 20)} --> ${stamp(i * 20 + 15)}\n<v ${speaker}>In ${name} we came to point ${i}: the pumps stop every ${i + 2} days and nobody tells us why.</v>\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0; // Gone meanwhile.
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}
