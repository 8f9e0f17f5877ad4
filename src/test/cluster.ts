import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { supervise } from '#db/embedded/supervise.ts';
import { migrate } from '#db/migrate.ts';
import { openPool } from '#db/pool.ts';

export interface Cluster {
  /** A connection that may make and drop databases. */
  url: string;
  stop(): Promise<void>;
}

/** The name under which `npm test` tells its test files of the one cluster. */
export const CLUSTER_ENV = 'HEED_TEST_CLUSTER';
const TEMPLATE = 'heed_template';

/** A PostgreSQL of its own in a temporary folder, with a migrated template to clone. */
export async function startCluster(): Promise<Cluster> {
  // Not os.tmpdir(): the path of a socket is short, and TMPDIR may be set to anything.
  const state = mkdtempSync('/tmp/heed-test-');
  const embedded = await supervise({
    state,
    tell: (sentence) => process.stderr.write(`${sentence}\n`),
    onLost: (problem) => {
      throw problem;
    },
    // Nothing here must survive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' },
  });
  await makeTemplate(embedded.url);
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** A fresh clone of the migrated template. @returns its URL. */
export async function cloneTemplate(cluster: string, name: string): Promise<string> {
  await administer(cluster, `create database "${name}" template ${TEMPLATE}`);
  return databaseUrl(cluster, name);
}

/** The same of another database, that nobody is connected to. */
export async function cloneOf(cluster: string, template: string, name: string): Promise<string> {
  await administer(cluster, `create database "${name}" template "${template}"`);
  return databaseUrl(cluster, name);
}

/**
 * A database of that name, filled by `fill` when it is not there yet. Whoever else wants it meanwhile waits. It has its name only when it is whole, so that one
 * that broke off half way is never taken for it.
 */
export async function madeOnce(cluster: string, name: string, fill: (url: string) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const making = `${name}_in_the_making`;
    await client.query(`drop database if exists "${making}" with (force)`);
    await fill(await cloneTemplate(cluster, making));
    await client.query(`alter database "${making}" rename to "${name}"`);
  } finally {
    await client.end();
  }
}

export async function dropDatabase(cluster: string, name: string): Promise<void> {
  await administer(cluster, `drop database if exists "${name}" with (force)`);
}

/** An empty database, not migrated. @returns its URL. */
export async function emptyDatabase(cluster: string, name: string): Promise<string> {
  await administer(cluster, `create database "${name}"`);
  return databaseUrl(cluster, name);
}

async function makeTemplate(cluster: string): Promise<void> {
  await administer(cluster, `create database ${TEMPLATE}`);
  const pool = openPool(databaseUrl(cluster, TEMPLATE), () => undefined, 2);
  await migrate(pool);
  // A template must have no open connection when it is cloned.
  await pool.end();
}

async function administer(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseUrl(cluster: string, name: string): string {
  return cluster.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
}

/** @public A folder of its own for a test, short enough for a socket. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(path.join('/tmp', `heed-${name}-`));
}
