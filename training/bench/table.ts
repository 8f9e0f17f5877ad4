import type { Row } from './task.ts';

const COLUMNS = ['task', 'mode', 'split', 'n', 'score', 'must', 'metric', 'published'];

/** Rows as a table to read: what reaches its figure has nothing beside it, what does not says so. */
export function tableOf(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.task,
    row.mode,
    row.split,
    String(row.n),
    `${numberOf(row.score)}${row.spread === null ? '' : ` ± ${row.spread.toFixed(3)}`}`,
    row.must === undefined ? '' : `${numberOf(row.must)}${reaches(row) ? '' : ' (short)'}`,
    row.metric,
    row.published ?? '',
  ]);
  const widths = COLUMNS.map((column, k) => Math.max(column.length, ...cells.map((row) => row[k]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, k) => cell.padEnd(widths[k] ?? 0))
      .join('  ')
      .trimEnd();
  return [COLUMNS, widths.map((width) => '-'.repeat(width)), ...cells].map(line).join('\n');
}

/** Of size and time less is better. */
function reaches({ metric, score, must }: Row): boolean {
  return must === undefined || (metric === 'MB' || metric === 'ms' || metric === 'ECE' ? score <= must : score >= must);
}

function numberOf(x: number): string {
  return x >= 10 ? Math.round(x).toLocaleString('en') : x.toFixed(3);
}
