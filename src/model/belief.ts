/** What somebody holds about us, what closed it, and what opened it again. */
import type { Against } from './offering.ts';

export const BELIEF_KINDS = ['true', 'false', 'gap'] as const;
export type BeliefKind = (typeof BELIEF_KINDS)[number];

/** What we did about it. */
export const BELIEF_WAYS = ['conversation', 'document', 'demo', 'other'] as const;
export type BeliefWay = (typeof BELIEF_WAYS)[number];

interface Named {
  id: string;
  name: string;
}

interface BeliefStep<Quote> {
  id: string;
  step: 'closed' | 'reopened';
  how: BeliefWay | null;
  conversation: Named | null;
  /** The words that opened it again, where somebody said it again. */
  quote: Quote | null;
  /** The name of the document that was sent, where it is kept here. */
  document: string | null;
  note: string;
  at: string;
  by: Named | null;
}

/** A belief as the page of its person shows it; `Quote` is theirs (pages.ts). */
export interface BeliefFacts<Quote> {
  id: string;
  kind: BeliefKind;
  statement: string;
  /** The claim it is held against, if any, and its id. */
  against: Against | null;
  claim: string | null;
  /** What would repair it or fill the hole, in our words. */
  repair: string;
  closedAt: string | null;
  reopenedAt: string | null;
  createdAt: string;
  quotes: Quote[];
  /** The newest first. */
  steps: BeliefStep<Quote>[];
}

/** Only what is not so and what they do not know can be closed: what is true needs no repair. */
export function isToRepair({ kind }: Pick<BeliefFacts<unknown>, 'kind'>): boolean {
  return kind !== 'true';
}

/** What is open stands first: what is not so, then what they do not know; then what is true, then what was closed, the newest first. */
export function inOrder<Belief extends Pick<BeliefFacts<unknown>, 'kind' | 'closedAt'>>(beliefs: readonly Belief[]): Belief[] {
  const rank = ({ kind, closedAt }: Belief) => (closedAt ? 3 : kind === 'false' ? 0 : kind === 'gap' ? 1 : 2);
  return beliefs.toSorted((a, b) => rank(a) - rank(b));
}
