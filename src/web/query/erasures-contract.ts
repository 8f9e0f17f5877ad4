/** What the numbers of an erasure look like to the web. */
export interface Erased {
  id: string;
  erasedAt: string;
  erasedBy: string;
  /** How many rows went, by kind. */
  counts: Record<string, number>;
}
