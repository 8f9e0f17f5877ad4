import type { FindingFields, FindingKind } from '#model/finding.ts';

/** Words that Maya has not come to yet, and what they may be. */
export interface Waiting {
  kind: FindingKind;
  /** Exactly as it was said, within one turn. */
  quote: string;
}

/**
 * What Maya decided about the words that were said, as if she had gone through the suggestions one by one. Where Heed did not suggest a quote by
 * itself she noted it by hand. Days are those of the autumn it was written in.
 */
export interface Told extends FindingFields {
  in: string;
  /** Exactly as it was said, within one turn. */
  quote: string;
  kind: FindingKind;
  /** A belief: the key of the claim it is held against, in offerings.ts. */
  claim?: string;
  /** A promise: the day it was kept; one that is still to come when the sample is opened leaves it open. */
  kept?: string;
  /** A need: the person confirmed it in their own words. */
  understood?: boolean;
}
