/** What can be found in a conversation and waits for a person to confirm, edit or reject it. */
export const FINDING_KINDS = [
  'need',
  'commitment',
  'request',
  'trait.value',
  'trait.risk',
  'trait.interest',
  'trait.irritant',
  'trait.preference',
  'trait.goal',
  'trait.event',
  'belief.true',
  'belief.false',
  'belief.gap',
  'feeling',
  'feedback',
  'referral',
  'competitor',
  'objection',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export function isFindingKind(text: string): text is FindingKind {
  return (FINDING_KINDS as readonly string[]).includes(text);
}

/** 0 symptom, 1 cause, 2 cost to the business, 3 meaning for the person, 4 value or feeling at stake (methods.md 4.9). */
export type Depth = 0 | 1 | 2 | 3 | 4;

/** Fields of the kinds; a kind fills only its own, what cannot be known is null. */
export interface FindingFields {
  /** A short wording of ours: what is needed, promised, valued, believed. Never a quote. */
  statement?: string | null;
  /** need; `must`: they say it is a condition. */
  depth?: Depth | null;
  must?: boolean | null;
  /** commitment, request: to whom it is owed; the one who owes it is `who` of a commitment and `whom` of a request. */
  whom?: string | null;
  /** commitment, request: what, and by when: ISO 8601 date or date-time, and the words that said so. */
  what?: string | null;
  due?: string | null;
  dueText?: string | null;
  /** feeling: the word, and whether it is good to have. */
  feeling?: string | null;
  tone?: 'good' | 'bad' | 'mixed' | null;
  /** feeling: what it comes from, as they say it. */
  cause?: string | null;
  /** belief: id of the claim of an offering that it agrees with, contradicts, or does not know of. */
  claim?: string | null;
  /** feedback: what it does well, what it must do better. */
  verdict?: 'well' | 'better' | null;
  /** competitor, referral, objection, interest: the name, the subject, what is liked. */
  name?: string | null;
}

/** A suggestion with its proof: `quote` is `text.slice(from, to)` of turn number `turn` (0-based), never mended. */
export interface Finding extends FindingFields {
  kind: FindingKind;
  /** The speaker it is about. */
  who: string;
  quote: string;
  turn: number;
  from: number;
  to: number;
  p: number;
  /** What the engine alone said, where the decisions of a workspace have corrected `p`. */
  engineP?: number;
}

/** Confidence in words, as the screens say it. */
export function confidenceWord(p: number): 'very-likely' | 'likely' | 'unsure' {
  if (p >= 0.8) return 'very-likely';
  return p >= 0.6 ? 'likely' : 'unsure';
}
