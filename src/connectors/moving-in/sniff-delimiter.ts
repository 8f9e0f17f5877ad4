import { lineCutter, TooWide, type Writing } from './delimited.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a text separates its cells and rows, from its first lines. Nothing separates: then a comma, and one column. */
export function writingOf(sample: string): Writing {
  const carriageReturns = sample.includes('\r') && !sample.includes('\n');
  // Excel writes and heeds this line of its own.
  const said = /^"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
  if (said) return { delimiter: said, carriageReturns };
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(sample, { delimiter, carriageReturns });
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, carriageReturns };
}

const LINES = 60;

/** How many columns most rows agree on, times how many agree; nought when there is but one column. */
function scoreOf(sample: string, writing: Writing): number {
  let lines: { cells: string[] }[];
  try {
    lines = lineCutter(writing)(sample, true).slice(0, LINES);
  } catch (wrong) {
    if (wrong instanceof TooWide) return Number.MAX_SAFE_INTEGER;
    throw wrong;
  }
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let score = 0;
  for (const [columns, rows] of counts) if (columns > 1) score = Math.max(score, (rows / lines.length) ** 2 * (1 + Math.log2(columns)));
  return score;
}
