/** One need in the words of several: which needs of an organisation's people are the same. Pure. */
import { plainName } from './alias.ts';

interface Need {
  id: string;
  personId: string;
  statement: string;
  element: string | null;
  understoodAt: string | null;
  healedAt: string | null;
}

export interface NeedTogether<N extends Need> {
  /** In the order given; never empty. */
  needs: N[];
  /** Whose it is, each once. */
  people: string[];
  /** Met for all, confirmed by all, or neither. */
  state: 'met' | 'understood' | 'heard';
}

/**
 * Needs that touch the same element of value, or are said in nearly the same words, are one; through others as well (a like b, b like c).
 * What most people need goes first; of equals what was given first. Every need stands in exactly one group.
 */
export function needsTogether<N extends Need>(needs: N[]): NeedTogether<N>[] {
  const group = needs.map((_, i) => i);
  const rootOf = (i: number): number => (group[i] === i ? i : rootOf(group[i] ?? i));
  const words = needs.map(({ statement }) => wordsIn(statement));
  for (let i = 0; i < needs.length; i++)
    for (let j = 0; j < i; j++)
      if (isSame(needs[i], needs[j], words[i], words[j])) group[Math.max(rootOf(i), rootOf(j))] = Math.min(rootOf(i), rootOf(j));
  const groups = new Map<number, N[]>();
  for (const [i, need] of needs.entries()) groups.set(rootOf(i), [...(groups.get(rootOf(i)) ?? []), need]);
  return [...groups.values()].map(summed).sort((a, b) => b.people.length - a.people.length);
}

function summed<N extends Need>(needs: N[]): NeedTogether<N> {
  const met = needs.every((need) => need.healedAt);
  const understood = needs.every((need) => need.healedAt ?? need.understoodAt);
  return { needs, people: [...new Set(needs.map((need) => need.personId))], state: met ? 'met' : understood ? 'understood' : 'heard' };
}

/** Half of all their words are the same ones: short statements say the same with few other words. */
const NEARLY = 0.5;

function isSame(one: Need | undefined, other: Need | undefined, words: Set<string> = new Set(), others: Set<string> = new Set()): boolean {
  if (!one || !other) return false;
  if (one.element && one.element === other.element) return true;
  const shared = [...words].filter((word) => others.has(word)).length;
  const all = new Set([...words, ...others]).size;
  return all > 0 && shared / all >= NEARLY;
}

const SMALL = new Set(
  'a an the of to in on at for and or that it is are be when if we i they not no with de het een van te in op voor en of dat het is zijn als wij we ik ze niet geen met'.split(
    ' ',
  ),
);

function wordsIn(statement: string): Set<string> {
  const words = plainName(statement).split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word && !SMALL.has(word)).map((word) => word.replace(/(?<=\p{L}{3})(ing|ed|es|s|en)$/u, '')));
}
