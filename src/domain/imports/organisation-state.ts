import type { CustomState } from './custom-state.ts';

/** An organisation as far as a file could say something of it. */
export interface OrganisationState {
  id: string;
  key: string;
  columns: Record<string, unknown>;
  domains: Set<string>;
  tags: Set<string>;
  custom: Map<string, CustomState>;
  external: Set<string>;
}
