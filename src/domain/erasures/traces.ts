import { sql } from 'kysely';
import type { Change } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { tenantTables } from '../workspaces/remove.ts';
import type { Identity } from './identity.ts';

/** Our own people and house are not theirs, whatever they are called; bytes of hashes hold no name. */
const NOT_THEIRS = new Set(['members', 'workspaces', 'erased_marks', 'erasures', 'language_models']);

interface Column {
  table: string;
  column: string;
  type: 'text' | 'jsonb';
}

/** Every column of this workspace that holds text. Asked of the database, so that a new one is not forgotten. */
async function textColumns({ db }: Change): Promise<Column[]> {
  const tables = (await tenantTables(db)).filter((table) => !NOT_THEIRS.has(table));
  return rowsOf(
    db,
    sql<Column>`select table_name as "table", column_name as "column", data_type as "type" from information_schema.columns
      where table_schema = current_schema() and table_name = any(${tables}::text[]) and data_type in ('text', 'jsonb') and is_generated = 'NEVER'
      order by table_name, ordinal_position`,
  );
}

/**
 * Blacken whatever still tells of them, letter for letter, so that the places of quotes stay what they are.
 * @returns how many rows were changed.
 */
export async function maskEverywhere(change: Change, { traces }: Identity): Promise<number> {
  if (traces.length === 0) return 0;
  let rows = 0;
  for (const { table, column, type } of await textColumns(change)) {
    const pattern = patternOf(traces, type);
    let value = sql`${sql.ref(column)}::text`;
    // PostgreSQL has no replacement that counts: one pass for each trace.
    for (const trace of traces) value = sql`regexp_replace(${value}, ${patternOf([trace], type)}, ${'█'.repeat(trace.length)}, 'gi')`;
    const changed = await sql`update ${sql.table(table)} set ${sql.ref(column)} = (${value})::${sql.raw(type)}
      where workspace_id = ${change.workspaceId} and ${sql.ref(column)}::text ~* ${pattern}`.execute(change.db);
    rows += Number(changed.numAffectedRows ?? 0);
  }
  return rows;
}

/** The tables in which something of them can still be read: there must be none. */
export async function placesLeft(change: Change, { traces }: Identity): Promise<string[]> {
  const left: string[] = [];
  if (traces.length === 0) return left;
  for (const { table, column, type } of await textColumns(change)) {
    const found = await firstOf(
      change.db,
      sql`select 1 from ${sql.table(table)} where workspace_id = ${change.workspaceId} and ${sql.ref(column)}::text ~* ${patternOf(traces, type)} limit 1`,
    );
    if (found) left.push(`${table}.${column}`);
  }
  return left;
}

/** Any of these, not within a longer word or number. In JSON marks and line ends are written out, so that a line begins after a letter. */
function patternOf(traces: string[], type: Column['type']): string {
  const written = type === 'jsonb' ? traces.map((trace) => JSON.stringify(trace).slice(1, -1)) : traces;
  const before = type === 'jsonb' ? '(?:(?<![[:alnum:]])|(?<=\\\\[bfnrt]))' : '(?<![[:alnum:]])';
  return `${before}(?:${written.map((trace) => trace.replace(/[^\p{L}\p{N}\s]/gu, '\\$&').replace(/\s/g, '\\s')).join('|')})(?![[:alnum:]])`;
}
