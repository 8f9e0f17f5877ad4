/** What all processes of Heed take at rest (PSS: shared pages counted once), embedded database and all. Limit: 350 MB. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '../src/test/cluster.ts';
import { startServer } from '../src/test/server.ts';
import { makeWorkspace, signUp, visitorOf } from '../src/test/visitor.ts';

const LIMIT_MB = 350;
const state = temporaryFolder('rest');
const heed = await startServer({ database: 'embedded', state });
const postmaster = Number(readFileSync(path.join(state, 'postgres/18/postmaster.pid'), 'utf8').split('\n')[0]);
// Used once, as somebody would, and then left alone for a minute.
const maya = visitorOf(heed.url);
await signUp(maya, 'Maya');
await makeWorkspace(maya);
for (const page of ['session', 'people', 'conversations', 'today', 'promises']) await maya.ask('GET', `/api/v1/${page}`);
await maya.ask('GET', '/');
await wait(Number(process.env.HEED_BENCH_REST_MS ?? 60_000));

const node = pssOf(heed.process.pid ?? 0);
const database = family(postmaster).reduce((sum, pid) => sum + pssOf(pid), 0);
const all = node + database;
process.stdout.write(
  `node ${node.toFixed(0)} MB + PostgreSQL ${database.toFixed(0)} MB in ${family(postmaster).length} processes = ${all.toFixed(0)} MB at rest (limit ${LIMIT_MB})\n`,
);
await heed.stop();
rmSync(state, { recursive: true, force: true });
process.exit(all <= LIMIT_MB ? 0 : 1);

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
}

function family(parent: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent);
  return [parent, ...children.map(Number)];
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0; // Gone meanwhile.
  }
}
