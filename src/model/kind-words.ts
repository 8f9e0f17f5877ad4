/** What follows from the kind of a relationship (charter E1): how often one usually speaks, and what to ask first. The words are in messages/. */

import { PERSON_KINDS, type PersonKind } from './person.ts';
import type { Closeness } from './person-card.ts';

/** Of each kind so many questions stand in the catalogue for whom we know nothing of yet. */
export const FIRST_QUESTIONS = 3;

/** Days between two talks that are usual for the kind. Ours, and said so where they are shown. */
export const CADENCE_DAYS: Record<PersonKind, number> = {
  boss: 7,
  prospect: 14,
  student: 14,
  customer: 30,
  partner: 30,
  investor: 45,
  friend: 45,
  own: 60,
};

/** Days that keep somebody in their layer: weekly, monthly, quarterly, yearly (methods.md 4.12; the third is ours). */
const CLOSENESS_DAYS: Record<Closeness, number> = { 1: 7, 2: 30, 3: 91, 4: 365 };

/** The kind that words follow when somebody is of several: the one with the shortest usual silence, "own" when of none. */
export function leadingKind(kinds: PersonKind[]): PersonKind {
  const known = kinds.length > 0 ? kinds : (['own'] as const);
  return [...known].sort((a, b) => CADENCE_DAYS[a] - CADENCE_DAYS[b] || PERSON_KINDS.indexOf(a) - PERSON_KINDS.indexOf(b))[0] ?? 'own';
}

export interface Rhythm {
  /** Days between two talks. */
  everyDays: number;
  /** Where the figure comes from: their own talks with us, how close they are, or their kind. */
  from: 'talks' | 'closeness' | 'kind';
  /** Silent for more than half as long again as that. */
  quiet: boolean;
}

const DAY = 86_400_000;
/** Gaps that make a rhythm of their own. */
const ENOUGH_GAPS = 3;
const QUIET_FACTOR = 1.5;

interface Spoken {
  kinds: PersonKind[];
  closeness: Closeness | null;
  lastContactAt: string | null;
  conversations: { happenedAt: string }[];
}

/** How often we usually speak, and whether it is quiet. Null when we never did. `now` is ISO 8601; the rule and its factor are ours. */
export function rhythmOf({ kinds, closeness, lastContactAt, conversations }: Spoken, now: string): Rhythm | null {
  if (!lastContactAt) return null;
  const own = usualGap(conversations.map(({ happenedAt }) => Date.parse(happenedAt)));
  const [everyDays, from] =
    own !== null
      ? ([own, 'talks'] as const)
      : closeness !== null
        ? ([CLOSENESS_DAYS[closeness], 'closeness'] as const)
        : ([CADENCE_DAYS[leadingKind(kinds)], 'kind'] as const);
  const silent = (Date.parse(now) - Date.parse(lastContactAt)) / DAY;
  return { everyDays, from, quiet: silent > QUIET_FACTOR * Math.max(everyDays, 7) };
}

/** The median of the days between talks, whole days; talks of one day are one. Null when they are too few to have a rhythm. */
function usualGap(moments: number[]): number | null {
  const days = [...new Set(moments.map((ms) => Math.floor(ms / DAY)))].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
  if (gaps.length < ENOUGH_GAPS) return null;
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}
