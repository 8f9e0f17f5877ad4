/** Ladders as rows to draw: each need, the rungs nobody asked about, and the lines that hold them together. Pure. */
import { DEEPEST, dug } from '#model/need.ts';
import { laddersOf } from '#model/need-places.ts';
import type { NeedView } from '#model/pages.ts';

interface Line {
  /** How far it stands out from the first line: one step where a need has several below it. */
  indent: number;
  /** Begins a branch: a short line leads to it from the one it branches from. */
  head: boolean;
  /** Lines of branches that go on past this row, by their step. */
  through: number[];
  /** Its own line comes from the row above, and goes on to the row below. */
  up: boolean;
  down: boolean;
}

interface NeedRow extends Line {
  need: NeedView;
}

/** A rung nobody asked about, between two needs or under the deepest. */
export interface OpenRow extends Line {
  need: null;
  depth: number;
  /** The need right above it, whose words the question can hold. */
  above: NeedView;
  /** Below the deepest: here we stopped. */
  end: boolean;
}

export type LadderRow = NeedRow | OpenRow;

export interface Ladder {
  id: string;
  rows: LadderRow[];
  /** It never came to what it costs. */
  surface: boolean;
}

/** One ladder for each need that stands on its own, the deepest dug first. */
export function ladders(needs: readonly NeedView[]): Ladder[] {
  return laddersOf(needs)
    .map((ladder) => ladderOf(ladder))
    .sort((a, b) => b.rows.filter((row) => row.need).length - a.rows.filter((row) => row.need).length);
}

function ladderOf(needs: NeedView[]): Ladder {
  const ids = new Set(needs.map((need) => need.id));
  const top = needs.find((need) => !need.parentId || !ids.has(need.parentId)) ?? oneOfCircle(needs);
  const { deepest, surface } = dug(needs);
  const rows: LadderRow[] = [];
  const seen = new Set<string>();
  const line = (indent: number, head: boolean, through: number[]): Line => ({ indent, head, through, up: false, down: false });
  const visit = (need: NeedView, at: Line): void => {
    if (seen.has(need.id)) return;
    seen.add(need.id);
    rows.push({ need, ...at });
    const below = needs.filter((one) => one.parentId === need.id && !seen.has(one.id));
    const branches = below.length > 1;
    for (const [i, child] of below.entries()) {
      const indent = at.indent + (branches ? 1 : 0);
      const through = branches && i < below.length - 1 ? [...at.through, at.indent] : at.through;
      for (let depth = need.depth + 1; depth < child.depth; depth++) {
        const head = branches && depth === need.depth + 1;
        rows.push({ need: null, depth, above: need, end: false, ...line(indent, head, through) });
      }
      visit(child, line(indent, branches && child.depth <= need.depth + 1, through));
    }
    const isEnd = below.length === 0 && need.depth === deepest && deepest < DEEPEST && !rows.some((row) => !row.need && row.end);
    if (isEnd) rows.push({ need: null, depth: deepest + 1, above: need, end: true, ...line(at.indent, false, at.through) });
  };
  visit(top, line(0, false, []));
  return { id: top.id, rows: joined(rows), surface };
}

/** Where needs point at each other there is no uppermost: one of the circle, since all the others hang under it. */
function oneOfCircle(needs: NeedView[]): NeedView {
  const seen = new Set<NeedView>();
  let here = needs[0] as NeedView;
  for (let above: NeedView | undefined = here; above && !seen.has(above); above = needs.find(({ id }) => id === here.parentId)) {
    seen.add(above);
    here = above;
  }
  return needs.find(({ id }) => id === here.parentId) ?? here;
}

function joined(rows: LadderRow[]): LadderRow[] {
  return rows.map((row, i) => {
    const next = rows[i + 1];
    const down = next !== undefined && (next.indent > row.indent || (next.indent === row.indent && !next.head));
    return { ...row, up: i > 0 && !row.head, down };
  });
}

/** Confirmed by them (full dot), by us (ring), or never asked (dashed). */
export function rungClass(row: LadderRow): 'rung' | 'rung heard' | 'rung open' {
  if (!row.need) return 'rung open';
  return row.need.understoodAt ? 'rung' : 'rung heard';
}

/** What a need is called where one line must do: our words, else theirs. */
export function calledNeed({ statement, quotes }: Pick<NeedView, 'statement' | 'quotes'>, unworded: string): string {
  return statement || quotes[0]?.text || unworded;
}

/** Under which need it would go when it is hung under the one before: the nearest above it on the page that may hold it. */
export function before(rows: readonly LadderRow[], id: string): NeedView | null {
  const needs = rows.flatMap((row) => (row.need ? [row.need] : []));
  const at = needs.findIndex((need) => need.id === id);
  const below = new Set([id]);
  for (const need of needs) if (need.parentId && below.has(need.parentId)) below.add(need.id);
  return needs.slice(0, at).findLast((need) => !below.has(need.id) && need.id !== needs[at]?.parentId) ?? null;
}
