/** Whom of a list somebody chose: some by name, or all that fit but some. Pure. */
export interface Chosen {
  /** All that the sentence fits; `ids` are then those left out. */
  all: boolean;
  ids: ReadonlySet<string>;
  /** Rows show that they can be chosen. */
  on: boolean;
  /** From where a range goes. */
  last: string | null;
}

export const NONE: Chosen = { all: false, ids: new Set(), on: false, last: null };

export function isChosen({ all, ids }: Chosen, id: string): boolean {
  return all !== ids.has(id);
}

/** How many, of `total` that the sentence fits. */
export function howMany({ all, ids }: Chosen, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

/** The other way round for this one; with `upTo`, all from the one before to here become as this one becomes. */
export function flip(chosen: Chosen, id: string, upTo: readonly string[] | null = null): Chosen {
  const to = !isChosen(chosen, id);
  const ids = new Set(chosen.ids);
  for (const one of upTo ? range(upTo, chosen.last ?? id, id) : [id]) {
    if (to === chosen.all) ids.delete(one);
    else ids.add(one);
  }
  return { ...chosen, ids, on: true, last: id };
}

function range(order: readonly string[], from: string, to: string): string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  return a < 0 || b < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}
