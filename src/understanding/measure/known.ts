import type { FoundAct } from '#model/act.ts';
import { isUnderstood, type Language } from '#model/language.ts';
import type { TurnFacts } from './turn-facts.ts';

/** What can be judged where some turns are in a language that is not understood. */
export interface Known {
  /** Each turn is understood: nothing has to be left out. */
  all: boolean;
  /** Whether turn number `i` is. */
  turn: (i: number) => boolean;
  /** Whether any of our turns is, or we said nothing; and of theirs. */
  ours: boolean;
  theirs: boolean;
}

export function knownIn(languages: readonly Language[], { sides, words }: TurnFacts): Known {
  const turn = (i: number) => isUnderstood(languages[i] ?? 'en');
  const all = languages.every(isUnderstood);
  const some = (side: 'us' | 'them') => all || sides.some((one, i) => one === side && turn(i) && (words[i] ?? 0) > 0);
  return { all, turn, ours: some('us'), theirs: some('them') };
}

/** Without the questions that are known by their mark alone: whether those were taken up cannot be told. */
export function judged(acts: FoundAct[][], { all }: Known): FoundAct[][] {
  return all ? acts : acts.map((found) => found.filter(({ by }) => by === undefined));
}
