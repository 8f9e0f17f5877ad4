/** Needs as ladders (methods.md 4.9): from what happens down to what is at stake. Rules without a database; docs/decisions/017 says why. */

export const DEEPEST = 4;

interface Named {
  id: string;
  name: string;
}

/** The forty elements of value in business, from the least to the most personal (methods.md 4.11; Almquist, Cleghorn, Sherer, HBR 2018). */
export const VALUE_LEVELS = {
  stakes: ['specifications', 'price', 'compliance', 'ethics'],
  functional: ['top-line', 'cost', 'quality', 'scalability', 'innovation'],
  ease: [
    ...['time', 'effort', 'hassle', 'information', 'transparency'],
    ...['organisation', 'simplicity', 'connection', 'integration'],
    ...['availability', 'variety', 'configurability'],
    ...['responsiveness', 'expertise', 'commitment', 'stability', 'fit'],
    ...['risk', 'reach', 'flexibility', 'components'],
  ],
  individual: ['network', 'marketability', 'reputation', 'design', 'growth', 'anxiety', 'fun'],
  inspirational: ['vision', 'hope', 'responsibility'],
} as const;
export type ValueLevel = keyof typeof VALUE_LEVELS;
export type ValueElement = (typeof VALUE_LEVELS)[ValueLevel][number];

export const VALUE_ELEMENTS = Object.values(VALUE_LEVELS).flat() as ValueElement[];

/** Where a need hangs: what stands above it, and how deep it goes. */
export interface Place {
  id: string;
  parentId: string | null;
  depth: number;
}

/** What made a need understood: their words in a turn, or their yes on the page that asks whether we got it right. */
interface Confirmation<Quote> {
  id: string;
  /** In a turn, with its place; null when they answered by themselves. */
  quote: Quote | null;
  /** Their words; empty when they answered yes and no more. */
  words: string;
  /** What we had said that they said yes to, where that is known. */
  said: string | null;
  confirmedAt: string;
  by: Named | null;
}

/** What they answered on the page: the newest of each link. */
interface SaidBack {
  id: string;
  answer: SayBackAnswer;
  words: string;
  /** Our words as they stood on the page. */
  statement: string;
  answeredAt: string;
}

export const SAY_BACK_ANSWERS = ['yes', 'partly', 'no'] as const;
export type SayBackAnswer = (typeof SAY_BACK_ANSWERS)[number];

/** A need as the page of its person shows it; `Quote` is theirs (pages.ts). */
export interface NeedFacts<Quote> extends Place {
  statement: string;
  element: ValueElement | null;
  mustHave: boolean;
  understoodAt: string | null;
  healedAt: string | null;
  healedWith: string;
  quotes: Quote[];
  confirmations: Confirmation<Quote>[];
  answers: SaidBack[];
}

/** A turn of theirs in which they may have confirmed what we said back, with what we said before it. */
export interface CandidateTurn {
  conversationId: string;
  conversationTitle: string;
  happenedAt: string;
  turnId: string;
  turn: number;
  text: string;
  /** Our turn right before it. */
  after: string;
  /** We had said it back there, as Heed hears it. */
  saidBack: boolean;
}

/** Does the text begin the way somebody agrees? Short yeses come first among the turns that may confirm a need. */
export function soundsLikeYes(text: string): boolean {
  return /^\W*(yes|yeah|yep|exactly|precisely|right|that['’]s (it|right)|that is (it|right|so)|correct|indeed|absolutely|ja|jazeker|precies|klopt|dat klopt|inderdaad|juist|zo is het|helemaal)\b(?!\s+(not|niet|geen)\b|,?\s+(no|nee)(?=[,.!]|$))/iu.test(
    text,
  );
}

/** Where digging stopped. `gaps` are depths between the top and the deepest that nobody asked about; `surface`: it never came to what it costs. */
export interface Dug {
  top: number;
  deepest: number;
  gaps: number[];
  surface: boolean;
}

export function dug(ladder: readonly Pick<Place, 'depth'>[]): Dug {
  const depths = ladder.map((need) => need.depth);
  const [top, deepest] = [Math.min(...depths), Math.max(...depths)];
  const gaps = Array.from({ length: Math.max(0, deepest - top) }, (_, i) => top + i).filter((depth) => !depths.includes(depth));
  return { top, deepest, gaps, surface: deepest < 2 };
}

/** Their words where a question may hold them: one short sentence of theirs, without its stop; null when it would not read. */
export function speakable(quote: string): string | null {
  const words = quote
    .trim()
    .replace(/^…\s*/u, '')
    .replace(/[.…]+$/u, '');
  const short = words.length > 0 && words.length <= 90 && !/[?!\n“”"]/u.test(words);
  return short ? words : null;
}
