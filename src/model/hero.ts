import type { FindingKind } from './finding.ts';

/** A confirmed finding, as far as the choice of the quote at the head of a person's page needs it. */
export interface HeroCandidate {
  id: string;
  kind: FindingKind;
  /** Of a need, 0 to 4. */
  depth: number | null;
  /** When it was said, ISO 8601. */
  saidAt: string;
}

/**
 * The words that stand at the head of a person: the deepest confirmed need, where a feeling weighs as the deepest (a value or feeling at
 * stake) and what they value just above a cost to the business; of equals the newest. Null when nothing of weight is confirmed.
 */
export function heroOf(candidates: HeroCandidate[]): HeroCandidate | null {
  let best: HeroCandidate | null = null;
  for (const candidate of candidates) if (weightOf(candidate) >= 0 && (!best || outweighs(candidate, best))) best = candidate;
  return best;
}

function outweighs(one: HeroCandidate, other: HeroCandidate): boolean {
  const difference = weightOf(one) - weightOf(other);
  if (difference !== 0) return difference > 0;
  const later = Date.parse(one.saidAt) - Date.parse(other.saidAt);
  return later === 0 ? one.id > other.id : later > 0;
}

function weightOf({ kind, depth }: HeroCandidate): number {
  if (kind === 'need') return depth ?? 0;
  if (kind === 'feeling') return 4;
  if (kind === 'trait.value') return 2.5;
  if (kind.startsWith('trait.')) return 0.5;
  return -1;
}
