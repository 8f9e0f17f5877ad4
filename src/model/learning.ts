import type { FindingKind } from './finding.ts';
import type { NameRef } from './pages.ts';

/** How the suggestions of one kind were decided. Of the workspace, never of a member. */
export interface DecidedKind {
  /** As Heed suggested it. */
  kind: FindingKind;
  confirmed: number;
  rejected: number;
}

/** What Heed has learned from the people of a workspace. Times are ISO 8601 with offset. */
export interface Learned {
  /** How many decisions teach. */
  decisions: number;
  /** The first and the last of them; null when there are none. */
  since: string | null;
  until: string | null;
  /** The kind decided most often first. */
  kinds: DecidedKind[];
  /** The last reset: decisions before it no longer teach. */
  resetAt: string | null;
  resetBy: NameRef | null;
}
