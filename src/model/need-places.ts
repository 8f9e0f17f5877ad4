/** Where needs hang, and what follows when one moves. Pure; docs/decisions/017 says why a ladder only goes down. */
import { DEEPEST, type Place } from './need.ts';

/** The ladder of each need that stands on its own, with all that hangs under it, in the order given. Parents that are not here are none. */
export function laddersOf<Need extends Place>(needs: readonly Need[]): Need[][] {
  const above = new Map(needs.map((need) => [need.id, need.parentId]));
  const ladders = new Map<string, Need[]>();
  for (const need of needs) {
    const top = topOf(need.id, above);
    ladders.set(top, [...(ladders.get(top) ?? []), need]);
  }
  return [...ladders.values()];
}

function topOf(id: string, above: ReadonlyMap<string, string | null>): string {
  const seen = new Set<string>();
  let here = id;
  for (let next = above.get(here); next && above.has(next) && !seen.has(here); next = above.get(here)) {
    seen.add(here);
    here = next;
  }
  // Those that point at each other in a circle share the least of their names.
  return seen.has(here) ? ([...seen].sort()[0] ?? here) : here;
}

export interface Move {
  id: string;
  /** Under which need; null: on its own. Left out: where it hangs. */
  parentId?: string | null | undefined;
  /** Left out: as deep as it is, or as deep as what it now hangs under. */
  depth?: number | undefined;
}

/**
 * The places that change when a need moves; null when it would hang under itself or under what is not here. A ladder goes down: nothing is less
 * deep than what it hangs under (causes of causes are as deep). What is made less deep than its parent goes to the nearest one above that is not
 * deeper; what hangs under it comes along, and is deepened where it must be.
 */
export function moved(needs: readonly Place[], { id, parentId, depth }: Move): Place[] | null {
  const places = new Map(needs.map(({ id: each, parentId: under, depth: deep }) => [each, { id: each, parentId: under, depth: deep }]));
  const need = places.get(id);
  if (!need) return null;
  const to = parentId === undefined ? need.parentId : parentId;
  if (to !== null && (!places.has(to) || isUnder(to, id, places))) return null;
  const parent = to === null ? undefined : places.get(to);
  // Hung under something deeper it goes as deep; made less deep by itself it leaves what is deeper.
  need.depth = Math.min(DEEPEST, Math.max(0, depth ?? Math.max(need.depth, parent?.depth ?? 0)));
  need.parentId = nearestAbove(to, need.depth, places);
  deepen(id, places);
  return changedIn(needs, places);
}

type Places = ReadonlyMap<string, Place>;

function isUnder(id: string, above: string, places: Places): boolean {
  const seen = new Set<string>();
  for (let here: string | null = id; here && !seen.has(here); here = places.get(here)?.parentId ?? null) {
    if (here === above) return true;
    seen.add(here);
  }
  return false;
}

function nearestAbove(from: string | null, depth: number, places: Places): string | null {
  for (let here = from; here; here = places.get(here)?.parentId ?? null) if ((places.get(here)?.depth ?? 0) <= depth) return here;
  return null;
}

function deepen(id: string, places: Places): void {
  const depth = places.get(id)?.depth ?? 0;
  for (const child of places.values())
    if (child.parentId === id) {
      child.depth = Math.max(child.depth, depth);
      deepen(child.id, places);
    }
}

/**
 * The places that change when one need becomes part of another: what hung under it hangs under that one, as deep at least; the way from it down to
 * that one, if there is one, hangs where it hung. Its own place stays as it was. Null when one of them is not here.
 */
export function merged(needs: readonly Place[], { id, into }: { id: string; into: string }): Place[] | null {
  const places = new Map(needs.map((need) => [need.id, { id: need.id, parentId: need.parentId, depth: need.depth }]));
  const [gone, kept] = [places.get(id), places.get(into)];
  if (!gone || !kept || id === into) return null;
  for (const child of places.values()) if (child.parentId === id) child.parentId = isUnder(into, child.id, places) ? gone.parentId : into;
  places.delete(id);
  deepen(into, places);
  return changedIn(needs, places).filter((place) => place.id !== id);
}

function changedIn(needs: readonly Place[], places: Places): Place[] {
  const before = new Map(needs.map((one) => [one.id, one]));
  return [...places.values()].filter((one) => {
    const was = before.get(one.id);
    return was?.parentId !== one.parentId || was?.depth !== one.depth;
  });
}

/** Is this a forest of ladders: every parent here, no circles, nothing less deep than what it hangs under? */
export function isForest(needs: readonly Place[]): boolean {
  const places = new Map(needs.map((need) => [need.id, need]));
  return needs.every(({ id, parentId, depth }) => {
    if (depth < 0 || depth > DEEPEST) return false;
    if (parentId === null) return true;
    const parent = places.get(parentId);
    return parent !== undefined && parent.depth <= depth && !isUnder(parentId, id, places);
  });
}

/**
 * Under which need something newly heard belongs, as a first proposal: in the ladder that shares most words with it, else in the one that reaches
 * nearest to it from above, under its deepest need that is less deep. Null when nothing stands above it.
 */
export function whereToHang<Need extends Place & { statement: string; quotes: readonly { text: string }[] }>(
  needs: readonly Need[],
  { depth, words }: { depth: number; words: string },
): string | null {
  let best: { id: string; shared: number; depth: number } | null = null;
  for (const ladder of laddersOf(needs)) {
    const above = ladder.filter((need) => need.depth < depth).sort((a, b) => b.depth - a.depth)[0];
    if (!above) continue;
    const said = ladder.map((need) => [need.statement, ...need.quotes.map((quote) => quote.text)].join(' ')).join(' ');
    const shared = sharedWords(words, said);
    if (!best || shared > best.shared || (shared === best.shared && above.depth > best.depth))
      best = { id: above.id, shared, depth: above.depth };
  }
  return best?.id ?? null;
}

/** How many words two texts have in common; what is short is said of everything, and tells nothing apart. */
export function sharedWords(one: string, other: string): number {
  const words = new Set(longWords(other));
  return new Set(longWords(one).filter((word) => words.has(word))).size;
}

function longWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
