import type { FoundAct } from '#model/act.ts';

export function isQuestion(act: FoundAct): boolean {
  return act.act === 'question.open' || act.act === 'question.closed';
}
