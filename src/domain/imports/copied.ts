/** How rows are written for COPY in its text form: a line a row, tabs between columns, `\N` for nothing. */

interface Written {
  columns: string[];
  /** What stands in a column before those; nothing when there is none. */
  first: string;
  /** What a column holds where a row has nothing, for those that are never empty. */
  otherwise: ReadonlyMap<string, string>;
}

export function copiedRows(rows: Record<string, unknown>[], { columns, first, otherwise }: Written): Buffer {
  const empty = columns.map((column) => otherwise.get(column) ?? '\\N');
  const isJson = columns.map((column) => JSON_COLUMNS.has(column));
  let text = '';
  for (const row of rows) {
    text += first;
    for (let i = 0; i < columns.length; i++) {
      const value = row[columns[i] as string];
      text += `\t${value === null || value === undefined ? empty[i] : escaped(textOf(value, isJson[i] as boolean))}`;
    }
    text += '\n';
  }
  return Buffer.from(text);
}

const JSON_COLUMNS = new Set(['data', 'reason', 'made', 'before', 'after', 'why']);

function textOf(value: unknown, isJson: boolean): string {
  if (isJson) return JSON.stringify(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? listOf(value) : String(value);
}

/** As PostgreSQL writes an array of texts. */
function listOf(list: unknown[]): string {
  return `{${list.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (letter) => LETTERS[letter] as string) : text;
}

const SPECIAL = /[\\\n\r\t]/;
const LETTERS: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
