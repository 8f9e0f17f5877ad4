import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Logger, runMigrations as migrateQueue } from 'graphile-worker';
import type pg from 'pg';
import { Refusal } from '#model/refusal.ts';

export const MIGRATIONS = path.join(import.meta.dirname, 'migrations');

// Any number will do as long as every Heed uses the same one.
const LOCK = 4600_0001;

// graphile-worker prints by itself otherwise.
const quiet = new Logger(() => () => undefined);

interface Migration {
  number: number;
  name: string;
  text: string;
  checksum: string;
}

export interface Migrated {
  /** The number of the newest migration that the database has. */
  at: number;
  /** How many this call applied. */
  applied: number;
}

/**
 * Bring the database to this version: forward only, one transaction a file, one process at a time (advisory lock).
 * @throws Refusal `database.too-old`, `migration.failed` (what was applied before it stays, of it nothing), `migration.changed`, `migration.newer`.
 */
export async function migrate(pool: pg.Pool, folder = MIGRATIONS): Promise<Migrated> {
  const client = await pool.connect();
  try {
    refuseOld((await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const migrated = await applyMissing(client, await readMigrations(folder));
    await migrateQueue({ pgPool: pool, logger: quiet });
    return migrated;
  } finally {
    // The connection may be gone when the server was what failed; then the lock is gone with it.
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

const OLDEST = 16;

/**
 * @param version as `show server_version` says it: `16.4`, `15.14 (Debian 15.14-0+deb12u1)`, `18beta1`.
 * @throws Refusal `database.too-old` below PostgreSQL 16; a newer one than we know may well do.
 */
export function refuseOld(version: string): void {
  const major = Number.parseInt(version, 10);
  if (!(major < OLDEST)) return;
  throw new Refusal(
    'database.too-old',
    `The database server is PostgreSQL ${version}. Heed needs ${OLDEST} or newer: upgrade the server, or leave DATABASE_URL out to use the database that comes with Heed.`,
    { version, oldest: OLDEST },
  );
}

/** How many migrations this version has that the database has not. */
export async function pendingMigrations(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ number: number }>('select number from heed_migrations');
  const has = new Set(rows.map((row) => row.number));
  // By their names alone: this is asked by whoever watches over the server, every few seconds.
  return (await namesIn(MIGRATIONS)).filter((name) => !has.has(numberOf(name))).length;
}

async function applyMissing(client: pg.PoolClient, migrations: Migration[]): Promise<Migrated> {
  await client.query(
    'create table if not exists heed_migrations (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from heed_migrations',
  );
  const has = new Map(rows.map((row) => [row.number, row]));
  refuseNewer(rows, migrations);
  let applied = 0;
  for (const migration of migrations) {
    const before = has.get(migration.number);
    if (before) refuseChanged(before.checksum, migration);
    else {
      await apply(client, migration);
      applied += 1;
    }
  }
  return { at: migrations.at(-1)?.number ?? 0, applied };
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    // Many statements in one text are one simple query; it takes no parameters.
    await client.query(migration.text);
    await client.query('insert into heed_migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (problem) {
    await client.query('rollback').catch(() => undefined);
    throw failed(migration, problem);
  }
}

function failed(migration: Migration, problem: unknown): Refusal {
  const { message, position } = problem as { message: string; position?: string };
  const line = position ? migration.text.slice(0, Number(position)).split('\n').length : null;
  const where = line ? `${migration.name}, line ${line}` : migration.name;
  return new Refusal(
    'migration.failed',
    `The database could not be brought to this version: ${where}: ${message}. Nothing of that step was kept; your data is as it was. Start the version you had before, and report this line.`,
    { where, message },
  );
}

function refuseChanged(checksum: string, migration: Migration): void {
  if (checksum === migration.checksum) return;
  throw new Refusal(
    'migration.changed',
    `The database was built with another ${migration.name} than this version has. Use the version that built it, or a database of its own.`,
    { name: migration.name },
  );
}

function refuseNewer(applied: { number: number; name: string }[], migrations: Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.number));
  const strange = applied.find((row) => !known.has(row.number));
  if (!strange) return;
  throw new Refusal(
    'migration.newer',
    `The database was built by a newer Heed (it has ${strange.name}). Start that version or a later one.`,
    {
      name: strange.name,
    },
  );
}

async function readMigrations(folder: string): Promise<Migration[]> {
  return Promise.all(
    (await namesIn(folder)).map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      return { number: numberOf(name), name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name)).sort();
}

function numberOf(name: string): number {
  return Number(name.slice(0, 4));
}
