/** Which question fits next: by how deep it is, by what kind of relationship it is, with their own words where those read well. Pure. */
import { speakable } from '#model/need.ts';
import type { NeedView } from '#model/pages.ts';
import type { PersonKind } from '#model/person.ts';
import type { needs as en } from '../messages/en/needs.ts';

type Manner = keyof typeof en.ask;

const MANNER: Record<PersonKind, Manner> = {
  customer: 'customer',
  prospect: 'customer',
  partner: 'customer',
  investor: 'investor',
  student: 'student',
  boss: 'boss',
  friend: 'friend',
  own: 'friend',
};

/** The first kind that has questions of its own; somebody of no kind is asked as a customer is. */
export function mannerOf(kinds: readonly PersonKind[]): Manner {
  return kinds.map((kind) => MANNER[kind]).find((manner) => manner !== 'customer') ?? 'customer';
}

interface Asked {
  depth: number;
  kinds: readonly PersonKind[];
  /** The need right above, if any. */
  above: Pick<NeedView, 'quotes'> | null;
}

/** Their words come first, as words of theirs, so that the question after them fits whatever they said. */
export function nextQuestion({ depth, kinds, above }: Asked, text: Pick<typeof en, 'ask' | 'askAfter'>): string {
  const question = text.ask[mannerOf(kinds)][depth] ?? text.ask.customer[0];
  const said = above?.quotes.map((quote) => speakable(quote.text)).find((words) => words !== null) ?? null;
  return text.askAfter(said, question);
}
