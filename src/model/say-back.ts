/** "Did I get this right?": our words for their needs, on a page of their own that they open by a link. */
import type { SayBackAnswer } from './need.ts';
import type { NameRef } from './pages.ts';

/** Days a link works. */
export const SAY_BACK_DAYS = 30;

export interface SayBackView {
  id: string;
  createdAt: string;
  by: NameRef | null;
  expiresAt: string;
  state: SayBackState;
  needs: {
    needId: string;
    statement: string;
    /** Every answer, the newest first. */
    answers: { answer: SayBackAnswer; words: string; answeredAt: string }[];
  }[];
}

export type SayBackState = 'open' | 'revoked' | 'expired';

export function stateOf({ revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string }, now: string): SayBackState {
  if (revokedAt) return 'revoked';
  return Date.parse(expiresAt) <= Date.parse(now) ? 'expired' : 'open';
}

/** The page as whoever holds the link sees it. Nothing in it says more than what was written for them. */
export interface SaidPage {
  workspace: string;
  /** Who asks. */
  from: string;
  /** Whom it is for: the name as it is written here. */
  to: string;
  greeting: string;
  expiresAt: string;
  needs: { id: string; statement: string; answer: SayBackAnswer | null; words: string }[];
}
