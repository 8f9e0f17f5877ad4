import type { BriefPage } from '#model/brief.ts';

/** Rows from which a sheet is printed closer, and closer still, so that one page holds it. Ours, tried with the longest of everything. */
const MANY_ROWS = 15;
const MOST_ROWS = 20;

type Rows = Pick<BriefPage, 'questions' | 'ratherNot' | 'promises' | 'traits' | 'toRepair' | 'around' | 'felt'>;

/** How close the rows of a brief stand, as a class of its sheet. */
export function density({ questions, ratherNot, promises, traits, toRepair, around, felt }: Rows): '' | 'dense' | 'dense fuller' {
  const lists = [questions, ratherNot, promises, traits, toRepair, around].map((list) => list.length);
  const rows = lists.reduce((sum, one) => sum + one, felt ? 1 : 0);
  if (rows <= MANY_ROWS) return '';
  return rows <= MOST_ROWS ? 'dense' : 'dense fuller';
}
