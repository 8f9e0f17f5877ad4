import type { CustomState } from './custom-state.ts';

/** A deal as it is, and what hangs on it. */
export interface DealState {
  id: string;
  columns: Record<string, unknown>;
  people: Set<string>;
  tags: Set<string>;
  custom: Map<string, CustomState>;
  external: Set<string>;
}

export function newDealState(id: string): DealState {
  return { id, columns: {}, people: new Set(), tags: new Set(), custom: new Map(), external: new Set() };
}
