/** Which views stand in the bar, and how one moves among them. Pure. */
import type { SavedView } from '#model/saved-view.ts';

/** So many stand in the bar; the one that is open is always in sight. */
export function inSight(views: SavedView[], open: SavedView | undefined, most: number): { inBar: SavedView[]; rest: SavedView[] } {
  const inBar = [...views.slice(0, most), ...(open && views.indexOf(open) >= most ? [open] : [])];
  return { inBar, rest: views.filter((view) => !inBar.includes(view)) };
}

/** Those of everybody and one's own stand in two groups: a view moves within its own. */
export function groupOf(views: SavedView[], view: SavedView): string[] {
  return views.filter(({ shared }) => shared === view.shared).map((one) => one.id);
}

/** The same ids, with one of them in another place. */
export function movedTo(ids: string[], id: string, to: number): string[] {
  return ids.filter((one) => one !== id).toSpliced(to, 0, id);
}
