/** What matters to somebody, in the order it is told. Pure. */
import type { TraitKind } from '#model/trait.ts';

const ORDER: TraitKind[] = ['value', 'risk', 'irritant', 'interest', 'preference', 'goal', 'event'];

function rank({ kind }: { kind: TraitKind }): number {
  return ORDER.indexOf(kind);
}

/** What holds and what no longer does, by what sort of thing it is. How they felt is told elsewhere. */
export function inOrder<One extends { kind: TraitKind; endedAt: string | null }>(traits: readonly One[]): { holds: One[]; ended: One[] } {
  const matters = traits.filter(({ kind }) => kind !== 'feeling').toSorted((a, b) => rank(a) - rank(b));
  return { holds: matters.filter((one) => !one.endedAt), ended: matters.filter((one) => one.endedAt) };
}

/** Suggestions of traits (`trait.value`), each with the kind it would have, in the same order. */
export function suggestedInOrder<One extends { kind: string }>(suggestions: readonly One[]): { one: One; kind: TraitKind }[] {
  return suggestions.map((one) => ({ one, kind: one.kind.replace('trait.', '') as TraitKind })).toSorted((a, b) => rank(a) - rank(b));
}
