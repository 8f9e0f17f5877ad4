import { createHash } from 'node:crypto';
import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Tables } from './tables.ts';

/** Our typed queries: columns in camelCase, timestamptz and date as text, int8 as number (none of ours passes 2^53). */
export type Db = Kysely<Tables>;

type Complain = (problem: Error) => void;

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

/** PostgreSQL writes `2026-11-22 00:13:35.5+00`; JSON, zod and json_agg have `2026-11-22T00:13:35.5+00:00`. */
function toIso(text: string): string {
  return `${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`;
}

const asText = (text: string) => text;

function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === TIMESTAMPTZ) return toIso;
  if (oid === DATE) return asText;
  if (oid === INT8) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}

// The libraries (better-auth, graphile-worker) compare dates as Date: the pool keeps pg's own parsers, and only our Kysely gets these.
const ours = { getTypeParser: parserOf } as pg.CustomTypesConfig;

/** A pool that survives the loss of its server: what goes wrong with an idle connection is told, not thrown. */
export function openPool(url: string, complain: Complain, size = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'heed',
    idleTimeoutMillis: 30_000,
    // Counts the wait for a free connection too: better a no in words than a page that never comes.
    connectionTimeoutMillis: 30_000,
    // A server that went without a word (a cable, a firewall) is noticed.
    keepAlive: true,
  });
  pool.on('error', complain);
  // graphile-worker asks for a handler on each client too; a client in use reports its own loss to whoever uses it.
  pool.on('connect', (client) => client.on('error', complain));
  return pool;
}

/** Put before a statement, has it prepared under this name: once a connection, then only run. */
export function preparedAs(name: string): string {
  return `/* prepared: ${name} */ `;
}

// The text is a part of the name: a page whose statement depends on what is asked is prepared once for each.
function named(text: string): { name?: string } {
  const name = /^\/\* prepared: ([\w.-]+) \*\//.exec(text)?.[1];
  return name ? { name: `${name} ${createHash('sha1').update(text).digest('base64url')}` } : {};
}

const COPIED = '/* copied */ ';

/** Rows in the text form of COPY into a table, within the transaction of `db`. */
export async function copyInto(db: Db, { table, columns, rows }: { table: string; columns: string[]; rows: Buffer }): Promise<void> {
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  await db.executeQuery(CompiledQuery.raw(`${COPIED}copy "${table}" (${quoted}) from stdin`, [rows]));
}

function copied(client: pg.PoolClient, text: string, rows: Buffer): Promise<{ command: 'COPY'; rowCount: number; rows: [] }> {
  return new Promise((resolve, reject) => {
    const stream = client.query(from(text));
    stream.once('error', reject);
    stream.once('finish', () => resolve({ command: 'COPY', rowCount: stream.rowCount, rows: [] }));
    stream.end(rows);
  });
}

/** Kysely over that pool, with our parsers. Ending it does not end the pool. */
export function kyselyOver(pool: pg.Pool): Db {
  const connect = async () => {
    const client = await pool.connect();
    const query = (text: string, values: readonly unknown[] = []) =>
      text.startsWith(COPIED)
        ? copied(client, text, values[0] as Buffer)
        : client.query({ ...named(text), text, values: [...values], types: ours });
    // Kysely's type also speaks of cursors, which we do not use.
    return { query, release: () => client.release() } as unknown as PostgresPoolClient;
  };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: async () => {}, options: {} } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
