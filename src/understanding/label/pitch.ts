import type { FoundAct } from '#model/act.ts';

const LEAST = 2;
const SURE = 0.6;

/**
 * A stretch about ourselves goes on through sentences that carry no cue of their own: what stands between two pitches of a turn, or after two of
 * them, is of the kind before it, less sure. Sentences of one turn in the order they were said.
 */
export function pitchedThrough(acts: FoundAct[]): FoundAct[] {
  const told = acts.filter(isPitch);
  if (told.length < LEAST) return acts;
  const second = told[1]?.from ?? 0;
  const last = told[told.length - 1]?.from ?? 0;
  const alone = new Map<number, number>();
  for (const { from } of acts) alone.set(from, (alone.get(from) ?? 0) + 1);
  let before: FoundAct | null = null;
  let gone = 0;
  return acts.map((act) => {
    if (isPitch(act)) {
      before = act;
      gone = 0;
      return act;
    }
    gone++;
    const goesOn =
      before !== null && act.act === 'information' && alone.get(act.from) === 1 && (act.from < last || (act.from > second && gone === 1));
    return goesOn && before ? { ...act, act: before.act, p: SURE } : act;
  });
}

function isPitch({ act }: FoundAct): boolean {
  return act.startsWith('pitch.');
}
