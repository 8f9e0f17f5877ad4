/** Something an offering does, as this workspace says it: what a belief about us is held against. */
export interface Claim {
  id: string;
  /** The name of the offering it is a claim of. */
  offering: string;
  statement: string;
}

/** Ours; a partner's, beside which ours stands; or another's, to whom we point when that serves them better. */
export const OFFERING_KINDS = ['ours', 'partner', 'other'] as const;
export type OfferingKind = (typeof OFFERING_KINDS)[number];

/** A claim as its own page shows it. */
export interface ClaimView {
  id: string;
  offeringId: string;
  statement: string;
  /** How we know; empty when nothing is written down. */
  proof: string;
  /** Since when we no longer say it. */
  withdrawnAt: string | null;
}

/** What is offered, in our words, with what we say of it. */
export interface OfferingView {
  id: string;
  name: string;
  kind: OfferingKind;
  forWhom: string;
  notForWhom: string;
  /** The need somebody feels that it fulfils. */
  emotionalNeed: string;
  putAwayAt: string | null;
  claims: ClaimView[];
}

/** What a belief was held against, also when we no longer say it. */
export interface Against {
  statement: string;
  /** The name of the offering. */
  offering: string;
  withdrawn: boolean;
}
