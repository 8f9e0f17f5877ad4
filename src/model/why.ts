/** Why something was heard: the engine's own account of itself. Nothing in here is made up afterwards. */

/** What is not words and yet made the engine say so. */
export const WHY_REASONS = [
  'question-mark',
  'after-question',
  'asked-for',
  'same-words',
  'said-before',
  'said-after',
  'beside-it',
  'opens-turn',
  'few-words',
] as const;
export type WhyReason = (typeof WHY_REASONS)[number];

/** Characters `from` to `to` of a turn, and how much of the whole say was theirs, 0 to 1. */
export interface WhyWords {
  from: number;
  to: number;
  share: number;
}

export const MOST_WORDS = 4;
export const MOST_REASONS = 2;

/** The words that say so, the weightiest first, at most four; and at most two other reasons. */
export interface Why {
  words: WhyWords[];
  reasons: WhyReason[];
}

/** The trained heads, the rules, or one that cannot be asked: an engine before this one, a language model, a member. */
export const HEARD_BY = ['heads', 'rules', 'older-engine', 'language-model', 'by-hand'] as const;
export type HeardBy = (typeof HEARD_BY)[number];

/** With whoever heard it. Of those who cannot be asked, both lists are empty. */
export interface Heard extends Why {
  by: HeardBy;
}
