/** What matters to somebody grows old: when it was last said, and whether it ought to be asked again. Pure. */
export const TRAIT_KINDS = ['value', 'risk', 'interest', 'irritant', 'preference', 'goal', 'event', 'feeling'] as const;
export type TraitKind = (typeof TRAIT_KINDS)[number];

interface Named {
  id: string;
  name: string;
}

export interface TraitFacts {
  id: string;
  kind: TraitKind;
  statement: string;
  /** Of a feeling, whether it is good to have; null when nobody said. */
  tone: 'good' | 'bad' | 'mixed' | null;
  createdAt: string;
  createdBy: Named | null;
  /** Somebody said that it still holds. */
  renewedAt: string | null;
  renewedBy: Named | null;
  /** Somebody said that it no longer does: it stands aside, and can be brought back. */
  endedAt: string | null;
}

type Aged = Pick<TraitFacts, 'kind' | 'createdAt' | 'renewedAt'> & { quotes: { happenedAt: string }[] };

/**
 * After how many months we ask whether it still holds; null is never, because what happened, and what was felt then, stay so.
 * These limits are ours and not science: what somebody values changes slowly, how they like to be reached within the year.
 */
export const HOLDS_MONTHS: Record<TraitKind, number | null> = {
  value: 24,
  risk: 12,
  interest: 12,
  irritant: 12,
  preference: 6,
  goal: 9,
  event: null,
  feeling: null,
};

const MONTH_MS = 30.44 * 86_400_000;

/** When it was last said or said to hold: the newest of its words, its renewal and, where there are no words, its being noted. ISO 8601. */
export function lastHeldAt({ quotes, createdAt, renewedAt }: Aged): string {
  const said = quotes.map(({ happenedAt }) => happenedAt);
  const moments = [...(said.length > 0 ? said : [createdAt]), ...(renewedAt ? [renewedAt] : [])];
  return moments.reduce((newest, one) => (Date.parse(one) > Date.parse(newest) ? one : newest));
}

/** Is it so old that somebody should ask again? `now` is ISO 8601. */
export function isStale(trait: Aged, now: string): boolean {
  const months = HOLDS_MONTHS[trait.kind];
  return months !== null && Date.parse(now) - Date.parse(lastHeldAt(trait)) > months * MONTH_MS;
}

/** Feelings, the newest first, as they were felt: by their words, not by when somebody confirmed them. */
export function feelingsOf<Trait extends Aged>(traits: Trait[]): Trait[] {
  const felt = traits.filter(({ kind }) => kind === 'feeling');
  return felt.toSorted((a, b) => Date.parse(lastHeldAt(b)) - Date.parse(lastHeldAt(a)));
}
