import type { FoundAct } from '#model/act.ts';

/** An act counts in a figure from this confidence on. */
export const COUNTED = 0.5;

export function isQuestion(act: FoundAct): boolean {
  return act.act === 'question.open' || act.act === 'question.closed';
}
