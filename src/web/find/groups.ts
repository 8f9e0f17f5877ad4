/** Hits in the order they are shown, and what can be done with the words typed. Pure. */
import type { Hit } from '#model/pages.ts';

const GROUPS = ['person', 'organisation', 'words', 'conversation', 'need', 'promise', 'note', 'deal', 'task'] as const;

export interface Group {
  kind: Hit['kind'];
  hits: Hit[];
}

/** Grouped; with `only`, one kind alone. Empty groups are left out. */
export function groupsOf(hits: Hit[], only: Hit['kind'] | null): Group[] {
  return GROUPS.filter((kind) => !only || kind === only)
    .map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0);
}

/** The kind after this one among those found, then all again: what Tab walks through. */
export function nextKind(hits: Hit[], only: Hit['kind'] | null): Hit['kind'] | null {
  const present = GROUPS.filter((kind) => hits.some((hit) => hit.kind === kind));
  return only === null ? (present[0] ?? null) : (present[present.indexOf(only) + 1] ?? null);
}

/** A text in pieces, each marked or not, by ranges that may touch or stand out of order. */
export function pieces(text: string, marks: [number, number][]): { from: number; text: string; marked: boolean }[] {
  const out: { from: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    if (from < at || to <= from) continue;
    if (from > at) out.push({ from: at, text: text.slice(at, from), marked: false });
    out.push({ from, text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) out.push({ from: at, text: text.slice(at), marked: false });
  return out;
}

/** The action's name carries every word that was typed, wherever. */
export function fits(label: string, typed: string): boolean {
  const low = label.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

/** Where the letters that matched a hit stand in the whole turn it is a piece of. */
export function marksIn(whole: string, hit: Pick<Hit, 'title' | 'marks'>): [number, number][] {
  const words = new Set(hit.marks.map(([from, to]) => hit.title.slice(from, to).toLowerCase()).filter(Boolean));
  const low = whole.toLowerCase();
  const found: [number, number][] = [];
  for (const word of words)
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
}
