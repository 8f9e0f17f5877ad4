export const VIEW_OF = ['people', 'deals', 'tasks', 'organisations'] as const;
export type ViewOf = (typeof VIEW_OF)[number];

/** Counting stops here; there are more. */
export const VIEW_COUNT_MOST = 1000;

/** An address with a name. */
export interface SavedView {
  id: string;
  of: ViewOf;
  name: string;
  /** The search of its address. */
  search: Record<string, unknown>;
  /** For everybody here, or for who made it alone. */
  shared: boolean;
  /** Whether whoever asks may change and remove it. */
  mine: boolean;
  /** How many stand in it now, at most `VIEW_COUNT_MOST`; null of what is not counted. */
  count: number | null;
}
