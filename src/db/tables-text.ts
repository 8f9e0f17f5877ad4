import type pg from 'pg';

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  made: 'always' | 'default' | 'given';
}

/** What `tables.ts` must say for the database behind this pool: one interface a table, names and types as our Kysely gives them. */
export async function tablesText(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(COLUMNS);
  const byTable = Map.groupBy(rows, (column) => column.table);
  const interfaces = [...byTable].map(
    ([table, columns]) => `export interface ${nameOf(table)} {\n${columns.map((column) => `  ${fieldOf(column)}\n`).join('')}}\n`,
  );
  const all = [...byTable.keys()].map((table) => `  ${camel(table)}: ${nameOf(table)};\n`).join('');
  return `${HEAD}\n${interfaces.join('\n')}\nexport interface Tables {\n${all}}\n`;
}

const HEAD = `// Written by \`node src/db/write-tables.ts\` from the migrations; a test compares it with them.
import type { ColumnType } from 'kysely';

type Generated<T> = ColumnType<T, T | undefined, T>;
type Made<T> = ColumnType<T, never, never>;
/** ISO 8601 with offset when read. */
type Timestamp = ColumnType<string, string | Date, string | Date>;
type OptionalTimestamp = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;
type GeneratedTimestamp = ColumnType<string, string | Date | undefined, string | Date>;
/** Given as JSON text, read as the value. */
type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;
`;

const COLUMNS = `
  select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as nullable,
    case when c.is_generated = 'ALWAYS' then 'always' when c.column_default is not null then 'default' else 'given' end as made
  from information_schema.columns c
  where c.table_schema = 'public'
  order by c.table_name, c.ordinal_position`;

const TYPES: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  text: 'string',
  tsvector: 'string',
  uuid: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
};

function fieldOf(column: Column): string {
  return `${camel(column.name)}: ${typeOf(column)};`;
}

function typeOf({ table, name, type, nullable, made }: Column): string {
  const special = type === 'timestamptz' ? 'Timestamp' : type === 'jsonb' ? 'Json' : null;
  if (special) return made !== 'given' ? `Generated${special}` : nullable ? `Optional${special}` : special;
  const plain = TYPES[type];
  if (!plain) throw new Error(`${table}.${name} is of type ${type}: say in src/db/tables-text.ts what that is in TypeScript`);
  const full = nullable ? `${plain} | null` : plain;
  return made === 'always' ? `Made<${full}>` : made === 'default' ? `Generated<${full}>` : full;
}

function nameOf(table: string): string {
  return table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
