/** Something an offering does, as this workspace says it: what a belief about us is held against. */
export interface Claim {
  id: string;
  /** The name of the offering it is a claim of. */
  offering: string;
  statement: string;
}
