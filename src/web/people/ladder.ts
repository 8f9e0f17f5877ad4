/** Needs as ladders: from what happens (0) down to what is at stake (4), with the rungs nobody asked about. Pure. */
import type { NeedView } from '#model/pages.ts';

export interface Rung {
  depth: number;
  /** Empty: never asked. */
  needs: NeedView[];
}

const DEEPEST = 4;

/** One ladder per need that has no parent here, its children under it by depth; open rungs stand between and one below the deepest. */
export function laddersOf(needs: NeedView[]): Rung[][] {
  const byId = new Map(needs.map((need) => [need.id, need]));
  const ladders = new Map<string, NeedView[]>();
  for (const need of needs) {
    const top = topOf(need, byId);
    ladders.set(top, [...(ladders.get(top) ?? []), need]);
  }
  return [...ladders.values()].map(rungsOf);
}

function topOf(need: NeedView, byId: Map<string, NeedView>): string {
  const seen = new Set<string>();
  let here = need;
  while (here.parentId && byId.has(here.parentId) && !seen.has(here.id)) {
    seen.add(here.id);
    here = byId.get(here.parentId) as NeedView;
  }
  return here.id;
}

function rungsOf(needs: NeedView[]): Rung[] {
  const depths = needs.map((need) => need.depth);
  const from = Math.min(...depths);
  const to = Math.min(DEEPEST, Math.max(...depths) + 1);
  return Array.from({ length: to - from + 1 }, (_, i) => ({ depth: from + i, needs: needs.filter((need) => need.depth === from + i) }));
}

/** Confirmed by them (full dot), by us (ring), or never asked (dashed). */
export function rungClass(rung: Rung): 'rung' | 'rung heard' | 'rung open' {
  if (rung.needs.length === 0) return 'rung open';
  return rung.needs.some((need) => need.understoodAt) ? 'rung' : 'rung heard';
}
