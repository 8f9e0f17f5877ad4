import type { Finding } from '#model/finding.ts';
import { isOver } from './judge.ts';

/** What the second opinion has that was not known: the same kind over the same words was. */
export function unknownTo(known: Finding[], second: Finding[]): Finding[] {
  return second.filter((finding) => !known.some((other) => isOver(finding, other)));
}

/** Both opinions in the order it was said; where they agree, the first one's words stand. */
export function merged(first: Finding[], second: Finding[]): Finding[] {
  return [...first, ...unknownTo(first, second)].sort((a, b) => a.turn - b.turn || a.from - b.from);
}
