/**
 * A turn of an authored talk and what a person who listens well hears in it: acts (short answers have none) and findings, with their day after "@"
 * where one was named and judged. In Dutch talks, what the rules miss or hear wrongly stands beside it, so that a change for better or worse is seen.
 */
interface GoldenTurn {
  who: string;
  says: string;
  acts: string;
  found: string;
  /** Acts and findings that are there, and that the rules for Dutch do not reach. */
  unheard?: string;
  unfound?: string;
  /** Acts and findings that those rules report, and that are not there. */
  misheard?: string;
  alarm?: string;
}
export type GoldenTalk = GoldenTurn[];
